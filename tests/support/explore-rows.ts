import type { GraphEdge, GraphNode, TransferRow } from "../../contract/exploring.ts";

export const DAY = 86_400_000;
/** The first day of the transfers. */
export const START = Date.parse("2026-03-01T00:00:00+05:00");

/** An account as the server answers it; the same for row (a transfer) and edge (a relation). */
export function node(number: string, change: Partial<GraphNode> = {}): GraphNode {
  return {
    number,
    bank: "601",
    holderKey: `H${number}`,
    holderName: null,
    holderKind: "person",
    exitKind: null,
    stub: false,
    role: "none",
    reported: false,
    score: null,
    cluster: null,
    degree: 0,
    stop: null,
    ...change,
  };
}

export function row(
  id: string,
  from: string,
  to: string,
  amount: string,
  change: Partial<TransferRow> = {},
): TransferRow {
  return {
    id,
    from,
    to,
    fromName: null,
    toName: null,
    amount,
    currency: "KZT",
    bookedAt: START,
    zone: "+05:00",
    channel: "transfer",
    purpose: null,
    sourceId: "s",
    sourceName: null,
    row: 1,
    ...change,
  };
}

export function edge(from: string, to: string, amount = "100"): GraphEdge {
  return { from, to, count: 1, sums: [{ currency: "KZT", amount }], first: START, last: START };
}
