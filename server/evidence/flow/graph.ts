import type { Trace } from "../../../contract/tracing.ts";
import type { CaseFacts } from "../case-facts.ts";
import { traceName } from "../tables/trace-tables.ts";

/** Data of the picture: payments of the victims' money between accounts, in one currency. */
export interface FlowNode {
  readonly id: string;
  /** What is drawn under the name; one account can stand in two parts, as two nodes. */
  readonly number: string;
  /** "returned" = a victim's own account, as far as his money came home to it. */
  readonly kind: "victim" | "account" | "exit" | "returned";
  readonly name: string | null;
  readonly bank: string | null;
  /** Column: 0 = victims; exits stand after the last recipients, what came home after them. */
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
  /** People whose money it is; one may have paid from several accounts. */
  readonly victims: number;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

interface Movement {
  readonly from: Place;
  readonly to: Place;
  readonly amount: bigint;
  readonly generation: number;
}

type Place = Pick<FlowNode, "id" | "number" | "kind">;

/** Money stolen in a currency, or exchanged into it from another one. */
export interface Flow {
  readonly currency: string;
  readonly convertedFrom: string | null;
}

/** The trace that a flow is drawn by; undefined where nothing was traced. */
export function traceOfFlow(facts: CaseFacts, flow: Flow): Trace | undefined {
  return facts.traces.find((one) => traceName(one) === traceName(flow));
}

/** The flow: by the trace where there is one, else the claims' own transfers. */
export function flowGraph(facts: CaseFacts, flow: Flow): FlowGraph {
  const { currency } = flow;
  const trace = traceOfFlow(facts, flow);
  const exits = new Map(facts.accounts.map((account) => [account.number, account.exitKind]));
  const passing = (number: string): Place => {
    // Exits are one node a kind: which machine or shop it was stands in the table.
    const kind = exits.get(number);
    return kind
      ? { id: `exit:${kind}`, number: "", kind: "exit" }
      : { id: number, number, kind: "account" };
  };
  const claims = facts.claims.filter((claim) => claim.currency === currency);
  const movements = trace ? tracedMovements(trace, passing) : claimedMovements(claims, passing);
  const victims = trace
    ? trace.victims.length
    : new Set(claims.map(({ victim }) => victim.key ?? victim.accounts.join(" "))).size;
  return { currency, victims, ...assemble(facts, movements, trace) };
}

const ownOf = (number: string): Place => ({ id: `victim:${number}`, number, kind: "victim" });
const homeAt = (number: string): Place => ({ id: `returned:${number}`, number, kind: "returned" });

/**
 * Each victim's part of each step on its own. His account is where his money began, whatever came
 * back to it; another victim's money may have passed through it.
 */
function tracedMovements(trace: Trace, passing: (number: string) => Place): Movement[] {
  const homes = new Map(trace.victims.map((one) => [one.victim, new Set(one.accounts)]));
  return trace.steps.flatMap((step) => {
    const parts = new Map<string, Movement>();
    for (const { victim, amount } of step.byVictim) {
      const home = homes.get(victim);
      const from = home?.has(step.from) ? ownOf(step.from) : passing(step.from);
      const to = home?.has(step.to) ? homeAt(step.to) : passing(step.to);
      const key = JSON.stringify([from.id, to.id]);
      const sum = (parts.get(key)?.amount ?? 0n) + BigInt(amount);
      parts.set(key, { from, to, amount: sum, generation: step.generation });
    }
    return [...parts.values()];
  });
}

function claimedMovements(
  claims: CaseFacts["claims"],
  passing: (number: string) => Place,
): Movement[] {
  return claims.flatMap((claim) =>
    claim.lines
      .filter((line) => line.amount > 0n)
      .map((line) => ({
        from: ownOf(line.from),
        to: passing(line.to),
        amount: line.amount,
        generation: 1,
      })),
  );
}

function assemble(
  facts: CaseFacts,
  movements: readonly Movement[],
  trace: Trace | undefined,
): Pick<FlowGraph, "nodes" | "edges"> {
  const accounts = new Map(facts.accounts.map((account) => [account.number, account]));
  const traced = new Map(trace?.accounts.map((account) => [account.account, account]));
  const edges = new Map<string, FlowEdge>();
  for (const { from, to, amount } of movements) {
    const key = JSON.stringify([from.id, to.id]);
    const before = edges.get(key);
    edges.set(key, {
      from: from.id,
      to: to.id,
      amount: (before?.amount ?? 0n) + amount,
      direct: from.kind === "victim",
      transfers: (before?.transfers ?? 0) + 1,
    });
  }
  const total = (side: "from" | "to", id: string) =>
    [...edges.values()]
      .filter((edge) => edge[side] === id)
      .reduce((sum, edge) => sum + edge.amount, 0n);
  const nodes = [...layersOf(movements)].map(([{ id, number, kind }, layer]): FlowNode => {
    const account = accounts.get(number);
    const figures = kind === "account" ? traced.get(number) : undefined;
    return {
      id,
      number,
      kind,
      name: kind === "exit" ? id.slice("exit:".length) : (account?.holder?.name ?? null),
      bank: account?.bank ?? null,
      layer,
      received: total("to", id),
      sent: total("from", id),
      // What came home to the same account is drawn apart.
      held: figures ? BigInt(figures.held) - total("to", homeAt(number).id) : null,
      beyond: figures ? BigInt(figures.beyondData) : null,
      count: 1,
    };
  });
  return { nodes, edges: [...edges.values()] };
}

/**
 * The column of each place: victims first, then each account at the earliest step at which the
 * money reached it, then the exits, then what came home.
 */
function layersOf(movements: readonly Movement[]): Map<Place, number> {
  const places = new Map(
    movements.flatMap(({ from, to }) => [from, to]).map((place) => [place.id, place]),
  );
  const steps = new Map<string, number>();
  for (const { to, generation } of movements)
    steps.set(to.id, Math.min(steps.get(to.id) ?? Number.POSITIVE_INFINITY, generation));
  for (const { from, generation } of movements)
    if (!steps.has(from.id)) steps.set(from.id, Math.max(1, generation - 1));
  const all = [...places.values()];
  const last = Math.max(
    1,
    ...all.filter(({ kind }) => kind === "account").map(({ id }) => steps.get(id) ?? 1),
  );
  const exits = last + 1;
  const home = all.some(({ kind }) => kind === "exit") ? exits + 1 : exits;
  const column = ({ id, kind }: Place) =>
    ({ victim: 0, account: steps.get(id) ?? 1, exit: exits, returned: home })[kind];
  return new Map(all.map((place) => [place, column(place)]));
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
      number: "",
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
    const key = JSON.stringify([from, to]);
    const before = edges.get(key);
    edges.set(key, {
      ...edge,
      from,
      to,
      amount: (before?.amount ?? 0n) + edge.amount,
      transfers: (before?.transfers ?? 0) + edge.transfers,
    });
  }
  return { ...graph, nodes, edges: [...edges.values()] };
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
