import type { Picture, Point } from "../types.ts";
import type { StageGraph } from "./build-graph.ts";
import type { View } from "./view.ts";

const MOVE_TIME = 380;
const ANIMATED_TO = 1_500;

/** The person asked the system for less motion. */
export function still(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export interface Glide {
  readonly running: () => boolean;
  /** Moves nodes from where they are to where they belong. */
  readonly start: (
    graph: StageGraph,
    from: ReadonlyMap<string, Point>,
    to: ReadonlyMap<string, Point>,
  ) => void;
  readonly stop: () => void;
}

/** The one movement of nodes at a time; it ends by itself when the view shows another graph. */
export function createGlide(view: () => View): Glide {
  let moving = 0;
  const start: Glide["start"] = (graph, from, to) => {
    cancelAnimationFrame(moving);
    const began = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - began) / MOVE_TIME));
      if (view().getGraph() !== graph) {
        moving = 0;
        return;
      }
      if (part >= 1) moving = 0;
      moveBetween(graph, from, to, 1 - (1 - part) ** 3);
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  };
  const stop = () => {
    cancelAnimationFrame(moving);
    moving = 0;
  };
  return { running: () => moving !== 0, start, stop };
}

function moveBetween(
  graph: StageGraph,
  from: ReadonlyMap<string, Point>,
  to: ReadonlyMap<string, Point>,
  part: number,
): void {
  graph.updateEachNodeAttributes((id, attributes) => {
    const [start, target] = [from.get(id), to.get(id)];
    if (!start || !target) return attributes;
    return {
      ...attributes,
      x: start.x + (target.x - start.x) * part,
      y: start.y + (target.y - start.y) * part,
    };
  });
}

/** The places of the nodes of a picture on the screen. */
export function onScreen(view: View, picture: Picture | null): ReadonlyMap<string, Point> {
  const screen = new Map<string, Point>();
  for (const node of picture?.nodes ?? []) {
    const at = picture?.positions.get(node.id);
    if (at) screen.set(node.id, view.graphToViewport(at));
  }
  return screen;
}

/**
 * The places from which nodes that were shown before begin to move; empty where nothing is to move.
 * @param screen where they were on the screen, before the view took a new frame
 */
export function startsOf(
  view: View,
  before: Picture | null,
  next: Picture,
  screen: ReadonlyMap<string, Point>,
  newFrame: boolean,
): ReadonlyMap<string, Point> {
  const starts = new Map<string, Point>();
  if (before === null || next.nodes.length > ANIMATED_TO || still()) return starts;
  for (const node of next.nodes) {
    const [at, to] = [screen.get(node.id), next.positions.get(node.id)];
    const same = before.positions.get(node.id);
    if (!at || !to || (!newFrame && same && same.x === to.x && same.y === to.y)) continue;
    starts.set(node.id, newFrame ? view.viewportToGraph(at) : (same ?? to));
  }
  return starts;
}
