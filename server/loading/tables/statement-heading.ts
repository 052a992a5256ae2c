import { compactAccountNumber, hasValidIbanChecksum } from "../../identity/iban.ts";
import { foldName } from "../../identity/names.ts";
import { parseWrittenAmount } from "../../money/written.ts";
import { DAY, type Instant } from "../../time/instant.ts";
import { dateOrderOf, parseWrittenDate, type Zone } from "../../time/written.ts";
import { currencyCode } from "../cells/currency.ts";
import {
  currencyBesideAccount,
  foreignCurrencyIn,
  statedCurrency,
} from "../cells/currency-lines.ts";
import type { RawRow } from "../record/input-file.ts";
import type { Position } from "../record/load-item.ts";

/** What the lines above and below a statement's rows say about it; null where they do not. */
export interface StatementHeading {
  account: string | null;
  bank: string | null;
  name: string | null;
  iin: string | null;
  currency: string | null;
  /** A foreign currency that a line names without saying that it is the account's. */
  foreign: string | null;
  from: Instant | null;
  to: Instant | null;
  opening: bigint | null;
  closing: bigint | null;
  totalIn: bigint | null;
  totalOut: bigint | null;
  position: Position | null;
  raw: string;
}

export function emptyHeading(): StatementHeading {
  const unknown = {
    account: null,
    bank: null,
    name: null,
    iin: null,
    currency: null,
    foreign: null,
    from: null,
    to: null,
  };
  return {
    ...unknown,
    opening: null,
    closing: null,
    totalIn: null,
    totalOut: null,
    position: null,
    raw: "",
  };
}

const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){12,30}/g;
const KAZAKH_IBAN = /^KZ(?:[ -]?[A-Z0-9]){18}/;
const DATE = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[.-]\d{2}[.-]\d{2}/g;
const AMOUNT = /^[-+(−]?\s*\d[\d\s\u00a0\u202f.,']*\)?(?:\s*[\p{L}₸$€₽]{1,6}\.?)?$/u;

/** Folded words by which the lines are known. */
const OPENING =
  /входящ\p{L}* (?:остат|сальд|баланс)|(?:остат|сальд)\p{L}* на начал|начальн\p{L}* (?:остат|сальд|баланс)|кирис калдык|opening balance|басындагы калдык|баланс на начал/u;
const CLOSING =
  /исходящ\p{L}* (?:остат|сальд|баланс)|(?:остат|сальд)\p{L}* на кон|конечн\p{L}* (?:остат|сальд|баланс)|шыгыс калдык|closing balance|сонындагы калдык|баланс на кон/u;
const BALANCE_ON_DAY = /(?:остат|сальд|доступно|калдык|balance)\p{L}* (?:на|on|as of)/u;
const TOTAL_IN =
  /(?:всего|итого|сумм\p{L}*) (?:поступ|приход|зачисл|по кредит|кредит)|оборот\p{L}* (?:по )?(?:кредит|кт)|кредитов\p{L}* оборот|total (?:credit|in)|барлык кирис/u;
const TOTAL_OUT =
  /(?:всего|итого|сумм\p{L}*) (?:списан|расход|по дебет|дебет)|оборот\p{L}* (?:по )?(?:дебет|дт)|дебетов\p{L}* оборот|total (?:debit|out)|барлык шыгыс/u;
const ACCOUNT = /счет|шот|иик|жск|iban|account/u;
const CURRENCY = /валют|currency/u;
const BANK = /^(?:наименование )?(?:банк|bank)/u;
/** The bank's own account, and one that is no more: not whose statement this is. */
const OF_THE_BANK =
  / (?:корр|кор счет|(?:счет|иик|iban|account|шот)\p{L}*(?: no| номер)? (?:банка|банктин|bank s|of bank)(?: |$))/u;
const CLOSED = /^[\s"»)]*(?:закрыт|жабылған|closed)/iu;
const NAME =
  /^(?:клиент|владелец|держатель|фио|ф и о|наименование|имя|customer|client|owner|account holder|иеси|аты жони|шот иеси)/u;
const IIN = /иин|бин|жсн|бсн|iin|bin/u;
const PERIOD = /период|period|кезен|аралыг|выписка|statement| по |from/u;

/**
 * Takes what one line says into the heading. Later lines fill gaps; closing figures are
 * overwritten, because the last page has the final ones.
 */
export function takeHeadingLine(heading: StatementHeading, row: RawRow, zone: Zone): void {
  const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (cells.length === 0) return;
  const before = JSON.stringify([
    heading.account,
    heading.from,
    heading.opening?.toString(),
    heading.closing?.toString(),
  ]);
  takeAccount(heading, cells);
  for (const [key, value] of pairsOf(cells)) takePair(heading, foldName(key), value, key);
  const line = cells.join(" ");
  heading.currency ??= statedCurrency(line);
  heading.foreign ??= foreignCurrencyIn(line);
  takePeriod(heading, line, zone);
  const after = JSON.stringify([
    heading.account,
    heading.from,
    heading.opening?.toString(),
    heading.closing?.toString(),
  ]);
  if (after !== before && heading.position === null) {
    heading.position = row.position;
    heading.raw = row.raw;
  }
}

/** "Счет: KZ…" in one cell, or a cell and the one after it. */
function pairsOf(cells: readonly string[]): [string, string][] {
  return cells.flatMap((cell, index): [string, string][] => {
    const colon = cell.indexOf(":");
    const inside = colon === -1 ? "" : cell.slice(colon + 1).trim();
    if (inside !== "" && !/^\d\d/.test(cell.slice(colon + 1)))
      return [[cell.slice(0, colon), inside]];
    const next = cells.slice(index + 1).find((other) => other !== "") ?? "";
    if (AMOUNT.test(next) && /\p{L}{3}/u.test(cell)) return [[cell, next]];
    const tail = /^(.*?\p{L}\)?)[\s:]+([-+(−]?\d[\d\s\u00a0.,]*(?:\s*[\p{L}₸$€]{1,5})?)$/u.exec(
      cell,
    );
    if (tail) return [[tail[1] ?? "", tail[2] ?? ""]];
    return next === "" ? [] : [[cell, next]];
  });
}

function takePair(heading: StatementHeading, key: string, value: string, written: string): void {
  const amount = amountOf(value, heading.currency ?? "KZT");
  if (amount !== null) {
    if (OPENING.test(key)) heading.opening ??= amount;
    else if (CLOSING.test(key)) heading.closing = amount;
    else if (TOTAL_IN.test(key)) heading.totalIn = amount;
    else if (TOTAL_OUT.test(key)) heading.totalOut = amount < 0n ? -amount : amount;
    else if (BALANCE_ON_DAY.test(key) && written.match(DATE)) {
      if (heading.opening === null) heading.opening = amount;
      else heading.closing = amount;
    }
  }
  if (CURRENCY.test(key)) heading.currency ??= currencyCode(value);
  if (
    ACCOUNT.test(key) &&
    !BANK.test(key) &&
    !OF_THE_BANK.test(` ${key}`) &&
    heading.account === null
  ) {
    const number = compactAccountNumber(value.split(/[\s(,;]+(?=[\p{L}(])/u)[0] ?? "");
    if (/^(?=.*\d{4})[A-Z0-9]{8,34}$/.test(number)) heading.account = number;
  }
  const digits = /(?<!\d)\d{12}(?!\d)/.exec(value)?.[0];
  if (IIN.test(key) && digits !== undefined) heading.iin ??= digits;
  if (BANK.test(key) && /\p{L}{2}/u.test(value)) heading.bank ??= value;
  else if (NAME.test(key) && !ACCOUNT.test(key) && /\p{L}{2}/u.test(value)) heading.name ??= value;
}

function takeAccount(heading: StatementHeading, cells: readonly string[]): void {
  if (heading.account !== null) return;
  for (const cell of cells) {
    for (const match of cell.toUpperCase().matchAll(IBAN)) {
      const [found] = match;
      // What follows a number with a space may be no part of it: "KZ… USD".
      const written = KAZAKH_IBAN.exec(found)?.[0] ?? found;
      const before = cell.slice(0, match.index);
      const after = cell.slice(match.index + written.length);
      if (OF_THE_BANK.test(` ${foldName(before)}`) || CLOSED.test(after)) continue;
      const number = compactAccountNumber(found).slice(0, found.startsWith("KZ") ? 20 : 34);
      if (!hasValidIbanChecksum(number)) continue;
      heading.account = number;
      heading.currency ??= currencyCode(/\(([A-Z]{3})\)/.exec(cell)?.[1] ?? "");
      heading.currency ??= currencyBesideAccount(
        cells.map((other) => (other === cell ? `${before} ${after}` : other)).join(" "),
      );
      return;
    }
  }
}

function takePeriod(heading: StatementHeading, line: string, zone: Zone): void {
  if (heading.from !== null) return;
  const dates = line.match(DATE) ?? [];
  if (dates.length < 2 || !PERIOD.test(` ${foldName(line)} `)) return;
  const order = dateOrderOf(dates);
  const [first, last] = dates.map((date) => parseWrittenDate(date, order, zone)?.instant);
  if (first === undefined || last === undefined || last < first) return;
  heading.from = first;
  heading.to = last + DAY - 1;
}

/** "300.27 вал 300.27 нац": the account's currency, then the same in tenge. */
const IN_TENGE_TOO = /\s*вал\p{L}*\.?\s+[-+\d\s\u00a0.,]+нац\p{L}*\.?$/iu;

function amountOf(written: string, currency: string): bigint | null {
  const value = written.replace(IN_TENGE_TOO, "");
  if (!AMOUNT.test(value)) return null;
  const parsed = parseWrittenAmount(value.replace(/\s*[\p{L}₸$€₽]+\.?$/u, ""), currency, null);
  return parsed.ok ? parsed.amount : null;
}
