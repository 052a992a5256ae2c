import type { GraphRole } from "../../../contract/exploring.ts";
import type { Palette } from "../palette.ts";
import type { Picture, Point } from "../types.ts";

/** A picture with all that stands around it on the exported page. */
export interface PicturePage {
  readonly picture: Picture;
  readonly palette: Palette;
  readonly lens: {
    readonly project: (point: Point) => Point;
    readonly scale: number;
    readonly width: number;
    readonly height: number;
  };
  readonly title: string;
  readonly lines: readonly string[];
  readonly footer: readonly string[];
  readonly roleWord: (role: GraphRole) => string;
  readonly exitWord: string;
  readonly deviceWord: string;
  readonly amountTitle: string;
  readonly amountWord: (amount: number) => string;
}

/** Height of the title, and of a line of words, in pixels. */
export const HEAD = 30;
export const LINE = 17;

/** Rough width of a text in pixels, for placing without a canvas. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}
