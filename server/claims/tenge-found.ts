import { isStanding } from "../../contract/claim-steps.ts";
import { dayOf } from "../time/day.ts";
import type { BankTransfer } from "./form.ts";
import type { LedgerNow } from "./ledger.store.ts";
import { mayBeSamePayment } from "./ledger.ts";
import { penaltyOf } from "./penalty-paid.ts";
import type { Return } from "./repaid.ts";
import type { StoredPayment } from "./stored-payments.ts";
import { RETURNED_BY_BANK } from "./uncounted-returns.ts";

/**
 * Tenge that look like a repayment of a claim in another currency. Whatever the way they came, a
 * bank's row or blocked money that was returned, they count once a person writes them down as a
 * payment with a rate (docs/claims.md, "A payment in tenge").
 */
export interface TengeFound {
  readonly by: "bank-row" | "return";
  /** Of the transfer, or of the entry of the register. */
  readonly id: string;
  /** Tiyn that nothing counts yet; never zero. */
  readonly amount: bigint;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** null for a return. */
  readonly row: BankTransfer | null;
}

/** A return of the register that belongs to no claim. */
export interface FreeReturn {
  readonly id: string;
  readonly amount: bigint;
  readonly day: number;
  /** Key of the holder of the account, else the account. */
  readonly payer: string;
}

type Known = Pick<LedgerNow, "claims" | "balances" | "payments" | "repaid" | "shown" | "inTenge">;

/** Whether tenge may still be proposed on a claim: it is in another currency, and owed. */
export function mayTakeTenge(ledger: Pick<Known, "claims" | "balances" | "payments">, id: string) {
  const own = ledger.claims.find((one) => one.id === id);
  if (own === undefined || own.currency === "KZT" || !isStanding(own.status)) return false;
  const counting = ledger.payments.filter((one) => one.cancelled === null);
  const debt = ledger.balances.get(id)?.outstanding ?? 0n;
  return debt > 0n || penaltyOf(own, counting).outstanding > 0n;
}

/** Tenge of a claim's defendants that nobody has written down, and no claim in tenge counts. */
export function tengeFound(
  ledger: Known,
  id: string,
  returns: readonly FreeReturn[] = [],
): TengeFound[] {
  const own = ledger.claims.find((one) => one.id === id);
  if (own === undefined || !mayTakeTenge(ledger, id)) return [];
  const inTenge = ledger.payments.filter(
    ({ tenge, victim, cancelled }) => tenge != null && victim === own.victim && cancelled === null,
  );
  const rows = ledger.inTenge.get(id) ?? [];
  return [
    ...rowsFound(rows, ledger, inTenge),
    ...returnsFound(
      returns.filter((one) => !rows.some(({ transfer }) => isSame(one, paidBy(transfer)))),
      inTenge,
    ),
  ].sort((one, other) => one.day - other.day || (one.id < other.id ? -1 : 1));
}

function rowsFound(
  rows: readonly Return[],
  { repaid, shown }: Known,
  inTenge: readonly StoredPayment[],
): TengeFound[] {
  const showing = new Set(shown.values());
  const counted = new Map<string, bigint>();
  for (const { transfer, amount } of [...repaid.values()].flat())
    counted.set(transfer.id, (counted.get(transfer.id) ?? 0n) + amount);
  const take = takeOnce(inTenge.filter((one) => !shown.has(one.id)));
  return rows.flatMap(({ transfer, taken }): TengeFound[] => {
    if (showing.has(transfer.id)) return [];
    const { id, amount, bookedAt } = transfer;
    const left = amount - taken - (counted.get(id) ?? 0n);
    const day = dayOf(bookedAt);
    // The rest of a row that a claim in tenge counts in part is written down by its own sum.
    if (left <= 0n || (left < amount && take({ amount: left, day }))) return [];
    return [{ by: "bank-row", id, amount: left, day, row: transfer }];
  });
}

function returnsFound(
  returns: readonly FreeReturn[],
  inTenge: readonly StoredPayment[],
): TengeFound[] {
  const take = takeOnce(inTenge.filter(({ source }) => RETURNED_BY_BANK.has(source)));
  return returns.flatMap(({ payer, ...one }): TengeFound[] =>
    take(one, payer) ? [] : [{ ...one, by: "return", row: null }],
  );
}

/** Whether one of the payments may be this money; each is of one receipt only. */
function takeOnce(payments: readonly StoredPayment[]) {
  const used = new Set<string>();
  return (money: Money, payer?: string): boolean => {
    const found = payments.find(
      (one) =>
        !used.has(one.id) &&
        (payer === undefined || one.payer === null || one.payer === payer) &&
        mayBeSamePayment({ amount: one.tenge?.amount ?? 0n, day: one.day }, money),
    );
    if (found !== undefined) used.add(found.id);
    return found !== undefined;
  };
}

interface Money {
  readonly amount: bigint;
  readonly day: number;
}

/** A return that stands in the bank's file is shown as the row. */
function isSame(one: FreeReturn, row: Money & { readonly payer: string }): boolean {
  return one.payer === row.payer && mayBeSamePayment(one, row);
}

function paidBy({ amount, bookedAt, payer, from }: BankTransfer) {
  return { amount, day: dayOf(bookedAt), payer: payer?.key ?? from };
}
