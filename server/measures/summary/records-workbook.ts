import { Readable } from "node:stream";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import {
  type FigureId,
  type FigureRecord,
  figureId,
  type SummaryPeriod,
} from "../../../contract/measures-summary.ts";
import { FIGURE_NAMES } from "../../../contract/texts/figures.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../../api/hidden.ts";
import { writeWorkbook } from "../../evidence/tables/workbook.ts";
import { SUMMARY_WORDS } from "../../evidence/texts/summary/summary.ts";
import { formatDecimal } from "../../money/money.ts";
import { countedFrom } from "./counted.store.ts";
import { recordsOf } from "./summary.store.ts";

const COLUMNS = [
  ...["figure", "day", "about", "count", "amount", "currency", "case", "claim", "measure"],
  ...["account", "district", "paper"],
];
const WIDTHS = [30, 12, 44, 10, 20, 8, 10, 12, 12, 26, 20, 20];
const PAGE = 500;
/** Stages of facts are facts that the sheet has already. */
const LEFT_OUT: ReadonlySet<FigureId> = new Set([
  "facts-investigated",
  "facts-in-court",
  "facts-convicted",
]);

/**
 * All records behind the figures of a period as one Excel table; a record with two sums has two
 * lines.
 */
export async function recordsWorkbook(
  queries: Queries,
  period: SummaryPeriod,
  language: DocumentLanguage,
  hidden = NOTHING_HIDDEN,
): Promise<Readable> {
  const rows: string[][] = [];
  const counted = await countedFrom(queries, figureId.options);
  for (const figure of figureId.options.filter((id) => !LEFT_OUT.has(id))) {
    let after: string | undefined;
    do {
      const page = await recordsOf(
        queries,
        { ...period, figure, after, limit: PAGE },
        hidden,
        counted,
      );
      for (const record of page.records)
        rows.push(...linesOf(FIGURE_NAMES[language][figure], record));
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  const words = SUMMARY_WORDS[language];
  const table = { columns: COLUMNS, rows, decimals: new Set(["count", "amount"]) };
  const sheet = { name: words.sheet, headings: words.columns, widths: WIDTHS };
  return Readable.from(writeWorkbook(table, sheet));
}

function linesOf(figure: string, record: FigureRecord): string[][] {
  const sums = record.sums.length === 0 ? [null] : record.sums;
  return sums.map((sum, at) => [
    figure,
    record.day,
    record.about,
    at === 0 ? String(record.count) : "",
    sum === null ? "" : formatDecimal(BigInt(sum.amount), sum.currency),
    sum?.currency ?? "",
    record.case ?? "",
    record.claim ?? "",
    record.measure ?? "",
    record.account ?? "",
    record.district ?? "",
    record.paper ?? "",
  ]);
}
