import { z } from "zod";
import { documentLanguage } from "./document-language.ts";
import { dayText, endpoint, instant } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";

/** Letters an office sends: made from the data, to be numbered, signed and sent by a person. */

/** As many statements as one call may ask for. */
export const MOST_WANTED = 2_000;
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const wanted = z.object({
  account: z.string().trim().min(1).max(64),
  /** First instant that is missing. */
  from: instant,
  /** Last instant that is missing; null = up to the day of the answer. */
  until: instant.nullable(),
});
export type WantedStatement = z.infer<typeof wanted>;

export const letters = {
  statementRequest: endpoint({
    name: "statementRequest",
    method: "POST",
    path: "/letters/statement-request",
    summary:
      "Letters that ask banks for missing statements: one DOCX, or a ZIP with one for each bank",
    access: MAY.work,
    about: "data",
    body: z.object({
      language: documentLanguage.default("ru"),
      /** The letter names the crime reports of this case by their numbers in the register. */
      caseId: z.string().max(40).optional(),
      /** The last day for the answer; without it the letter has a blank. */
      due: dayText.optional(),
      wanted: z.array(wanted).min(1).max(MOST_WANTED),
    }),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  statementRequestTemplate: endpoint({
    name: "statementRequestTemplate",
    method: "GET",
    path: "/letters/statement-request/template",
    summary: "The letter with its tags, to be put on the office's own paper (docs/evidence.md)",
    access: "user",
    about: "nobody",
    query: z.object({ language: documentLanguage.default("ru") }),
    answer: z.unknown(),
    media: DOCX,
  }),
} as const;
