import { DAY, MINUTE } from "../../time/instant.ts";
import type { Flow } from "../network/flow.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";

/**
 * Receipts or payments of every account side by side, in time order: places offsets[a] .. offsets[a
 * + 1] - 1.
 */
export interface AccountLists {
  readonly offsets: Int32Array;
  readonly row: Int32Array;
  readonly amount: Float64Array;
  readonly at: Float64Array;
}

/** Occasions of one account, each some receipts and the payments that forward them. */
export interface Candidate {
  readonly firstReceipt: number;
  readonly lastReceipt: number;
  readonly firstPayment: number;
  readonly lastPayment: number;
  readonly share: number;
  readonly waited: number;
  readonly points: number;
}

export function candidatesOf(
  account: number,
  flow: Flow,
  receipts: AccountLists,
  payments: AccountLists,
  usual: number,
): Candidate[] {
  const found: Candidate[] = [];
  const [inFrom, inTo] = [receipts.offsets[account]!, receipts.offsets[account + 1]!];
  const [outFrom, outTo] = [payments.offsets[account]!, payments.offsets[account + 1]!];
  const [least, most] = PARAMETERS.handOnShare;
  const { leastRate, perPieces, forSearch } = CONSTANTS.forwarding;
  const leastWait = (CONSTANTS.forwarding.leastWaitMinutes * MINUTE) / DAY;
  let begin = outFrom;
  for (let first = inFrom; first < inTo; first += 1) {
    const came = receipts.at[first]!;
    while (begin < outTo && payments.at[begin]! <= came) begin += 1;
    let received = 0;
    let paid = 0;
    let next = first;
    let last = came;
    for (let out = begin; out < outTo && out < begin + PARAMETERS.handOnPieces; out += 1) {
      const left = payments.at[out]!;
      if (left - came > PARAMETERS.handOnSpanDays * DAY) break;
      for (; next < inTo && receipts.at[next]! < left; next += 1) {
        received += receipts.amount[next]!;
        last = receipts.at[next]!;
      }
      if (left - last > PARAMETERS.handOnDays * DAY) break;
      paid += payments.amount[out]!;
      const share = paid / received;
      if (share > most) break;
      if (share < least) continue;
      const pieces = out - begin + 1;
      const others = outTo - outFrom - pieces;
      const rate = Math.max(
        usual * leastRate,
        (others + usual * PARAMETERS.handOnPriorDays) / (flow.span + PARAMETERS.handOnPriorDays),
      );
      const waited = left - last;
      const points =
        poissonPoints(pieces, rate * Math.max(waited / DAY, leastWait)) +
        likeSum(share) -
        perPieces * Math.log10(pieces) -
        forSearch;
      if (points <= 0) continue;
      found.push({
        firstReceipt: first,
        lastReceipt: next - 1,
        firstPayment: begin,
        lastPayment: out,
        share,
        waited,
        points,
      });
    }
  }
  return found;
}

/**
 * −log10 of the chance that an unrelated payment's sum is so close below: amounts spread over some
 * two powers of ten.
 */
function likeSum(share: number): number {
  for (const [from, points] of CONSTANTS.forwarding.likeSums) if (share >= from) return points;
  return 0;
}

/**
 * The occasions with the most points in all of which no two share a receipt (weighted intervals).
 */
export function bestWithoutOverlap(
  candidates: readonly Candidate[],
  from: number,
  to: number,
): Candidate[] {
  if (candidates.length === 0) return [];
  const ordered = [...candidates].sort(
    (a, b) => a.lastReceipt - b.lastReceipt || a.firstReceipt - b.firstReceipt,
  );
  const best = new Float64Array(to - from + 1);
  const chosen: (Candidate | undefined)[] = [];
  let at = 0;
  for (let place = 1; place < best.length; place += 1) {
    best[place] = best[place - 1]!;
    for (; ordered[at]?.lastReceipt === from + place - 1; at += 1) {
      const one = ordered[at] as Candidate;
      const sum = best[one.firstReceipt - from]! + one.points;
      if (sum <= best[place]!) continue;
      best[place] = sum;
      chosen[place] = one;
    }
  }
  const found: Candidate[] = [];
  for (let place = best.length - 1; place > 0; ) {
    const one = best[place]! > best[place - 1]! ? chosen[place] : undefined;
    if (one) found.push(one);
    place = one ? one.firstReceipt - from : place - 1;
  }
  return found.reverse();
}
