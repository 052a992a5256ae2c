import type { z } from "zod";
import { isUnsent, type MeasureWanted, sentKind } from "../../contract/measures.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { alsoIn, followed } from "../measures/letters/rewritten.store.ts";
import { cancelMeasure, recordMeasures } from "../measures/measures.store.ts";
import { dayText } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";
import { lastReason } from "./corrections.store.ts";
import { measureRow } from "./deadlines.store.ts";
import type { LetterWanted } from "./letters-as-measures.ts";

type Stored = z.output<typeof measureRow>;
type Named = Pick<MeasureWanted, "kind" | "bank" | "currency">;

/**
 * Letters of a report as entries of the register. The same letter made again on the same day, or
 * before it was sent, is the same entry, unless the report was corrected since: then the new letter
 * stands in the place of the one that nobody sent.
 */
export async function recordLetters(
  queries: Queries,
  report: string,
  measures: readonly LetterWanted[],
  actor: Actor,
): Promise<void> {
  const rows = await queries.transaction(async (asking) => {
    const all = await asking.run("reports/measures", { report }, measureRow);
    // Letters of a claim for the same report are others.
    const found = all.filter(({ claim }) => claim === null);
    const fresh: LetterWanted[] = [];
    for (const one of measures) if (!(await isKnown(asking, one, found, actor))) fresh.push(one);
    if (fresh.length > 0) await recordMeasures(asking, fresh, actor);
    return found;
  });
  const again = new Set(measures.map((one) => keyOf(one, "")));
  const replaced = rows.filter(
    (one) => one.outdated && isUnsent(one) && again.has(keyOf(named(one), "")),
  );
  if (replaced.length === 0) return;
  const reason = await lastReason(queries, report);
  for (const { id, version } of replaced)
    await cancelMeasure(queries, id, reason, { ...actor, from: version });
}

/** True where the register has the letter; its entry is then of the letter as it is now. */
async function isKnown(
  asking: TransactionQueries,
  letter: LetterWanted,
  found: readonly Stored[],
  actor: Actor,
): Promise<boolean> {
  const alike = found.filter((one) => !one.outdated && keyOf(named(one), "") === keyOf(letter, ""));
  const same = alike.find(({ day }) => dayText(day) === letter.day);
  const unsent = alike.find(isUnsent);
  if (same !== undefined) {
    const { languages } = letter.letter;
    if (same.letter) for (const one of languages) await alsoIn(asking, same.id, one, actor);
  } else if (unsent?.letter) await followed(asking, unsent.id, letter, actor);
  else return false;
  return true;
}

function named({ kind, bank, currency }: Stored): Named {
  return { kind, bank, currency: currency ?? undefined };
}

function keyOf({ kind, bank, currency }: Named, day: string): string {
  return [sentKind(kind), bank ?? "", day, currency ?? ""].join(" ");
}
