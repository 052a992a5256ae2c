import type { Instant } from "../time/instant.ts";

/**
 * The sums that a court has given, and when; minor units, days since 1970-01-01. `since` = the day
 * of the first judgment, where this one was given on appeal: what was paid since then executes it.
 */
export interface Award {
  readonly sum: bigint;
  /** The penalty that it gives; it is no part of what is outstanding. */
  readonly penalty?: bigint;
  readonly day: number;
  readonly since?: number;
  /** When the first judgment was written down: money of its very day that stood before is off. */
  readonly at?: Instant;
}

interface Judged {
  readonly judgment: Award | null;
}

interface Dated {
  readonly day: number;
  /** When it was written down; null or absent for a bank row. */
  readonly at?: Instant | null;
}

/**
 * Money that came since the judgment, of an appeal since the first one, pays what the court gave.
 * The court's sum has the money off that came before, of the debt and of the penalty.
 */
export function executesAward(claim: Judged, one: Dated): boolean {
  const { judgment } = claim;
  if (judgment === null || isBeforeAward(claim, one)) return false;
  return one.day >= (judgment.since ?? judgment.day);
}

/** Money of the very day of the judgment that was written down before it. */
export function isBeforeAward({ judgment }: Judged, { day, at }: Dated): boolean {
  if (judgment === null) return false;
  return day === (judgment.since ?? judgment.day) && at != null && at < (judgment.at ?? 0);
}
