import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanTexts } from "../../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type Figure,
  type FigureAmounts,
  MONEY_FIGURES,
  type SummaryPeriod,
} from "../../../contract/measures-summary.ts";
import type { PaperFormat } from "../../../contract/papers.ts";
import { FIGURE_NAMES } from "../../../contract/texts/figures.ts";
import { renderPdf } from "../../evidence/documents/pdf.ts";
import { type OfficeDetails, officeDetails } from "../../evidence/letters/office-details.ts";
import type { Block } from "../../evidence/papers/blocks.ts";
import { writeDocx } from "../../evidence/papers/docx.ts";
import { filledIn, type TemplateText, type Values } from "../../evidence/papers/markup.ts";
import { paperPdf } from "../../evidence/papers/paper-pdf.ts";
import { reopenDocument } from "../../evidence/reopen/reopen.ts";
import { SUMMARY_WORDS } from "../../evidence/texts/summary/summary.ts";
import { writtenDay } from "../../evidence/words/dates.ts";
import { moneyAmount } from "../../evidence/words/money.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { periodBefore } from "./periods.ts";
import { summaryOf } from "./summary.store.ts";

export interface WantedDocument extends SummaryPeriod {
  readonly language: DocumentLanguage;
  readonly format: PaperFormat;
}

/** The summary of a period as a document; it is opened again before it is handed out. */
export async function summaryDocument(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  { language, format, ...period }: WantedDocument,
  today = dayText(dayOf(Date.now())),
): Promise<{ readonly fileName: string; readonly body: Buffer }> {
  const words = SUMMARY_WORDS[language];
  const figures = await summaryOf(queries, period);
  const office = await officeDetails(dataDir, language);
  const values = cleanTexts(summaryValues(figures, { ...period, today }, office, language));
  const blocks = withoutEmptyLabels(filledIn(await templateOf(dataDir, language), values));
  const paper = { title: words.title, draft: null, blocks };
  const fileName = `${summaryName(period, language)}.${format}`;
  const date = new Date(`${period.until ?? "2026-01-01"}T00:00:00Z`);
  const body =
    format === "docx"
      ? writeDocx(paper)
      : Buffer.from(await renderPdf(paperPdf(paper, language), date));
  reopenDocument(fileName, body);
  return { fileName, body };
}

const HEADS: ReadonlySet<Block["kind"] | undefined> = new Set([
  ...(["heading", "subheading", "label"] as const),
  undefined,
]);

/** A label under which nothing stands is left out: nothing happened of what it names. */
export function withoutEmptyLabels(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind }, at) => kind !== "label" || !HEADS.has(blocks[at + 1]?.kind));
}

/** "Сводка-2026-01-01-2026-10-31". */
export function summaryName(period: SummaryPeriod, language: DocumentLanguage): string {
  return [SUMMARY_WORDS[language].fileName, period.from, period.until].filter(Boolean).join("-");
}

/** `<data folder>/templates/papers/summary.<language>.txt`, else the built-in text. */
async function templateOf(dataDir: string, language: DocumentLanguage): Promise<TemplateText> {
  const path = join(dataDir, "templates", "papers", `summary.${language}.txt`);
  const own = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return own === null
    ? { path: "the built-in summary", text: SUMMARY_WORDS[language].template }
    : { path, text: own.replace(/^\ufeff/, "") };
}

/**
 * What a template may name (docs/papers.md). Of each figure: `sites` (how many), `sites.sum`,
 * `sites.before`, `sites.before-sum`, and `sites.any`, which is known where there is something to
 * tell.
 */
export function summaryValues(
  figures: readonly Figure[],
  { today, ...period }: SummaryPeriod & { readonly today: string },
  office: OfficeDetails | null,
  language: DocumentLanguage,
): Values {
  const names = FIGURE_NAMES[language];
  const before = periodBefore(period);
  const written = figures.map((figure) => ({ figure, texts: textsOf(figure, language) }));
  const fields = written.flatMap(({ figure: { id, count }, texts }) => [
    [id, texts.count],
    [`${id}.sum`, texts.sum],
    [`${id}.before`, texts.before],
    [`${id}.before-sum`, texts["before-sum"]],
    [`${id}.any`, count > 0 ? texts.count : null],
  ]);
  const telling = written.filter(
    ({ figure }) => figure.count > 0 || (figure.before?.count ?? 0) > 0,
  );
  return {
    fields: {
      ...Object.fromEntries(fields),
      period: periodText(period, language),
      // A period that is not over has the figures of this day, not of its last one.
      "as-of": (period.until ?? today) < today ? null : writtenDay(today),
      before: before === null ? null : periodText(before, language),
      district: period.district ?? null,
      "office.name": office?.name ?? null,
      "office.signer": office?.signer ?? null,
    },
    lists: {
      figures: telling.map(({ figure, texts }) => ({ name: names[figure.id], ...texts })),
    },
    blanks: SUMMARY_WORDS[language].blanks,
  };
}

function textsOf({ id, before, ...now }: Figure, language: DocumentLanguage) {
  const ofMoney = MONEY_FIGURES.has(id);
  return {
    count: formatNumber(now.count, language),
    sum: ofMoney ? sumText(now, language) : "",
    before: before === null ? "" : formatNumber(before.count, language),
    "before-sum": before === null || !ofMoney ? "" : sumText(before, language),
  };
}

/** "58 000 000,00 тенге"; several currencies one after another, nothing as zero tenge. */
function sumText({ sums }: FigureAmounts, language: DocumentLanguage): string {
  if (sums.length === 0) return moneyAmount(0n, "KZT", language);
  return sums
    .map(({ currency, amount }) => moneyAmount(BigInt(amount), currency, language))
    .join(", ");
}

export function periodText({ from, until }: SummaryPeriod, language: DocumentLanguage): string {
  const words = SUMMARY_WORDS[language];
  if (from !== undefined && until !== undefined)
    return `${writtenDay(from)} – ${writtenDay(until)}`;
  if (from !== undefined) return words.since(writtenDay(from));
  return until === undefined ? words.allTime : words.until(writtenDay(until));
}
