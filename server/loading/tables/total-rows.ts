import { foldName } from "../../identity/names.ts";
import { CARRIED, finder, TOTALS } from "../cells/bank-words.ts";
import { cellOf, type Fault } from "../cells/refused-cell.ts";
import { AMOUNTS } from "../columns/column-meanings.ts";
import type { RawRow } from "../record/input-file.ts";
import type { TransferItem } from "../record/load-item.ts";
import { isNothing } from "./amount-cells.ts";
import { readDate } from "./row-dates.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

const isTotal = finder(TOTALS);
const isCarried = finder(CARRIED);
const MOST_CELLS_OF_TOTAL = 2;

/**
 * Whether a row that could not be read is a total. A total says nothing of a counterparty; its
 * words stand first, in the purpose, or alone. A row with a date of its own and one amount may be an
 * operation, whatever its words: it is never a total.
 */
export function isTotalRow(raw: RawRow, filled: readonly string[], plan: TablePlan): boolean {
  if (namesParty(raw, plan) || mayBeOperation(raw, plan)) return false;
  if (filled.slice(0, 2).some(isTotal)) {
    const dated = /\d/.test(raw.cells[plan.column("booked_at")] ?? "");
    // "Исходящий остаток на 31.03.2024 | 1 100,00": the amount stands where others have the date.
    return !dated || (filled.length <= MOST_CELLS_OF_TOTAL && isTotal(filled[0] ?? ""));
  }
  const words = filled.filter((cell) => /\p{L}{3}/u.test(cell));
  return words.length === 1 && startsAsTotal(words[0] ?? "");
}

/** The row has a date of its own, and money that went one way: not both turnovers of a period. */
function mayBeOperation(raw: RawRow, plan: TablePlan): boolean {
  if (!isDated(cellOf(raw, plan.column("booked_at")), plan)) return false;
  const filled = AMOUNTS.filter((meaning) => !isNothing(cellOf(raw, plan.column(meaning))));
  return filled.length > 0 && !(filled.includes("amount_out") && filled.includes("amount_in"));
}

/** "31.02.2026" means to be a date, though it is none; "остаток на 01.03.2026" does not. */
function isDated(text: string, plan: TablePlan): boolean {
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text)) return true;
  return /\p{L}/u.test(text) && readDate(plan, text) !== null;
}

/**
 * "01.03.2025;100,00;;Итого за день": nobody is on the other side, and in its place stand words of
 * which a total is made, and no others.
 */
export function readsAsTotal(item: TransferItem): boolean {
  return totalWords(item) !== null;
}

/** Why such a row is not taken: it has all that an operation has, and would be counted twice. */
export function totalOrOperation(plan: TablePlan, item: TransferItem): Fault {
  const value = totalWords(item) ?? "";
  return {
    column: nameOf(plan, "purpose"),
    value,
    code: "total-or-operation",
    reason: `The row has a date and one amount, but no counterparty, and "${value}" are the words of a total.`,
    remedy: "Take the line out if it is a total; if it is an operation, fill in its counterparty.",
  };
}

function totalWords({ from, to, purpose, documentNumber }: TransferItem): string | null {
  const nobody = [from, to].find(
    (side) => side.account === null && side.iin === null && side.phone === null,
  );
  if (nobody === undefined) return null;
  // A named party is somebody, whatever the money was for.
  const texts = nobody.name === null ? [purpose, documentNumber] : [nobody.name];
  return texts.find((text) => text !== null && isOnlyTotal(text)) ?? null;
}

function startsAsTotal(text: string): boolean {
  const [first = "", second = ""] = text.trim().split(/\s+/);
  return (
    isTotal(first) ||
    (WHICH_TOTAL.test(first) && isTotal(second)) ||
    isCarried(`${first} ${second}`)
  );
}

/** "Итого за 3 дня" is only that; "Итого за 3 дня аренды" says what was paid for. */
function isOnlyTotal(text: string): boolean {
  if (!startsAsTotal(text)) return false;
  return foldName(text)
    .split(" ")
    .every((word) => isTotal(word) || WHICH_TOTAL.test(word) || OF_A_TOTAL.test(word));
}

/** Before the word itself: "входящий остаток", "общий итог". */
const WHICH_TOTAL =
  /^(?:входящ|исходящ|начальн|конечн|промежуточн|общ|кіріс|кирис|шығыс|шыгыс|жалпы|opening|closing|grand)/iu;

/** Folded words that stand beside a total's own: the days, the pages and the columns it is of. */
const OF_A_TOTAL =
  /^(?:\d+|перенос\p{L}*|перенесен\p{L}*|следующ\p{L}*|к|carried|brought|forward|over|from|to|next|previous|келес\p{L}*|алдынг\p{L}*|за|на|по|с|со|от|до|из|и|в|г|м|день|дня|дней|день|сутки|недел\p{L}*|месяц\p{L}*|период\p{L}*|квартал\p{L}*|год\p{L}*|январ\p{L}*|феврал\p{L}*|март\p{L}*|апрел\p{L}*|ма[йия]|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*|страниц\p{L}*|стр|лист\p{L}*|предыдущ\p{L}*|счет\p{L}*|карт[аеуы]|дебет\p{L}*|кредит\p{L}*|дт|кт|операц\p{L}*|поступлен\p{L}*|списан\p{L}*|приход\p{L}*|расход\p{L}*|начал[оа]|кон[ец]\p{L}*|итог\p{L}*|баланс\p{L}*|сумм[аы]|кзт|kzt|тенге|тг|усд|usd|eur|rub|кун\p{L}*|ай\p{L}*|жыл\p{L}*|кезен\p{L}*|бойынша|ушин|бет\p{L}*|шот\p{L}*|for|the|of|on|as|at|per|day|days|week|month|year|period|page|account|debits?|credits?|turnover|totals?|balance|amount)$/u;

/** A total says nothing of payer, payee or counterparty. */
function namesParty({ cells }: RawRow, plan: TablePlan): boolean {
  return ["from_account", "to_account", "other_account"].some((meaning) =>
    /\d{4}/.test(cells[plan.column(meaning)] ?? ""),
  );
}
