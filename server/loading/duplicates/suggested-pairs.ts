import { recordKey, type SourceRecord } from "../record/source-record.ts";
import { type Decisions, isOtherSide, pairName } from "./same-transfer.ts";

/** Two transfers that may be one: a person decides. */
export interface Suggestion {
  readonly left: SourceRecord;
  readonly right: SourceRecord;
  /** "days-apart:3", "other-time", "masked", "corrected". */
  readonly why: string;
}

const WEEK = 7;

/**
 * Among transfers of one group, those that may be one though it is not sure. Different sources
 * recorded them, at least one of them an account's statement, never both from the same side, at
 * most seven days apart. Or any two sources recorded them, and only the seconds are missing in one.
 * The nearest first, each at most once.
 */
export function suggestPairs(
  clusters: readonly SourceRecord[][],
  decisions: Decisions,
): Suggestion[] {
  const possible: { left: SourceRecord; right: SourceRecord; days: number; time: number }[] = [];
  const ordered = [...clusters].sort(
    (one, other) => firstOf(one).bookedAt - firstOf(other).bookedAt,
  );
  for (const [at, left] of ordered.entries()) {
    for (const right of ordered.slice(at + 1)) {
      if (firstOf(right).day - firstOf(left).day > WEEK + 1) break;
      const pair = nearestRows(left, right);
      if (pair !== undefined && pair.days <= WEEK && mayBeOne(left, right, decisions, secondsLost))
        possible.push(pair);
    }
  }
  return oneToOne(possible).map(({ left, right, days }) => ({
    left,
    right,
    why: days === 0 ? "other-time" : `days-apart:${days}`,
  }));
}

/** The nearest first, each row in at most one pair. */
export function oneToOne<
  Pair extends { left: SourceRecord; right: SourceRecord; days: number; time: number },
>(possible: readonly Pair[]): Pair[] {
  const taken = new Set<string>();
  return [...possible]
    .sort(
      (one, other) =>
        one.days - other.days || one.time - other.time || (nameOf(one) < nameOf(other) ? -1 : 1),
    )
    .filter(({ left, right }) => {
      const keys = [recordKey(left), recordKey(right)];
      if (keys.some((key) => taken.has(key))) return false;
      for (const key of keys) taken.add(key);
      return true;
    });
}

/**
 * No source records both (but the two accounts' statements in one file). No side's own statement
 * records both, unless `recordedAgain` says that two statements of one side may. At least one is a
 * statement, and nobody decided it.
 */
export function mayBeOne(
  left: readonly SourceRecord[],
  right: readonly SourceRecord[],
  decisions: Decisions,
  recordedAgain: (one: SourceRecord, other: SourceRecord) => boolean = () => false,
): boolean {
  let statement = false;
  for (const one of left) {
    for (const other of right) {
      if (one.sourceId === other.sourceId && !isOtherSide(one, other)) return false;
      const again = recordedAgain(one, other);
      if (one.ownSide !== null && one.ownSide === other.ownSide && !again) return false;
      if (again || one.ownSide !== null || other.ownSide !== null) statement = true;
      if (decisions.rejected.has(pairName(recordKey(one), recordKey(other)))) return false;
    }
  }
  return statement;
}

const MINUTE = 60_000;

/**
 * The same minute, and one of the two has no seconds. An export that writes only hours and minutes
 * tells of the transfer that another one tells of to the second.
 */
export function secondsLost(one: SourceRecord, other: SourceRecord): boolean {
  if (one.dayOnly || other.dayOnly || one.bookedAt === other.bookedAt) return false;
  const [whole, withSeconds] =
    one.bookedAt < other.bookedAt ? [one.bookedAt, other.bookedAt] : [other.bookedAt, one.bookedAt];
  return whole % MINUTE === 0 && withSeconds - whole < MINUTE;
}

function nearestRows(left: readonly SourceRecord[], right: readonly SourceRecord[]) {
  const pairs = left.flatMap((one) =>
    right.map((other) => ({
      left: one,
      right: other,
      days: Math.abs(one.day - other.day),
      time: Math.abs(one.bookedAt - other.bookedAt),
    })),
  );
  return pairs.sort((a, b) => a.days - b.days || a.time - b.time)[0];
}

function nameOf({ left, right }: { left: SourceRecord; right: SourceRecord }): string {
  return pairName(recordKey(left), recordKey(right));
}

function firstOf(cluster: readonly SourceRecord[]): SourceRecord {
  return cluster[0] as SourceRecord;
}
