import { z } from "zod";
import { courtName, courtNames } from "./court-names.ts";
import { documentLanguage } from "./document-language.ts";
import { dayText, endpoint, money } from "./endpoint.ts";
import { formatMoney } from "./format/money.ts";
import type { Language } from "./languages.ts";
import type { MeasureFilter } from "./measures.ts";
import { officeNames } from "./office-names.ts";
import { paperFormat } from "./papers.ts";
import { personal } from "./personal.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** The summary of a period in the words that an office publishes; each figure has its records. */

export const figureId = z.enum([
  "claimed",
  "withdrawn",
  "claimed-again",
  "recovered",
  "penalty-claimed",
  "penalty-recovered",
  "suits",
  "demands",
  "droppers",
  "blocked",
  "returned",
  "refused",
  "restricted",
  "arrested",
  "secured",
  "loans",
  "loans-stopped",
  "incidents",
  "notices",
  "base-entries",
  "sites",
  "facts",
  "facts-investigated",
  "facts-in-court",
  "facts-convicted",
  "messages",
  "brochures",
  "posts",
  "meetings",
  "billboards",
  "robot",
]);
export type FigureId = z.infer<typeof figureId>;

/**
 * The entries of the register that a figure adds up. Figures that are not here are counted from
 * claims and cases.
 */
export const FIGURE_MEASURES: Readonly<
  Partial<Record<FigureId, Pick<MeasureFilter, "kind" | "form" | "stage" | "sanctioned">>>
> = {
  blocked: { kind: "block" },
  returned: { kind: "return" },
  refused: { kind: "refusal" },
  restricted: { kind: "restriction" },
  arrested: { kind: "arrest" },
  secured: { kind: "security" },
  loans: { kind: "loan-suspended" },
  "loans-stopped": { kind: "loan-stopped" },
  incidents: { kind: "incident" },
  notices: { kind: "notice", sanctioned: "yes" },
  "base-entries": { kind: "base-entry" },
  sites: { kind: "site" },
  facts: { kind: "fact" },
  "facts-investigated": { kind: "fact", stage: "investigated" },
  "facts-in-court": { kind: "fact", stage: "in-court" },
  "facts-convicted": { kind: "fact", stage: "convicted" },
  messages: { kind: "prevention", form: "messages" },
  brochures: { kind: "prevention", form: "brochures" },
  posts: { kind: "prevention", form: "posts" },
  meetings: { kind: "prevention", form: "meetings" },
  billboards: { kind: "prevention", form: "billboards" },
  robot: { kind: "prevention", form: "robot" },
};

/** Figures of which the sum comes first, then how many; the others are numbers only. */
export const MONEY_FIGURES: ReadonlySet<FigureId> = new Set([
  ...(["claimed", "withdrawn", "claimed-again", "recovered"] as const),
  ...(["penalty-claimed", "penalty-recovered", "suits"] as const),
  ...(["blocked", "returned", "refused", "restricted"] as const),
  ...(["arrested", "secured", "loans", "loans-stopped"] as const),
]);

const sums = z.array(money);

/** How many, and the sum by currency. Of suspended loans, how many victims. */
const amounts = z.object({ count: z.number().int(), sums });
export type FigureAmounts = z.infer<typeof amounts>;

const figure = amounts.extend({
  id: figureId,
  /** Of the period before, as long; null where the period has no first or no last day. */
  before: amounts.nullable(),
});
export type Figure = z.infer<typeof figure>;

/** One record behind a figure; the records of a figure add up to it. */
const record = amounts.extend({
  key: z.string(),
  day: dayText,
  /** Names, addresses or numbers: what the record is about. */
  about: personal("name"),
  case: z.string().nullable(),
  claim: z.string().nullable(),
  measure: z.string().nullable(),
  account: z.string().nullable(),
  /** Of a measure: three digits, or a name. */
  bank: z.string().nullable(),
  district: z.string().nullable(),
  /** Number of the paper: of the demand, of the suit, of the receipt. */
  paper: z.string().nullable(),
  /** The court of the paper, by both its names where they are known; null = it names none. */
  court: courtNames.nullable(),
  /** The sum on the paper itself, where that is another one than it counts as. */
  paperSum: money.nullable(),
});
export type FigureRecord = z.infer<typeof record>;

const period = {
  /** Both days included; absent = no bound. */
  from: dayText.optional(),
  until: dayText.optional(),
  district: z.string().max(100).optional(),
};
const periodQuery = z.object(period);
export type SummaryPeriod = z.output<typeof periodQuery>;

/** The paper of a record as a person reads it: "2-11, …court", "KO-1 (1 000,01 ₸)"; "" = none. */
export function paperText(
  { paper, court, paperSum }: Pick<FigureRecord, "paper" | "court" | "paperSum">,
  language: Language,
): string {
  const sum = paperSum && formatMoney(paperSum.amount, paperSum.currency, language, true);
  const receipt = sum === null ? paper : [paper, `(${sum})`].filter(Boolean).join(" ");
  return [receipt, court && courtName(court, language)].filter(Boolean).join(", ");
}

const MOST_RECORDS = 500;

export const measuresSummary = {
  summary: endpoint({
    name: "measuresSummary",
    method: "GET",
    path: "/measures/summary",
    summary: "What the office did in a period and a district, beside the period before",
    access: "user",
    about: "nobody",
    query: periodQuery,
    answer: z.object({ figures: z.array(figure), office: officeNames }),
  }),
  records: endpoint({
    name: "summaryRecords",
    method: "GET",
    path: "/measures/summary/records",
    summary: "The records behind a figure, the newest day first; a page begins after a key",
    access: "user",
    about: "own",
    query: periodQuery.extend({
      figure: figureId,
      after: z.string().max(1_000).optional(),
      limit: z.coerce.number().int().min(1).max(MOST_RECORDS).default(100),
    }),
    answer: z.object({ figure: amounts, records: z.array(record), next: z.string().nullable() }),
  }),
  document: endpoint({
    name: "summaryDocument",
    method: "GET",
    path: "/measures/summary/document",
    summary: "The summary as DOCX or PDF, from the office's own text where there is one",
    access: "user",
    about: "nobody",
    query: periodQuery.extend({
      language: documentLanguage.default("ru"),
      format: paperFormat.default("docx"),
    }),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  template: endpoint({
    name: "summaryTemplate",
    method: "GET",
    path: "/measures/summary/template",
    summary: "The text of the summary with its fields, to be edited by the office",
    access: "user",
    about: "nobody",
    query: z.object({ language: documentLanguage.default("ru") }),
    answer: z.unknown(),
    media: "text/plain",
  }),
  workbook: endpoint({
    name: "summaryWorkbook",
    method: "GET",
    path: "/measures/summary/records.xlsx",
    summary: "All records behind the figures as an Excel table",
    access: "user",
    about: "own",
    query: periodQuery.extend({ language: documentLanguage.default("ru") }),
    answer: z.unknown(),
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  }),
  setDistrict: endpoint({
    name: "setCaseDistrict",
    method: "PUT",
    path: "/cases/:id/district",
    summary: "Say which district a case belongs to; an empty text takes it away",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({ version, district: z.string().trim().max(100) }),
    answer: z.object({ district: z.string().nullable() }),
  }),
} as const;
