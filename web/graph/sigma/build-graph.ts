import { MultiDirectedGraph } from "graphology";
import { pictogramAddress, pictogramOf } from "../icons.ts";
import { edgeLooks, nodeLook } from "../node-and-edge-looks.ts";
import type { Palette } from "../palette.ts";
import type { Picture, Point } from "../types.ts";
import type { EdgeAttributes, NodeAttributes } from "./attributes.ts";
import { type Detail, detailFor } from "./programs.ts";

export type StageGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/**
 * The picture as a graph for Sigma; `startAt` lets a node begin its move somewhere else than where
 * it belongs.
 */
export function buildGraph(
  picture: Picture,
  palette: Palette,
  startAt: ReadonlyMap<string, Point>,
): { graph: StageGraph; detail: Detail } {
  const graph: StageGraph = new MultiDirectedGraph();
  const detail = detailFor(picture.nodes.length);
  for (const node of picture.nodes) {
    const at = startAt.get(node.id) ?? picture.positions.get(node.id);
    if (!at) continue;
    const look = nodeLook(node, picture, palette);
    const icon = detail === "rich" ? pictogramOf(node, look.radius) : null;
    graph.addNode(node.id, {
      x: at.x,
      y: at.y,
      size: look.radius,
      color: detail !== "rich" && look.innerWidth > 0 ? look.inner : look.fill,
      type: detail,
      zIndex: look.layer,
      outer: look.outer,
      outerWidth: look.outerWidth,
      inner: look.inner,
      innerWidth: look.innerWidth,
      image: icon === null ? null : pictogramAddress(icon.pictogram),
      iconColor: look.icon,
      label: node.label,
    });
  }
  const look = edgeLooks(picture, palette);
  for (const edge of picture.edges) {
    if (!graph.hasNode(edge.from) || !graph.hasNode(edge.to) || edge.from === edge.to) continue;
    const { width, color, layer } = look(edge);
    const type = detail === "points" ? "line" : edge.curvature === 0 ? "arrow" : "curve";
    graph.addDirectedEdgeWithKey(edge.id, edge.from, edge.to, {
      size: width,
      color,
      type,
      zIndex: layer,
      curvature: edge.curvature,
    });
  }
  return { graph, detail };
}
