import type { Movement } from "../dossier/penalty.ts";
import { least } from "../money/money.ts";
import { dayOf } from "../time/day.ts";
import type { Ledger, LedgerClaim } from "./ledger.ts";

/** A claim of the ledger with the money that came to its defendants. */
export type PenaltyClaim = LedgerClaim & {
  readonly received: readonly { readonly amount: bigint; readonly at: number }[];
};

/**
 * The money on which a penalty runs: what came to the defendants, less what came back of it,
 * whoever paid. On the last day it is what the claim may still ask for before any judgment
 * (ledger.ts, `notBack`).
 */
export function penaltyBase(claim: PenaltyClaim, ledger: Ledger): Movement[] {
  const received = claim.received.map(({ amount, at }) => ({ day: dayOf(at), amount }));
  const total = received.reduce((sum, one) => sum + one.amount, 0n);
  const losses = new Set(claim.origins.map(({ id }) => id));
  const isKnown = [...losses].every((id) => ledger.leftOf(id) !== null);
  const loss = ledger.balances.get(claim.id)?.loss ?? 0n;
  const returns = ledger.recoveries
    .map((one) => ({
      day: one.day,
      own: one.claim === claim.id ? one.amount : 0n,
      ofLoss: one.parts
        .filter(({ transferId }) => losses.has(transferId))
        .reduce((sum, part) => sum + part.amount, 0n),
    }))
    .filter(({ own, ofLoss }) => own + ofLoss > 0n)
    .sort((one, other) => one.day - other.day);
  const back: Movement[] = [];
  let [own, ofLoss, left] = [0n, 0n, total];
  for (const one of returns) {
    own += one.own;
    ofLoss += one.ofLoss;
    const open = isKnown ? least(total - own, loss - ofLoss) : total - own;
    const now = least(left, open < 0n ? 0n : open);
    if (now < left) back.push({ day: one.day, amount: now - left });
    left = now;
  }
  return [...received, ...back];
}
