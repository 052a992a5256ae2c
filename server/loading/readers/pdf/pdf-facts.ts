import { foldName } from "../../../identity/names.ts";
import { DAY, type Instant } from "../../../time/instant.ts";
import { currencyCode } from "../../cells/currency.ts";
import { currencyInWords } from "../../cells/currency-words.ts";
import type { PdfLayout } from "./pdf-layout.ts";
import { cellsOf, type TextItem, type TextLine, textOf } from "./pdf-lines.ts";
import { daysIn, type PrintedSum, sumsIn } from "./pdf-values.ts";

/** What a statement says above and below its rows; null where it does not. */
export interface PrintedFacts {
  readonly account: string | null;
  readonly card: string | null;
  readonly name: string | null;
  readonly iin: string | null;
  readonly currency: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly totalIn: bigint | null;
  readonly totalOut: bigint | null;
  /** Totals by kind of operation, net, under the folded words they are printed with. */
  readonly totals: ReadonlyMap<string, bigint>;
}

const KZ_ACCOUNT = /(?<![A-Z0-9])KZ\d{2}[A-Z0-9]{16}(?![A-Z0-9])/;
const CONTRACT =
  /(?:номер (?:договора|счета)|шот номири|келисимшарт номири|contract number|account number)$/u;
const IIN = /(?:ИИН|ЖСН|IIN|БИН|БСН|BIN)(?:\s*\/\s*(?:БИН|БСН|BIN))?\s*[:№]?\s*(\d{12})(?!\d)/u;
const NAME =
  /^(?:фио|клиент|владелец(?: счета)?|держатель(?: карты)?|наименование клиента|ф и о|аты жони|тегi аты|шот иеси|карта иеси|client|customer|full name|account holder|cardholder|name)$/u;
const NAMED_IN_LETTER = /подтверждает,?\s+что\s+(.+?),?\s+ИИН/u;
const PERIOD = /период|period|кезен|аралыг|бастап|from/u;
const CURRENCY = /^(?:валюта|шот валютасы|currency|account currency)/u;
const CARD = /\*{1,}\s?\d{4}(?!\d)|\d{4,6}\*{2,}\d{4}/;

const OPENING =
  /входящ\p{L}* (?:остат|сальд|баланс)|(?:остат|сальд|баланс)\p{L}* на начал|кезен\p{L}* басын|басындагы|opening balance|кирис калдык|балансы? басы/u;
const CLOSING =
  /исходящ\p{L}* (?:остат|сальд|баланс)|(?:остат|сальд|баланс)\p{L}* на кон|кезен\p{L}* (?:сонын|аягын)|сонындагы|closing balance|шыгыс калдык|^колжетимди баланс|^available balance/u;
const BALANCE_ON_DAY =
  /доступно|на депозите|остат|баланс|колжетимди|депозитте|калдык|balance|available/u;
const COMING =
  /^(?:всего |итого |барлык |total )?(?:поступлен|приход|зачислен|тусим|кирис|receipts|income|credits?)/u;
const LEAVING = /^(?:всего |итого |барлык |total )?(?:расход|списан|шыгын|шыгыс|expenses|debits?)/u;

/** Gathers what the lines around the rows say. */
export function factsOf(lines: readonly TextLine[], layout: PdfLayout): PrintedFacts {
  const text = lines.map(textOf).join("\n");
  const currency = currencyOf(lines) ?? currencyOfAccount(text) ?? "KZT";
  const days = periodOf(lines);
  const sums = labelledSums(lines, currency, layout);
  const own = sums.filter(({ sum }) => (sum.currency ?? currency) === currency);
  const kinds = new Set(layout.kinds.flatMap(({ totals }) => totals.map(foldName)));
  const last = (words: RegExp) =>
    own.filter(({ label }) => words.test(label) && !kinds.has(label)).at(-1)?.sum.amount ?? null;
  const onDays = balancesOnDays(own);
  return {
    account: KZ_ACCOUNT.exec(text)?.[0] ?? contractOf(lines),
    card: CARD.exec(text)?.[0] ?? null,
    name: nameOf(lines, text),
    iin: IIN.exec(text)?.[1] ?? null,
    currency,
    from: days?.from ?? null,
    to: days?.to ?? null,
    opening: own.find(({ label }) => OPENING.test(label))?.sum.amount ?? onDays.opening,
    closing: last(CLOSING) ?? onDays.closing,
    totalIn: positive(last(COMING)),
    totalOut: positive(last(LEAVING)),
    totals: totalsOf(own, kinds),
  };
}

interface LabelledSum {
  /** Folded, days left out. */
  readonly label: string;
  readonly days: readonly number[];
  readonly sum: PrintedSum;
}

/** Sums with the words left of them, or, where none stand there, right above them. */
function labelledSums(
  lines: readonly TextLine[],
  currency: string,
  { decimal }: PdfLayout,
): LabelledSum[] {
  const found: LabelledSum[] = [];
  const add = (label: string, sums: readonly PrintedSum[]) => {
    for (const sum of sums) found.push({ label: withoutDays(label), days: daysIn(label), sum });
  };
  lines.forEach((line, at) => {
    let left = "";
    for (const cell of cellsOf(line)) {
      const sums = sumsIn(cell.text, currency, decimal);
      const [first] = sums;
      const inside =
        first === undefined ? cell.text : cell.text.slice(0, cell.text.indexOf(first.text));
      if (first === undefined) left = cell.text;
      else if (/\p{L}{2}/u.test(inside)) add(inside, sums);
      else {
        for (const sum of sums) {
          const label = left === "" ? aboveOf(lines, at, placeOf(sum, cell)) : left;
          if (label !== "") add(label, [sum]);
        }
        left = "";
      }
    }
  });
  return found;
}

const ABOVE = 40;

/** Where in a text of several sums one of them stands, if all letters were equally wide. */
function placeOf({ text }: PrintedSum, cell: TextItem): TextItem {
  const width = (cell.end - cell.x) / cell.text.length;
  const from = cell.text.indexOf(text);
  return { ...cell, text, x: cell.x + from * width, end: cell.x + (from + text.length) * width };
}

/** The words of the nearest lines above that stand over the sum: a label may take two lines. */
function aboveOf(lines: readonly TextLine[], at: number, sum: TextItem): string {
  const words: string[] = [];
  let below = sum.y;
  for (let index = at - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.page !== lines[at]?.page || sum.y - line.y > ABOVE) break;
    if (words.length > 0 && below - line.y > NEXT_LINE * sum.size) break;
    const over = cellsOf(line).find((cell) => cell.x < sum.end && sum.x < cell.end);
    if (over === undefined || !/\p{L}{2}/u.test(over.text)) continue;
    words.unshift(over.text);
    below = line.y;
  }
  return words.join(" ");
}

const NEXT_LINE = 1.6;

function withoutDays(label: string): string {
  return foldName(label.replace(/\d[\d./]*/g, " "))
    .replace(/(?:^| )(?:ж|г)(?= |$)/g, "")
    .trim();
}

/** "Доступно на 01.09.26", "Доступно на 14.09.26": the balances at both ends. */
function balancesOnDays(sums: readonly LabelledSum[]) {
  const dated = sums.flatMap(({ label, days, sum }) => {
    const [day, other] = days;
    return day !== undefined && other === undefined && BALANCE_ON_DAY.test(label)
      ? [{ day, amount: sum.amount }]
      : [];
  });
  const [first, last] = [
    Math.min(...dated.map(({ day }) => day)),
    Math.max(...dated.map(({ day }) => day)),
  ];
  if (dated.length === 0) return { opening: null, closing: null };
  const closing = dated.filter(({ day }) => day === last).at(-1)?.amount ?? null;
  if (first < last)
    return { opening: dated.filter(({ day }) => day === first).at(-1)?.amount ?? null, closing };
  // A statement of one day: in the heading, before the rows, after them.
  const opening = dated.length >= 3 ? (dated.at(-2)?.amount ?? null) : null;
  return { opening, closing };
}

function totalsOf(sums: readonly LabelledSum[], known: ReadonlySet<string>): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { label, sum } of sums)
    if (known.has(label) && !totals.has(label)) totals.set(label, sum.amount);
  return totals;
}

function positive(amount: bigint | null): bigint | null {
  return amount !== null && amount < 0n ? -amount : amount;
}

function periodOf(lines: readonly TextLine[]): { from: Instant; to: Instant } | null {
  for (const line of lines) {
    const text = textOf(line);
    const [from, to, more] = daysIn(text);
    if (from === undefined || to === undefined || more !== undefined || to < from) continue;
    if (PERIOD.test(foldName(text)) || /\d\s*-\s*\d/.test(text)) return { from, to: to + DAY - 1 };
  }
  return null;
}

/** The value of a label: in its own cell after the colon, else the next cell. */
function* labelsOf(lines: readonly TextLine[]): Generator<[label: string, value: string]> {
  for (const line of lines) {
    const cells = cellsOf(line);
    for (const [at, { text }] of cells.entries()) {
      const [label = "", inside = ""] = text.split(/:\s*(.*)/su);
      const value = inside === "" ? (cells[at + 1]?.text ?? "") : inside;
      if (value !== "") yield [foldName(label), value];
    }
  }
}

function currencyOf(lines: readonly TextLine[]): string | null {
  for (const [label, value] of labelsOf(lines))
    if (CURRENCY.test(label)) {
      const code = currencyCode(value) ?? currencyInWords(value);
      if (code !== null) return code;
    }
  return null;
}

/** "KZ… KZT", "KZ… (USD)": the currency right after the account. */
function currencyOfAccount(text: string): string | null {
  const after = /KZ\d{2}[A-Z0-9]{16}[\s,(|]+([A-Z]{3})(?![A-Z])/.exec(text)?.[1];
  return after === undefined ? null : currencyCode(after);
}

function contractOf(lines: readonly TextLine[]): string | null {
  for (const [label, value] of labelsOf(lines)) {
    const number = /^[A-Z]{0,3}\d[\dA-Z-]{4,}/i.exec(value)?.[0];
    if (CONTRACT.test(label) && number !== undefined) return number.toUpperCase();
  }
  return null;
}

function nameOf(lines: readonly TextLine[], text: string): string | null {
  for (const [label, value] of labelsOf(lines))
    if (NAME.test(label) && /\p{L}{2}/u.test(value) && !/\d/.test(value)) return value.trim();
  const inLetter = NAMED_IN_LETTER.exec(text.replaceAll("\n", " "))?.[1];
  return inLetter === undefined || inLetter.length > 100 ? null : inLetter;
}
