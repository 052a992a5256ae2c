import type { Context } from "../indicators/context.ts";
import { placesOf } from "../indicators/suspect-rows.ts";
import type { Suspects } from "../indicators/suspects.ts";
import { CONSTANTS } from "../parameters.ts";
import { communities } from "./communities.ts";
import { besideInOneHand } from "./one-hand.ts";

/** A group with the relations that stolen money went along within it. */
export interface SuspectGroup {
  readonly members: readonly number[];
  readonly relations: readonly number[];
}

/**
 * Groups of named accounts that paid each other stolen money, with the victims who paid them.
 * Payments weigh one each, three at most; large parts go through Louvain. A lone account joins a
 * group by a shared phone, device or holder; two groups are never joined by one. An account with
 * nobody beside it is a group of its own, so that a case can always be opened.
 */
export function suspectGroups(context: Context, suspects: Suspects): SuspectGroup[] {
  const { of, named, share, presumed } = suspects;
  const { rows, stolen } = of;
  const weight = new Map<string, { from: number; to: number; weight: number }>();
  for (const [place, part] of share) {
    const [from, to] = [rows.from[place]!, rows.to[place]!];
    if (part < CONSTANTS.suspects.stolenShare || presumed.has(place) || stolen.has(place)) continue;
    if (named[from] === 0 || named[to] === 0) continue;
    const ends = from < to ? { from, to } : { from: to, to: from };
    const key = `${ends.from} ${ends.to}`;
    const known = weight.get(key);
    if (known) known.weight = Math.min(CONSTANTS.suspects.mostTie, known.weight + 1);
    else weight.set(key, { ...ends, weight: 1 });
  }
  const edges = [...weight.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  const groups = communities(edges);
  joinLone(context, suspects, groups);
  return groups.map((members) => withVictims(context, suspects, members));
}

/** Named accounts outside every group: by phone, device or holder into one, else alone. */
function joinLone(context: Context, { of, named }: Suspects, groups: number[][]): void {
  const groupOf = new Map(
    groups.flatMap((members, group) => members.map((account) => [account, group] as const)),
  );
  const { actorOf } = of.rows;
  const groupOfActor = new Map([...groupOf].map(([account, group]) => [actorOf[account]!, group]));
  const contacts = besideInOneHand(context);
  const lone: number[] = [];
  named.forEach((is, account) => {
    if (is === 1 && !groupOf.has(account)) lone.push(account);
  });
  const alone = lone.filter((account) => {
    const beside = [...(contacts.get(account) ?? [])].sort((a, b) => a - b);
    const group =
      groupOfActor.get(actorOf[account]!) ??
      beside.map((other) => groupOf.get(other)).find((one) => one !== undefined);
    if (group === undefined) return true;
    groups[group]?.push(account);
    return false;
  });
  const own = new Map<string, number>();
  for (const account of alone) {
    const beside = [account, ...(contacts.get(account) ?? [])].filter((other) =>
      alone.includes(other),
    );
    const keys = [`holder ${actorOf[account]}`, ...beside.map((other) => `contact ${other}`)];
    const group = keys.map((key) => own.get(key)).find((one) => one !== undefined) ?? groups.length;
    const members = groups[group];
    if (members) members.push(account);
    else groups.push([account]);
    for (const key of [`holder ${actorOf[account]}`, `contact ${account}`]) own.set(key, group);
  }
}

/** Reporters join the group of whom they paid first; relations are those of stolen money. */
function withVictims(
  { relationOfRow }: Context,
  { of, share, presumed }: Suspects,
  droppers: readonly number[],
): SuspectGroup {
  const { rows, incoming, stolen } = of;
  const inside = new Set(droppers);
  const victims = new Set<number>();
  const relations = new Set<number>();
  for (const account of droppers) {
    for (const place of placesOf(incoming, account)) {
      const payer = rows.from[place]!;
      const relation = relationOfRow[rows.row[place]!]!;
      if (stolen.has(place)) victims.add(payer);
      const traced = share.has(place) && !presumed.has(place) && inside.has(payer);
      if (relation !== -1 && (stolen.has(place) || traced)) relations.add(relation);
    }
  }
  for (const account of droppers) victims.delete(account);
  return {
    members: [...droppers, ...[...victims].sort((a, b) => a - b)],
    relations: [...relations].sort((a, b) => a - b),
  };
}
