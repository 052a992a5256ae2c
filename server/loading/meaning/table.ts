import { parseWrittenAmount } from "../../money/written.ts";
import type { LoadItem, SkippedItem, StatementItem } from "../items.ts";
import { isRowOfNumbers } from "../mapping/header-row.ts";
import type { FileKind, RawRow, RawTable, ReadOptions } from "../reading.ts";
import { accountReader } from "./accounts.ts";
import { refuse } from "./judging.ts";
import { labelReader } from "./labels.ts";
import { reportReader } from "./reports.ts";
import { type StatementHeading, takeHeadingLine } from "./statement-heading.ts";
import type { TablePlan } from "./table-plan.ts";
import { transferReader } from "./transfers.ts";
import { type Understood, understandTable } from "./understand.ts";
import { finder, PAGES, TOTALS } from "./words.ts";

const ROW_READERS: Readonly<Record<FileKind, (plan: TablePlan) => (row: RawRow) => LoadItem>> = {
  transfers: transferReader,
  accounts: accountReader,
  reports: reportReader,
  labels: labelReader,
};
/** Rows looked at before the table is understood. */
const SAMPLE_ROWS = 600;

/** What the first rows of a table say, and all its rows again from the start. */
export interface OpenedTable {
  readonly understood: Understood | null;
  readonly sample: readonly RawRow[];
  items(): AsyncGenerator<readonly LoadItem[]>;
  /** Lets go of the file, where items() is not asked for. */
  close(): Promise<void>;
}

/** Reads a table's first rows and understands them; items() then turns every row into exactly one item, in order. */
export async function openTable(table: RawTable, fileName: string, options: ReadOptions): Promise<OpenedTable> {
  const rows = table.rows[Symbol.asyncIterator]();
  const sample: RawRow[] = [];
  let ended = false;
  while (sample.length < SAMPLE_ROWS) {
    const next = await rows.next();
    if (next.done) {
      ended = true;
      break;
    }
    for (const row of next.value) sample.push(row);
  }
  const understood = await understandTable(sample, { file: fileName, sheet: table.name }, options);
  const close = async () => {
    await rows.return?.();
  };
  return {
    understood,
    sample,
    close,
    async *items() {
      try {
        const take = understood === null ? takeNote : rowTaker(understood);
        yield sample.map(take.row);
        while (!ended) {
          const next = await rows.next();
          if (next.done) break;
          yield next.value.map(take.row);
        }
        yield take.end();
      } finally {
        await close();
      }
    },
  };
}

interface RowTaker {
  row(row: RawRow): LoadItem;
  /** What can only be said when all rows are read: the statement. */
  end(): readonly LoadItem[];
}

/** A sheet without a table: all its lines are notes. */
const takeNote: RowTaker = { row: (row) => skip(row, row.raw.trim() === "" ? "blank" : "note"), end: () => [] };

function rowTaker({ layout, plan, heading, missing }: Understood): RowTaker {
  const read = missing === null ? ROW_READERS[layout.kind](plan) : refuserOf(missing);
  const header = layout.header;
  const headerAt = header === null ? -1 : header.at;
  const days = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  let taken = 0;
  let headings: readonly string[] | null = null;

  function row(raw: RawRow): LoadItem {
    const index = taken;
    taken += 1;
    if (index < layout.firstRow) {
      if (headerAt !== -1 && index >= headerAt) {
        headings ??= raw.cells;
        return skip(raw, "header");
      }
      return skip(raw, raw.raw.trim() === "" ? "blank" : "preamble");
    }
    if (raw.broken !== undefined) return refuseBroken(raw);
    const item = read(raw);
    if (item.kind === "refused") return notData(raw) ?? item;
    if (item.kind === "transfer" && plan.own !== null) {
      if (item.bookedAt < days.first) days.first = item.bookedAt;
      if (item.bookedAt > days.last) days.last = item.bookedAt;
    }
    return item;
  }

  /** A row that could not be read may be none: blank, a heading repeated on a new page, a total, a note. */
  function notData(raw: RawRow): SkippedItem | null {
    if (raw.cells.every((cell) => cell.trim() === "")) return skip(raw, "blank");
    if (headings !== null && sameCells(raw.cells, headings)) return skip(raw, "page-heading");
    if (isRowOfNumbers(raw.cells)) return skip(raw, "page-heading");
    const filled = raw.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const hasDate =
      (raw.cells[plan.column("booked_at")] ?? "").trim() !== "" && /\d/.test(raw.cells[plan.column("booked_at")] ?? "");
    if (filled.some(isTotal) && !hasDate && !namesParty(raw, plan)) {
      takeHeadingLine(heading, raw, plan.zone);
      takeTotals(heading, raw, plan);
      return skip(raw, "total");
    }
    if (filled.length <= 2 && isPage(filled[0] ?? "")) return skip(raw, "page-heading");
    if (filled.length > MOST_CELLS_OF_NOTE || saysSomething(raw, plan)) return null;
    takeHeadingLine(heading, raw, plan.zone);
    return skip(raw, "note");
  }

  return { row, end: () => (layout.kind === "transfers" ? statementOf(plan, heading, days) : []) };
}

/** A table that could not be understood, beside others of the file that were: its rows are refused, none is lost. */
function refuserOf(missing: string) {
  return (row: RawRow) =>
    refuse(row, {
      column: "",
      value: "",
      code: "table-not-understood",
      reason: missing,
      remedy: "Say what the columns mean on the Load page, or give a mapping with --mapping.",
    });
}

const MOST_CELLS_OF_NOTE = 2;
const isTotal = finder(TOTALS);
const isPage = finder(PAGES);

/** A total says nothing of payer, payee or counterparty. */
function namesParty({ cells }: RawRow, plan: TablePlan): boolean {
  return ["from_account", "to_account", "other_account"].some((meaning) =>
    /\d{4}/.test(cells[plan.column(meaning)] ?? ""),
  );
}

/** A cell under date, amount or account that is filled: the row means to be data. */
function saysSomething({ cells }: RawRow, plan: TablePlan): boolean {
  const told = [
    "amount",
    "amount_out",
    "amount_in",
    "amount_kzt",
    "account_amount",
    "from_account",
    "to_account",
    "other_account",
    "report_id",
  ];
  if (told.some((meaning) => (cells[plan.column(meaning)] ?? "").trim() !== "")) return true;
  const date = (cells[plan.column("booked_at")] ?? "").trim();
  return /^\D{0,3}\d/.test(date) || plan.kind !== "transfers";
}

/** A total row has the sums under the debit and credit columns. */
function takeTotals(heading: StatementHeading, { cells }: RawRow, plan: TablePlan): void {
  const sum = (meaning: string) => {
    const text = (cells[plan.column(meaning)] ?? "").trim();
    return text === "" ? null : totalOf(text, plan);
  };
  heading.totalOut = sum("amount_out") ?? heading.totalOut;
  heading.totalIn = sum("amount_in") ?? heading.totalIn;
}

function totalOf(text: string, plan: TablePlan): bigint | null {
  const parsed = parseWrittenAmount(text, plan.currency, plan.decimalSign);
  if (!parsed.ok) return null;
  return parsed.amount < 0n ? -parsed.amount : parsed.amount;
}

/** The statement the rows were of, with the days its heading names, else the days of its first and last row. */
function statementOf(
  plan: TablePlan,
  heading: StatementHeading,
  days: { first: number; last: number },
): StatementItem[] {
  if (plan.own === null || days.first > days.last) return [];
  return [
    {
      kind: "statement",
      position: heading.position ?? { row: 1 },
      raw: heading.raw,
      account: plan.own.account,
      bank: plan.own.bank,
      currency: plan.currency,
      from: heading.from ?? days.first,
      to: heading.to ?? days.last,
      opening: heading.opening,
      closing: heading.closing,
      totalIn: heading.totalIn,
      totalOut: heading.totalOut,
    },
  ];
}

function sameCells(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((cell, index) => cell.trim() === right[index]?.trim());
}

function skip(row: RawRow, reason: SkippedItem["reason"]): SkippedItem {
  return { kind: "skipped", position: row.position, raw: row.raw, reason };
}

function refuseBroken(row: RawRow) {
  return refuse(row, {
    column: "",
    value: "",
    code: row.broken ?? "row-broken",
    reason:
      row.broken === "row-too-long"
        ? "The row is longer than a million characters."
        : "The row holds bytes that are no text.",
    remedy: "Look at this line of the file, mend it and load the refused rows again.",
  });
}
