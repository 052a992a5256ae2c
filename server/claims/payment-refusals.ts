import type { ClaimStatus } from "../../contract/claim-steps.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import type { BankRow, PaymentSource, TengePaid } from "../../contract/ledger.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal } from "../money/money.ts";
import { dayNumber, dayOf, dayText } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";
import type { LedgerNow } from "./ledger.store.ts";
import { mayBeSamePayment } from "./ledger.ts";
import type { PaidInTenge } from "./paid-in-tenge.ts";
import type { HeldClaim } from "./record.ts";
import { inTengeBetween, payersOf } from "./shown-by-rows.ts";
import { standingSteps, type TakenStep } from "./steps.ts";
import { paymentRefusal } from "./takes-payment.ts";
import { isReturnAgain, RETURNED_BY_BANK } from "./uncounted-returns.ts";

/** Payments that a claim does not take, and why. */

export interface PaymentWanted {
  readonly day: string;
  /** Minor units of the claim as text, as it stands on the receipt; null = by the tenge's rate. */
  readonly amount?: string | null;
  /** Tenge that came on a claim in another currency (paid-in-tenge.ts). */
  readonly tenge?: TengePaid | null;
  /** The part of it that pays the penalty; null = what is left once the debt is paid. */
  readonly penalty?: string | null;
  readonly source: PaymentSource;
  readonly receipt: string;
  /** Key or IIN of the defendant who paid. */
  readonly payer?: string | null;
  /** Why it is another payment than a bank's row of the same sum; null = nobody says so. */
  readonly apart?: string | null;
}

/** A claim that has left its draft and stands takes payments up to today. Answers the day. */
export function payable(id: string, claim: HeldClaim, wanted: PaymentWanted, actor: Actor): number {
  const { status, firstAt } = claim;
  const refusal = paymentRefusal(id, status);
  if (refusal !== null) throw new UserError({ ...refusal, status: 409 });
  if (!saysSomething(wanted.receipt)) {
    throw new UserError({
      code: "payment-needs-receipt",
      message: "The payment has no receipt.",
      remedy: "Write the number of the receipt or payment order.",
    });
  }
  const day = dayIn(wanted.day);
  refuseSource(id, claim, wanted.source, day);
  if (firstAt != null && day < dayOf(firstAt)) {
    const stolen = dayText(dayOf(firstAt));
    throw new UserError({
      code: "payment-before-loss",
      message: `${wanted.day} lies before ${stolen}, when the first money of the claim was sent.`,
      remedy: "Give the day on which the money came.",
      params: { day: wanted.day, stolen },
    });
  }
  if (day <= dayOf(actor.at)) return day;
  throw new UserError({
    code: "payment-future",
    message: `${wanted.day} is still to come.`,
    remedy: "Give the day on which the money came.",
    params: { day: wanted.day },
  });
}

/** A court's decision and its enforcement bring money once there is one, not before its day. */
function refuseSource(id: string, { moves }: HeldClaim, source: PaymentSource, day: number): void {
  if (hasGround(moves, { source, day })) return;
  const needed = NEEDED_FOR[source] ?? "judgment";
  const since = standingSteps(moves).find(({ to }) => to === needed)?.facts.day;
  throw new UserError({
    code: "payment-source",
    status: 409,
    message:
      since === undefined
        ? `Claim ${id} has no step "${needed}" that the payment could come from.`
        : `The step "${needed}" of claim ${id} is of ${since}, after the payment.`,
    remedy: "Write that step down first, or choose who paid.",
    params: { claim: id },
  });
}

/** The step that money of this source comes by stands, and is not of a later day. */
export function hasGround(
  moves: readonly TakenStep[],
  { source, day }: { readonly source: PaymentSource; readonly day: number },
): boolean {
  const needed = NEEDED_FOR[source];
  if (needed === undefined) return true;
  const step = standingSteps(moves).find(({ to }) => to === needed);
  const since = step?.facts.day;
  return step !== undefined && (since === undefined || day >= dayIn(since));
}

const NEEDED_FOR: Partial<Record<PaymentSource, ClaimStatus>> = {
  judgment: "judgment",
  enforcement: "enforcement",
};

export function dayIn(text: string): number {
  const day = dayNumber(text);
  if (day !== null) return day;
  throw new UserError({
    code: "payment-day",
    message: `${text} is no day.`,
    remedy: "Give days like this: 2026-03-05.",
    params: { day: text },
  });
}

/** A payment as a bank's row of it would look. */
interface Received {
  readonly amount: bigint;
  readonly day: number;
  readonly tenge: PaidInTenge | null;
  readonly payer: string | null;
}

/**
 * The bank's row of the same payment, or the register's entry, counts already. A person may say why
 * it is another payment than the row (`apart`), and finds it in the file to judge (`inFile`).
 */
export async function refuseSameRow(
  ledger: LedgerNow,
  claim: string,
  wanted: Pick<PaymentWanted, "source" | "apart">,
  paid: Received,
  inFile: (transferId: string) => Promise<BankRow | undefined>,
): Promise<void> {
  if (RETURNED_BY_BANK.has(wanted.source)) {
    const own = ledger.claims.find(({ id }) => id === claim);
    const money = { ...paid, claim, currency: own?.currency ?? "", victim: own?.victim };
    const returned = ledger.payments.find((one) => one.measure && isReturnAgain(money, one));
    if (returned !== undefined)
      throw new UserError({
        code: "payment-in-register",
        status: 409,
        message: `The return ${returned.id} of ${dayText(returned.day)} in the register counts this payment already.`,
        remedy: "Write down only what the register of measures does not show.",
        params: { measure: returned.id, day: dayText(returned.day) },
      });
  }
  if (saysSomething(wanted.apart ?? "")) return;
  const [same] = sameRows(ledger, claim, paid);
  if (same === undefined) return;
  const found = await inFile(same.id);
  const file = found?.file ?? "—";
  const row = found === undefined ? "—" : String(found.row);
  const at = found === undefined ? dayText(same.day) : new Date(found.at).toISOString();
  throw new UserError({
    code: "payment-in-data",
    status: 409,
    message: `Row ${row} of the bank's file "${file}" (${at}, ${same.id}) counts this payment already.`,
    remedy: "Write down only what the bank's files do not show, or say why it is another payment.",
    params: { transfer: same.id, day: dayText(same.day), file, row, at },
  });
}

/**
 * The rows that count and may be of a payment. Of tenge on a claim in another currency they stand
 * at a claim in tenge, where there is one.
 */
export function sameRows(
  ledger: LedgerNow,
  claim: string,
  { amount, day, tenge, payer }: Received,
) {
  const own = ledger.claims.find(({ id }) => id === claim);
  if (tenge === null || own === undefined)
    return rowsOf(ledger, claim).filter((one) => mayBeSamePayment(one, { amount, day }));
  const paid = { amount: tenge.amount, day };
  return inTengeBetween(ledger.claims, own.victim, payersOf(payer, own))
    .flatMap(({ id }) => rowsOf(ledger, id))
    .filter((one) => mayBeSamePayment(one, paid));
}

/**
 * The rows in tenge that count nowhere and may be of a payment on a claim in another currency: they
 * show it, and refuse it not.
 */
export function uncountedRows(
  { inTenge }: LedgerNow,
  claim: string,
  { day, tenge }: Pick<Received, "day" | "tenge">,
) {
  if (tenge === null) return [];
  const paid = { amount: tenge.amount, day };
  return (inTenge.get(claim) ?? [])
    .map(({ transfer: { id, amount, bookedAt } }) => ({ id, amount, day: dayOf(bookedAt) }))
    .filter((one) => mayBeSamePayment(one, paid));
}

/** Bank rows that count on a claim, each by its whole sum and by the part that is the claim's. */
function rowsOf({ repaid, claims }: LedgerNow, claim: string) {
  const since = (repaid.get(claim) ?? []).flatMap(({ transfer: { id, ...row }, amount }) =>
    [row.amount, amount].map((sum) => ({ id, amount: sum, day: dayOf(row.bookedAt) })),
  );
  const taken = claims.find(({ id }) => id === claim)?.taken ?? [];
  const inDraft = taken.filter(({ shows }) => shows === undefined);
  return [...since, ...inDraft.map(({ transferId: id, amount, day }) => ({ id, amount, day }))];
}

interface Sums {
  readonly debt: bigint;
  readonly penalty: bigint;
}

/**
 * Nobody pays more than is owed, of the debt and of the penalty, each by itself. `tenge`: in which
 * the payment came on a claim in another currency.
 */
export function refuseAbove(
  id: string,
  claim: HeldClaim,
  paid: Sums & { readonly tenge: PaidInTenge | null },
  owed: Sums,
): void {
  const { currency } = claim;
  const money = (amount: bigint) => `${formatDecimal(amount, currency)} ${currency}`;
  if (paid.penalty < 0n || paid.penalty > owed.penalty) {
    const penalty = money(owed.penalty);
    throw new UserError({
      code: "payment-penalty-above",
      status: 409,
      message: `${penalty} of penalty are outstanding of claim ${id}, and the payment has more.`,
      remedy: "Give the part of the payment that is penalty; the rest pays the debt.",
      params: { claim: id, penalty },
    });
  }
  const isNothing = paid.debt === 0n && paid.penalty === 0n;
  if (paid.debt >= 0n && paid.debt <= owed.debt && !isNothing) return;
  if (owed.penalty === 0n && currency !== "KZT") throw aboveInCurrency(id, claim, paid, owed.debt);
  if (owed.penalty === 0n) throw aboveOutstanding(id, claim, owed.debt);
  const [debt, penalty] = [money(owed.debt), money(owed.penalty)];
  throw new UserError({
    code: "payment-above-both",
    status: 409,
    message: `Of claim ${id} ${debt} of debt and ${penalty} of penalty are outstanding.`,
    remedy: "Give no more than both together, and say how much of it is penalty.",
    params: { claim: id, debt, penalty },
  });
}

/** The claim is in another currency than most receipts are. */
function aboveInCurrency(
  id: string,
  { currency }: HeldClaim,
  { debt, penalty, tenge }: Parameters<typeof refuseAbove>[2],
  outstanding: bigint,
): UserError {
  const money = (sum: bigint, of = currency) => `${formatDecimal(sum, of)} ${of}`;
  const params = { claim: id, amount: money(outstanding) };
  if (tenge === null)
    return new UserError({
      code: "payment-above-currency",
      status: 409,
      message: `Claim ${id} is in ${currency}, and ${params.amount} of it are outstanding.`,
      remedy: "Give no more than that. Where tenge came, write down the tenge and their rate.",
      params: { ...params, currency },
    });
  const paid = money(debt + penalty);
  const came = money(tenge.amount, "KZT");
  return new UserError({
    code: "payment-above-tenge",
    status: 409,
    message: `${came} at ${tenge.rate} pay ${paid}, and ${params.amount} of claim ${id} are outstanding.`,
    remedy: "Check the tenge and the rate. Write down on this claim only what belongs to it.",
    params: { ...params, paid, tenge: came, rate: tenge.rate },
  });
}

export function aboveOutstanding(
  id: string,
  { currency }: HeldClaim,
  outstanding: bigint,
): UserError {
  const amount = `${formatDecimal(outstanding, currency)} ${currency}`;
  return new UserError({
    code: "payment-above",
    status: 409,
    message: `The sum is not between nothing and the ${amount} that are outstanding of claim ${id}.`,
    remedy: "Look at the claim again: others may have paid the same loss.",
    params: { claim: id, amount },
  });
}
