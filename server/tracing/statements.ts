import { DAY, HOME_ZONE, type Instant, offsetMilliseconds } from "../time/instant.ts";
import type { Checkpoint, Days } from "./world.ts";

/** Figures of one statement; null = the file does not state them. */
export interface StatedAccount {
  readonly account: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** Minor units. */
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly currency: string | null;
}

/** A last day without a time means the whole of it. */
export function endOf(until: Instant): Instant {
  const midnight = (until + (offsetMilliseconds(HOME_ZONE) ?? 0)) % DAY === 0;
  return midnight ? until + DAY - 1 : until;
}

/**
 * The days statements cover, in order, joined where one begins no more than a moment after the
 * other ends.
 */
export function daysCovered(statements: readonly StatedAccount[]): Days[] {
  const days: { from: Instant; until: Instant }[] = [];
  const spans = statements
    .flatMap((one) =>
      one.from === null || one.until === null ? [] : [{ from: one.from, until: endOf(one.until) }],
    )
    .sort((left, right) => left.from - right.from);
  for (const span of spans) {
    const last = days.at(-1);
    if (last === undefined || span.from > last.until + 1_000) days.push(span);
    else last.until = Math.max(last.until, span.until);
  }
  return days;
}

/**
 * The balances to hold the known transfers against. Where only the closing balance is stated the
 * opening one follows from it.
 * @param turnover what the known transfers brought in less what they took out, from the first to
 *   the last instant given
 */
export function balancesStated(
  statements: readonly StatedAccount[],
  turnover: (from: Instant, until: Instant) => bigint,
): Checkpoint[] {
  const checkpoints: Checkpoint[] = [];
  for (const { from, until, opening, closing } of statements) {
    const end = until === null ? null : endOf(until);
    if (from !== null && opening !== null)
      checkpoints.push({ at: from, kind: "opening", balance: opening });
    if (end === null || closing === null) continue;
    if (from !== null && opening === null) {
      checkpoints.push({ at: from, kind: "opening", balance: closing - turnover(from, end) });
    }
    checkpoints.push({ at: end, kind: "closing", balance: closing });
  }
  return checkpoints.sort(
    (left, right) => left.at - right.at || (left.kind === "opening" ? -1 : 1),
  );
}
