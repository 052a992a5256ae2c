import { fractionDigits } from "../../contract/currencies.ts";
import { isBetweenParties, type Tables } from "./recompute-claims.ts";
import { amountOf, type Row } from "./recompute-trace.ts";

/** A rate has at most so many digits after the point. */
const MILLION = 1_000_000n;

/**
 * A payment in tenge on a claim in another currency pays what its rate gives: debt and penalty
 * together differ from the exact quotient by less than a minor unit of the claim's currency, or of
 * tenge where a tiyn is worth more. Written anew, so that one fault is not in both (contract/
 * rates.ts). Older packages have no such payments.
 */
export function checkTengePayments({ payments }: Pick<Tables, "payments">, faults: string[]): void {
  for (const row of payments) {
    const { tenge = "", rate = "", rate_day: day = "", rate_source: source = "" } = row;
    if (tenge === "" && rate === "" && day === "" && source === "") continue;
    const fault = (words: string) =>
      faults.push(`The payment ${row.payment_id} of ${row.claim_id} ${words}.`);
    const came = amountOf(tenge, "KZT");
    const millionths = /^\d{1,9}([.,]\d{1,6})?$/.test(rate) ? millionthsOf(rate) : 0n;
    if (came === null || came <= 0n || millionths === 0n || day === "" || source === "") {
      fault("has tenge or a rate that cannot be read");
      continue;
    }
    if (row.currency === "KZT") fault("is in tenge and has a rate");
    const paid =
      (amountOf(row.paid, row.currency) ?? 0n) + (amountOf(row.penalty || "0", row.currency) ?? 0n);
    // Both sides in tiyn, times what makes them whole numbers.
    const scale = (MILLION * 10n ** BigInt(fractionDigits(row.currency ?? ""))) / 100n;
    const off = paid * millionths - came * scale;
    const most = millionths > scale ? millionths : scale;
    if (off >= most || -off >= most) fault(`pays another sum than ${tenge} tenge at ${rate}`);
  }
}

/**
 * Tenge that count nowhere are of a claim in another currency. A bank's row of them was paid by the
 * claim's holder to its victim; it shows no payment, and with what claims in tenge count of it is
 * no more than was paid. A row that shows a payment in tenge is of its sum. Older packages have no
 * such table.
 */
export function checkTengeNotCounted(tables: Tables, faults: string[]): void {
  const { tengeNotCounted, payments, transfers } = tables;
  if (tengeNotCounted === null) return;
  for (const { payment_id: id, bank_row: record = "", tenge = "" } of payments) {
    if (record === "" || tenge === "") continue;
    const row = transfers.get(record);
    const isSum = row?.currency === "KZT" && amountOf(row.amount, "KZT") === amountOf(tenge, "KZT");
    if (!isSum) faults.push(`The payment ${id} is not shown by the bank's row ${record}.`);
  }
  const showing = new Set(payments.map((row) => row.bank_row));
  for (const { claim_id: of, record_id: record = "", by, tenge } of tengeNotCounted) {
    const fault = (words: string) => faults.push(`The tenge of ${record} at claim ${of} ${words}.`);
    const claim = tables.claims.find((one) => one.claim_id === of);
    const left = amountOf(tenge, "KZT") ?? 0n;
    if (claim === undefined || claim.currency === "KZT")
      fault("are of no claim that could miss them");
    if (left <= 0n) fault("are no sum");
    if (claim === undefined || by !== "bank-row") continue;
    if (!isBetweenParties(tables, claim, record))
      fault("were not paid by its holder to its victim");
    if (showing.has(record)) fault("are counted by a payment");
    const whole = amountOf(transfers.get(record)?.amount, "KZT") ?? 0n;
    if (left + countedOf(tables, record) > whole) fault("are counted by a claim in tenge");
  }
}

/** The part of a bank's row that claims in tenge of the package count. */
function countedOf({ repayments, lines }: Tables, record: string): bigint {
  const of = (row: Row) => row.transfer_id === record;
  const since = repayments.filter(of).map((row) => amountOf(row.repaid, "KZT") ?? 0n);
  const taken = lines.filter(of).map((row) => -(amountOf(row.claimed, "KZT") ?? 0n));
  return [...since, ...taken].reduce((sum, one) => sum + one, 0n);
}

function millionthsOf(rate: string): bigint {
  const [whole = "0", fraction = ""] = rate.split(/[.,]/);
  return BigInt(whole) * MILLION + BigInt(fraction.padEnd(6, "0"));
}
