import { z } from "zod";
import { saidOrNull, saysSomething } from "../../contract/clean-text.ts";
import type { BankRow, ClaimLedger, Instalment } from "../../contract/ledger.ts";
import { count, minorUnits, nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { unknown } from "../cases/unknown.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal, least } from "../money/money.ts";
import { dayOf, dayText } from "../time/day.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { owedOn } from "./asked.ts";
import type { StoredClaim } from "./claim.ts";
import { oneStoredClaim } from "./claims.store.ts";
import { debtorsOf, payerName, payerOf } from "./debtors.ts";
import { sourceNames } from "./filing.store.ts";
import { lastPaid } from "./last-paid.ts";
import { countingIn, type LedgerNow, ledgerNow, owedTogether, penaltyNow } from "./ledger.store.ts";
import { type LedgerClaim, type Recovery, type Returned, spread } from "./ledger.ts";
import {
  refuseCrossing,
  refuseUnsettling,
  roomFor,
  settledBy,
  squeezedBy,
} from "./money-change.ts";
import { type PaidInTenge, sumPaid } from "./paid-in-tenge.ts";
import {
  aboveOutstanding,
  dayIn,
  type PaymentWanted,
  payable,
  refuseAbove,
  refuseSameRow,
  sameRows,
  uncountedRows,
} from "./payment-refusals.ts";
import { type PenaltyBalance, penaltyRoom, proposedPenalty } from "./penalty-paid.ts";
import { moneyOf, openPlan, paidBeside } from "./plan.ts";
import { type HeldClaim, lockCase, lockClaim } from "./record.ts";
import type { StoredPayment } from "./stored-payments.ts";
import { paymentRefusal } from "./takes-payment.ts";
import { tengeFoundOn } from "./tenge-found.store.ts";
import type { TengeFound } from "./tenge-found.ts";

interface At {
  readonly caseId: string;
  readonly claim: string;
}

/** What came back of the loss behind a claim, as the API shows it. */
export async function ledgerOfClaim(queries: Queries, at: At): Promise<ClaimLedger> {
  const stored = await oneStoredClaim(queries, at);
  const { victim, currency } = stored;
  const debt = { victim: victim.key, accounts: [...victim.accounts], currency };
  const asking = { run: queries.read };
  const ledger = await ledgerNow(asking, whose(debt));
  const shown = await shownLedger(asking, at, debt, ledger);
  if (stored.status !== "withdrawn") return shown;
  const rows = ledger.claims.find(({ id }) => id === at.claim)?.repaid ?? [];
  return { ...shown, ...lostBehind(stored, shown, rows) };
}

/**
 * A withdrawn claim is in no ledger and asks for nothing; what its victim lost and got back by it
 * stays true.
 */
function lostBehind(
  { lines }: StoredClaim,
  { payments }: ClaimLedger,
  rows: readonly Returned[],
): Pick<ClaimLedger, "loss" | "recovered" | "penalty"> {
  const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n);
  const lost = sum(lines.map(({ amount }) => (amount > 0n ? amount : 0n)));
  const taken = sum(rows.flatMap(({ amount, shows }) => (shows === undefined ? amount : [])));
  const counting = payments.filter((one) => one.cancelled === null);
  const fines = sum(counting.map((one) => BigInt(one.penalty)));
  const paid = sum(counting.map((one) => BigInt(one.amount))) - fines;
  return {
    loss: String(lost),
    recovered: String(least(lost, taken + paid)),
    penalty: { due: "0", paid: String(fines), outstanding: "0" },
  };
}

/** Whose loss a claim is about, and in which currency. */
type Debt = Pick<HeldClaim, "victim" | "accounts" | "currency">;

async function shownLedger(
  asking: TransactionQueries,
  { claim: id }: At,
  claim: Pick<Debt, "currency">,
  ledger: LedgerNow,
): Promise<ClaimLedger> {
  const { balances, claims, recoveries } = ledger;
  const payments = [...ledger.payments.filter((one) => !one.measure), ...ledger.written].filter(
    (one) => one.claim === id,
  );
  const found = await tengeFoundOn(asking, ledger, id);
  const rows = await bankRows(asking, [
    ...payments.flatMap((one) => ledger.shown.get(one.id) ?? []),
    ...found.flatMap((one) => one.row?.id ?? []),
  ]);
  const own = claims.find((one) => one.id === id);
  const plan = await asking.run("claims/plan", { claim: id }, plannedRow);
  const known = plan[0]?.known ?? null;
  const paidSince = known === null ? null : paidBeside(ledger, id, known);
  const balance = balances.get(id);
  const last = lastPaid(ledger, id);
  return {
    claim: id,
    currency: claim.currency,
    loss: String(balance?.loss ?? 0n),
    recovered: String(balance?.recovered ?? 0n),
    outstanding: String(balance?.outstanding ?? 0n),
    lastPaid: last === null ? null : dayText(last),
    awarded: own === undefined ? null : awardedOf(ledger, own),
    penalty: shownPenalty(penaltyNow(ledger, id)),
    alternatives: [...(balance?.alternatives ?? [])],
    debtors: own === undefined ? [] : debtorsOf(own, recoveries),
    payments: payments.map((one) => ({
      ...shownPayment(one),
      uncounted: String(uncountedOf(one, recoveries)),
      bankRow: rows.get(ledger.shown.get(one.id) ?? "") ?? null,
      payer: own ? payerName(own, one.payer) : one.payer,
    })),
    tengeFound: found.map((one) => shownFound(one, rows)),
    plan: openPlan(plan, { owed: owedTogether(ledger, id), paid: paidSince }).map(
      ({ day, amount }) => ({
        day: dayText(day),
        amount: String(amount),
      }),
    ),
  };
}

const plannedRow = z.object({
  day: count,
  amount: minorUnits,
  known: z.array(z.string()).nullish(),
});

function shownPenalty({ due, paid, outstanding }: PenaltyBalance): ClaimLedger["penalty"] {
  return { due: String(due), paid: String(paid), outstanding: String(outstanding) };
}

function awardedOf(ledger: LedgerNow, { id, judgment }: LedgerClaim): ClaimLedger["awarded"] {
  if (judgment === null) return null;
  const { sum, penalty = 0n, day, since = day, at } = judgment;
  const first = { day: since, at: at ?? Number.POSITIVE_INFINITY };
  const refused = owedOn(ledger.claims, countingIn(ledger), id, first) - sum;
  return {
    ...{ sum: String(sum), penalty: String(penalty), together: String(sum + penalty) },
    refused: String(refused < 0n ? 0n : refused),
  };
}

const bankRowRow = z.object({
  transferId: z.string(),
  bookedAt: count,
  sourceId: z.string(),
  row: count,
});

/** Rows of the banks' files by transfer id, each with the name of its file. */
async function bankRows(
  asking: TransactionQueries,
  ids: readonly string[],
): Promise<Map<string, BankRow>> {
  if (ids.length === 0) return new Map();
  const rows = await asking.run("claims/transfers", { ids: [...ids] }, bankRowRow);
  const names = await sourceNames(
    asking,
    rows.map(({ sourceId }) => sourceId),
  );
  return new Map(
    rows.map(({ transferId, bookedAt: at, sourceId, row }) => [
      transferId,
      { transferId, at, file: names.get(sourceId) ?? null, row },
    ]),
  );
}

/** The part of a payment that no loss is left for, as where a draft has lost a transfer since. */
function uncountedOf({ id, amount, cancelled }: StoredPayment, recoveries: readonly Recovery[]) {
  if (cancelled !== null) return 0n;
  const counted = recoveries.filter((one) => one.id === id && one.by !== "bank-row");
  return counted.reduce((rest, one) => rest - one.amount, amount);
}

function shownPayment(
  one: StoredPayment,
): Omit<ClaimLedger["payments"][number], "payer" | "uncounted" | "bankRow"> {
  const { id, source, receipt, at, by, measure, cancelled, apart = null } = one;
  const tenge = one.tenge == null ? null : shownTenge(one.tenge);
  const day = dayText(one.day);
  const [amount, penalty] = [String(one.amount + one.penalty), String(one.penalty)];
  return { id, source, receipt, at, by, measure, cancelled, apart, day, amount, penalty, tenge };
}

function shownTenge({ amount, rate, rateDay, rateSource, rateSourceKk }: PaidInTenge) {
  const stated = { rate, day: rateDay, source: rateSource, sourceKk: rateSourceKk };
  return { ...stated, amount: String(amount) };
}

function shownFound(
  { id, amount, day, row }: TengeFound,
  rows: ReadonlyMap<string, BankRow>,
): ClaimLedger["tengeFound"][number] {
  const bankRow = row === null ? null : (rows.get(row.id) ?? null);
  return { id, amount: String(amount), day: dayText(day), bankRow };
}

function whose({ victim, accounts }: Debt) {
  return { victims: [victim], accounts };
}

/**
 * Writes down a payment. All claims stand still meanwhile, so that of two payments at once the
 * second meets what the first has left. Never more comes back than the claim asks for and the loss
 * was.
 */
export function recordPayment(
  queries: Queries,
  at: At,
  wanted: PaymentWanted,
  actor: Actor,
): Promise<ClaimLedger> {
  return changeLedger(queries, at, actor, async (transaction, claim) => {
    const day = payable(at.claim, claim, wanted, actor);
    const ledger = await ledgerNow(transaction, whose(claim));
    const own = ledger.claims.find((one) => one.id === at.claim);
    if (!own) throw unknown("claim", at.claim);
    const owed = {
      debt: ledger.balances.get(at.claim)?.outstanding ?? 0n,
      penalty: penaltyRoom(own, countingIn(ledger), day),
    };
    const { whole, tenge } = sumPaid(wanted, {
      ...{ id: at.claim, currency: claim.currency, owed: owed.debt + owed.penalty },
      payments: countingIn(ledger).filter((one) => one.claim === at.claim),
      today: dayOf(actor.at),
    });
    const penalty = wanted.penalty == null ? proposedPenalty(whole, owed) : BigInt(wanted.penalty);
    const amount = whole - penalty;
    refuseAbove(at.claim, claim, { debt: amount, penalty, tenge }, owed);
    const payer = payerOf(own, wanted.payer ?? null, wanted.source);
    const received = { amount: whole, day, tenge, payer };
    await refuseSameRow(ledger, at.claim, wanted, received, async (row) =>
      (await bankRows(transaction, [row])).get(row),
    );
    const apart = saidOrNull(wanted.apart);
    const others = [
      ...sameRows(ledger, at.claim, received),
      ...uncountedRows(ledger, at.claim, received),
    ].map(({ id }) => id);
    const parts = spread(amount, own, ledger.leftOf);
    const payment = {
      amount,
      penalty,
      day: BigInt(day),
      currency: claim.currency,
      source: wanted.source,
      receipt: wanted.receipt.trim(),
      payer,
      apart,
      apartFrom: apart === null ? null : [...new Set(others)],
      at: BigInt(actor.at),
      by: actor.by,
      transfers: parts.map((part) => part.transferId),
      parts: parts.map((part) => part.amount),
      tenge: tenge?.amount ?? null,
      rate: tenge?.rate ?? null,
      rateDay: tenge?.rateDay ?? null,
      rateSource: tenge?.rateSource ?? null,
      rateSourceKk: tenge?.rateSourceKk ?? null,
    };
    await transaction.run("claims/save-payment", { claim: at.claim, payment }, nothing);
    const squeezed = squeezedBy(ledger, await ledgerNow(transaction, whose(claim)));
    if (squeezed.length > 0) throw aboveOutstanding(at.claim, claim, roomFor(amount, squeezed));
    const detail = `${formatDecimal(whole, claim.currency)} ${claim.currency}`;
    await recordChanges(transaction, [at.claim], "paid", actor, detail);
  });
}

/** Takes back a payment that was entered by mistake. */
export async function cancelPayment(
  queries: Queries,
  at: At & { readonly payment: string },
  reason: string,
  actor: Actor,
): Promise<ClaimLedger> {
  if (!saysSomething(reason)) {
    throw new UserError({
      code: "payment-needs-reason",
      message: "Taking a payment back needs a reason.",
      remedy: "Write in a sentence why it does not count.",
    });
  }
  return changeLedger(queries, at, actor, async (transaction, claim) => {
    const refusal = claim.status === "closed" ? paymentRefusal(at.claim, claim.status) : null;
    if (refusal !== null) throw new UserError({ ...refusal, status: 409 });
    const parameters = {
      claim: at.claim,
      payment: at.payment,
      reason: reason.trim(),
      at: BigInt(actor.at),
      by: actor.by,
    };
    const row = z.object({ id: z.string() });
    const before = await ledgerNow(transaction, whose(claim));
    const [found] = await transaction.run("claims/cancel-payment", parameters, row);
    if (!found) throw unknown("payment", at.payment);
    refusePenaltyUnsettled(before, at);
    const after = await ledgerNow(transaction, whose(claim));
    refuseUnsettling(before, after);
    refuseCrossing(before, after);
    await recordChanges(transaction, [at.claim], "payment-cancelled", actor, at.payment);
  });
}

/** A recovered claim rests on the penalty that was paid, as on its debt. */
function refusePenaltyUnsettled({ claims, payments }: LedgerNow, at: At & { payment: string }) {
  const taken = payments.find(({ id }) => id === at.payment);
  const isSettled = claims.some(({ id, madeGood }) => id === at.claim && madeGood);
  if (isSettled && taken !== undefined && taken.penalty > 0n) throw settledBy(at.claim);
}

/**
 * Writes down the parts in which what is outstanding is to be paid; an empty list ends the plan.
 */
export function setPlan(
  queries: Queries,
  at: At,
  wanted: readonly Instalment[],
  actor: Actor,
): Promise<ClaimLedger> {
  return changeLedger(queries, at, actor, async (transaction, claim) => {
    const plan = wanted.map(({ day, amount }, number) => ({
      number: BigInt(number),
      day: BigInt(dayIn(day)),
      amount: BigInt(amount),
    }));
    const ledger = await ledgerNow(transaction, whose(claim));
    const outstanding = owedTogether(ledger, at.claim);
    const sum = plan.reduce((total, one) => total + one.amount, 0n);
    if (sum > outstanding || plan.some((one) => one.amount <= 0n))
      throw aboveOutstanding(at.claim, claim, outstanding);
    const isInOrder = plan.every(
      (one, place) => place === 0 || (plan[place - 1]?.day ?? 0n) < one.day,
    );
    if (!isInOrder) {
      throw new UserError({
        code: "plan-order",
        message: "The parts of a plan are not in the order of their days.",
        remedy: "Give each part a later day than the one before it.",
      });
    }
    const known = moneyOf(ledger, at.claim);
    await transaction.run("claims/save-plan", { claim: at.claim, plan, known }, nothing);
    await recordChanges(transaction, [at.claim], "planned", actor, String(plan.length));
  });
}

async function changeLedger(
  queries: Queries,
  at: At,
  actor: Actor,
  work: (transaction: TransactionQueries, claim: HeldClaim) => Promise<void>,
): Promise<ClaimLedger> {
  const { from: _seen, ...program } = actor;
  return queries.transaction(async (transaction) => {
    await lockCase(transaction, at.caseId, program);
    const claim = await lockClaim(transaction, at, actor);
    await work(transaction, claim);
    return shownLedger(transaction, at, claim, await ledgerNow(transaction, whose(claim)));
  });
}
