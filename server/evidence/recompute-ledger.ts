import { claimStatus, isStanding } from "../../contract/claim-steps.ts";
import { formatDecimal } from "../money/money.ts";
import type { RecomputedBalance, Tables } from "./recompute-claims.ts";
import { amountOf, type Row } from "./recompute-trace.ts";

/**
 * Works out from losses.csv and recoveries.csv what came back and what is outstanding, and compares
 * it with claims.csv. Every recovery rests on a payment or on a bank's row of the package, unless
 * another case has it; of no loss more comes back than was lost. Null = an older package, which has
 * no such tables.
 */
export function checkLedger(
  tables: Tables,
  faults: string[],
): ReadonlyMap<string, RecomputedBalance> | null {
  const { losses, recoveries } = tables;
  if (losses === null || recoveries === null) return null;
  checkLosses(tables, losses, recoveries, faults);
  checkRecords(tables, losses, recoveries, faults);
  return new Map(
    tables.claims.map((claim) => {
      const balance = balanceOf(claim, tables, losses, recoveries);
      const { claim_id: id = "", currency } = claim;
      if (amountOf(claim.outstanding, currency) !== balance.outstanding)
        faults.push(`What is outstanding of claim ${id} is not what is left of it.`);
      checkGround(claim, balance.outstanding, faults);
      checkAlternatives(claim, tables, losses, faults);
      const text = (amount: bigint) => formatDecimal(amount, currency ?? "");
      return [
        id,
        { cameBack: text(balance.cameBack), outstanding: text(balance.outstanding) },
      ] as const;
    }),
  );
}

/**
 * A recovered claim of which money is outstanding says that the money behind that status is gone,
 * and no other does. A closed one may have been recovered before. Older packages do not say it.
 */
function checkGround(claim: Row, outstanding: bigint, faults: string[]): void {
  const { claim_id: id = "", status, status_ground: ground } = claim;
  if (ground === undefined) return;
  const isOpen = outstanding > 0n;
  const mayBeGone = isOpen && (status === "recovered" || status === "closed");
  const isGone = ground === "gone";
  if ((isGone && !mayBeGone) || (!isGone && isOpen && status === "recovered"))
    faults.push(`The ground of the status of claim ${id} does not follow from its money.`);
}

/** As server/claims/ledger.ts has it; written anew, so that one fault is not in both. */
function balanceOf(
  claim: Row,
  tables: Tables,
  losses: readonly Row[],
  recoveries: readonly Row[],
): { cameBack: bigint; outstanding: bigint } {
  const { claim_id: id, currency, awarded } = claim;
  const since = claim.awarded_since || claim.awarded_on || "";
  const before = new Set((claim.paid_before_award ?? "").split(" "));
  const of = (row: Row) => row.claim_id === id;
  const own = recoveries.filter(of);
  const cameBack = sumOf(own, "amount", currency);
  const taken = takenOf(tables, id, currency);
  const given = awarded && since ? amountOf(awarded, currency) : null;
  const owed =
    given === null
      ? (amountOf(claim.amount, currency) ?? 0n) + taken - cameBack
      : given -
        sumOf(
          own.filter(
            ({ day = "", record_id = "" }) =>
              day >= since && !(day === since && before.has(record_id)),
          ),
          "amount",
          currency,
        );
  const about = losses.filter(of);
  const isKnown = about.every((row) => row.lost !== "");
  const left = sumOf(about, "lost", currency) - sumOf(about, "came_back", currency);
  const most = isKnown && left < owed ? left : owed;
  const status = claimStatus.safeParse(claim.status);
  const isOver = status.success && !isStanding(status.data);
  return { cameBack, outstanding: isOver || most < 0n ? 0n : most };
}

/** Minor units that bank rows took off a claim while it was a draft. */
function takenOf(tables: Tables, claim: string | undefined, currency: string | undefined): bigint {
  const back = tables.lines.filter(
    (line) => line.claim_id === claim && (line.claimed ?? "").startsWith("-"),
  );
  return -sumOf(back, "claimed", currency);
}

/** Each loss is what its own claim asks for, or no more than the bank's row; no more comes back. */
function checkLosses(
  tables: Tables,
  losses: readonly Row[],
  recoveries: readonly Row[],
  faults: string[],
): void {
  const direct = new Set(
    tables.claims.filter((claim) => claim.method === "direct").map((claim) => claim.claim_id),
  );
  for (const { transfer_id: id = "", claim_id: claim, currency, ...row } of losses) {
    const fault = (words: string) => faults.push(`The loss ${id} of claim ${claim} ${words}.`);
    const back = amountOf(row.came_back, currency);
    const parts = recoveries.filter((one) => one.transfer_id === id);
    if (back === null || back !== sumOf(parts, "amount", currency))
      fault("does not add up from recoveries.csv");
    const lost = row.lost === "" ? null : amountOf(row.lost, currency);
    if (lost === null) continue;
    if ((back ?? 0n) > lost) fault("came back by more than was lost");
    const fact = tables.transfers.get(id);
    if (fact && lost > (amountOf(fact.amount, fact.currency) ?? 0n))
      fault("is more than the transfer was");
    const lines = tables.lines.filter(
      (line) =>
        line.transfer_id === id &&
        direct.has(line.claim_id) &&
        !(line.claimed ?? "").startsWith("-"),
    );
    if (lines.length > 0 && lines.every((line) => amountOf(line.claimed, currency) !== lost))
      fault("is not what is claimed of its transfer");
  }
}

/**
 * Every recovery on a claim of the package is written in payments.csv, or is a bank's row of
 * repayments.csv or of the claim itself; a part is left out only where the losses are made good.
 */
function checkRecords(
  tables: Tables,
  losses: readonly Row[],
  recoveries: readonly Row[],
  faults: string[],
): void {
  const ids = new Set(tables.claims.map((claim) => claim.claim_id));
  const counted = new Map<string, bigint>();
  for (const row of recoveries) {
    if (!ids.has(row.claim_id)) continue;
    const key = keyOf(row.by === "bank-row", row.claim_id, row.record_id);
    counted.set(key, (counted.get(key) ?? 0n) + (amountOf(row.amount, row.currency) ?? 0n));
  }
  const written = writtenOf(tables);
  for (const [key, amount] of counted) {
    const most = written.get(key);
    if (most === undefined) faults.push(`The recovery ${key} is in no table of the package.`);
    else if (amount > most.amount) faults.push(`More of ${key} is counted than was paid.`);
  }
  for (const { claim_id: claim, payment_id: id, day } of tables.payments)
    if (recoveries.some((row) => row.record_id === id && row.claim_id === claim && row.day !== day))
      faults.push(`The payment ${id} of ${claim} is counted on another day.`);
  const shown = new Set(tables.payments.map((row) => row.bank_row).filter(Boolean));
  for (const [key, { amount, claim, record }] of written) {
    // A row that shows a payment counts by the payment.
    const isShown = key === keyOf(true, claim, record) && shown.has(record);
    if (isShown && (counted.get(key) ?? 0n) > 0n) faults.push(`The ${key} is counted twice.`);
    if (isShown || (counted.get(key) ?? 0n) >= amount) continue;
    const open = losses.some((row) => row.claim_id === claim && row.lost !== row.came_back);
    if (open)
      faults.push(`Less of ${key} is counted than was paid, and the loss is not made good.`);
  }
}

interface Written {
  readonly amount: bigint;
  readonly claim: string;
  readonly record: string;
}

/** The payments that people wrote down and bank rows show, by record and claim. */
function writtenOf(tables: Tables): Map<string, Written> {
  const written = new Map<string, Written>();
  const add = (isRow: boolean, claim = "", record: string | undefined, amount: bigint | null) => {
    const key = keyOf(isRow, claim, record);
    written.set(key, {
      claim,
      record: record ?? "",
      amount: (written.get(key)?.amount ?? 0n) + (amount ?? 0n),
    });
  };
  for (const row of tables.payments)
    add(false, row.claim_id, row.payment_id, amountOf(row.paid, row.currency));
  for (const row of tables.repayments)
    add(true, row.claim_id, row.transfer_id, amountOf(row.repaid, row.currency));
  for (const line of tables.lines)
    if ((line.claimed ?? "").startsWith("-"))
      add(true, line.claim_id, line.transfer_id, -(amountOf(line.claimed, line.currency) ?? 0n));
  return written;
}

function keyOf(isRow: boolean, claim: string | undefined, record: string | undefined): string {
  return `${isRow ? "bank row" : "payment"} ${record} of claim ${claim}`;
}

/** Claims of the package that stand and share a loss name each other. */
function checkAlternatives(
  claim: Row,
  tables: Tables,
  losses: readonly Row[],
  faults: string[],
): void {
  const { claim_id: id } = claim;
  const own = new Set(losses.filter((row) => row.claim_id === id).map((row) => row.transfer_id));
  const named = new Set((claim.alternative_to ?? "").split(" "));
  for (const other of tables.claims) {
    const isOver = other.status === "rejected" || other.status === "withdrawn";
    if (other.claim_id === id || isOver || named.has(other.claim_id ?? "")) continue;
    if (losses.some((row) => row.claim_id === other.claim_id && own.has(row.transfer_id)))
      faults.push(
        `Claim ${id} does not name claim ${other.claim_id}, which asks for the same loss.`,
      );
  }
}

function sumOf(rows: readonly Row[], column: string, currency: string | undefined): bigint {
  return rows.reduce((sum, row) => sum + (amountOf(row[column], currency) ?? 0n), 0n);
}
