import { createHash } from "node:crypto";
import type { FindingRole, Typology } from "../../contract/detection.ts";
import { communities } from "./communities.ts";
import type { Evidence } from "./evidence.ts";
import { PARAMETERS } from "./parameters.ts";
import type { Part } from "./roles.ts";
import type { Scores } from "./score.ts";

export interface FoundCluster {
  readonly id: string;
  readonly points: number;
  readonly typology: Typology;
  /** In the order to look at them: droppers by points, then victims. */
  readonly members: readonly number[];
  /** Suspicious relations among the members. */
  readonly relations: readonly number[];
}

/** A cluster needs so many accounts besides the victims or so many in all. */
const SMALLEST = 3;

/**
 * The networks: suspicious relations (at least four points) between accounts whose points stand out, weighed by what they carry, grouped by
 * `communities`; plus what links accounts without a transfer: a shared phone or device between two accounts that both stand out.
 */
export function findClusters(
  evidence: Evidence,
  scores: Scores,
  parts: readonly Part[],
  runKey: string,
): FoundCluster[] {
  const { relations, relationPoints } = evidence;
  const threshold = PARAMETERS.partnerPoints;
  const inside = (account: number) => (scores.points[account] as number) >= threshold;
  const edges: { from: number; to: number; weight: number }[] = [];
  for (let at = 0; at < relations.count; at += 1) {
    const weight = relationPoints[at] as number;
    const [from, to] = [relations.from[at] as number, relations.to[at] as number];
    if (weight < threshold || !inside(from) || !inside(to)) continue;
    edges.push({ from, to, weight: Math.min(weight, 2 * PARAMETERS.cap) });
  }
  for (const [account, found] of evidence.shared.with) {
    for (const other of found.accounts) {
      if (other < account || !inside(account) || !inside(other)) continue;
      edges.push({ from: account, to: other, weight: threshold });
    }
  }
  const groups = communities(edges).filter((members) => members.length >= SMALLEST);
  const groupOf = new Map<number, number>();
  groups.forEach((members, index) => {
    for (const account of members) groupOf.set(account, index);
  });
  const within: number[][] = groups.map(() => []);
  for (let at = 0; at < relations.count; at += 1) {
    if ((relationPoints[at] as number) < threshold) continue;
    const group = groupOf.get(relations.from[at] as number);
    if (group !== undefined && group === groupOf.get(relations.to[at] as number)) within[group]?.push(at);
  }
  return groups
    .map((members, index) => describe(evidence, scores, parts, members, within[index] ?? [], runKey))
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
}

function describe(
  evidence: Evidence,
  scores: Scores,
  parts: readonly Part[],
  members: readonly number[],
  relations: readonly number[],
  runKey: string,
): FoundCluster {
  const numbers = members.map((account) => evidence.flow.columns.accounts.numbers[account] as string).sort();
  const isVictim = (account: number) => parts[account]?.role === "victim";
  const order = [...members].sort(
    (a, b) =>
      Number(isVictim(a)) - Number(isVictim(b)) || (scores.points[b] as number) - (scores.points[a] as number) || a - b,
  );
  return {
    id: createHash("sha256")
      .update(`${runKey}\n${numbers.join("\n")}`)
      .digest("hex")
      .slice(0, 16),
    points: clusterPoints(
      order.filter((account) => !isVictim(account)).map((account) => scores.points[account] as number),
    ),
    typology: typologyOf(evidence, parts, members, relations),
    members: order,
    relations,
  };
}

/** The mean of its three strongest droppers: one loud account does not lift a cluster over a network of several. */
function clusterPoints(points: readonly number[]): number {
  const top = points.slice(0, 3);
  return top.reduce((sum, value) => sum + value, 0) / 3;
}

/** Named by its shape: cycles first, then layers, then what most of its accounts did. */
function typologyOf(
  evidence: Evidence,
  parts: readonly Part[],
  members: readonly number[],
  relations: readonly number[],
): Typology {
  const inside = new Set(relations);
  if (evidence.cycles.found.some((cycle) => cycle.relations.every((relation) => inside.has(relation)))) return "cycle";
  const count = (role: FindingRole) => members.filter((account) => parts[account]?.role === role).length;
  const [collectors, distributors] = [count("collector"), count("distributor")];
  const [transits, cashed] = [count("transit"), count("cash-out")];
  if (depth(evidence, relations) >= 4) return "layered-chain";
  const both = members.some((account) => (parts[account]?.received ?? 0) >= 3 && (parts[account]?.paid ?? 0) >= 3);
  if (both) return "gather-scatter";
  if (collectors > 0 && distributors > 0) return "scatter-gather";
  if (distributors > 0) return "distributor";
  if (collectors > 0 && cashed <= collectors) return "collector";
  if (cashed > 0 && cashed >= transits) return "cash-out";
  return transits > 0 ? "transit" : "mixed";
}

/** Longest way of suspicious relations each after the one before, in relations. */
function depth(evidence: Evidence, relations: readonly number[]): number {
  const { first, last, from, to } = evidence.relations;
  const order = [...relations].sort((a, b) => (first[a] as number) - (first[b] as number) || a - b);
  const reached = new Map<number, number>();
  let most = 0;
  for (const relation of order) {
    const before = reached.get(from[relation] as number) ?? 0;
    const length = before + 1;
    most = Math.max(most, length);
    const payee = to[relation] as number;
    if (length > (reached.get(payee) ?? 0) && (last[relation] as number) >= 0) reached.set(payee, length);
  }
  return most;
}
