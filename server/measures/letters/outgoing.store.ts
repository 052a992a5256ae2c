import { z } from "zod";
import type { Measure } from "../../../contract/measures.ts";
import {
  claimsOfLetter,
  type LetterFilter,
  type LetterRow,
  MOST_LETTERS,
} from "../../../contract/outgoing.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../../api/hidden.ts";
import { dayOf, dayText } from "../../time/day.ts";
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
): Promise<LetterRow[]> {
  const found: LetterRow[] = [];
  let after: string | undefined;
  do {
    const asked = { ...lettersOnly(filter, today), after, limit: PAGE };
    const page = await listMeasures(queries, asked, hidden);
    found.push(...(await letterRows(queries, page.rows)));
    after = page.next ?? undefined;
  } while (after !== undefined && found.length < MOST_LETTERS);
  return found;
}

const defendantsRow = z.object({ claim: z.string(), names: z.array(z.string()) });

const madeRow = z.object({ id: z.string(), day: count.nullable(), at: count });

/** Letters with those whom their claims are against, and the days on which they were made. */
export async function letterRows(
  queries: Queries,
  letters: readonly Measure[],
): Promise<LetterRow[]> {
  const ids = letters.map(({ id }) => id);
  const [defendants, made] = await Promise.all([
    defendantsOf(queries, letters),
    queries.read("measures/days-made", { ids }, madeRow),
  ]);
  const days = new Map(made.map(({ id, day, at }) => [id, dayText(day ?? dayOf(at))]));
  return letters.map((one) => ({
    ...one,
    defendants: [...new Set(claimsOfLetter(one).flatMap((claim) => defendants.get(claim) ?? []))],
    made: days.get(one.id) ?? one.day,
    court: null,
  }));
}

async function defendantsOf(
  queries: Queries,
  letters: readonly Measure[],
): Promise<ReadonlyMap<string, string[]>> {
  const claims = [...new Set(letters.flatMap(claimsOfLetter))];
  const found = await queries.read("measures/defendants", { claims }, defendantsRow);
  return new Map(found.map((one) => [one.claim, one.names]));
}
