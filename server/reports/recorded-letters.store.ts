import type { z } from "zod";
import { isUnsent, type MeasureWanted, sentKind } from "../../contract/measures.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { lockMoney } from "../claims/record.ts";
import { type KeptLetter, keepLetter } from "../measures/letters/kept-letters.store.ts";
import { alsoIn, followed } from "../measures/letters/rewritten.store.ts";
import { cancelMeasure, recordMeasures } from "../measures/measures.store.ts";
import { nextNumbers } from "../measures/standing.store.ts";
import { dayText } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";
import { lastReason } from "./corrections.store.ts";
import { measureRow } from "./deadlines.store.ts";
import type { LetterWanted } from "./letters-as-measures.ts";

type Stored = z.output<typeof measureRow>;
type Named = Pick<MeasureWanted, "kind" | "bank" | "currency">;

/** A letter as it was made: its entries, one for each currency, and what stands in it. */
export interface MadeLetter {
  readonly entries: readonly LetterWanted[];
  readonly kept: KeptLetter;
}

/**
 * Letters of a report as entries of the register. The same letter made again is the same entry. A
 * letter that nobody sent follows what it would say now; one that was sent stays, and what differs
 * from it is a new letter. Where the report was corrected since, the new letter stands in the place
 * of the one that nobody sent.
 */
export async function recordLetters(
  queries: Queries,
  report: string,
  letters: readonly MadeLetter[],
  actor: Actor,
): Promise<void> {
  const measures = letters.flatMap(({ entries }) => entries);
  // Entries that nobody sent and these letters do not say any more.
  const replaced = await queries.transaction(async (asking) => {
    await lockMoney(asking, actor);
    await nextNumbers(asking, 0);
    const all = await asking.run("reports/measures", { report }, measureRow);
    // Letters of a claim for the same report are others.
    const found = all.filter(({ claim }) => claim === null);
    const fresh: LetterWanted[] = [];
    const entries = new Set<string>();
    for (const one of measures) {
      const id = await knownAs(asking, one, found, actor);
      if (id === null) fresh.push(one);
      else entries.add(id);
    }
    if (fresh.length > 0) await recordMeasures(asking, fresh, actor);
    for (const { kept } of letters) {
      const isSent = found.some((one) => one.state === kept.state && !isUnsent(one));
      await keepLetter(asking, kept, !isSent);
    }
    const made = new Set(measures.map(addressed));
    return found.filter((one) => isUnsent(one) && made.has(addressed(one)) && !entries.has(one.id));
  });
  if (replaced.length === 0) return;
  const corrected = replaced.some(({ outdated }) => outdated)
    ? await lastReason(queries, report)
    : SUPERSEDED;
  for (const { id, version, outdated } of replaced)
    await cancelMeasure(queries, id, outdated ? corrected : SUPERSEDED, {
      ...actor,
      from: version,
    });
}

/** The page has words for the reason. */
const SUPERSEDED = "letter-superseded";

/** The entry that the letter has in the register, which is then of it as it is now; null = none. */
async function knownAs(
  asking: TransactionQueries,
  wanted: LetterWanted,
  found: readonly Stored[],
  actor: Actor,
): Promise<string | null> {
  const { letter, day } = wanted;
  const alike = found.filter((one) => !one.outdated && keyOf(named(one)) === keyOf(wanted));
  const isAsked = (one: Stored) => isSame(one, letter.state, wanted.amount ?? null);
  const asked = alike.filter((one) => isAsked(one) && dayText(one.day) === day);
  const same = asked.find((one) => !isUnsent(one)) ?? asked.find(({ state }) => state !== null);
  if (same !== undefined) {
    // A translation of a letter that left is none of its languages.
    if (same.letter && isUnsent(same))
      for (const one of letter.languages) await alsoIn(asking, same.id, one, actor);
    return same.id;
  }
  const unsent = alike.find((one) => isUnsent(one) && one.letter);
  if (unsent === undefined) return null;
  await followed(asking, unsent.id, wanted, actor, isAsked(unsent));
  return unsent.id;
}

/**
 * True where an entry is of the letter with this state and sum (minor units; null = none). Entries
 * of older versions have no state: their sum is compared.
 */
export function isSame(
  { state, amount }: Pick<Stored, "state" | "amount">,
  wanted: string | null,
  sum: string | null,
): boolean {
  return state === null ? (amount?.toString() ?? null) === sum : state === wanted;
}

function named({ kind, bank, currency }: Stored): Named {
  return { kind, bank, currency: currency ?? undefined };
}

function keyOf({ currency, ...letter }: Named): string {
  return [addressed(letter), currency ?? ""].join(" ");
}

/** The same letter in whichever currency: of one kind, to one bank or lender. */
function addressed({ kind, bank }: Pick<Named, "kind" | "bank">): string {
  return [sentKind(kind), bank ?? ""].join(" ");
}
