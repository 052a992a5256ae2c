import { foldName } from "../../../identity/names.ts";
import { currencyCode } from "../../cells/currency.ts";
import type { HeadingCell, PrintedHeader } from "./pdf-header.ts";
import type { PdfColumn } from "./pdf-headings.ts";
import type { PdfLayout } from "./pdf-layout.ts";
import type { TextItem, TextLine } from "./pdf-lines.ts";
import { isClock, leadingDay, onlySum } from "./pdf-values.ts";

const FEWEST_CELLS = 3;
const MOST_ROWS = 200;

/**
 * The columns of a known form whose headings are not found. They are told by what stands in them:
 * days, times, sums, currencies, kinds of operation; what is left are the details. Null where no
 * row begins with a day, or where only a heading could say which way the money went.
 */
export function headerByValues(
  lines: readonly TextLine[],
  layout: PdfLayout,
): PrintedHeader | null {
  const rows = lines.filter(
    ({ items }) =>
      items.length >= FEWEST_CELLS && items.some(({ text }) => leadingDay(text)?.rest === ""),
  );
  const first = rows[0];
  if (first === undefined || layout.unsigned === "kind") return null;
  const columns = stripsOf(rows.slice(0, MOST_ROWS));
  const cells = named(columns, layout);
  const has = (...names: string[]) => cells.some(({ column }) => names.includes(column));
  if (!has("date") || !has("amount", "in", "out")) return null;
  const at = lines.indexOf(first);
  return { from: at, to: at, cells };
}

interface Strip {
  x: number;
  end: number;
  readonly texts: string[];
}

/** Pieces of all rows that stand under one another. */
function stripsOf(rows: readonly TextLine[]): Strip[] {
  const strips: Strip[] = [];
  for (const item of rows.flatMap(({ items }) => items)) {
    const over = strips.filter(({ x, end }) => item.x < end && x < item.end);
    const [strip] = over;
    if (strip === undefined || over.length > 1) {
      if (strip === undefined) strips.push({ x: item.x, end: item.end, texts: [item.text] });
      continue;
    }
    widen(strip, item);
  }
  return strips.sort((one, other) => one.x - other.x);
}

function widen(strip: Strip, { x, end, text }: TextItem): void {
  strip.x = Math.min(strip.x, x);
  strip.end = Math.max(strip.end, end);
  strip.texts.push(text);
}

function named(strips: readonly Strip[], layout: PdfLayout): HeadingCell[] {
  const kinds = new Set(layout.kinds.flatMap(({ names }) => names.map(foldName)));
  const taken = new Set<PdfColumn>();
  const free = (...names: PdfColumn[]) => names.find((name) => !taken.has(name));
  const types = strips.map(({ texts }) => typeOf(texts, kinds, layout));
  // Two columns of sums, each empty where the other is filled.
  const sums = types.filter((type) => type === "sum");
  const apart =
    sums.length === 2 && strips.some(({ texts }, at) => types[at] === "sum" && texts.includes("-"));
  return strips.map(({ x, end }, at) => {
    const type = types[at];
    const column =
      type === "day"
        ? free("date", "valueDate")
        : type === "clock"
          ? free("time")
          : type === "currency"
            ? free("currency")
            : type === "kind"
              ? free("kind")
              : type === "sum"
                ? apart
                  ? free("in", "out")
                  : free("amount")
                : free("details");
    if (column !== undefined) taken.add(column);
    return { column: column ?? `c${at}`, x, end };
  });
}

function typeOf(texts: readonly string[], kinds: ReadonlySet<string>, { decimal }: PdfLayout) {
  const most = (test: (text: string) => boolean) => texts.filter(test).length > texts.length * 0.6;
  if (most((text) => leadingDay(text) !== null)) return "day";
  if (most(isClock)) return "clock";
  if (most((text) => text === "-" || isSum(text, decimal))) return "sum";
  if (most((text) => text.length <= 4 && currencyCode(text) !== null)) return "currency";
  if (most((text) => kinds.has(foldName(text)))) return "kind";
  return "text";
}

/** A number with a fraction or a currency: others are codes and numbers of cards. */
function isSum(text: string, decimal: PdfLayout["decimal"]): boolean {
  const sum = onlySum(text, "KZT", decimal);
  return sum !== null && (sum.currency !== null || /[.,]\d{2}$/.test(sum.text));
}
