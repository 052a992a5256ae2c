import { isAbout, isPartOf, type StatedFigure } from "../tracing/stated-figure.ts";
import {
  type BankTransfer,
  type FigureDecision,
  paidByVictim,
  type ReportedTransfer,
} from "./form.ts";

/** A stolen transfer of which the victim states another sum than the bank. */
export interface FigureDifference {
  readonly report: string;
  readonly transferId: string;
  readonly claim: string | null;
  readonly stated: StatedFigure;
  readonly transfer: BankTransfer;
  /** null = nobody has decided about exactly these two sums. */
  readonly decision: FigureDecision | null;
}

/**
 * The difference in a reported transfer; null where the sums agree or one is not known. The word of
 * somebody who did not pay is no figure of the victim's.
 */
export function differenceOf(one: ReportedTransfer): FigureDifference | null {
  const { stated = null, figure = null, transfer } = one;
  if (stated === null || transfer === null || !paidByVictim(one.victim, transfer)) return null;
  if (stated.amount === transfer.amount && stated.currency === transfer.currency) return null;
  const stands = figure !== null && isAbout(figure, stated, transfer.amount);
  const { report, transferId, claim } = one;
  return { report, transferId, claim, stated, transfer, decision: stands ? figure : null };
}

/**
 * The sum a claim takes of a victim's own transfer: all of it, or the victim's figure where a
 * person has decided so. Of a transfer never more is claimed than it was.
 */
export function claimedOf(one: ReportedTransfer, transfer: BankTransfer): bigint {
  const difference = differenceOf(one);
  return difference?.decision?.claim === "stated" && mayClaimStated(difference)
    ? difference.stated.amount
    : transfer.amount;
}

/**
 * Reported transfers with the sum to claim. Where several reports name one transfer, the last
 * decision about it counts for all of them.
 */
export function lastDecided(all: readonly ReportedTransfer[]): ReportedTransfer[] {
  const last = new Map<string, { readonly one: ReportedTransfer; readonly at: number }>();
  for (const one of all) {
    const at = differenceOf(one)?.decision?.at;
    if (at !== undefined && at >= (last.get(one.transferId)?.at ?? at))
      last.set(one.transferId, { one, at });
  }
  return all.map((one) => {
    const claimable = last.get(one.transferId)?.one.claimable;
    return claimable === undefined ? one : { ...one, claimable };
  });
}

/** Sums in minor units that victims state and nobody has decided about, by the transfer. */
export function undecidedSums(all: readonly FigureDifference[]): Map<string, bigint> {
  const open = all.filter(({ decision }) => decision === null);
  return new Map(open.map(({ transferId, stated }) => [transferId, stated.amount]));
}

/** The victim's figure can be claimed only as a part of what the account received. */
export function mayClaimStated({ stated, transfer }: FigureDifference): boolean {
  return isPartOf(stated, transfer);
}
