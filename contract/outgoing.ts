import { z } from "zod";
import { bankName } from "./bank-names.ts";
import { courtName, courtNames } from "./court-names.ts";
import { documentLanguage } from "./document-language.ts";
import { dayText, endpoint, problem } from "./endpoint.ts";
import type { Language } from "./languages.ts";
import { type LetterKind, letterKind } from "./letter-facts.ts";
import { isUnsent, type Measure, measure, written } from "./measures.ts";
import { officeNames } from "./office-names.ts";
import { paperFormat, paperLanguage } from "./papers.ts";
import { personal } from "./personal.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * Outgoing letters: the entries of the register of measures that are letters of the program
 * (docs/letters.md). They are marked as sent, corrected and struck out there
 * (contract/measures.ts).
 */

/** Where a letter stands. */
export const letterStand = z.enum(["unsent", "awaiting", "overdue", "answered", "struck"]);
export type LetterStand = z.infer<typeof letterStand>;

/**
 * Where a letter stands on a day (YYYY-MM-DD). The query asks the same
 * (graph-queries/pieces/letter-stand.cypher).
 */
export function standOf(letter: Measure, today: string): LetterStand {
  if (letter.cancelled !== null) return "struck";
  if (letter.letter?.answered) return "answered";
  if (isUnsent(letter)) return "unsent";
  return letter.due !== null && letter.due < today ? "overdue" : "awaiting";
}

/** The claims that a letter is about; none = it is of a crime report, or of accounts. */
export function claimsOfLetter({
  letter,
  claim,
}: Pick<Measure, "letter" | "claim">): readonly string[] {
  if (letter !== null && letter.claims.length > 0) return letter.claims;
  return claim === null ? [] : [claim];
}

/**
 * Whom a letter goes to, as a person reads it; `centre` = the Anti-Fraud centre's name. A court has
 * its name of the language where both are known, a bank the one that pages show unless `nameOf`
 * gives another.
 */
export function addresseeOf(
  { letter, bank, court }: Pick<Measure, "letter" | "bank"> & Partial<Pick<LetterRow, "court">>,
  centre: string,
  language: Language = "ru",
  nameOf: (bank: string) => string = bankName,
): string | null {
  if (letter?.kind === "incident") return centre;
  if (court) return courtName(court, language);
  return letter?.addressee ?? (bank === null ? null : nameOf(bank));
}

/**
 * The words for a letter, as its paper is called: a request of the first hour to block money is
 * another paper than the request of a claim to suspend transactions.
 */
export function letterWord(
  kind: LetterKind,
  claim: string | null,
): `kinds.${LetterKind}` | "blockRequest" {
  return kind === "freeze-request" && claim === null ? "blockRequest" : `kinds.${kind}`;
}

export const letterFilter = z.object({
  kind: letterKind.optional(),
  /** As the register has it: three digits, or a name. */
  bank: z.string().max(200).optional(),
  /** "open" = everything that is neither answered nor struck out. */
  stand: z.enum(["open", ...letterStand.options]).optional(),
  case: z.string().max(40).optional(),
  claim: z.string().max(40).optional(),
  /** Days on which it was made or sent; both included. */
  from: dayText.optional(),
  until: dayText.optional(),
  /** Words that all stand in the entry: names, numbers, banks. */
  search: z.string().max(200).optional(),
});
export type LetterFilter = z.output<typeof letterFilter>;

/** A letter with those whom its claim is against. */
const letterRow = measure.extend({
  defendants: z.array(personal("name")),
  /** The day on which it was made; that of the entry is the one on which it was sent. */
  made: dayText,
  /** The court that it goes to, by both its names; null = it goes to none, or one is not known. */
  court: courtNames.nullable(),
});
export type LetterRow = z.output<typeof letterRow>;

/** As many letters as one step marks or strikes out. */
export const MOST_AT_ONCE = 500;

const letterResult = z.object({
  id: z.string(),
  /**
   * Why nothing was changed in this letter; null = it was. Of letters that are marked as sent, one
   * refusal keeps back the others: `KEPT_BACK`.
   */
  problem: problem.nullable(),
});
export type LetterResult = z.infer<typeof letterResult>;
const results = z.object({ results: z.array(letterResult) });

/** The code of letters that nothing is wrong with, where others of the step were refused. */
export const KEPT_BACK = "letters-not-all";

/** A letter as the person saw it. */
const seen = z.object({ id: z.string(), version });

const numberGiven = z.object({
  number: z.string(),
  letter: letterKind,
  claim: z.string().nullable(),
  /** Three digits, or a name; null = it went to no bank. */
  bank: z.string().nullable(),
});
export type NumberGiven = z.output<typeof numberGiven>;

/** More rows than a person reads in a spreadsheet; a narrower filter gives the rest. */
export const MOST_LETTERS = 20_000;

const MOST_OF_A_PAGE = 500;

const lettersPage = z.object({
  rows: z.array(letterRow),
  /** Where the next page begins; null = this is the last. */
  next: z.string().nullable(),
  /** Letters of the filter; only on the first page. */
  total: z.number().int().nullable(),
  /** Banks that letters went to, whatever the filter; only on the first page. */
  banks: z.array(z.string()).nullable(),
  /** The office as it calls itself; only on the first page. */
  office: officeNames.nullable(),
});

const asFile = {
  language: documentLanguage.default("ru"),
  format: z.enum(["csv", "xlsx"]).default("xlsx"),
};

export const outgoing = {
  list: endpoint({
    name: "letters",
    method: "GET",
    path: "/letters",
    summary: "Outgoing letters of claims and crime reports, the newest day first",
    access: "user",
    about: "own",
    query: letterFilter.omit({ search: true }).extend({
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(MOST_OF_A_PAGE).default(100),
    }),
    answer: lettersPage,
  }),
  search: endpoint({
    name: "searchLetters",
    method: "POST",
    path: "/letters/search",
    summary: "The same, also by words: they may name a person, and stand in no address",
    access: "user",
    about: "own",
    body: letterFilter.extend({
      after: z.string().max(40).optional(),
      limit: z.number().int().min(1).max(MOST_OF_A_PAGE).default(100),
    }),
    answer: lettersPage,
  }),
  file: endpoint({
    name: "lettersFile",
    method: "GET",
    path: "/letters/file",
    summary: "The same letters as a table: CSV or XLSX",
    access: "user",
    about: "own",
    query: letterFilter.omit({ search: true }).extend(asFile),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  searchFile: endpoint({
    name: "searchLettersFile",
    method: "POST",
    path: "/letters/file",
    summary: "The letters that a search finds as a table: CSV or XLSX",
    access: "user",
    about: "own",
    body: letterFilter.extend(asFile),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  paper: endpoint({
    name: "letterPaper",
    method: "GET",
    path: "/letters/:id/paper",
    summary: "A letter of claims as it was sent, with its number and day",
    access: "user",
    about: "own",
    params: z.object({ id: z.string() }),
    query: z.object({
      /** Not given = the one it was made in first. */
      language: paperLanguage.optional(),
      format: paperFormat.default("pdf"),
    }),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  answered: endpoint({
    name: "letterAnswered",
    method: "POST",
    path: "/letters/:id/answered",
    summary: "Write down the answer to a letter: its day, a note and the file it came in",
    access: MAY.keepMeasures,
    about: "own",
    params: z.object({ id: z.string() }),
    body: z.object({
      version,
      day: dayText,
      note: written(2_000),
      /** Name of the answer's file. */
      file: written(300),
      /** Its id where it was put into the letter's case (contract/case-files.ts). */
      fileId: written(100),
    }),
    answer: measure,
  }),
  term: endpoint({
    name: "letterTerm",
    method: "GET",
    path: "/letters/:id/term",
    summary: "The last day for the answer to a letter if it is sent on a day",
    access: "user",
    about: "nobody",
    params: z.object({ id: z.string() }),
    query: z.object({ day: dayText }),
    /** null = neither the letter nor the law has one. */
    answer: z.object({ due: dayText.nullable() }),
  }),
  numbers: endpoint({
    name: "letterNumbers",
    method: "GET",
    path: "/letters/numbers",
    summary: "The numbers that were given to letters and demands of claims in a year",
    access: MAY.keepMeasures,
    about: "nobody",
    query: z.object({ year: z.string().regex(/^\d{4}$/) }),
    answer: z.object({ numbers: z.array(numberGiven) }),
  }),
  sent: endpoint({
    name: "lettersSent",
    method: "POST",
    path: "/letters/sent",
    summary:
      "Say of many letters that they were sent, all or none: a number each, one day, one way",
    access: MAY.keepMeasures,
    about: "own",
    body: z.object({
      letters: z
        .array(seen.extend({ paper: z.string().trim().min(1).max(200) }))
        .min(1)
        .max(MOST_AT_ONCE),
      day: dayText,
      how: written(300),
      /** Numbers that other letters of the year have are taken all the same. */
      again: z.boolean().default(false),
      /** Letters that ask for more than they would if they were made today leave all the same. */
      outdated: z.boolean().default(false),
      /** The last day for the answers; not given = of each letter its own. */
      due: dayText.optional(),
    }),
    answer: results,
  }),
  struck: endpoint({
    name: "lettersStruck",
    method: "POST",
    path: "/letters/struck",
    summary: "Strike out many letters that nobody sent, with one reason",
    access: MAY.keepMeasures,
    about: "own",
    body: z.object({
      letters: z.array(seen).min(1).max(MOST_AT_ONCE),
      reason: z.string().trim().max(2_000),
    }),
    answer: results,
  }),
} as const;
