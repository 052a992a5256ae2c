import type { GraphEdge, GraphNode } from "../../../../contract/exploring.ts";
import { roughAmount } from "./bundle.ts";

/**
 * Many accounts as few discs that open step by step. Each account has a list of groups, the widest
 * first; it stands in the first one that is not opened, and by itself where all are. Pure.
 */

export const GROUPINGS = ["holder", "bank", "cluster", "none"] as const;
/** A person's choice; null = single accounts, and a picture beyond MOST_SINGLY in groups. */
export type Grouping = (typeof GROUPINGS)[number] | null;

/** More discs than these say nothing: the picture is drawn in groups. */
export const MOST_SINGLY = 300;
/** A group of more accounts opens into parts of so many, the largest by money first. */
const PART = 100;

/** The parts of a group's key: the kind of the last one says what the group is. */
const SLASH = "/";
const KINDS = ["holder", "bank", "cluster", "payers", "payees", "part"] as const;
type GroupKind = (typeof KINDS)[number];

export interface GroupName {
  readonly kind: GroupKind;
  /** The bank, the cluster, or an account of the holder; of a part its number. */
  readonly of: string;
}

/** The last part of a key: "payers:/bank:722" is a bank among other payers. */
export function groupName(key: string): GroupName | null {
  const last = key.split(SLASH).at(-1) ?? "";
  const at = last.indexOf(":");
  const kind = KINDS.find((known) => known === last.slice(0, at));
  return kind === undefined ? null : { kind, of: decodeURIComponent(last.slice(at + 1)) };
}

function part(kind: GroupKind, of: string): string {
  return `${kind}:${encodeURIComponent(of)}`;
}

export interface GroupInput {
  readonly nodes: readonly GraphNode[];
  /** Relations of the whole life of the picture: groups do not change with a filter. */
  readonly edges: Iterable<GraphEdge>;
  readonly grouping: Grouping;
  readonly opened: ReadonlySet<string>;
  /** Accounts that stand by themselves: those the picture began with, where they are few. */
  readonly seeds: ReadonlySet<string>;
}

/** Whether the picture is drawn in groups because it is too large, not because a person asked. */
export function isAggregated({ nodes, grouping }: Pick<GroupInput, "nodes" | "grouping">): boolean {
  return grouping === null && nodes.length > MOST_SINGLY;
}

/** Of each account that stands in a group, the key of the group. A group of one is none. */
export function groupsOf(input: GroupInput): ReadonlyMap<string, string> {
  const { nodes, grouping, opened } = input;
  const aggregated = isAggregated(input);
  if (grouping === "none" || (grouping === null && !aggregated)) return new Map();
  const levels = aggregated ? aggregatedLevels(input) : chosenLevels(grouping, nodes);
  const members = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.exitKind !== null) continue;
    let key = "";
    for (const level of levels(node)) {
      key = key === "" ? level : `${key}${SLASH}${level}`;
      if (!opened.has(key)) {
        const group = members.get(key);
        if (group) group.push(node);
        else members.set(key, [node]);
        break;
      }
    }
  }
  const found = new Map<string, string>();
  for (const [key, group] of members)
    if (group.length > 1) for (const { number } of group) found.set(number, key);
  return found;
}

type Levels = (node: GraphNode) => readonly string[];

function chosenLevels(grouping: Grouping, nodes: readonly GraphNode[]): Levels {
  // A holder is named by the first of his accounts: an opened group stands in the address, and his
  // key may be an IIN.
  const firstOf = new Map<string, string>();
  for (const { number, holderKey } of nodes) {
    const known = holderKey === null ? undefined : firstOf.get(holderKey);
    if (holderKey !== null && (known === undefined || number < known))
      firstOf.set(holderKey, number);
  }
  return (node) => {
    if (grouping === "holder")
      return node.holderKey === null
        ? []
        : [part("holder", firstOf.get(node.holderKey) ?? node.number)];
    if (grouping === "bank") return node.bank === null ? [] : [part("bank", node.bank)];
    return node.cluster === null ? [] : [part("cluster", node.cluster)];
  };
}

/**
 * Clusters, then who only paid or was paid, each by bank; a bank of very many in parts. Shops stand
 * by themselves, and the accounts a picture began with where they are few.
 */
function aggregatedLevels({ nodes, edges, seeds }: GroupInput): Levels {
  const { sent, received } = moneyOf(edges);
  const flow = (number: string) => Math.max(sent.get(number) ?? 0, received.get(number) ?? 0);
  const own = seeds.size <= MOST_SINGLY / 2 ? seeds : new Set<string>();
  const first = (node: GraphNode) =>
    node.cluster !== null
      ? part("cluster", node.cluster)
      : (sent.get(node.number) ?? 0) >= (received.get(node.number) ?? 0)
        ? part("payers", "")
        : part("payees", "");
  const rank = new Map<string, number>();
  const sizes = new Map<string, number>();
  const bankOf = (node: GraphNode) => `${first(node)}${SLASH}${part("bank", node.bank ?? "")}`;
  for (const node of [...nodes].sort(
    (a, b) => flow(b.number) - flow(a.number) || (a.number < b.number ? -1 : 1),
  )) {
    if (node.exitKind !== null || node.stop !== null || own.has(node.number)) continue;
    const bank = bankOf(node);
    rank.set(node.number, sizes.get(bank) ?? 0);
    sizes.set(bank, (sizes.get(bank) ?? 0) + 1);
  }
  return (node) => {
    const place = rank.get(node.number);
    if (place === undefined) return [];
    const levels = [first(node), part("bank", node.bank ?? "")];
    return (sizes.get(bankOf(node)) ?? 0) <= PART
      ? levels
      : [...levels, part("part", String(Math.floor(place / PART) + 1))];
  };
}

/** Money of each account in the picture as plain numbers: for ranks and sides only. */
function moneyOf(edges: Iterable<GraphEdge>) {
  const [sent, received] = [new Map<string, number>(), new Map<string, number>()];
  for (const { from, to, sums } of edges) {
    const amount = roughAmount(sums);
    sent.set(from, (sent.get(from) ?? 0) + amount);
    received.set(to, (received.get(to) ?? 0) + amount);
  }
  return { sent, received };
}
