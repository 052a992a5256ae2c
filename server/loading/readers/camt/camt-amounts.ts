import { parseDecimal, withinBounds } from "../../../money/money.ts";
import type { Element } from "./element.ts";
import { find, findAll, textAt } from "./element.ts";

export interface CamtAmount {
  readonly amount: bigint;
  readonly currency: string;
}

/** What an amount element holds that is no amount. */
export interface WrongAmount {
  readonly text: string;
  readonly reason: string;
}

/** `<Amt Ccy="KZT">1234.5</Amt>`; null where the element is missing. */
export function amountOf(
  element: Element | undefined,
  fallbackCurrency = "",
): CamtAmount | WrongAmount | null {
  if (element === undefined) return null;
  const currency = element.attributes.Ccy ?? fallbackCurrency;
  const text = element.text.trim();
  const parsed = withinBounds(parseDecimal(text, currency));
  return parsed.ok ? { amount: parsed.amount, currency } : { text, reason: parsed.reason };
}

export function isWrong(amount: CamtAmount | WrongAmount | null): amount is WrongAmount {
  return amount !== null && "reason" in amount;
}

/** CdtDbtInd as a sign; null where it says neither. */
export function signOf(element: Element | undefined): 1n | -1n | null {
  const mark = textAt(element, "CdtDbtInd");
  return mark === "CRDT" ? 1n : mark === "DBIT" ? -1n : null;
}

/**
 * Charges of an entry or transaction in `currency`, taken out of the account's amount; null where
 * none are told.
 */
export function chargesOf(element: Element | undefined, currency: string): bigint | null {
  let sum = 0n;
  let any = false;
  for (const charges of findAll(element, "Chrgs")) {
    const total = amountOf(find(charges, "TtlChrgsAndTaxAmt"), currency);
    const records = findAll(charges, "Rcrd");
    // Version 02 has the amount in Chrgs itself, later ones in records with a total beside them.
    for (const one of total && !isWrong(total) ? [] : records.length > 0 ? records : [charges]) {
      const amount = amountOf(find(one, "Amt"), currency);
      if (amount === null || isWrong(amount) || amount.currency !== currency) continue;
      sum += signOf(one) === 1n ? -amount.amount : amount.amount;
      any = true;
    }
    if (total && !isWrong(total) && total.currency === currency) {
      sum += total.amount;
      any = true;
    }
  }
  return any && sum !== 0n ? sum : null;
}
