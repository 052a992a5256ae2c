import { z } from "zod";
import type { PaperLanguage } from "../../contract/papers.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import type { WrittenLetter } from "../evidence/urgent/urgent-papers.ts";

/**
 * The words of the letters of the first hour. The money moves on and the next letter says
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
  await asking.run("reports/keep-letter", given, nothing);
}

const keptRow = z.object({ state: z.string(), said: z.string() });

/** The kept letters of these states in a language, by state. */
export async function keptLetters(
  queries: Queries,
  states: readonly string[],
  language: PaperLanguage,
): Promise<ReadonlyMap<string, WrittenLetter>> {
  const rows = await queries.read("reports/kept-letters", { states, language }, keptRow);
  return new Map(rows.map(({ state, said }) => [state, written.parse(JSON.parse(said))]));
}
