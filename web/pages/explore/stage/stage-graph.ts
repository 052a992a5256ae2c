import type { GraphEdge, GraphNode } from "../../../../contract/exploring.ts";
import type { Step } from "../scene/scene.ts";

/** The accounts of the picture and where each came from: grown by the person's steps, pure. */

export interface LeftOut {
  readonly account: string | null;
  readonly reason: "node-limit" | "stop";
  readonly count: number;
}

export interface StageGraphData {
  /** Names what the picture was opened from; another base is another picture. */
  readonly base: string;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly seeds: readonly string[];
  /** Step number at which an account came; 0 = with the base. */
  readonly wave: ReadonlyMap<string, number>;
  /** Account whose expansion brought it. */
  readonly broughtBy: ReadonlyMap<string, string>;
  /** Accounts the base could have shown. */
  readonly found: number;
  readonly leftOut: readonly LeftOut[];
  readonly hidden: number;
}

export interface Answer {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly shown: {
    readonly nodesFound: number;
    readonly leftOut: readonly { reason: string; count: number }[];
  };
}

export function edgeKey(edge: Pick<GraphEdge, "from" | "to">): string {
  return `${edge.from}>${edge.to}`;
}

export function startStage(answer: Answer, seeds: readonly string[], base = ""): StageGraphData {
  return {
    base,
    nodes: new Map(answer.nodes.map((node) => [node.number, node])),
    edges: new Map(answer.edges.map((edge) => [edgeKey(edge), edge])),
    seeds,
    wave: new Map(answer.nodes.map((node) => [node.number, 0])),
    broughtBy: new Map(),
    found: Math.max(answer.shown.nodesFound, answer.nodes.length),
    leftOut: answer.shown.leftOut.flatMap((cut) =>
      cut.reason === "node-limit"
        ? [{ account: null, reason: "node-limit" as const, count: cut.count }]
        : [],
    ),
    hidden: 0,
  };
}

/**
 * Accounts of an expansion or an addition are added; the accounts already there stay as they are.
 */
export function growStage(
  before: StageGraphData,
  answer: Answer,
  step: number,
  account: string | null,
): StageGraphData {
  const nodes = new Map(before.nodes);
  const wave = new Map(before.wave);
  const broughtBy = new Map(before.broughtBy);
  let added = 0;
  for (const node of answer.nodes) {
    if (!nodes.has(node.number)) {
      wave.set(node.number, step);
      if (account !== null) broughtBy.set(node.number, account);
      added += 1;
    }
    nodes.set(node.number, node);
  }
  const edges = new Map(before.edges);
  for (const edge of answer.edges) {
    if (nodes.has(edge.from) && nodes.has(edge.to)) edges.set(edgeKey(edge), edge);
  }
  const leftOut = before.leftOut.filter((cut) => cut.account !== account || account === null);
  for (const cut of answer.shown.leftOut) {
    if (account !== null && cut.count > 0 && (cut.reason === "node-limit" || cut.reason === "stop"))
      leftOut.push({ account, reason: cut.reason, count: cut.count });
  }
  return {
    ...before,
    nodes,
    edges,
    wave,
    broughtBy,
    leftOut,
    found: Math.max(before.found, before.nodes.size + added),
  };
}

/** The largest neighbours of everything shown came in; what is still not shown is counted anew. */
export function growAround(before: StageGraphData, answer: Answer, step: number): StageGraphData {
  const grown = growStage(before, answer, step, null);
  const rest = answer.shown.leftOut.find((cut) => cut.reason === "node-limit")?.count ?? 0;
  const others = grown.leftOut.filter((cut) => cut.account !== null);
  return {
    ...grown,
    found: grown.nodes.size + rest,
    leftOut: rest > 0 ? [{ account: null, reason: "node-limit", count: rest }, ...others] : others,
  };
}

function without(before: StageGraphData, gone: ReadonlySet<string>): StageGraphData {
  const keep = <Value>(map: ReadonlyMap<string, Value>) =>
    new Map([...map].filter(([id]) => !gone.has(id)));
  return {
    ...before,
    nodes: keep(before.nodes),
    wave: keep(before.wave),
    broughtBy: keep(before.broughtBy),
    edges: new Map(
      [...before.edges].filter(([, edge]) => !gone.has(edge.from) && !gone.has(edge.to)),
    ),
  };
}

/**
 * Takes back one account's expansion: only what it alone brought, and what that brought in turn.
 */
export function collapseStage(before: StageGraphData, account: string): StageGraphData {
  const gone = new Set<string>();
  const open = [account];
  while (open.length > 0) {
    const from = open.pop();
    for (const [id, by] of before.broughtBy) {
      if (by === from && !gone.has(id)) {
        gone.add(id);
        open.push(id);
      }
    }
  }
  return {
    ...without(before, gone),
    leftOut: before.leftOut.filter((cut) => cut.account !== account),
  };
}

export function hideOnStage(before: StageGraphData, accounts: readonly string[]): StageGraphData {
  const gone = new Set(accounts.filter((account) => before.nodes.has(account)));
  return { ...without(before, gone), hidden: before.hidden + gone.size };
}

/** Steps that need no server. */
export function applyLocal(before: StageGraphData, step: Step): StageGraphData | null {
  if (step.kind === "collapse") return collapseStage(before, step.account);
  if (step.kind === "hide") return hideOnStage(before, step.accounts);
  return null;
}
