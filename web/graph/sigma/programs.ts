import { createEdgeCurveProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import { createNodeImageProgram } from "@sigma/node-image";
import {
  createEdgeArrowProgram,
  createNodeCompoundProgram,
  EdgeLineProgram,
  NodeCircleProgram,
  NodePointProgram,
} from "sigma/rendering";
import type { EdgeAttributes, NodeAttributes } from "./attributes.ts";

/**
 * The limits of drawing a picture richly: nodes to 1,500 with rings and pictograms, to 5,000 as
 * discs, above as points.
 */
export type Detail = "rich" | "plain" | "points";

export function detailFor(nodes: number): Detail {
  return nodes <= 1_500 ? "rich" : nodes <= 5_000 ? "plain" : "points";
}

/** Programs are made anew for each Sigma instance: the pictogram texture belongs to its context. */
export function makePrograms() {
  const rich = createNodeCompoundProgram<NodeAttributes, EdgeAttributes>([
    createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
      borders: [
        {
          color: { attribute: "outer" },
          size: { attribute: "outerWidth", defaultValue: 1.2, mode: "pixels" },
        },
        {
          color: { attribute: "inner" },
          size: { attribute: "innerWidth", defaultValue: 0, mode: "pixels" },
        },
        { color: { attribute: "color" }, size: { fill: true } },
      ],
    }),
    createNodeImageProgram<NodeAttributes, EdgeAttributes>({
      drawingMode: "color",
      keepWithinCircle: true,
      padding: 0.3,
      size: { mode: "force", value: 96 },
      colorAttribute: "iconColor",
      imageAttribute: "image",
    }),
  ]);
  const heads = { lengthToThicknessRatio: 3, widenessToThicknessRatio: 2.4 };
  return {
    nodes: {
      rich,
      plain: NodeCircleProgram<NodeAttributes, EdgeAttributes>,
      points: NodePointProgram<NodeAttributes, EdgeAttributes>,
    },
    edges: {
      arrow: createEdgeArrowProgram<NodeAttributes, EdgeAttributes>(heads),
      curve: createEdgeCurveProgram<NodeAttributes, EdgeAttributes>({
        curvatureAttribute: "curvature",
        arrowHead: { extremity: "target", ...heads },
      }),
      line: EdgeLineProgram<NodeAttributes, EdgeAttributes>,
    },
  };
}
