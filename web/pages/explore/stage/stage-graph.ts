import type { GraphEdge, GraphNode } from "../../../../contract/exploring.ts";
import type { DeviceCard } from "../../../../contract/operators.ts";
import type { ClusterGraph } from "../../../data/cluster-graph.ts";
import type { GrowStep, Step } from "../scene/steps.ts";

/** The accounts of the picture and where each came from: grown by the person's steps, pure. */

export interface LeftOut {
  readonly account: string | null;
  readonly reason: "node-limit" | "stop";
  readonly count: number;
  /** The step with conditions of its own that left them out. */
  readonly by?: GrowStep;
}

export interface StageGraphData {
  /** Names what the picture was opened from; another base is another picture. */
  readonly base: string;
  /** The detection run its roles and scores come from; null = none has been made. */
  readonly run: string | null;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly seeds: readonly string[];
  /** Step number at which an account came; 0 = with the base. */
  readonly wave: ReadonlyMap<string, number>;
  /** Account whose expansion brought it. */
  readonly broughtBy: ReadonlyMap<string, string>;
  /**
   * Everything the picture could show: what is shown, what a person hid, and the neighbours of the
   * seeds that are in neither. It does not change by looking at more or less of it.
   */
  readonly found: number;
  readonly leftOut: readonly LeftOut[];
  /** Accounts a person hid and did not bring back. */
  readonly hidden: ReadonlySet<string>;
  /** Devices in the picture, by their key (devices.ts). */
  readonly devices: ReadonlyMap<string, DeviceCard>;
}

export interface Answer {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly shown: { readonly leftOut: readonly { reason: string; count: number }[] };
}

export function edgeKey(edge: Pick<GraphEdge, "from" | "to">): string {
  return `${edge.from}>${edge.to}`;
}

/** A picture as it was opened, before any step of the person's. */
export function startStage(opened: ClusterGraph, base = ""): StageGraphData {
  const { nodes, edges, seeds, run, beside } = opened;
  const started: StageGraphData = {
    base,
    run,
    nodes: new Map(nodes.map((node) => [node.number, node])),
    edges: new Map(edges.map((edge) => [edgeKey(edge), edge])),
    seeds,
    wave: new Map(nodes.map((node) => [node.number, 0])),
    broughtBy: new Map(),
    found: nodes.length,
    leftOut: [],
    hidden: new Set(),
    devices: new Map(),
  };
  return countedBeside(started, beside);
}

/** Says how many neighbours of the seeds are neither shown nor hidden. */
export function countedBeside(before: StageGraphData, beside: number): StageGraphData {
  const others = before.leftOut.filter((cut) => cut.account !== null);
  const count = Math.max(0, beside);
  return {
    ...before,
    found: before.nodes.size + before.hidden.size + count,
    leftOut: count > 0 ? [{ account: null, reason: "node-limit", count }, ...others] : others,
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
  for (const node of answer.nodes) {
    if (!nodes.has(node.number)) {
      wave.set(node.number, step);
      if (account !== null) broughtBy.set(node.number, account);
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
    hidden: new Set([...before.hidden].filter((number) => !nodes.has(number))),
  };
}

/**
 * Neighbours of several accounts are added. Each counts as brought by the first of the accounts it
 * is tied to, so that a collapse of that one takes it back.
 */
export function growAroundStage(
  before: StageGraphData,
  answer: Answer,
  number: number,
  step: GrowStep,
): StageGraphData {
  const grown = growStage(before, answer, number, null);
  const order = new Map(step.accounts.map((account, index) => [account, index]));
  const nearest = new Map<string, number>();
  for (const { from, to } of answer.edges)
    for (const [centre, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const rank = order.get(centre);
      if (rank !== undefined && rank < (nearest.get(other) ?? Number.POSITIVE_INFINITY))
        nearest.set(other, rank);
    }
  const broughtBy = new Map(grown.broughtBy);
  for (const node of answer.nodes) {
    const account = step.accounts[nearest.get(node.number) ?? 0];
    if (!before.nodes.has(node.number) && account !== undefined)
      broughtBy.set(node.number, account);
  }
  const [account = null] = step.accounts;
  const cut = answer.shown.leftOut.find(({ reason }) => reason === "node-limit");
  const leftOut =
    cut === undefined || cut.count === 0
      ? grown.leftOut
      : [...grown.leftOut, { account, reason: "node-limit" as const, count: cut.count, by: step }];
  return { ...grown, broughtBy, leftOut };
}

/** A device is put into the picture; the accounts already there are tied to it. */
export function placeDevice(
  before: StageGraphData,
  key: string,
  device: DeviceCard,
  step: number,
): StageGraphData {
  const wave = before.devices.has(key) ? before.wave : new Map(before.wave).set(key, step);
  return { ...before, wave, devices: new Map(before.devices).set(key, device) };
}

function without(before: StageGraphData, gone: ReadonlySet<string>): StageGraphData {
  const keep = <Value>(map: ReadonlyMap<string, Value>) =>
    new Map([...map].filter(([id]) => !gone.has(id)));
  return {
    ...before,
    nodes: keep(before.nodes),
    devices: keep(before.devices),
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
  const gone = accounts.filter((account) => before.nodes.has(account));
  const devices = accounts.filter((account) => before.devices.has(account));
  return {
    ...without(before, new Set([...gone, ...devices])),
    hidden: new Set([...before.hidden, ...gone]),
  };
}

/** Steps that need no server. */
export function applyLocal(before: StageGraphData, step: Step): StageGraphData | null {
  if (step.kind === "collapse") return collapseStage(before, step.account);
  if (step.kind === "hide") return hideOnStage(before, step.accounts);
  return null;
}
