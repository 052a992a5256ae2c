import { z } from "zod";
import { saysSomething } from "./clean-text.ts";
import { amountText, endpoint, instant } from "./endpoint.ts";
import { reportWords } from "./report-entry.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** A report is corrected or taken out by whoever entered it, else by the head. */

/** The reason why a report is not corrected, or not taken out, by the person who asks. */
export const reportKept = z.enum([
  /** It came in a table with other reports. */
  "table",
  /** Somebody else entered it. */
  "author",
  /** A transfer of the data was confirmed for it; the head may correct it. */
  "confirmed",
  /** A claim that left the draft names it; the head may correct it. */
  "claimed",
  /** A claim names it: it is not taken out. */
  "claim",
  /** A letter about it was sent, or a measure answers it: it is not taken out. */
  "sent",
]);
export type ReportKept = z.infer<typeof reportKept>;

const reason = z.string().trim().min(1).max(2_000).refine(saysSomething);
const oneReport = z.object({ id: z.string() });

const entered = z.object({
  version,
  /** As it was entered; null = it came in a table with others, and is corrected by that file. */
  entry: reportWords.nullable(),
  /** null = the asker may do it. */
  notCorrected: reportKept.nullable(),
  notTakenOut: reportKept.nullable(),
  /** The words that stood there before, the newest first. */
  changes: z.array(
    z.object({
      what: z.enum(["corrected", "taken-out"]),
      at: instant,
      by: z.string(),
      reason: z.string(),
      was: reportWords,
    }),
  ),
});

/** A sum that a table of reports states for a transfer. */
const statedSum = z.object({
  /** Minor units; null = the table states none. */
  amount: amountText.nullable(),
  currency: z.string().nullable(),
  /** Name of the table, with the time and the person of its loading. */
  file: z.string(),
  at: instant,
  by: z.string(),
});
/** A sum that a corrected table changed; a claim takes the bank's until a person decides. */
export const correctedSum = z.object({
  /** null = the report only describes the transfer. */
  transferId: z.string().nullable(),
  /** When and to whom, as the victim describes it; null = the report cites a transfer. */
  told: z.object({ at: instant.nullable(), recipient: z.string().nullable() }).nullable(),
  was: statedSum,
  now: statedSum,
});
export type CorrectedSum = z.infer<typeof correctedSum>;

export const reportCorrections = {
  entered: endpoint({
    name: "enteredReport",
    method: "GET",
    path: "/reports/:id/entry",
    summary: "A report as it was entered, what it said before, and whether the asker may change it",
    access: "user",
    about: "report",
    params: oneReport,
    answer: entered,
  }),
  correct: endpoint({
    name: "correctReport",
    method: "PUT",
    path: "/reports/:id/entry",
    summary: "Correct an entered report with a reason; what it said before is kept",
    access: MAY.correctReports,
    about: "report",
    params: oneReport,
    body: reportWords.extend({ version, reason }),
    answer: z.object({ id: z.string() }),
  }),
  takeOut: endpoint({
    name: "takeReportOut",
    method: "POST",
    path: "/reports/:id/take-out",
    summary:
      "Take an entered report out with a reason, while no claim and no sent letter rests on it",
    access: MAY.correctReports,
    about: "report",
    params: oneReport,
    body: z.object({ version, reason }),
    answer: z.object({ id: z.string() }),
  }),
} as const;
