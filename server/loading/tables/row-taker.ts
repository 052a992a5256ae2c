import { parseWrittenAmount } from "../../money/written.ts";
import { finder, PAGES } from "../cells/bank-words.ts";
import { refuse } from "../cells/refused-cell.ts";
import { AMOUNTS } from "../columns/column-meanings.ts";
import { furtherHeadings } from "../columns/further-heading.ts";
import { isRowOfNumbers } from "../columns/header-row.ts";
import { TABLE_LIMITS } from "../readers/reader-limits.ts";
import type { FileKind, RawRow } from "../record/input-file.ts";
import type { LoadItem, Position, SkippedItem, StatementItem } from "../record/load-item.ts";
import { accountReader } from "./account-rows.ts";
import { breakdownFinder } from "./breakdown-rows.ts";
import { heldReader } from "./held-rows.ts";
import { labelReader } from "./label-rows.ts";
import { reportReader } from "./report-rows.ts";
import { sessionReader } from "./session-rows.ts";
import { emptyHeading, type StatementHeading, takeHeadingLine } from "./statement-heading.ts";
import type { TablePlan } from "./table-plan.ts";
import { isTotalRow, readsAsTotal, totalOrOperation } from "./total-rows.ts";
import { transferReader } from "./transfer-rows.ts";
import { ownSide, type Understood } from "./understand-table.ts";

export interface RowTaker {
  /**
   * The row's one item; before it, where a new statement begins with this row, the statement that
   * ended.
   */
  row(row: RawRow): readonly LoadItem[] | LoadItem;
  /** What can only be said when all rows are read: the statement. */
  end(): readonly LoadItem[];
}

/** How wide the rows of delimited text are. */
export interface TableWidth {
  /** A row of more filled cells is shifted somewhere. */
  readonly most: number;
  /** All rows have so many cells, empty ones counted; 0 where they differ. */
  readonly least: number;
}

const ROW_READERS: Readonly<Record<FileKind, (plan: TablePlan) => (row: RawRow) => LoadItem>> = {
  transfers: transferReader,
  accounts: accountReader,
  statements: heldReader,
  reports: reportReader,
  labels: labelReader,
  sessions: sessionReader,
};

/** A sheet without a table: all its lines are notes. */
export const takeNote: RowTaker = {
  row: (row) => skip(row, isBlank(row) ? "blank" : "note"),
  end: () => [],
};

/**
 * A table that could not be understood, beside others of the file that were: its rows are refused,
 * its short lines are notes.
 */
export function refusingTaker(missing: string): RowTaker {
  const fault = {
    column: "",
    value: "",
    code: "table-not-understood",
    reason: missing,
    remedy: "Say what the columns mean on the Load page, or give a mapping with --mapping.",
  };
  return {
    row: (row) =>
      filledCells(row).length > MOST_CELLS_OF_NOTE ? refuse(row, fault) : takeNote.row(row),
    end: () => [],
  };
}

/** Takes the rows of an understood table in order, the sample's first ones included. */
export function rowTaker(
  { layout, plan: firstPlan, heading: firstHeading }: Understood,
  width: TableWidth | null,
): RowTaker {
  let plan = firstPlan;
  let read = ROW_READERS[layout.kind](plan);
  let heading = firstHeading;
  let days = noDays();
  /** The rows are of a second or later statement of the table. */
  let further = false;
  let taken = 0;
  let headings: readonly string[] | null = null;
  const headingRows: RawRow[] = [];
  const breaksDown = breakdownFinder();
  let furtherHeading: ReturnType<typeof furtherHeadings> | null = null;
  /** The heading last met names other columns than the table's: its rows are not understood. */
  let changed: RawRow | null = null;
  let begins: Position = { row: 1 };

  function row(raw: RawRow): readonly LoadItem[] | LoadItem {
    if (taken < layout.firstRow) {
      if (taken === 0) begins = raw.position;
      const inHeader = layout.header !== null && taken >= layout.header.at;
      taken += 1;
      if (inHeader) {
        headings ??= raw.cells;
        headingRows.push(raw);
      }
      return skip(raw, inHeader ? "header" : isBlank(raw) ? "blank" : "preamble");
    }
    if (raw.broken !== undefined) return refuseBroken(raw);
    if (changed === null && width !== null && isWider(raw, width.most))
      return anotherStatement(raw) ?? notData(raw) ?? refuse(raw, shifted(raw, width.most));
    const item = read(raw);
    if (changed !== null) return underChangedHeading(raw, changed);
    if (item.kind === "refused") return anotherStatement(raw) ?? notData(raw) ?? item;
    if (raw.unended && raw.cells.length < (width?.least ?? 0)) return refuse(raw, cutOff(raw));
    if (item.kind === "transfer" && !plan.canonical && readsAsTotal(item)) {
      takeHeadingLine(heading, raw, plan.zone);
      return refuse(raw, totalOrOperation(plan, item));
    }
    const part = breaksDown(plan, item);
    if (part !== null) return refuse(raw, part);
    if (item.kind === "transfer" && plan.own !== null) days = daysWith(days, item.bookedAt);
    return item;
  }

  /** Until a heading as the table's own stands again, nothing is known of the columns. */
  function underChangedHeading(raw: RawRow, heading: RawRow): readonly LoadItem[] | LoadItem {
    if (isBlank(raw)) return skip(raw, "blank");
    const further = headingAgain(raw);
    if (further !== null) return further;
    const isNote = !mayBeRow(raw);
    return (
      anotherStatement(raw) ?? (isNote ? skip(raw, "note") : refuse(raw, headingChanged(heading)))
    );
  }

  /** A heading on a new page; of other columns, it says so of the rows below. */
  function headingAgain(raw: RawRow): SkippedItem | null {
    if (plan.kind !== "transfers" || headingRows.length === 0) return null;
    furtherHeading ??= furtherHeadings(headingRows, layout.names);
    const further = furtherHeading(raw);
    if (further === null) return null;
    changed = further === "changed" ? raw : null;
    return skip(raw, "page-heading");
  }

  /** A line that names another account begins the statement of that one. */
  function anotherStatement(raw: RawRow): readonly LoadItem[] | null {
    const next = headingOfAnother(raw, plan);
    if (next === null) return null;
    const ended = end();
    heading = next;
    further = true;
    days = noDays();
    followHeading();
    return [...ended, skip(raw, "preamble")];
  }

  /** The statement is of the account and currency its own heading names, not the one before it. */
  function followHeading(): void {
    if (heading.account === null) return;
    plan = planUnder(heading.account, heading, plan);
    read = ROW_READERS[layout.kind](plan);
  }

  /** Takes a line that is no row, which may be of the next statement's heading. */
  function takeLine(raw: RawRow): void {
    takeHeadingLine(heading, raw, plan.zone);
    if (further && !Number.isFinite(days.first)) followHeading();
  }

  /**
   * A row that could not be read may be none: blank, a heading repeated on a new page, a total, a
   * note.
   */
  function notData(raw: RawRow): SkippedItem | null {
    if (isBlank(raw)) return skip(raw, "blank");
    if (headings !== null && sameCells(raw.cells, headings)) return skip(raw, "page-heading");
    if (isRowOfNumbers(raw.cells)) return skip(raw, "page-heading");
    const again = headingAgain(raw);
    if (again !== null) return again;
    const filled = filledCells(raw);
    if (filled.every((cell) => RULE.test(cell))) return skip(raw, "note");
    if (isTotalRow(raw, filled, plan)) {
      takeLine(raw);
      if (!filled.some((cell) => NO_TURNOVER.test(cell))) takeTotals(heading, raw, plan);
      return skip(raw, "total");
    }
    if (filled.length <= MOST_CELLS_OF_NOTE && isPage(filled[0] ?? ""))
      return skip(raw, "page-heading");
    if (filled.length > MOST_CELLS_OF_NOTE || saysSomething(raw, plan)) return null;
    takeLine(raw);
    return skip(raw, "note");
  }

  const end = () => (layout.kind === "transfers" ? statementOf(plan, heading, days, begins) : []);
  return { row, end };
}

/** The heading of another account that a line begins; null where it begins none. */
function headingOfAnother(raw: RawRow, plan: TablePlan): StatementHeading | null {
  const isShort = filledCells(raw).length <= MOST_CELLS_OF_HEADING && /\p{L}{3}/u.test(raw.raw);
  if (plan.own === null || !isShort) return null;
  const next = emptyHeading();
  takeHeadingLine(next, raw, plan.zone);
  return next.account === null || next.account === plan.own.account ? null : next;
}

/** The table's plan for the rows of a statement with a heading of its own. */
function planUnder(account: string, heading: StatementHeading, plan: TablePlan): TablePlan {
  const currency = heading.currency ?? plan.tableCurrency;
  return {
    ...plan,
    own: ownSide(account, heading),
    currency: currency ?? "KZT",
    currencyStated: currency !== null,
    foreignNamed: currency === null ? heading.foreign : null,
  };
}

/** More than a note: several cells, or two with digits. */
function mayBeRow(raw: RawRow): boolean {
  const filled = filledCells(raw);
  return filled.length > MOST_CELLS_OF_NOTE || filled.filter((cell) => /\d/.test(cell)).length > 1;
}

function daysWith(days: ReturnType<typeof noDays>, at: number): ReturnType<typeof noDays> {
  if (at >= days.first && at <= days.last) return days;
  return { ...days, first: Math.min(days.first, at), last: Math.max(days.last, at) };
}

function isWider(raw: RawRow, width: number): boolean {
  return raw.cells.length > width && filledWidth(raw) > width;
}

/** A line drawn with characters. */
const RULE = /^[-–—=_*.+|\s]{3,}$/;
/** "Итого операций за период" and balances: what stands under debit and credit is no turnover. */
const NO_TURNOVER =
  /остат|сальд|баланс|қалдық|balance|(?:итог|всего|количеств|кол-во|число)\p{L}*\s+(?:операц|записей|строк|документ|платеж)|количеств|кол-во|number of|operations|саны/iu;

/** How many cells there are up to the last filled one. */
export function filledWidth({ cells }: RawRow): number {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? "").trim() === "") width -= 1;
  return width;
}

function shifted(raw: RawRow, width: number): Parameters<typeof refuse>[1] {
  return {
    column: "",
    value: raw.cells[width] ?? "",
    code: "too-many-cells",
    reason: `The row has ${filledWidth(raw)} cells where the table has ${width}: a delimiter stands inside one of them, and what follows it is a column off.`,
    remedy: "Put quotes around the cell with the delimiter in it, or take the delimiter out.",
  };
}

function cutOff(raw: RawRow): Parameters<typeof refuse>[1] {
  return {
    column: "",
    value: raw.cells.at(-1) ?? "",
    code: "row-cut-off",
    reason: "The file ends in the middle of this row: what is there of it may be cut, amounts too.",
    remedy: "Ask the sender for the whole file; mend this row by it.",
  };
}

function headingChanged({ position }: RawRow): Parameters<typeof refuse>[1] {
  return {
    column: "",
    value: "",
    code: "heading-changed",
    reason: `The heading above (row ${position.row}) names other columns, or in another order, than the table's first heading.`,
    remedy: "Put the rows below that heading into a file of their own, with their heading.",
  };
}

const MOST_CELLS_OF_NOTE = 2;
const MOST_CELLS_OF_HEADING = 3;
const isPage = finder(PAGES);

function noDays() {
  return { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
}

function filledCells({ cells }: RawRow): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

function isBlank({ cells }: RawRow): boolean {
  return cells.every((cell) => cell.trim() === "");
}

const TELLING = [...AMOUNTS, "from_account", "to_account", "other_account"];

/** A cell under date, amount or account that is filled: the row means to be data. */
function saysSomething({ cells }: RawRow, plan: TablePlan): boolean {
  if (plan.kind !== "transfers") return true;
  if (TELLING.some((meaning) => (cells[plan.column(meaning)] ?? "").trim() !== "")) return true;
  return /^\D{0,3}\d/.test((cells[plan.column("booked_at")] ?? "").trim());
}

/** A total row has the sums under the debit and credit columns. */
function takeTotals(heading: StatementHeading, { cells }: RawRow, plan: TablePlan): void {
  const sum = (meaning: string): bigint | null => {
    const parsed = parseWrittenAmount(
      (cells[plan.column(meaning)] ?? "").trim(),
      plan.currency,
      plan.decimalSign,
    );
    if (!parsed.ok) return null;
    return parsed.amount < 0n ? -parsed.amount : parsed.amount;
  };
  heading.totalOut = sum("amount_out") ?? heading.totalOut;
  heading.totalIn = sum("amount_in") ?? heading.totalIn;
}

/**
 * The statement the rows were of, with the days its heading names, else the days of its first and
 * last row.
 */
function statementOf(
  plan: TablePlan,
  heading: StatementHeading,
  days: ReturnType<typeof noDays>,
  begins: Position,
): StatementItem[] {
  const from = heading.from ?? days.first;
  if (plan.own === null || !Number.isFinite(from)) return [];
  return [
    {
      kind: "statement",
      position: heading.position ?? begins,
      raw: heading.raw,
      account: plan.own.account,
      bank: plan.own.bank,
      currency: plan.currency,
      from,
      to: heading.to ?? days.last,
      opening: heading.opening,
      closing: heading.closing,
      totalIn: heading.totalIn,
      totalOut: heading.totalOut,
    },
  ];
}

function sameCells(left: readonly string[], right: readonly string[]): boolean {
  return (
    left.length === right.length &&
    left.every((cell, index) => cell.trim() === right[index]?.trim())
  );
}

function skip(row: RawRow, reason: SkippedItem["reason"]): SkippedItem {
  return { kind: "skipped", position: row.position, raw: row.raw, reason };
}

const WHY_BROKEN: Readonly<Record<string, string>> = {
  "row-too-long": "The row is longer than a million characters.",
  "quote-not-closed":
    "The row opens a quoted text that ends nowhere; the lines below it were each read on their own.",
  "too-many-columns": `The row has more than ${TABLE_LIMITS.columns} cells.`,
};

function refuseBroken(row: RawRow) {
  return refuse(row, {
    column: "",
    value: "",
    code: row.broken ?? "row-broken",
    reason: WHY_BROKEN[row.broken ?? ""] ?? "The row holds bytes that are no text.",
    remedy: "Look at this line of the file, mend it and load the refused rows again.",
  });
}
