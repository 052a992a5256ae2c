import type { Trace } from "../../../contract/tracing.ts";
import type { CaseFacts } from "../case-facts.ts";

/** Data of the picture: payments of the victims' money between accounts, in one currency. */
export interface FlowNode {
  readonly id: string;
  readonly kind: "victim" | "account" | "exit";
  readonly name: string | null;
  readonly bank: string | null;
  /** Column: 0 = victims; exits stand in the last one. */
  readonly layer: number;
  readonly received: bigint;
  readonly sent: bigint;
  /** Still there by the tracing rule; null where nothing was traced. */
  readonly held: bigint | null;
  /** Waits here because no data say what came next. */
  readonly beyond: bigint | null;
  /** Nodes drawn as this one, when it stands for many. */
  readonly count: number;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  /** The victim's own transfers, a fact; else a part worked out by the rule. */
  readonly direct: boolean;
  readonly transfers: number;
}

export interface FlowGraph {
  readonly currency: string;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

interface Movement {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly generation: number;
}

/** The flow in one currency: by the trace where there is one, else the claims' own transfers. */
export function flowGraph(facts: CaseFacts, currency: string): FlowGraph {
  const trace = facts.traces.find((one) => one.currency === currency);
  const movements = trace ? tracedMovements(trace) : claimedMovements(facts, currency);
  return assemble(facts, currency, movements, trace);
}

function tracedMovements(trace: Trace): Movement[] {
  return trace.steps.map((step) => ({
    from: step.from,
    to: step.to,
    amount: BigInt(step.amount),
    generation: step.generation,
  }));
}

function claimedMovements(facts: CaseFacts, currency: string): Movement[] {
  return facts.claims
    .filter((claim) => claim.currency === currency)
    .flatMap((claim) =>
      claim.lines
        .filter((line) => line.amount > 0n)
        .map((line) => ({
          from: line.from,
          to: line.to,
          amount: line.amount,
          generation: 1,
        })),
    );
}

function assemble(
  facts: CaseFacts,
  currency: string,
  movements: readonly Movement[],
  trace: Trace | undefined,
): FlowGraph {
  const accounts = new Map(facts.accounts.map((account) => [account.number, account]));
  const traced = new Map(trace?.accounts.map((account) => [account.account, account]));
  // Exits are one node a kind: which machine or shop it was stands in the table.
  const place = (number: string) => {
    const kind = accounts.get(number)?.exitKind;
    return kind ? `exit:${kind}` : number;
  };
  const layers = layersOf(movements, place);
  const last =
    Math.max(
      1,
      ...[...layers].filter(([id]) => !id.startsWith("exit:")).map(([, layer]) => layer),
    ) + 1;
  const edges = new Map<string, FlowEdge>();
  for (const one of movements) {
    const [from, to] = [place(one.from), place(one.to)];
    const key = JSON.stringify([from, to, one.generation === 1]);
    const before = edges.get(key);
    edges.set(key, {
      from,
      to,
      amount: (before?.amount ?? 0n) + one.amount,
      direct: one.generation === 1,
      transfers: (before?.transfers ?? 0) + 1,
    });
  }
  const total = (side: "from" | "to", id: string) =>
    [...edges.values()]
      .filter((edge) => edge[side] === id)
      .reduce((sum, edge) => sum + edge.amount, 0n);
  const nodes = [...layers].map(([id, layer]): FlowNode => {
    const exit = id.startsWith("exit:");
    const account = accounts.get(id);
    const figures = traced.get(id);
    return {
      id,
      kind: exit ? "exit" : layer === 0 ? "victim" : "account",
      name: exit ? id.slice(5) : (account?.holder?.name ?? null),
      bank: account?.bank ?? null,
      layer: exit ? last : layer,
      received: total("to", id),
      sent: total("from", id),
      held: figures && !exit ? BigInt(figures.held) : null,
      beyond: figures && !exit ? BigInt(figures.beyondData) : null,
      count: 1,
    };
  });
  return { currency, nodes, edges: [...edges.values()] };
}

/**
 * The column of each account: the earliest step at which the money reached it; who only pays is a
 * victim.
 */
function layersOf(
  movements: readonly Movement[],
  place: (number: string) => string,
): Map<string, number> {
  const layers = new Map<string, number>();
  for (const one of movements) {
    const to = place(one.to);
    layers.set(to, Math.min(layers.get(to) ?? Number.POSITIVE_INFINITY, one.generation));
  }
  for (const one of movements)
    if (one.generation === 1 && !layers.has(place(one.from))) layers.set(place(one.from), 0);
  for (const one of movements)
    if (!layers.has(place(one.from))) layers.set(place(one.from), Math.max(0, one.generation - 1));
  return layers;
}

/**
 * Keeps the largest nodes of each column and joins the rest into one that says how many they are.
 * Victims and exits stay whole longest.
 */
export function condense(graph: FlowGraph, perLayer: number): FlowGraph {
  const joined = new Map<string, string>();
  const nodes: FlowNode[] = [];
  for (const layer of new Set(graph.nodes.map((node) => node.layer))) {
    const own = graph.nodes.filter((node) => node.layer === layer).sort(bySize);
    const [kept, rest] =
      own.length > perLayer ? [own.slice(0, perLayer - 1), own.slice(perLayer - 1)] : [own, []];
    nodes.push(...kept);
    if (rest.length === 0) continue;
    const id = `rest:${layer}`;
    for (const node of rest) joined.set(node.id, id);
    const sum = (figure: (node: FlowNode) => bigint | null) =>
      rest.reduce((all, node) => all + (figure(node) ?? 0n), 0n);
    nodes.push({
      id,
      kind: rest[0]?.kind ?? "account",
      name: null,
      bank: null,
      layer,
      received: sum((node) => node.received),
      sent: sum((node) => node.sent),
      held: rest.some((node) => node.held !== null) ? sum((node) => node.held) : null,
      beyond: rest.some((node) => node.beyond !== null) ? sum((node) => node.beyond) : null,
      count: rest.length,
    });
  }
  const edges = new Map<string, FlowEdge>();
  for (const edge of graph.edges) {
    const [from, to] = [joined.get(edge.from) ?? edge.from, joined.get(edge.to) ?? edge.to];
    const key = JSON.stringify([from, to, edge.direct]);
    const before = edges.get(key);
    edges.set(key, {
      ...edge,
      from,
      to,
      amount: (before?.amount ?? 0n) + edge.amount,
      transfers: (before?.transfers ?? 0) + edge.transfers,
    });
  }
  return { currency: graph.currency, nodes, edges: [...edges.values()] };
}

export function flowOf(node: FlowNode): bigint {
  return larger(node.received, node.sent);
}

/** Math.max does not take bigint. */
export function larger(one: bigint, other: bigint): bigint {
  if (one > other) return one;
  return other;
}

function bySize(one: FlowNode, other: FlowNode): number {
  const [left, right] = [flowOf(one), flowOf(other)];
  return left === right ? (one.id < other.id ? -1 : 1) : left > right ? -1 : 1;
}
