import { moneyFlowLayout } from "./money-flow.ts";
import { networkLayout } from "./network.ts";
import type { LayoutAnswer, LayoutRequest } from "./types.ts";

/** One layout from a request; pure, so that it runs the same on the page and in the worker. */
export function layOut(request: LayoutRequest): LayoutAnswer {
  if (request.kind === "flow") {
    const { positions, columns } = moneyFlowLayout(request.nodes, request.edges);
    return { positions: [...positions], columns };
  }
  return {
    positions: [...networkLayout(request.nodes, request.edges, new Map(request.kept))],
    columns: [],
  };
}
