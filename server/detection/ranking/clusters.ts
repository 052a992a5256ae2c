import { createHash } from "node:crypto";
import type { FindingRole, Typology } from "../../../contract/detection.ts";
import { burstMember } from "../indicators/burst-member.ts";
import type { Context } from "../indicators/context.ts";
import { isCycleWithin } from "../indicators/cycles.ts";
import { loopsOf } from "../indicators/loops.ts";
import { movesOn } from "../indicators/money-passed-on.ts";
import { operatedTogether } from "../indicators/operated-together.ts";
import { relationPoints } from "../indicators/relation-points.ts";
import { suspectsOf } from "../indicators/suspects.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { standingOutFrom } from "./account-roles.ts";
import { communities } from "./communities.ts";
import { besideInOneHand } from "./one-hand.ts";
import type { Part } from "./part.ts";
import { reportedGroups } from "./reported-groups.ts";
import { counted, type Scores } from "./scores.ts";
import { type SuspectGroup, suspectGroups } from "./suspect-clusters.ts";

export interface FoundCluster {
  readonly id: string;
  readonly points: number;
  readonly typology: Typology;
  /** In the order to look at them: droppers by points, then victims. */
  readonly members: readonly number[];
  /** Suspicious relations among the members. */
  readonly relations: readonly number[];
}

/**
 * The clusters, strongest first: networks of what stands out, or, where statements were asked for
 * one by one, of what reports lead to; then what was reported and is in none.
 */
export function findClusters(
  context: Context,
  scores: Scores,
  parts: readonly Part[],
  runKey: string,
): FoundCluster[] {
  const suspects = suspectsOf(context);
  const groups = suspects ? suspectGroups(context, suspects) : networks(context, scores, parts);
  const inside = new Set(groups.flatMap(({ members }) => members));
  const outside = (account: number) => !inside.has(account);
  groups.push(...reportedGroups(context, (account) => outside(account) && isNamed(parts[account])));
  // Nothing that stands out: what was reported is still there to open a case from.
  if (groups.length === 0) groups.push(...reportedGroups(context, outside));
  return groups
    .map(({ members, relations }) => describe(context, scores, parts, members, relations, runKey))
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
}

/**
 * First the droppers: accounts of the top 3 % that chance does not explain (`clearFrom`), with some
 * points of their own, that are no possible victims. What they got as the other end of somebody's
 * burst, or from a partner, is not their own. They are joined by relations that carry at least a
 * point and by shared phones and devices, and grouped by `communities`. Then each remaining account
 * with a suspicious relation to a cluster joins the one its relations carry most to: victims, and
 * ends that only received. Payers never join two clusters into one.
 */
function networks(context: Context, scores: Scores, parts: readonly Part[]): SuspectGroup[] {
  const { relations } = context;
  const carried = relationPoints(context);
  const least = clearFrom(context, scores.points);
  const own = ownPoints(context, scores);
  const core = coreOf(context, scores, parts, own, least);
  const edges: { from: number; to: number; weight: number }[] = [];
  for (let at = 0; at < relations.count; at += 1) {
    const weight = carried[at]!;
    const [from, to] = [relations.from[at]!, relations.to[at]!];
    if (weight < PARAMETERS.tiePoints || core[from] === 0 || core[to] === 0) continue;
    edges.push({
      from,
      to,
      weight: Math.min(weight, CONSTANTS.clusters.mostTieCaps * PARAMETERS.cap),
    });
  }
  for (const [account, beside] of besideInOneHand(context)) {
    for (const other of beside) {
      if (other < account || core[account] === 0 || core[other] === 0) continue;
      edges.push({ from: account, to: other, weight: PARAMETERS.cap });
    }
  }
  const groups = communities(edges);
  const groupOf = new Map<number, number>();
  groups.forEach((members, index) => {
    for (const account of members) groupOf.set(account, index);
  });
  attach(context, scores, parts, own, least, groupOf, groups);
  const kept = groups.filter((members) => members.length >= CONSTANTS.clusters.smallest);
  const keptOf = new Map<number, number>();
  kept.forEach((members, index) => {
    for (const account of members) keptOf.set(account, index);
  });
  const within: number[][] = kept.map(() => []);
  for (let at = 0; at < relations.count; at += 1) {
    if (carried[at]! < PARAMETERS.tiePoints) continue;
    const group = keptOf.get(relations.from[at]!);
    if (group !== undefined && group === keptOf.get(relations.to[at]!)) within[group]?.push(at);
  }
  return kept.map((members, index) => ({ members, relations: within[index] ?? [] }));
}

function coreOf(
  context: Context,
  scores: Scores,
  parts: readonly Part[],
  own: Float64Array,
  least: number,
): Uint8Array {
  const loops = loopsOf(context);
  const gate = movesOn(context).weight;
  const needed = gate * CONSTANTS.clusters.ownPoints + (1 - gate) * PARAMETERS.partnerPoints;
  const core = new Uint8Array(context.flow.accounts);
  for (const account of context.peers.active) {
    const high = scores.points[account]! >= least;
    // A payer who is part of closed loops belongs to the shape that holds the network together.
    const loop = loops.points[account]! >= PARAMETERS.partnerPoints;
    if (high && own[account]! >= needed && (loop || isNamed(parts[account]))) core[account] = 1;
  }
  return core;
}

/**
 * From so many points on at least half of the accounts are more than chance. How many there would
 * be by chance is read off everybody: a straight line in log10 through the shares of 20 % and 4 %,
 * as in `calibrate` (an empirical null, Efron 2004). Never below what stands out.
 */
function clearFrom(context: Context, points: Float64Array): number {
  const least = standingOutFrom(context, points);
  if (context.held.chosen) return least;
  const sorted = Float64Array.from(context.peers.active, (account) => points[account]!).sort();
  const count = sorted.length;
  const [wider, narrower] = CONSTANTS.peerGroups.tailShares;
  const low = sorted[Math.floor(count * (1 - wider))] ?? 0;
  const high = sorted[Math.floor(count * (1 - narrower))] ?? 0;
  if (high <= low) return least;
  const slope = Math.log10(wider / narrower) / (high - low);
  let clear = sorted[count - 1] ?? 0;
  for (let above = 1; above <= count * narrower; above += 1) {
    const value = sorted[count - above]!;
    const byChance = narrower * count * 10 ** (-slope * (value - high));
    if (byChance <= PARAMETERS.coreByChance * above) clear = value;
  }
  return Math.max(least, clear);
}

/**
 * What an account shows itself: without what it has as the other end of somebody's burst, as far as
 * shapes count in this data, or from a partner.
 */
function ownPoints(context: Context, scores: Scores): Float64Array {
  const shapes = 1 - movesOn(context).weight;
  if (shapes === 0) return scores.own;
  const members = burstMember.points(context);
  return scores.own.map((points, account) => points - shapes * counted(members[account]!));
}

/**
 * Did something in the network, as far as can be said; victims and the unnamed hold nothing
 * together.
 */
function isNamed(part: Part | undefined): boolean {
  return part !== undefined && part.role !== "victim" && part.role !== "none";
}

/**
 * Adds to each group the accounts outside any that have a suspicious relation with it; the relation
 * that carries most decides, and before it the device that took the account over.
 */
function attach(
  context: Context,
  scores: Scores,
  parts: readonly Part[],
  own: Float64Array,
  least: number,
  groupOf: Map<number, number>,
  groups: number[][],
): void {
  const { relations } = context;
  const carried = relationPoints(context);
  const best = new Map<number, { points: number; group: number }>();
  for (let at = 0; at < relations.count; at += 1) {
    const points = carried[at]!;
    if (points < PARAMETERS.partnerPoints) continue;
    const [from, to] = [relations.from[at]!, relations.to[at]!];
    for (const [outside, inside] of [
      [from, to],
      [to, from],
    ] as const) {
      const part = parts[outside];
      if (part?.role === "none") continue;
      // Droppers shop and repay debts too: whom they pay, and whom we name with a part, stands out
      // from chance itself, as those who hold the network together do.
      if ((outside === to || isNamed(part)) && scores.points[outside]! < least) continue;
      // Who passed nothing on stands out by more than what partners lend it.
      if (outside === to && part?.paid === 0 && own[outside]! < PARAMETERS.receiverPoints) continue;
      const group = groupOf.get(inside);
      if (group === undefined || groupOf.has(outside)) continue;
      if (points > (best.get(outside)?.points ?? 0)) best.set(outside, { points, group });
    }
  }
  for (const [outside, { accounts }] of operatedTogether(context)) {
    if (groupOf.has(outside) || scores.points[outside]! < least) continue;
    const group = accounts.map((other) => groupOf.get(other)).find((one) => one !== undefined);
    if (group !== undefined) best.set(outside, { points: PARAMETERS.cap, group });
  }
  for (const [account, { group }] of [...best].sort(([a], [b]) => a - b)) {
    groupOf.set(account, group);
    groups[group]?.push(account);
  }
}

function describe(
  context: Context,
  scores: Scores,
  parts: readonly Part[],
  members: readonly number[],
  relations: readonly number[],
  runKey: string,
): FoundCluster {
  const numbers = members
    .map((account) => context.flow.columns.accounts.numbers[account] as string)
    .sort();
  const isVictim = (account: number) => parts[account]?.role === "victim";
  const order = [...members].sort(
    (a, b) =>
      Number(isVictim(a)) - Number(isVictim(b)) || scores.points[b]! - scores.points[a]! || a - b,
  );
  return {
    id: createHash("sha256")
      .update(`${runKey}\n${numbers.join("\n")}`)
      .digest("hex")
      .slice(0, CONSTANTS.clusters.idDigits),
    points: clusterPoints(
      order.filter((account) => !isVictim(account)).map((account) => scores.points[account]!),
    ),
    typology: typologyOf(context, parts, members, relations),
    members: order,
    relations,
  };
}

/**
 * The mean of its three strongest droppers: one loud account does not lift a cluster over a network
 * of several.
 */
function clusterPoints(points: readonly number[]): number {
  const { strongest } = CONSTANTS.clusters;
  const top = points.slice(0, strongest);
  return top.reduce((sum, value) => sum + value, 0) / strongest;
}

/** Named by its shape: cycles first, then layers, then what most of its accounts did. */
function typologyOf(
  context: Context,
  parts: readonly Part[],
  members: readonly number[],
  relations: readonly number[],
): Typology {
  if (isCycleWithin(context, members, new Set(relations))) return "cycle";
  const count = (role: FindingRole) =>
    members.filter((account) => parts[account]?.role === role).length;
  const [collectors, distributors] = [count("collector"), count("distributor")];
  const [transits, cashed] = [count("transit"), count("cash-out")];
  if (depth(context, relations) >= CONSTANTS.clusters.layers) return "layered-chain";
  const { many } = CONSTANTS.roles;
  const both = members.some(
    (account) => (parts[account]?.received ?? 0) >= many && (parts[account]?.paid ?? 0) >= many,
  );
  if (both) return "gather-scatter";
  if (collectors > 0 && distributors > 0) return "scatter-gather";
  if (distributors > 0) return "distributor";
  if (collectors > 0 && cashed <= collectors) return "collector";
  if (cashed > 0 && cashed >= transits) return "cash-out";
  return transits > 0 ? "transit" : "mixed";
}

/** Longest way of suspicious relations each after the one before, in relations. */
function depth(context: Context, relations: readonly number[]): number {
  const { first, last, from, to } = context.relations;
  const order = [...relations].sort((a, b) => first[a]! - first[b]! || a - b);
  const reached = new Map<number, number>();
  let most = 0;
  for (const relation of order) {
    const before = reached.get(from[relation]!) ?? 0;
    const length = before + 1;
    most = Math.max(most, length);
    const payee = to[relation]!;
    if (length > (reached.get(payee) ?? 0) && last[relation]! >= 0) reached.set(payee, length);
  }
  return most;
}
