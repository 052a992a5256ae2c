import type { RawRow } from "../record/input-file.ts";
import { type Sense, sensesOf } from "./headings.ts";

export interface Header {
  /**
   * Index of the header's first row in the sample, and how many rows belong to it (merged headings,
   * the row of column numbers).
   */
  readonly at: number;
  readonly count: number;
  /** A name a column, each once: the second "Банк" is "Банк (2)". */
  readonly names: readonly string[];
  readonly senses: readonly (readonly Sense[])[];
}

const SEARCHED_ROWS = 100;
/** Cells looked up among the known headings: hundreds of columns of words end the search early. */
const MOST_JUDGED = 3_000;
const LEAST_QUALITY = 0.6;
const LEAST_SENSES = 2;
const LEAST_SHARE = 0.4;
/** A second row must add this much to be taken as part of the header. */
const SECOND_ROW_ADDS = 0.8;

/**
 * A row that tells this much is the header; a few rows further down are enough to see whether it is
 * only half of one.
 */
const CLEAR_SCORE = 5;

/**
 * A dated amount already stands under the heading found: one further down, however much it tells, is
 * a second heading, and the rows between are no preamble.
 */
function hasOperations(below: readonly RawRow[], senses: readonly (readonly Sense[])[]): boolean {
  const columnsOf = (meanings: RegExp) =>
    senses.flatMap(([first], column) => (meanings.test(first?.meaning ?? "") ? [column] : []));
  const [dates, amounts] = [columnsOf(/^booked_at$/), columnsOf(/^amount|^account_amount$/)];
  return below.some(
    ({ cells }) =>
      dates.some((column) => /^\s*\d{1,4}[./-]\d{1,2}[./-]\d/.test(cells[column] ?? "")) &&
      amounts.some((column) => /\d/.test(cells[column] ?? "")),
  );
}

/** Rows of values are not worth looking up: headings hold few digits and are short. */
function mayBeHeadings(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const likely = filled.filter(
    (cell) => cell.length <= 120 && !/\d{5}|\d{4}-\d{2}|\d{2}[.:]\d{2}/.test(cell),
  );
  return filled.length >= LEAST_SENSES && likely.length >= filled.length / 2;
}

/**
 * Finds the header among a table's first rows: the row, or two merged rows, whose cells name the
 * most different things; null where none does.
 */
export function findHeader(rows: readonly RawRow[]): Header | null {
  let best: {
    at: number;
    count: number;
    names: string[];
    senses: Sense[][];
    score: number;
  } | null = null;
  const last = Math.min(rows.length, SEARCHED_ROWS);
  let judged = 0;
  for (let at = 0; at < last && judged < MOST_JUDGED; at += 1) {
    if (best !== null && best.score >= CLEAR_SCORE && at > best.at + 2) break;
    if (best !== null && hasOperations(rows.slice(best.at + best.count, at), best.senses)) break;
    const cells = rows[at]?.cells ?? [];
    if (!mayBeHeadings(cells)) continue;
    judged += cells.filter((cell) => cell.trim() !== "").length;
    const single = judge(cells, cells.map(sensesOf));
    if (single !== null && single.score > (best?.score ?? 0))
      best = { at, count: 1, names: [...cells], ...single };
    const below = rows[at + 1]?.cells;
    if (below === undefined) continue;
    if (best?.at === at && goesOn(cells, below)) {
      const names = cells.map((cell, column) => {
        const whole = `${cell} ${below[column] ?? ""}`.trim();
        const quality = (name: string) => sensesOf(name)[0]?.quality ?? 0;
        return quality(whole) > quality(cell) ? whole : cell;
      });
      const double = judge(names, names.map(sensesOf));
      if (double !== null) best = { at, count: 2, names, ...double };
      continue;
    }
    if (!mayBeGroups(cells, below)) continue;
    const { names, senses } = merged(cells, below);
    const double = judge(names, senses);
    const alone = Math.max(best?.score ?? 0, judge(below, below.map(sensesOf))?.score ?? 0);
    if (double !== null && double.score > alone + SECOND_ROW_ADDS)
      best = { at, count: 2, names, ...double };
  }
  if (best === null) return null;
  const numbered = isRowOfNumbers(rows[best.at + best.count]?.cells ?? []) ? 1 : 0;
  return {
    at: best.at,
    count: best.count + numbered,
    names: unique(best.names),
    senses: best.senses,
  };
}

/**
 * A header of names nobody knows is told by its shape: words only, over the first row that holds
 * values, and as wide.
 */
export function headerByShape(rows: readonly RawRow[], firstRow: number): Header | null {
  const above = rows[firstRow - 1]?.cells;
  const width = rows[firstRow]?.cells.length ?? 0;
  if (above === undefined || above.length !== width) return null;
  const filled = above.filter((cell) => cell.trim() !== "");
  const words = filled.filter((cell) => /\p{L}/u.test(cell) && !looksLikeValue(cell));
  if (filled.length < width / 2 || words.length < filled.length) return null;
  return { at: firstRow - 1, count: 1, names: unique(above), senses: above.map(sensesOf) };
}

/** Dates, amounts and numbers of accounts and people hold digits as headings do not. */
export function looksLikeValue(cell: string): boolean {
  return /\d{4}|\d[.,]\d|^\s*[-+]?\d+\s*$/.test(cell);
}

function judge(
  names: readonly string[],
  senses: Sense[][],
): { score: number; senses: Sense[][] } | null {
  const filled = names.filter((name) => name.trim() !== "").length;
  const told = new Map<string, number>();
  let sure = 0;
  for (const list of senses) {
    const best = list[0];
    if (best === undefined || best.quality < LEAST_QUALITY) continue;
    sure += 1;
    const key = best.meaning ?? `${best.role}.${best.field}`;
    told.set(key, Math.max(told.get(key) ?? 0, best.quality));
  }
  const repeated = sure - told.size;
  if (sure < LEAST_SENSES || sure / filled < LEAST_SHARE) return null;
  const score = [...told.values()].reduce((left, right) => left + right, 0) + repeated * 0.3;
  return { score, senses };
}

/** Headings broken into two rows of cells: "Банк | Счет" over "корресп. | корресп.". */
function goesOn(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = lower.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  return (
    filled.length > 1 &&
    filled.length < upper.filter((cell) => cell.trim() !== "").length &&
    filled.every(
      (column) =>
        (upper[column] ?? "").trim() !== "" &&
        /^[^\d]{2,20}$/.test((lower[column] ?? "").trim()) &&
        upper[column] !== lower[column],
    )
  );
}

/**
 * Groups stand over several columns: the upper row has gaps that the lower one fills, or says the
 * same over each of them.
 */
function mayBeGroups(upper: readonly string[], lower: readonly string[]): boolean {
  const gaps = upper.filter(
    (cell, index) => cell.trim() === "" && (lower[index] ?? "").trim() !== "",
  ).length;
  const repeats = upper.filter(
    (cell, index) => cell.trim() !== "" && cell === upper[index - 1],
  ).length;
  const values = lower.filter((cell) => /\d{4,}/.test(cell)).length;
  return gaps + repeats > 0 && values === 0 && upper.some((cell) => cell.trim() !== "");
}

function merged(
  upper: readonly string[],
  lower: readonly string[],
): { names: string[]; senses: Sense[][] } {
  const names: string[] = [];
  const senses: Sense[][] = [];
  let group = "";
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const above = (upper[column] ?? "").trim();
    const below = (lower[column] ?? "").trim();
    if (above !== "") group = above;
    const together = below === "" || below === above ? above : `${group} ${below}`.trim();
    const alone =
      together === above
        ? []
        : sensesOf(below).map((sense) => ({ ...sense, quality: sense.quality - 0.02 }));
    names.push(together);
    senses.push(
      [...sensesOf(together), ...alone].sort((left, right) => right.quality - left.quality),
    );
  }
  return { names, senses };
}

/** The form's second header row: 1, 2, 3 … */
export function isRowOfNumbers(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return (
    filled.length >= 3 &&
    filled.every((cell, index) => Number(cell.replace(/[.)]$/, "")) === index + 1)
  );
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const plain = name.replace(/\s+/g, " ").trim() || `column ${index + 1}`;
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    return times === 1 ? plain : `${plain} (${times})`;
  });
}
