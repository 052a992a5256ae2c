import { fractionDigits } from "../../contract/currencies.ts";
import type { Tables } from "./recompute-claims.ts";
import { amountOf } from "./recompute-trace.ts";

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

function millionthsOf(rate: string): bigint {
  const [whole = "0", fraction = ""] = rate.split(/[.,]/);
  return BigInt(whole) * MILLION + BigInt(fraction.padEnd(6, "0"));
}
