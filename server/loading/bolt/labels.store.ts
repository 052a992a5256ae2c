import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { RowResult } from "../pipe/sink.ts";
import type { LabelItem } from "../record/load-item.ts";
import { readSourceFacts, type SourceFacts, writeSourceFacts } from "../record/source-facts.ts";

export interface LabelFacts {
  readonly label: 0 | 1;
}

const factsRow = z.object({ key: z.string(), facts: z.array(z.string()) });

/** Takes labels in: who is a dropper by another's knowledge, for evaluation only. */
export async function saveLabels(
  queries: Queries,
  sequence: number,
  items: readonly LabelItem[],
): Promise<RowResult[]> {
  const accounts = [...new Set(items.map((item) => item.account))];
  const rows = await queries.read("loading/label-facts", { accounts }, factsRow);
  const known = new Map(rows.map((row) => [row.key, readSourceFacts<LabelFacts>(row.facts)]));
  const changed = new Map<string, SourceFacts<LabelFacts>[]>();
  const results = items.map((item): RowResult => {
    const sources = known.get(item.account) ?? [];
    if (sources.some((one) => one.facts.label !== item.label)) return "contradicts";
    if (sources.some((one) => one.sequence === sequence)) return "duplicate";
    const next = [...sources, { sequence, facts: { label: item.label } }];
    known.set(item.account, next);
    changed.set(item.account, next);
    return sources.length === 0 ? "loaded" : "duplicate";
  });
  await writeLabels(queries, changed);
  return results;
}

export async function writeLabels(
  queries: Queries,
  labels: ReadonlyMap<string, readonly SourceFacts<LabelFacts>[]>,
): Promise<void> {
  if (labels.size === 0) return;
  await queries.run("loading/save-labels", {
    labels: [...labels].map(([account, sources]) => ({
      account,
      label: BigInt(sources[0]?.facts.label ?? 0),
      sourceRecords: writeSourceFacts(sources),
    })),
  });
}
