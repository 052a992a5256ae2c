import { xmlText } from "../../../contract/xml-text.ts";
import type { Drawing, Shape } from "./shapes.ts";

function shapeSvg(shape: Shape): string {
  if (shape.kind === "text") {
    const halo = shape.halo
      ? ` stroke="${shape.halo}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`
      : "";
    return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.weight}" fill="${shape.color}" text-anchor="${shape.anchor ?? "start"}" dominant-baseline="central"${halo}>${xmlText(shape.text)}</text>`;
  }
  const transform = shape.at
    ? ` transform="translate(${shape.at[0]} ${shape.at[1]}) scale(${shape.at[2]})"`
    : "";
  const stroke = shape.stroke
    ? ` stroke="${shape.stroke}" stroke-width="${shape.width ?? 1}" stroke-linejoin="round" stroke-linecap="round"`
    : "";
  return `<path d="${shape.d}" fill="${shape.fill ?? "none"}"${stroke}${transform}/>`;
}

/** The drawing as one SVG file that needs nothing else. */
export function shapesSvg(drawing: Drawing): string {
  const { width, height } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Noto Sans', Arial, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${drawing.background}"/>`,
    ...drawing.shapes.map(shapeSvg),
    "</svg>",
    "",
  ].join("\n");
}
