import { z } from "zod";
import { documentLanguage } from "./document-language.ts";
import { dayText } from "./endpoint.ts";
import { personal } from "./personal.ts";

/** The register of measures keeps this of a letter that left the office or is to leave it. */

/** The letters that the program makes, of claims and of crime reports alike. */
export const letterKind = z.enum([
  "demand",
  "security",
  /** Statements, and the holder's address. */
  "statement-request",
  "freeze-request",
  "return-notice",
  "loan-suspension",
  "cover-letter",
  /** A message to the Anti-Fraud centre. */
  "incident",
  "restriction",
]);
export type LetterKind = z.infer<typeof letterKind>;

/** Letters whose paper names the sanction of the prosecutor. */
export const SANCTIONED_LETTERS: readonly LetterKind[] = [
  ...(["statement-request", "freeze-request", "return-notice"] as const),
];

export const letterFacts = z.object({
  kind: letterKind,
  /** A person, a court or a lender; null = the bank of the entry, or nobody knows it yet. */
  addressee: personal("name").nullable(),
  /** Those it was made in, in order; none = written down by an older version. */
  languages: z.array(documentLanguage),
  /** Of one letter about several claims: their ids; the entry's own claim is the first of them. */
  claims: z.array(z.string()),
  /** The way it was sent; null = not sent yet. */
  how: z.string().nullable(),
  answered: z
    .object({
      day: dayText,
      note: z.string().nullable(),
      /** Name of the answer's file. */
      file: z.string().nullable(),
      /** Where it is a file of the letter's case: its id there. */
      fileId: z.string().nullable(),
    })
    .nullable(),
});
export type LetterFacts = z.infer<typeof letterFacts>;
