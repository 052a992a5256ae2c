import { DAY } from "../../time/instant.ts";
import type { Context } from "../indicators/context.ts";
import { placesOf, type SuspectRows } from "../indicators/suspect-rows.ts";
import type { Suspects } from "../indicators/suspects.ts";
import { CONSTANTS } from "../parameters.ts";
import { communities } from "./communities.ts";
import type { WeightedEdge } from "./flat-graph.ts";
import { besideInOneHand } from "./one-hand.ts";

/** A group with the relations that stolen money went along within it. */
export interface SuspectGroup {
  readonly members: readonly number[];
  readonly relations: readonly number[];
}

/**
 * Groups of named accounts that paid each other stolen money, or that one victim paid in one fraud,
 * with the victims who paid them. Each of these weighs one, three at most a pair; large parts go
 * through Louvain. A lone account joins a group by a shared phone, device or holder; two groups are
 * never joined by one. An account with nobody beside it is a group of its own, so that a case can
 * always be opened.
 */
export function suspectGroups(context: Context, suspects: Suspects): SuspectGroup[] {
  const groups = communities(tiesOf(suspects));
  joinLone(context, suspects, groups);
  return groups.map((members) => withVictims(context, suspects, members));
}

/** Pairs of named accounts, in order, with how often something ties them. */
function tiesOf({ of, named, share, presumed }: Suspects): WeightedEdge[] {
  const { rows, stolen } = of;
  const weight = new Map<string, WeightedEdge>();
  const tie = (left: number, right: number) => {
    const [from, to] = left < right ? [left, right] : [right, left];
    const known = weight.get(`${from} ${to}`)?.weight ?? 0;
    weight.set(`${from} ${to}`, {
      ...{ from, to },
      weight: Math.min(CONSTANTS.suspects.mostTie, known + 1),
    });
  };
  for (const [place, part] of share) {
    const [from, to] = [rows.from[place]!, rows.to[place]!];
    if (part < CONSTANTS.suspects.stolenShare || presumed.has(place) || stolen.has(place)) continue;
    if (named[from] === 1 && named[to] === 1) tie(from, to);
  }
  for (const [left, right] of paidInOneFraud(of, named)) tie(left, right);
  return [...weight.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/**
 * Pairs of named accounts that one victim reported to have paid, as strangers, within three days,
 * each pair once: one fraud. A person who was robbed twice paid the others at another time.
 */
function paidInOneFraud({ rows, stolen, isStranger }: SuspectRows, named: Uint8Array) {
  const window = CONSTANTS.suspects.oneFraudDays * DAY;
  const byVictim = new Map<number, number[]>();
  for (const place of [...stolen].sort((a, b) => a - b)) {
    if (named[rows.to[place]!] === 0 || !isStranger(place)) continue;
    const own = byVictim.get(rows.from[place]!);
    if (own) own.push(place);
    else byVictim.set(rows.from[place]!, [place]);
  }
  const pairs = new Map<string, readonly [number, number]>();
  for (const places of byVictim.values())
    for (const [at, place] of places.entries())
      for (const other of places.slice(0, at)) {
        const [left, right] = [rows.to[place]!, rows.to[other]!].sort((a, b) => a - b);
        if (left === right || Math.abs(rows.at[place]! - rows.at[other]!) > window) continue;
        pairs.set(`${left} ${right}`, [left as number, right as number]);
      }
  return pairs.values();
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
