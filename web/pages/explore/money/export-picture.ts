import i18next from "i18next";
import type { GraphRole } from "../../../../contract/exploring.ts";
import { formatDateTime, isoDay } from "../../../../contract/format/dates.ts";
import type { Language } from "../../../../contract/languages.ts";
import { paintShapes } from "../../../graph/export/canvas.ts";
import { pictureShapes } from "../../../graph/export/picture-shapes.ts";
import type { Drawing } from "../../../graph/export/shapes.ts";
import { shapesSvg } from "../../../graph/export/svg.ts";
import type { Palette } from "../../../graph/palette.ts";
import type { Lens } from "../../../graph/sigma/overlay.ts";
import type { Picture } from "../../../graph/types.ts";
import { saveFile } from "./save-file.ts";

export interface PictureExport {
  readonly picture: Picture;
  readonly palette: Palette;
  readonly lens: Lens;
  readonly title: string;
  readonly lines: readonly string[];
  readonly roleWord: (role: GraphRole) => string;
  readonly exitWord: string;
  readonly deviceWord: string;
  readonly amountWord: (amount: number) => string;
  readonly sourceLine: string;
  readonly language: Language;
}

/** The picture as it is on the screen, with legend, scale, filters, journey, source line and date. */
export function pictureDrawing(input: PictureExport): Drawing {
  return pictureShapes({
    ...input,
    footer: [
      input.sourceLine,
      `${i18next.t("explore.export.made", { date: formatDateTime(Date.now(), input.language) })} · ${i18next.t("explore.export.indicators")}`,
    ],
    amountTitle: i18next.t("explore.export.amount"),
  });
}

/** Saves the picture as a file. */
export async function exportPicture(format: "png" | "svg", input: PictureExport): Promise<void> {
  if (format === "svg") {
    const name = `picture-${isoDay(Date.now())}.svg`;
    saveFile(name, shapesSvg(pictureDrawing(input)), "image/svg+xml;charset=utf-8");
    return;
  }
  const file = await pictureFile(input);
  if (file) saveFile(file.name, file);
}

/** The picture as a PNG file; null where the browser cannot paint one. */
export async function pictureFile(input: PictureExport): Promise<File | null> {
  const blob = await paintShapes(pictureDrawing(input), 2);
  return blob && new File([blob], `picture-${isoDay(Date.now())}.png`, { type: "image/png" });
}
