import type { Instant } from "../time/instant.ts";
import {
  type Filed,
  type Ledger,
  type LedgerClaim,
  type LedgerPayment,
  ledgerOf,
} from "./ledger.ts";

type DatedPayment = LedgerPayment & {
  readonly at: Instant;
  /** A return of blocked money: it is divided as the losses are, not as it was written down. */
  readonly measure?: boolean;
};

/**
 * Payments and returns, each by its own rule. Where a bank's row shows one, its own day counts in
 * every figure, so a ledger of an earlier day has neither of the two.
 */
function ledgerOfMoney(claims: readonly LedgerClaim[], money: readonly DatedPayment[]): Ledger {
  const [payments, returns] = [false, true].map((measure) =>
    money.filter((one) => (one.measure ?? false) === measure),
  );
  return ledgerOf(claims, payments ?? [], returns);
}

/**
 * What a claim asks for in court: what its filing keeps, else what was outstanding on the day it
 * was filed, or is today where it is not filed yet. Minor units.
 */
export function askedInCourt(
  claims: readonly LedgerClaim[],
  payments: readonly DatedPayment[],
  id: string,
): bigint {
  const kept = claims.find((claim) => claim.id === id)?.filed?.asked;
  return kept ?? askedByData(claims, payments, id);
}

/** The same as the data of today give it: money of an earlier day may have become known since. */
export function askedByData(
  claims: readonly LedgerClaim[],
  payments: readonly DatedPayment[],
  id: string,
): bigint {
  return ledgerInCourt(claims, payments, id).balances.get(id)?.outstanding ?? 0n;
}

/** The ledger of the day of filing, or of today where the claim is not filed. */
export function ledgerInCourt(
  claims: readonly LedgerClaim[],
  payments: readonly DatedPayment[],
  id: string,
): Ledger {
  const own = claims.find((claim) => claim.id === id);
  return own?.filed == null
    ? ledgerOfMoney(claims, payments)
    : ledgerOnFiling(claims, payments, { ...own, filed: own.filed });
}

/**
 * The sum owed of a claim on the day of a judgment: money of an earlier day is off, and money of
 * that very day where it was written down before the judgment. A bank row of that day executes it.
 */
export function owedOn(
  claims: readonly LedgerClaim[],
  payments: readonly DatedPayment[],
  id: string,
  { day, at }: Filed,
): bigint {
  const judged = claims.map((claim): LedgerClaim => {
    const repaid = claim.repaid.filter((row) => row.day < day && row.shows === undefined);
    return claim.id === id ? { ...claim, repaid, judgment: null } : { ...claim, repaid };
  });
  const before = payments.filter((one) => one.day < day || (one.day === day && one.at < at));
  return ledgerOfMoney(judged, before).balances.get(id)?.outstanding ?? 0n;
}

/** The ledger as it was on the day a claim was filed. */
export function ledgerOnFiling(
  claims: readonly LedgerClaim[],
  payments: readonly DatedPayment[],
  own: LedgerClaim & { readonly filed: Filed },
): Ledger {
  const { filed } = own;
  const asFiled = claims.map((claim): LedgerClaim => {
    const repaid = claim.repaid.filter((row) => row.day <= filed.day && row.shows === undefined);
    const judgment =
      claim.judgment !== null && claim.judgment.day < filed.day ? claim.judgment : null;
    return claim.id === own.id
      ? { ...claim, status: "filed", repaid, judgment: null }
      : { ...claim, repaid, judgment };
  });
  return ledgerOfMoney(
    asFiled,
    payments.filter((one) => isUntil(filed, one)),
  );
}

/** Money of the very day of a filing counts where it was written down before it. */
export function isUntil(filed: Filed, { day, at }: Filed): boolean {
  return day < filed.day || (day === filed.day && at <= filed.at);
}
