import type { TraceMethod } from "../../contract/tracing.ts";
import { allocate } from "../money/money.ts";
import { ringsOf } from "./rings.ts";
import { firstInFirstOut, lastInFirstOut } from "./rules/fifo-and-lifo.ts";
import type { Part } from "./rules/pot.ts";

/** One victim's part of a step: between which accounts, and whose they are. */
export interface Passage {
  readonly fromAccount: string;
  readonly toAccount: string;
  /** Holders; the victim himself for his own accounts. */
  readonly from: string;
  readonly to: string;
  /** Minor units of the victim's money. */
  readonly amount: bigint;
  /** Paid by the victim himself: money that has been on nobody's account yet. */
  readonly direct: boolean;
}

/** Parts of one payment beyond so many are followed as one, which has been wherever they were. */
const MOST_PARTS = 64;

/**
 * How much of each of a victim's payments had never been on the payee's accounts before: what comes
 * round a ring is claimed once. Each tenge is followed with the holders it has been with, and
 * leaves an account by the rule of the trace. Having passed money on earlier is not enough: other
 * money of the same victim may come to him later by the same way.
 */
export function firstVisits(method: TraceMethod, passages: readonly Passage[]): bigint[] {
  const rings = ringsOf(passages.map(({ from, to }) => [from, to] as const));
  const movesToSelf = new Set(passages.flatMap(({ from, to }) => (from === to ? [from] : [])));
  /** Whether anything that leaves the holder can come to him again. */
  const comesBack = (holder: string) =>
    movesToSelf.has(holder) || rings.isShared(rings.ringOf(holder));
  const visits = visitedSets();
  const pots = new Map<string, Visits>();
  const potOf = (account: string) => {
    const pot = pots.get(account) ?? emptyPot(method);
    pots.set(account, pot);
    return pot;
  };
  return passages.map(({ fromAccount, toAccount, from, to, amount, direct }) => {
    const parts = direct || !comesBack(from) ? [] : potOf(fromAccount).take(amount);
    // Money that has left a ring for good never comes back into it: there its way begins anew.
    if (direct || rings.ringOf(from) !== rings.ringOf(to)) {
      if (comesBack(to)) potOf(toAccount).add(visits.with(visits.none, to), amount);
      return amount;
    }
    const seen = parts.reduce((sum, part) => sum + part.amount, 0n);
    const all = amount > seen ? [...parts, { tag: visits.none, amount: amount - seen }] : parts;
    let fresh = 0n;
    for (const part of joinedBeyond(MOST_PARTS, all, visits.union)) {
      if (!visits.has(part.tag, to)) fresh += part.amount;
      potOf(toAccount).add(visits.with(part.tag, to), part.amount);
    }
    return fresh;
  });
}

/** A pot whose tags say where each part of it has been. */
interface Visits {
  add(tag: number, amount: bigint): void;
  take(amount: bigint): readonly Part[];
}

function emptyPot(method: TraceMethod): Visits {
  if (method === "lifo") return ordered(lastInFirstOut());
  return method === "fifo" ? ordered(firstInFirstOut()) : mixed();
}

function ordered(pot: ReturnType<typeof firstInFirstOut>): Visits {
  return { add: pot.add, take: (amount) => pot.take(amount, "account") };
}

/** Under every rule that mixes, one victim's money on an account leaves in equal shares. */
function mixed(): Visits {
  const held = new Map<number, bigint>();
  return {
    add: (tag, amount) => held.set(tag, (held.get(tag) ?? 0n) + amount),
    take: (amount) => {
      const tags = [...held.keys()];
      const total = [...held.values()].reduce((sum, one) => sum + one, 0n);
      const shares = amount < total ? allocate(amount, [...held.values()]) : [...held.values()];
      for (const [at, tag] of tags.entries()) {
        const left = (held.get(tag) as bigint) - (shares[at] as bigint);
        if (left > 0n) held.set(tag, left);
        else held.delete(tag);
      }
      return tags.flatMap((tag, at) =>
        shares[at] === 0n ? [] : [{ tag, amount: shares[at] as bigint }],
      );
    },
  };
}

function joinedBeyond(
  most: number,
  parts: readonly Part[],
  union: (tags: readonly number[]) => number,
): readonly Part[] {
  if (parts.length <= most) return parts;
  const amount = parts.reduce((sum, part) => sum + part.amount, 0n);
  return [{ tag: union(parts.map((part) => part.tag)), amount }];
}

/** Sets of holders by number, each set once. */
function visitedSets() {
  const sets: ReadonlySet<string>[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (set: ReadonlySet<string>): number => {
    const key = JSON.stringify([...set].sort());
    const known = numbers.get(key);
    if (known !== undefined) return known;
    sets.push(set);
    numbers.set(key, sets.length - 1);
    return sets.length - 1;
  };
  const of = (tag: number) => sets[tag] as ReadonlySet<string>;
  return {
    none: numberOf(new Set()),
    has: (tag: number, holder: string) => of(tag).has(holder),
    with: (tag: number, holder: string) =>
      of(tag).has(holder) ? tag : numberOf(new Set([...of(tag), holder])),
    union: (tags: readonly number[]) => numberOf(new Set(tags.flatMap((tag) => [...of(tag)]))),
  };
}
