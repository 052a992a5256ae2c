import { DAY } from "../../../time/instant.ts";
import type { Identifiers } from "../../cells/identifiers.ts";
import type { LoadItem, Position } from "../../record/load-item.ts";
import { badAmount, refusedItem } from "../statement-items.ts";
import { amountOf, isWrong, signOf } from "./camt-amounts.ts";
import { dateOf, parseDate } from "./camt-dates.ts";
import type { OwnAccount } from "./camt-parties.ts";
import { type Element, find, findAll, firstOf, textAt } from "./element.ts";

const OPENING = ["OPBD", "PRCD"];
const CLOSING = ["CLBD"];

/**
 * The statement with its balances. Only camt.053 is a statement of whole days; a report within the
 * day counts if it has booked balances, a notification never does.
 */
export function statementItems(
  statement: Element,
  own: OwnAccount,
  position: Position,
  raw: string,
  identifiers: Identifiers,
): LoadItem[] {
  const account = identifiers.account(own.number);
  const balances = findAll(statement, "Bal");
  const refused: LoadItem[] = [];
  const balanceOf = (codes: readonly string[]) => {
    const found = codes.flatMap((code) => balances.filter((one) => codeOf(one) === code))[0];
    const amount = amountOf(find(found, "Amt"), own.currency);
    if (isWrong(amount))
      refused.push(refusedItem(position, raw, badAmount("Bal/Amt", amount.text, amount.reason)));
    if (amount === null || isWrong(amount)) return null;
    return {
      amount: (signOf(found) ?? 1n) * amount.amount,
      currency: amount.currency,
      date: dateOf(find(found, "Dt")),
    };
  };
  const opening = balanceOf(OPENING);
  const closing = balanceOf(CLOSING);
  const counts =
    statement.name === "Stmt" ||
    (statement.name === "Rpt" && (opening !== null || closing !== null));
  if (!counts || account.number === null) return refused;
  const currency = firstOf(own.currency, opening?.currency ?? "", closing?.currency ?? "");
  // A balance in another currency proves nothing about this account's.
  const inCurrency = (balance: typeof opening) =>
    balance?.currency === currency ? balance.amount : null;
  const sum = (name: string) => {
    const amount = amountOf(find(statement, "TxsSummry", name, "Sum"), currency);
    return amount === null || isWrong(amount) ? null : amount.amount;
  };
  const period = find(statement, "FrToDt");
  const from =
    parseDate(textAt(period, "FrDtTm"))?.instant ??
    opening?.date?.instant ??
    closing?.date?.instant ??
    null;
  return [
    {
      kind: "statement",
      position,
      raw,
      account: account.number,
      bank: account.bank ?? (own.party.bank === "" ? null : identifiers.bank(own.party.bank)),
      currency,
      from,
      to: later(
        lastMoment(textAt(period, "ToDtTm")),
        closing?.date ? endOfDay(closing.date) : null,
      ),
      opening: inCurrency(opening),
      closing: inCurrency(closing),
      totalIn: sum("TtlCdtNtries"),
      totalOut: sum("TtlDbtNtries"),
    },
    ...refused,
  ];
}

function codeOf(balance: Element): string {
  return firstOf(
    textAt(balance, "Tp", "CdOrPrtry", "Cd"),
    textAt(balance, "Tp", "CdOrPrtry", "Prtry"),
    textAt(balance, "Tp", "Cd"),
  );
}

function endOfDay({ instant, dayOnly }: { instant: number; dayOnly: boolean }): number {
  return dayOnly ? instant + DAY - 1 : instant;
}

/**
 * Some banks write the last day's first midnight as the end of the period; the closing balance has
 * the day itself.
 */
function later(period: number | null, closing: number | null): number | null {
  return period === null || closing === null ? (period ?? closing) : Math.max(period, closing);
}

/** A period "to midnight" ends with the day before. */
function lastMoment(text: string): number | null {
  const date = parseDate(text);
  if (date === null) return null;
  if (date.dayOnly) return endOfDay(date);
  return /T00:00:00/.test(text) ? date.instant - 1 : date.instant;
}
