import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";

/** Papers of a claim for the court, the parties and the banks: DOCX and PDF from one template. */

export const paperKind = z.enum([
  "claim-statement",
  "calculation",
  "transfers-list",
  "defendants-list",
  "demand",
  "consent",
  "security",
  "statement-request",
  "freeze-request",
  "return-notice",
  "loan-suspension",
  "cover-letter",
  "inventory",
]);
export type PaperKind = z.infer<typeof paperKind>;

/** The languages of the courts. */
export const paperLanguage = z.enum(["ru", "kk"]);
export type PaperLanguage = z.infer<typeof paperLanguage>;

export const paperFormat = z.enum(["docx", "pdf"]);
export type PaperFormat = z.infer<typeof paperFormat>;

/** As many claims as one archive may hold. */
export const MOST_CLAIMS = 500;

export const papers = {
  papers: endpoint({
    name: "papers",
    method: "POST",
    path: "/cases/:id/papers",
    summary:
      "Papers of claims: one file, or a ZIP where several are asked for; what is unknown is a marked blank",
    access: MAY.workOnCases,
    params: z.object({ id: z.string() }),
    body: z.object({
      /** Claims of the case; empty = every standing one. */
      claims: z.array(z.string()).max(MOST_CLAIMS).default([]),
      kinds: z.array(paperKind).min(1),
      language: paperLanguage.default("ru"),
      formats: z.array(paperFormat).min(1).default(["docx", "pdf"]),
    }),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  paperTemplate: endpoint({
    name: "paperTemplate",
    method: "GET",
    path: "/papers/template",
    summary: "The text of a paper with its fields, to be edited by the office (docs/papers.md)",
    access: "user",
    query: z.object({ kind: paperKind, language: paperLanguage.default("ru") }),
    answer: z.unknown(),
    media: "text/plain",
  }),
} as const;
