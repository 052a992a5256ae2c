import type { z } from "zod";
import { isUnsent, type MeasureWanted, sentKind } from "../../contract/measures.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { cancelMeasure, type EntryWanted, recordMeasures } from "../measures/measures.store.ts";
import { dayText } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";
import { lastReason } from "./corrections.store.ts";
import { measureRow } from "./deadlines.store.ts";

type Stored = z.output<typeof measureRow>;
type Named = Pick<MeasureWanted, "kind" | "bank" | "currency">;

/**
 * Letters of a report as entries of the register. The same letter made again on the same day is the
 * same entry, unless the report was corrected since: then the new letter stands in the place of the
 * one that nobody sent.
 */
export async function recordLetters(
  queries: Queries,
  report: string,
  measures: readonly EntryWanted[],
  actor: Actor,
): Promise<void> {
  const rows = await queries.transaction(async (asking) => {
    const all = await asking.run("reports/measures", { report }, measureRow);
    // Letters of a claim for the same report are others.
    const found = all.filter(({ claim }) => claim === null);
    const known = new Set(
      found.filter(({ outdated }) => !outdated).map((one) => keyOf(named(one), dayText(one.day))),
    );
    const fresh = measures.filter((one) => !known.has(keyOf(one, one.day)));
    if (fresh.length > 0) await recordMeasures(asking, fresh, actor);
    return found;
  });
  const again = new Set(measures.map((one) => keyOf(one, "")));
  const replaced = rows.filter(
    (one) =>
      one.outdated &&
      isUnsent({ kind: one.kind, paper: one.paper, file: one.file }) &&
      again.has(keyOf(named(one), "")),
  );
  if (replaced.length === 0) return;
  const reason = await lastReason(queries, report);
  for (const { id, version } of replaced)
    await cancelMeasure(queries, id, reason, { ...actor, from: version });
}

function named({ kind, bank, currency }: Stored): Named {
  return { kind, bank, currency: currency ?? undefined };
}

function keyOf({ kind, bank, currency }: Named, day: string): string {
  return [sentKind(kind), bank ?? "", day, currency ?? ""].join(" ");
}
