import { z } from "zod";
import type { Measure } from "../../../contract/measures.ts";
import { type LetterFilter, type LetterRow, MOST_LETTERS } from "../../../contract/outgoing.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../../api/hidden.ts";
import { type EntryFilter, listMeasures } from "../register.store.ts";

const PAGE = 500;

/** A filter of letters as one of the register; they stand as they do on the day `today`. */
export function lettersOnly(
  { kind = undefined, bank = undefined, stand = undefined, ...filter }: LetterFilter,
  today: string,
): EntryFilter {
  const letters = { kind: kind ?? null, bank: bank ?? null, stand: stand ?? null, today };
  return { ...filter, letters };
}

/** All letters of a filter, the newest day first, up to the most that a table has. */
export async function allLetters(
  queries: Queries,
  filter: LetterFilter,
  today: string,
  hidden = NOTHING_HIDDEN,
): Promise<Measure[]> {
  const found: Measure[] = [];
  let after: string | undefined;
  do {
    const asked = { ...lettersOnly(filter, today), after, limit: PAGE };
    const page = await listMeasures(queries, asked, hidden);
    found.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined && found.length < MOST_LETTERS);
  return found;
}

const defendantsRow = z.object({ claim: z.string(), names: z.array(z.string()) });

/** Letters with those whom their claims are against. */
export async function withDefendants(
  queries: Queries,
  letters: readonly Measure[],
): Promise<LetterRow[]> {
  const claims = [...new Set(letters.flatMap(({ claim }) => claim ?? []))];
  const found = await queries.read("measures/defendants", { claims }, defendantsRow);
  const names = new Map(found.map((one) => [one.claim, one.names]));
  return letters.map((one) => ({ ...one, defendants: names.get(one.claim ?? "") ?? [] }));
}
