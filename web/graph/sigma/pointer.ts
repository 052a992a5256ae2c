import type { Point } from "../types.ts";
import type { View } from "./view.ts";

export interface Hover {
  readonly kind: "node" | "edge";
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface StageListener {
  readonly onNode: (id: string, together: boolean) => void;
  readonly onNodeOpen: (id: string) => void;
  /** The right button on a node; the place is in pixels of the stage. */
  readonly onNodeMenu: (at: Hover) => void;
  readonly onEdge: (id: string) => void;
  readonly onBackground: () => void;
  readonly onHover: (hover: Hover | null) => void;
  readonly onMoved: (id: string, to: Point) => void;
}

const DOUBLE_CLICK = 400;

/** The gestures of the pointer over one instance of Sigma. */
export interface Pointer {
  /** Tells the page what lies under the pointer; not while a node is dragged. */
  readonly hover: (next: Hover | null) => void;
}

/**
 * Clicks, double clicks, hovering and dragging of nodes.
 * @param listener the page that listens now
 * @param move a node was dragged to a place of the graph
 */
export function listenToPointer(
  view: View,
  host: HTMLElement,
  listener: () => StageListener | null,
  move: (id: string, to: Point) => void,
): Pointer {
  let drag: { readonly id: string; to: Point | null } | null = null;
  const hover = (next: Hover | null) => {
    host.style.cursor = next ? "pointer" : "";
    if (!drag) listener()?.onHover(next);
  };
  const drop = () => {
    if (drag?.to) listener()?.onMoved(drag.id, drag.to);
    drag = null;
  };
  listenToClicks(view, listener);
  view.on("enterNode", ({ node, event }) =>
    hover({ kind: "node", id: node, x: event.x, y: event.y }),
  );
  view.on("enterEdge", ({ edge, event }) =>
    hover({ kind: "edge", id: edge, x: event.x, y: event.y }),
  );
  view.on("leaveNode", () => hover(null));
  view.on("leaveEdge", () => hover(null));
  view.on("rightClickNode", ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    event.original.preventDefault();
    drop();
    listener()?.onNodeMenu({ kind: "node", id: node, x: event.x, y: event.y });
  });
  view.on("downNode", ({ node, event: { original } }) => {
    // The right button opens a menu, and its release may never be heard here.
    if (!("button" in original) || original.button === 0) drag = { id: node, to: null };
  });
  view.on("moveBody", ({ event, preventSigmaDefault }) => {
    // The button was let go outside the stage.
    if ("buttons" in event.original && (event.original.buttons & 1) === 0) drop();
    if (!drag) return;
    preventSigmaDefault();
    event.original.preventDefault();
    const { x, y } = view.viewportToGraph(event);
    drag.to = { x, y };
    view.getGraph().mergeNodeAttributes(drag.id, { x, y });
    move(drag.id, drag.to);
  });
  view.on("upNode", drop);
  view.on("upStage", drop);
  return { hover };
}

/**
 * Clicks and double clicks of `view`. Sigma calls any two quick clicks a double click and gives no
 * single click for the second. Here it is one only where both fell on the same thing.
 */
export function listenToClicks(view: Pick<View, "on">, listener: () => StageListener | null): void {
  /** What the last single click fell on: a node, an edge, or null for the background. */
  let last: { readonly on: string | null; readonly at: number } | null = null;
  const justBefore = (now: Event) => last !== null && now.timeStamp - last.at < DOUBLE_CLICK;
  /** A quick click on something else came before: this one is no half of a double click. */
  const afterAnother = (on: string | null, now: Event) => justBefore(now) && last?.on !== on;
  const select = (on: string | null, now: Event) => {
    last = { on, at: now.timeStamp };
  };
  const clickNode = (node: string, now: MouseEvent) => {
    select(node, now);
    listener()?.onNode(node, now.shiftKey || now.ctrlKey || now.metaKey);
  };
  const openNode = (node: string) => {
    last = null;
    listener()?.onNodeOpen(node);
  };
  const clickEdge = (edge: string, now: Event) => {
    select(edge, now);
    listener()?.onEdge(edge);
  };
  const clickBackground = (now: Event) => {
    select(null, now);
    listener()?.onBackground();
  };
  view.on("clickNode", ({ node, event: { original } }) => {
    // A busy page may answer the first click so late that Sigma takes the second for another
    // single one.
    if (justBefore(original) && last?.on === node) openNode(node);
    else clickNode(node, original as MouseEvent);
  });
  view.on("doubleClickNode", ({ node, event: { original }, preventSigmaDefault }) => {
    preventSigmaDefault();
    if (afterAnother(node, original)) clickNode(node, original as MouseEvent);
    else openNode(node);
  });
  view.on("clickEdge", ({ edge, event }) => clickEdge(edge, event.original));
  view.on("doubleClickEdge", ({ edge, event: { original }, preventSigmaDefault }) => {
    if (!afterAnother(edge, original)) return;
    preventSigmaDefault();
    clickEdge(edge, original);
  });
  view.on("clickStage", ({ event }) => clickBackground(event.original));
  view.on("doubleClickStage", ({ event: { original }, preventSigmaDefault }) => {
    if (!afterAnother(null, original)) return;
    preventSigmaDefault();
    clickBackground(original);
  });
}
