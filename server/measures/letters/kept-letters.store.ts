import { z } from "zod";
import { DOCX } from "../../../contract/letters.ts";
import { type PaperFormat, type PaperLanguage, paperLanguage } from "../../../contract/papers.ts";
import { nothing } from "../../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../../graph-queries/runner.ts";
import type { FileAnswer } from "../../api/handlers.ts";
import { UserError } from "../../errors/user-error.ts";
import type { WrittenLetter } from "../../evidence/papers/outgoing.ts";
import type { PaperFile } from "../../evidence/papers/papers.ts";

/**
 * The words of letters. The money moves on, or the claim changes, and the next letter says
 * something else; the one that was sent is printed again as it left the office.
 */

const texts = z.record(z.string(), z.string().nullable());
const written = z.object({
  template: z.object({ path: z.string(), text: z.string() }),
  values: z.object({
    fields: texts,
    lists: z.record(z.string(), z.array(texts)),
    blanks: z.record(z.string(), z.string()),
  }),
});

export interface KeptLetter {
  readonly state: string;
  readonly language: PaperLanguage;
  readonly written: WrittenLetter;
}

/** `anew`: nobody sent it yet, so it is the letter as it was made last. */
export async function keepLetter(
  asking: TransactionQueries,
  { state, language, written: words }: KeptLetter,
  anew: boolean,
): Promise<void> {
  const given = { id: `${state} ${language}`, state, language, said: JSON.stringify(words), anew };
  await asking.run("measures/keep-letter", given, nothing);
}

const keptRow = z.object({ state: z.string(), said: z.string() });

/** The kept letters of these states in a language, by state. */
export async function keptLetters(
  queries: Queries,
  states: readonly string[],
  language: PaperLanguage,
): Promise<ReadonlyMap<string, WrittenLetter>> {
  const rows = await queries.read("measures/kept-letters", { states, language }, keptRow);
  return new Map(rows.map(({ state, said }) => [state, written.parse(JSON.parse(said))]));
}

/**
 * The words of one letter that was sent, in the language asked for, else in the one it was made in
 * first. Words that were not kept are a UserError.
 */
export async function keptWords(
  queries: Queries,
  of: {
    readonly id: string;
    readonly state: string | null;
    readonly languages: readonly string[];
  },
  wanted: PaperLanguage | undefined,
): Promise<{ readonly language: PaperLanguage; readonly written: WrittenLetter }> {
  const first = paperLanguage.options.find((one) => one === of.languages[0]);
  const language = wanted ?? first ?? "ru";
  const state = of.state ?? "";
  const found = (await keptLetters(queries, [state], language)).get(state);
  if (found === undefined) throw notKept(of.id);
  return { language, written: found };
}

const MEDIA: Readonly<Record<PaperFormat, string>> = { docx: DOCX, pdf: "application/pdf" };

/** The one file of a letter that was printed again. */
export function printedFile(
  id: string,
  format: PaperFormat,
  [file]: readonly PaperFile[],
): FileAnswer {
  if (file === undefined) throw new Error(`Letter ${id} gave no file`);
  return { fileName: file.fileName, media: MEDIA[format], body: file.body };
}

/** A letter is printed as it was sent only once it was. */
export function letterNotSent(id: string): UserError {
  return new UserError({
    code: "letter-not-sent",
    status: 409,
    message: `Letter ${id} was not sent yet.`,
    remedy: "Make its papers: they say what is known now.",
    params: { id },
  });
}

function notKept(id: string): UserError {
  return new UserError({
    code: "letter-not-kept",
    status: 404,
    message: `The words of letter ${id} were not kept in this language.`,
    remedy: "Take the copy in the office's file, or another language of the letter.",
    params: { id },
  });
}
