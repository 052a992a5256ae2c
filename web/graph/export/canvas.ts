import type { Drawing } from "./shapes.ts";

/** Paints the drawing `scale` times as fine as the screen, and gives the PNG. */
export function paintShapes(drawing: Drawing, scale: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawing.width * scale);
  canvas.height = Math.round(drawing.height * scale);
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  context.scale(scale, scale);
  context.fillStyle = drawing.background;
  context.fillRect(0, 0, drawing.width, drawing.height);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.textBaseline = "middle";
  for (const shape of drawing.shapes) {
    if (shape.kind === "text") {
      context.font = `${shape.weight} ${shape.size}px "Inter Variable", sans-serif`;
      context.textAlign = shape.anchor === "middle" ? "center" : (shape.anchor ?? "start");
      if (shape.halo) {
        context.strokeStyle = shape.halo;
        context.lineWidth = 4;
        context.strokeText(shape.text, shape.x, shape.y);
      }
      context.fillStyle = shape.color;
      context.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    context.save();
    if (shape.at) {
      context.translate(shape.at[0], shape.at[1]);
      context.scale(shape.at[2], shape.at[2]);
    }
    const path = new Path2D(shape.d);
    if (shape.fill) {
      context.fillStyle = shape.fill;
      context.fill(path);
    }
    if (shape.stroke) {
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width ?? 1;
      context.stroke(path);
    }
    context.restore();
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
