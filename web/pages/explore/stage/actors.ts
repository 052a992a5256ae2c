import { bankName } from "../../../../contract/bank-names.ts";
import type { GraphEdge, GraphNode, GraphRole } from "../../../../contract/exploring.ts";
import { shortAccount, shortName } from "../../../../contract/format/accounts.ts";
import type { Scene } from "../scene/scene.ts";
import { roughAmount } from "./bundle.ts";

/** One disc of the picture: an account, an exit, or all accounts of one holder. Pure. */
export interface Actor {
  readonly id: string;
  readonly accounts: readonly string[];
  readonly node: GraphNode;
  readonly label: string;
  readonly merchant: boolean;
}

export interface Cast {
  readonly actors: readonly Actor[];
  readonly idOf: ReadonlyMap<string, string>;
}

const STRENGTH: readonly GraphRole[] = [
  "none",
  "victim",
  "transit",
  "collector",
  "distributor",
  "cash-out",
];

export type ExitWord = (kind: string) => string;

/** The full name of an organisation would run over half the picture. */
const LONGEST_NAME = 24;

function brief(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

function labelOf(node: GraphNode, accounts: number, exitWord: ExitWord): string {
  if (node.exitKind !== null)
    return [exitWord(node.exitKind), bankName(node.bank)].filter(Boolean).join(" · ");
  const name = node.holderName ? brief(shortName(node.holderName)) : null;
  if (accounts > 1) return `${name ?? ""} ×${accounts}`.trim();
  return name ? `${name} ${shortAccount(node.number)}` : shortAccount(node.number);
}

/**
 * Accounts as discs, those of one group as one disc. `groupLabel` names a group that is no holder's:
 * a holder's is named as its accounts are.
 */
export function castOf(
  nodes: readonly GraphNode[],
  groups: ReadonlyMap<string, string>,
  exitWord: ExitWord,
  groupLabel: (key: string, accounts: number) => string | null = () => null,
): Cast {
  const members = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const key = groups.get(node.number) ?? node.number;
    const group = members.get(key);
    if (group) group.push(node);
    else members.set(key, [node]);
  }
  const idOf = new Map<string, string>();
  const actors = [...members].map(([key, group]): Actor => {
    const strongest = [...group].sort(
      (a, b) => STRENGTH.indexOf(b.role) - STRENGTH.indexOf(a.role),
    )[0] as GraphNode;
    const id = group.length > 1 ? key : strongest.number;
    for (const node of group) idOf.set(node.number, id);
    const label = group.length > 1 ? groupLabel(key, group.length) : null;
    return {
      id,
      accounts: group.map((node) => node.number),
      node: label === null ? strongest : ofMany(group, strongest),
      label: label ?? labelOf(strongest, group.length, exitWord),
      merchant: isMerchant(strongest),
    };
  });
  return { actors, idOf };
}

/** What is so of all accounts of a group: nothing is said of it that holds for one of them only. */
function ofMany(group: readonly GraphNode[], first: GraphNode): GraphNode {
  const same = <Value>(of: (node: GraphNode) => Value, none: Value) =>
    group.every((node) => of(node) === of(first)) ? of(first) : none;
  return {
    ...first,
    bank: same((node) => node.bank, null),
    holderKey: same((node) => node.holderKey, null),
    holderName: same((node) => node.holderName, null),
    role: same((node) => node.role, "none"),
    reported: group.every((node) => node.reported),
    score: null,
    cluster: same((node) => node.cluster, null),
    degree: group.reduce((sum, node) => sum + node.degree, 0),
    stop: same((node) => node.stop, null),
  };
}

export interface Visible {
  readonly nodes: readonly GraphNode[];
  readonly roles: ReadonlyMap<GraphRole, number>;
  /** Of the victims those named in a crime report; the others only look like victims. */
  readonly reported: number;
  readonly exits: number;
  readonly merchants: number;
  /** Left out by the reader's own switches. */
  readonly switchedOff: number;
  /** Left out because they score too little. */
  readonly unlikely: number;
}

function isMerchant(node: GraphNode): boolean {
  return node.exitKind === null && node.stop !== null;
}

/**
 * An account below the score asked for. A victim is not looked for as a dropper, and the account of
 * a crime report stays whatever it scores: the report's money begins there.
 */
function unlikely(node: GraphNode, least: number | null): boolean {
  return least !== null && node.role !== "victim" && !node.reported && (node.score ?? 0) < least;
}

/**
 * The accounts that the switches of the left panel let through, and the counts beside them (of
 * everything in the scene).
 */
export function visibleNodes(
  nodes: Iterable<GraphNode>,
  scene: Pick<Scene, "rolesOff" | "showOff" | "score">,
): Visible {
  const roles = new Map<GraphRole, number>();
  const shown: GraphNode[] = [];
  let [exits, merchants, switchedOff, below, reported] = [0, 0, 0, 0, 0];
  for (const node of nodes) {
    const [exit, merchant] = [node.exitKind !== null, isMerchant(node)];
    if (exit) exits += 1;
    else if (merchant) merchants += 1;
    else roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
    if (!exit && !merchant && node.role === "victim" && node.reported) reported += 1;
    const off = exit
      ? scene.showOff.includes("exits")
      : merchant
        ? scene.showOff.includes("merchants")
        : scene.rolesOff.includes(node.role);
    if (off) switchedOff += 1;
    else if (!exit && !merchant && unlikely(node, scene.score)) below += 1;
    else shown.push(node);
  }
  return { nodes: shown, roles, reported, exits, merchants, switchedOff, unlikely: below };
}

export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

/** Relations between discs, in rough major units, for layout, widths and sizes. */
export function tiesOf(
  edges: Iterable<GraphEdge>,
  idOf: ReadonlyMap<string, string>,
): readonly Tie[] {
  const ties = new Map<string, { from: string; to: string; amount: number }>();
  for (const edge of edges) {
    const [from, to] = [idOf.get(edge.from), idOf.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const key = `${from}>${to}`;
    const tie = ties.get(key);
    if (tie) tie.amount += roughAmount(edge.sums);
    else ties.set(key, { from, to, amount: roughAmount(edge.sums) });
  }
  return [...ties.values()];
}

/** Money through each disc: the larger of what came and what went. */
export function flowsOf(ties: Iterable<Tie>): ReadonlyMap<string, number> {
  const [into, out] = [new Map<string, number>(), new Map<string, number>()];
  for (const tie of ties) {
    if (tie.from === tie.to) continue;
    out.set(tie.from, (out.get(tie.from) ?? 0) + tie.amount);
    into.set(tie.to, (into.get(tie.to) ?? 0) + tie.amount);
  }
  return new Map(
    [...new Set([...into.keys(), ...out.keys()])].map((id) => [
      id,
      Math.max(into.get(id) ?? 0, out.get(id) ?? 0),
    ]),
  );
}

/** Exact money of one currency through each disc: the larger of what came and what went. */
export function moneyThrough(
  edges: Iterable<GraphEdge>,
  idOf: ReadonlyMap<string, string>,
  currency: string,
): ReadonlyMap<string, bigint> {
  const [into, out] = [new Map<string, bigint>(), new Map<string, bigint>()];
  for (const edge of edges) {
    const [from, to] = [idOf.get(edge.from), idOf.get(edge.to)];
    const amount = edge.sums.find((sum) => sum.currency === currency)?.amount;
    if (from === undefined || to === undefined || from === to || amount === undefined) continue;
    out.set(from, (out.get(from) ?? 0n) + BigInt(amount));
    into.set(to, (into.get(to) ?? 0n) + BigInt(amount));
  }
  const larger = (id: string) => {
    const [came, went] = [into.get(id) ?? 0n, out.get(id) ?? 0n];
    return came > went ? came : went;
  };
  return new Map([...new Set([...into.keys(), ...out.keys()])].map((id) => [id, larger(id)]));
}
