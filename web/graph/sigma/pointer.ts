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
  listenToClicks(view, listener);
  view.on("enterNode", ({ node, event }) =>
    hover({ kind: "node", id: node, x: event.x, y: event.y }),
  );
  view.on("enterEdge", ({ edge, event }) =>
    hover({ kind: "edge", id: edge, x: event.x, y: event.y }),
  );
  view.on("leaveNode", () => hover(null));
  view.on("leaveEdge", () => hover(null));
  view.on("downNode", ({ node }) => {
    drag = { id: node, to: null };
  });
  view.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (!drag) return;
    preventSigmaDefault();
    event.original.preventDefault();
    const { x, y } = view.viewportToGraph(event);
    drag.to = { x, y };
    view.getGraph().mergeNodeAttributes(drag.id, { x, y });
    move(drag.id, drag.to);
  });
  const drop = () => {
    if (drag?.to) listener()?.onMoved(drag.id, drag.to);
    drag = null;
  };
  view.on("upNode", drop);
  view.on("upStage", drop);
  return { hover };
}

function listenToClicks(view: View, listener: () => StageListener | null): void {
  let clicked: { node: string; at: number } | null = null;
  view.on("clickNode", ({ node, event }) => {
    const original = event.original as MouseEvent;
    // A busy page may answer the first click so late that Sigma takes the second for another
    // single one.
    const twice = clicked?.node === node && original.timeStamp - clicked.at < DOUBLE_CLICK;
    clicked = twice ? null : { node, at: original.timeStamp };
    if (twice) listener()?.onNodeOpen(node);
    else listener()?.onNode(node, original.shiftKey || original.ctrlKey || original.metaKey);
  });
  view.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    clicked = null;
    listener()?.onNodeOpen(node);
  });
  view.on("clickEdge", ({ edge }) => listener()?.onEdge(edge));
  view.on("clickStage", () => listener()?.onBackground());
}
