import { z } from "zod";
import { bankName } from "../../../contract/bank-names.ts";
import { courtName } from "../../../contract/court-names.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import {
  type Figure,
  type FigureId,
  type FigureRecord,
  figureId,
  MONEY_FIGURES,
  paperText,
  type SummaryPeriod,
} from "../../../contract/measures-summary.ts";
import { type CurrencySum, sumByCurrency } from "../../../contract/sums.ts";
import { FIGURE_NAMES } from "../../../contract/texts/figures.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../../api/hidden.ts";
import { type SheetColumn, writeSheets } from "../../evidence/tables/sheets.ts";
import { SUMMARY_WORDS } from "../../evidence/texts/summary/summary.ts";
import { writtenDay } from "../../evidence/words/dates.ts";
import { formatDecimal } from "../../money/money.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayText } from "../../time/day.ts";
import { clockTime } from "../../time/instant.ts";
import type { Actor } from "../../versions/versions.ts";
import { recordsWithCourts } from "../courts.store.ts";
import { type CourtDecision, decisionsBy } from "./claim-records.ts";
import { type Counted, countedFrom } from "./counted.store.ts";
import { periodBefore } from "./periods.ts";
import { inOrder, recordsOf, summaryOf } from "./summary.store.ts";
import { periodText } from "./summary-document.ts";

type Column = Omit<SheetColumn, "heading">;
const text = (width: number): Column => ({ kind: "text", width });
const RECORDS: readonly Column[] = [
  text(30),
  { kind: "day", width: 12 },
  text(44),
  { kind: "number", width: 10 },
  { kind: "money", width: 20 },
  ...[8, 10, 12, 12, 26, 20, 20, 20, 26, 34, 20].map(text),
  { kind: "day", width: 16 },
];
const OVERVIEW: readonly Column[] = [
  text(44),
  { kind: "number", width: 12 },
  { kind: "money", width: 20 },
  text(10),
  ...[1, 2].flatMap((): readonly Column[] => [
    { kind: "number", width: 18 },
    { kind: "money", width: 20 },
  ]),
  { kind: "number", width: 18 },
  { kind: "money", width: 20 },
];
const PAGE = 500;
/** Stages of facts are facts that the sheet has already. */
const LEFT_OUT: ReadonlySet<FigureId> = new Set([
  "facts-investigated",
  "facts-in-court",
  "facts-convicted",
]);

type Behind = ReadonlyMap<FigureId, readonly FigureRecord[]>;

/**
 * The figures of a period as an Excel file: what they are, and all records behind them, which add
 * up to them. A record with two sums has two lines. `madeBy`: as it is written on the first sheet.
 */
export async function recordsWorkbook(
  database: Pick<Database, "queries" | "dataDir">,
  period: SummaryPeriod,
  language: DocumentLanguage,
  { by: madeBy, at }: Actor,
  hidden = NOTHING_HIDDEN,
): Promise<Buffer> {
  const words = SUMMARY_WORDS[language];
  const { overview } = words;
  const { queries } = database;
  const counted = await countedFrom(queries, figureId.options);
  const behind = await recordsBehind(database, period, hidden, counted);
  const figures = await summaryOf(queries, period, counted);
  const isWhole = figures.every(
    ({ id, count }) => LEFT_OUT.has(id) || countOf(behind.get(id)) === count,
  );
  const names = FIGURE_NAMES[language];
  const letters = await lettersOf(queries, behind, language);
  const given = await recordsWithCourts(database, decisionsBy(counted.claims, period.until));
  const decisions = new Map(given.map((one) => [one.claim, one]));
  const rows = [...behind].flatMap(([id, records]) =>
    records.flatMap((record) => linesOf(names[id], record, { letters, decisions }, language)),
  );
  const before = periodBefore(period);
  const bytes = await writeSheets([
    {
      name: overview.sheet,
      above: [
        [words.title],
        [overview.period, periodText(period, language)],
        ...(before === null ? [] : [[overview.before, periodText(before, language)]]),
        [overview.district, period.district ?? overview.everyDistrict],
        [overview.madeBy, madeBy],
        [overview.madeAt, clockTime(at)],
        ...(isWhole ? [] : [[overview.others]]),
        [],
      ],
      columns: headed(OVERVIEW, overview.columns),
      rows: figures.flatMap((figure) => totalsOf(names[figure.id], figure, behind.get(figure.id))),
    },
    { name: words.sheet, above: [], columns: headed(RECORDS, words.columns), rows },
  ]);
  return Buffer.from(bytes);
}

function headed(columns: readonly Column[], headings: readonly string[]): SheetColumn[] {
  return columns.map((column, at) => ({ ...column, heading: headings[at] ?? "" }));
}

async function recordsBehind(
  database: Pick<Database, "queries" | "dataDir">,
  period: SummaryPeriod,
  hidden: typeof NOTHING_HIDDEN,
  counted: Counted,
): Promise<Behind> {
  const { queries } = database;
  const behind = new Map<FigureId, FigureRecord[]>();
  for (const figure of figureId.options.filter((id) => !LEFT_OUT.has(id))) {
    const found: FigureRecord[] = [];
    let after: string | undefined;
    do {
      const wanted = { ...period, figure, after, limit: PAGE };
      const page = await recordsOf(queries, wanted, hidden, counted);
      found.push(...page.records);
      after = page.next ?? undefined;
    } while (after !== undefined);
    behind.set(figure, (await recordsWithCourts(database, found)).sort(inOrder));
  }
  return behind;
}

/**
 * A figure with its sums, a line each, beside those of the period before, the change, and what its
 * records add up to.
 */
export function totalsOf(
  name: string,
  { id, before, ...now }: Figure,
  records?: readonly FigureRecord[],
): string[][] {
  const listed = sumByCurrency((records ?? []).flatMap(({ sums }) => sums));
  const known = MONEY_FIGURES.has(id) ? [...now.sums, ...(before?.sums ?? [])] : [];
  const currencies = sumByCurrency(known).map(({ currency }) => currency);
  const lines = currencies.length === 0 ? [null] : currencies;
  return lines.map((currency, at) => {
    const first = (value: number | undefined) =>
      at > 0 || value === undefined ? "" : String(value);
    const sum = (amount: (currency: string) => string) =>
      currency === null ? "" : decimal({ currency, amount: amount(currency) });
    const was = (amount: (sums: readonly CurrencySum[], currency: string) => string) =>
      before === null ? "" : sum((one) => amount(before.sums, one));
    return [
      ...[name, first(now.count), sum((one) => amountIn(now.sums, one)), currency ?? ""],
      ...[first(before?.count), was(amountIn)],
      first(before === null ? undefined : now.count - before.count),
      was((sums, one) =>
        (BigInt(amountIn(now.sums, one)) - BigInt(amountIn(sums, one))).toString(),
      ),
      ...[
        first(records === undefined ? undefined : countOf(records)),
        sum((one) => amountIn(listed, one)),
      ],
    ];
  });
}

const letterRow = z.object({ block: z.string(), paper: z.string(), day: count });

/** The letters that asked banks for the blocks, as they are named; by the block's entry. */
async function lettersOf(
  queries: Queries,
  behind: Behind,
  language: DocumentLanguage,
): Promise<ReadonlyMap<string, string>> {
  const blocks = (behind.get("blocked") ?? []).flatMap(({ measure }) => measure ?? []);
  if (blocks.length === 0) return new Map();
  const found = await queries.read("measures/requests-to-banks", { blocks }, letterRow);
  const { letter } = SUMMARY_WORDS[language];
  return new Map(
    found.map(({ block, paper, day }) => [block, letter(paper, writtenDay(dayText(day)))]),
  );
}

function countOf(records: readonly FigureRecord[] = []): number {
  return records.reduce((sum, one) => sum + one.count, 0);
}

function amountIn(sums: readonly CurrencySum[], currency: string): string {
  return sums.find((sum) => sum.currency === currency)?.amount ?? "0";
}

function decimal({ amount, currency }: CurrencySum): string {
  return formatDecimal(BigInt(amount), currency);
}

interface PapersBehind {
  /** The letter that asked for a block, by the entry of the block. */
  readonly letters: ReadonlyMap<string, string>;
  /** The court's decision, by the claim. */
  readonly decisions: ReadonlyMap<string, CourtDecision>;
}

function linesOf(
  figure: string,
  record: FigureRecord,
  { letters, decisions }: PapersBehind,
  language: DocumentLanguage,
): string[][] {
  const decision = decisions.get(record.claim ?? "");
  const sums = record.sums.length === 0 ? [null] : record.sums;
  return sums.map((sum, at) => [
    figure,
    record.day,
    record.about,
    at === 0 ? String(record.count) : "",
    sum === null ? "" : decimal(sum),
    sum?.currency ?? "",
    record.case ?? "",
    record.claim ?? "",
    record.measure ?? "",
    record.account ?? "",
    record.bank === null ? "" : bankName(record.bank),
    record.district ?? "",
    paperText(record, language),
    letters.get(record.measure ?? "") ?? "",
    decision?.court ? courtName(decision.court, language) : "",
    ...[decision?.reference ?? "", decision?.day ?? ""],
  ]);
}
