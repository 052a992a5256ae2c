import { pictogramOf } from "../icons.ts";
import { nodeLook } from "../node-and-edge-looks.ts";
import type { PictureNode, Point } from "../types.ts";
import type { PicturePage } from "./page.ts";
import { circle, round, type Shape } from "./shapes.ts";

/** One disc with its rings and pictogram. */
export function nodeShapes(node: PictureNode, at: Point, page: PicturePage): readonly Shape[] {
  const look = nodeLook(node, page.picture, page.palette);
  const radius = look.radius * page.lens.scale;
  const icon = pictogramOf(node, look.radius);
  const shapes: Shape[] = [
    { kind: "path", d: circle(at.x, at.y, radius), fill: look.outer },
    {
      kind: "path",
      d: circle(at.x, at.y, Math.max(0.5, radius - look.outerWidth)),
      fill: look.inner,
    },
    {
      kind: "path",
      d: circle(at.x, at.y, Math.max(0.4, radius - look.outerWidth - look.innerWidth)),
      fill: look.fill,
    },
  ];
  if (icon) {
    const size = radius * 1.25;
    for (const d of icon.pictogram.paths) {
      const where = [round(at.x - size / 2), round(at.y - size / 2), round(size / 24)] as const;
      shapes.push(
        icon.pictogram.filled
          ? { kind: "path", d, fill: look.icon, at: where }
          : { kind: "path", d, stroke: look.icon, width: 2.6, at: where },
      );
    }
  }
  return shapes;
}
