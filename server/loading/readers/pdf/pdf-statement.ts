import { foldName } from "../../../identity/names.ts";
import { createIdentifiers } from "../../cells/identifiers.ts";
import type { LoadItem, StatementItem } from "../../record/load-item.ts";
import { factsOf, type PrintedFacts } from "./pdf-facts.ts";
import { findPrintedHeader, type PrintedHeader } from "./pdf-header.ts";
import { headingBook } from "./pdf-headings.ts";
import type { PdfLayout } from "./pdf-layout.ts";
import { type TextLine, textOf } from "./pdf-lines.ts";
import { isRefuted, type PdfProof, proveRows } from "./pdf-proof.ts";
import { layoutsOf } from "./pdf-recognise.ts";
import { type ReadRow, type RowFault, readRow } from "./pdf-row.ts";
import { type PrintedRow, readRows } from "./pdf-rows.ts";
import { ownerOf, refusedLine, refusedRow, transferOf } from "./pdf-transfer.ts";
import { headerByValues } from "./pdf-unheaded.ts";
import { daysIn, leadingDay } from "./pdf-values.ts";

const ACCOUNT = /KZ\d{2}[A-Z0-9]{16}/;

/** A printed statement that was read, and what its own figures say of the reading. */
export interface PdfStatement {
  readonly layout: PdfLayout;
  readonly facts: PrintedFacts;
  readonly rows: readonly (ReadRow | RefusedPrint)[];
  readonly unread: readonly TextLine[];
  readonly proof: PdfProof;
  /** A note says that some rows may not be carried out yet, without saying which. */
  readonly maybePending: boolean;
}

interface RefusedPrint {
  readonly fault: RowFault;
  readonly printed: PrintedRow;
}

/** The statements of a file in a known form, one after another; none where its table is not found. */
export function readStatements(lines: readonly TextLine[], form: PdfLayout): PdfStatement[] {
  return partsOf(lines, form).flatMap(({ lines: part, header, layout }) => {
    const { rows: printed, unread, after } = readRows(part, header, layout, isNoRow(layout));
    if (printed.length === 0 && unread.length === 0) return [];
    const around = [...part.slice(0, header.from), ...after];
    const facts = factsOf(around, layout);
    const rows = printed.map((row) => {
      const read = readRow(row, layout, facts.currency);
      return "code" in read ? { fault: read, printed: row } : read;
    });
    const read = rows.filter((row): row is ReadRow => !("fault" in row));
    const text = foldName(around.map(textOf).join(" "));
    return [
      {
        layout,
        facts,
        rows,
        unread,
        proof: proveRows(read, facts, layout),
        maybePending: layout.pendingNote?.test(text) ?? false,
      },
    ];
  });
}

/** Totals, notes and headings of the bank that may stand between rows or right below them. */
function isNoRow(layout: PdfLayout): (line: TextLine) => boolean {
  return (line) => {
    const text = textOf(line);
    const folded = foldName(text);
    return (
      layout.marks.test(text) ||
      (layout.title.test(folded) && (ACCOUNT.test(text) || daysIn(text).length === 2)) ||
      /^(?:итого|всего|барлыгы|жиынтыгы|total|место печати|остаток на|исходящ|входящ)(?: |$)/u.test(
        folded,
      ) ||
      (layout.pendingNote?.test(folded) ?? false)
    );
  };
}

interface Part {
  readonly layout: PdfLayout;
  readonly lines: readonly TextLine[];
  readonly header: PrintedHeader;
}

/**
 * One file may hold several statements: a header below the rows of one begins another where another
 * account or period stands above it.
 */
function partsOf(lines: readonly TextLine[], layout: PdfLayout): Part[] {
  const book = headingBook(layout.headings);
  const first = findPrintedHeader(lines, book);
  if (first === null) {
    const header = headerByValues(lines, layout);
    return header === null ? [] : [{ layout, lines, header }];
  }
  const own = lines.slice(0, first.from).map(textOf).join("\n");
  let header = first;
  for (;;) {
    const next = findPrintedHeader(lines, book, header.to);
    if (next === null) return [{ layout, lines, header: first }];
    const begins = beginOfNext(lines, { after: header.to, before: next.from, own }, layout);
    if (begins === null) {
      header = next;
      continue;
    }
    const rest = lines.slice(begins);
    // The next statement may be another bank's.
    return [
      { layout, lines: lines.slice(0, begins), header: first },
      ...partsOf(rest, layoutsOf(rest)[0] ?? layout),
    ];
  }
}

/** Where the paper of another statement begins between two headers; null where it goes on. */
function beginOfNext(
  lines: readonly TextLine[],
  { after, before, own }: { readonly after: number; readonly before: number; readonly own: string },
  layout: PdfLayout,
): number | null {
  let lastRow = after;
  for (let at = after; at < before; at += 1) {
    const { items = [] } = lines[at] ?? {};
    if (items.length > 2 && items.some(({ text }) => leadingDay(text) !== null)) lastRow = at;
  }
  const between = lines.slice(lastRow + 1, before);
  const differs = between.some((line) => {
    const text = textOf(line);
    const account = ACCOUNT.exec(text)?.[0];
    return (
      (account !== undefined && !own.includes(account)) ||
      (daysIn(text).length === 2 && layout.title.test(foldName(text)) && !own.includes(text))
    );
  });
  if (!differs) return null;
  const title = between.findIndex((line) => layout.title.test(foldName(textOf(line))));
  return lastRow + 1 + Math.max(0, title);
}

/** The statement's figures speak against the reading: a person has to look at it first. */
export function refutedBy(statements: readonly PdfStatement[]): PdfStatement | undefined {
  return statements.find(({ proof }) => isRefuted(proof));
}

/** Everything a statement says, in the order it is printed. */
export function itemsOfStatement(statement: PdfStatement): LoadItem[] {
  const { facts, layout, rows, unread, proof } = statement;
  const identifiers = createIdentifiers(false);
  const side = ownerOf(facts, layout.bank, identifiers);
  const owner = { side, currency: facts.currency, feesApart: proof.feesApart };
  const place = placesByPage();
  const items = rows.map((row) => {
    const position = place(row.printed.page);
    return "fault" in row
      ? refusedRow(row.printed.raw, row.fault, position)
      : transferOf(row, owner, identifiers, position);
  });
  const lines = unread.map((line) => refusedLine(textOf(line), place(line.page)));
  const first = rows[0]?.printed.page ?? 1;
  return [...items, ...lines, ...statementItem(statement, side.account, first)];
}

/** "Sheet 3, row 5": the fifth row on the third page. */
function placesByPage() {
  const counts = new Map<number, number>();
  return (page: number) => {
    const row = (counts.get(page) ?? 0) + 1;
    counts.set(page, row);
    return { sheet: String(page), row };
  };
}

function statementItem(
  { facts, layout, rows, proof, maybePending }: PdfStatement,
  account: string | null,
  page: number,
): StatementItem[] {
  if (account === null) return [];
  const days = rows.flatMap((row) => ("fault" in row ? [] : [row.bookedAt.instant]));
  return [
    {
      kind: "statement",
      position: { sheet: String(page), row: 1 },
      raw: "",
      account,
      bank: layout.bank,
      currency: facts.currency,
      from: facts.from ?? (days.length === 0 ? null : Math.min(...days)),
      to: facts.to ?? (days.length === 0 ? null : Math.max(...days)),
      opening: facts.opening,
      closing: facts.closing,
      totalIn: facts.totalIn,
      totalOut: facts.totalOut,
      proof: {
        balances: proof.balances,
        totals: proof.totals,
        compared: proof.compared,
        maybePending: maybePending || proof.withoutPending,
      },
    },
  ];
}
