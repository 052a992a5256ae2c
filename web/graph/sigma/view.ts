import type Sigma from "sigma";
import SigmaView from "sigma";
import type { Point } from "../types.ts";
import type { EdgeAttributes, NodeAttributes } from "./attributes.ts";
import { buildGraph, type StageGraph } from "./build-graph.ts";
import { noColours, nothing } from "./empty.ts";
import type { Lens } from "./overlay.ts";
import { type Detail, makePrograms } from "./programs.ts";

/** Sigma with our attributes and programs: how it is made and asked. */
export type View = Sigma<NodeAttributes, EdgeAttributes>;

/** A new instance in `host`, empty; throws where the browser has no WebGL. */
export function makeView(host: HTMLElement): View {
  const programs = makePrograms();
  return new SigmaView<NodeAttributes, EdgeAttributes>(
    buildGraph(nothing(), noColours(), new Map()).graph,
    host,
    {
      allowInvalidContainer: true,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: 0,
      minCameraRatio: 0.03,
      maxCameraRatio: 12,
      minEdgeThickness: 0.7,
      doubleClickZoomingRatio: 1.6,
      labelGridCellSize: 100,
      defaultDrawNodeHover: () => {},
      nodeProgramClasses: programs.nodes,
      edgeProgramClasses: programs.edges,
    },
  );
}

/** Big graphs are drawn with less while they move. */
export function adaptView(view: View, detail: Detail): void {
  view.setSettings({
    hideEdgesOnMove: detail === "points",
    enableEdgeEvents: detail !== "points",
  });
}

export function lensOf(view: View): Lens {
  const { width, height } = view.getDimensions();
  return {
    project: (point) => view.graphToViewport(point),
    scale: view.scaleSize(1),
    width,
    height,
  };
}

/** The places of the nodes now, also in the middle of a glide. */
export function currentPositions(view: View): ReadonlyMap<string, Point> {
  const graph = view.getGraph() as StageGraph;
  return new Map(
    graph.mapNodes((id, attributes) => [id, { x: attributes.x, y: attributes.y }] as const),
  );
}
