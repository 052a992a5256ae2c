import type { Margins } from "../framing.ts";
import type { Picture } from "../types.ts";

/** A canvas of our own over or under those of Sigma; it catches no pointer. */
export function layer(name: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.dataset.layer = name;
  Object.assign(canvas.style, {
    position: "absolute",
    inset: "0",
    width: "100%",
    height: "100%",
    pointerEvents: "none",
  });
  return canvas;
}

/** Room for the bars that float over the stage, and for the headings of columns. */
export function margins(picture: Picture | null): Margins {
  return picture && picture.columns.length > 0
    ? { top: 134, bottom: 64, left: 78, right: 96 }
    : { top: 104, bottom: 62, left: 76, right: 76 };
}
