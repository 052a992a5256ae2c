import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { LabelItem } from "../items.ts";
import type { RowResult } from "./reports.store.ts";
import { readTold, type Told, writeTold } from "./told.ts";

export interface LabelFacts {
  readonly label: 0 | 1;
}

const toldRow = z.object({ account: z.string(), told: z.array(z.string()) });

/** Takes labels in: who is a dropper by another's knowledge, for evaluation only. */
export async function saveLabels(
  queries: Queries,
  sequence: number,
  items: readonly LabelItem[],
): Promise<RowResult[]> {
  const accounts = [...new Set(items.map((item) => item.account))];
  const rows = await queries.read("loading/told-labels", { accounts }, toldRow);
  const known = new Map(rows.map((row) => [row.account, readTold<LabelFacts>(row.told)]));
  const changed = new Map<string, Told<LabelFacts>[]>();
  const results = items.map((item): RowResult => {
    const told = known.get(item.account) ?? [];
    if (told.some((one) => one.facts.label !== item.label)) return "contradicts";
    if (told.some((one) => one.sequence === sequence)) return "duplicate";
    const next = [...told, { sequence, facts: { label: item.label } }];
    known.set(item.account, next);
    changed.set(item.account, next);
    return told.length === 0 ? "loaded" : "duplicate";
  });
  await writeLabels(queries, changed);
  return results;
}

export async function writeLabels(
  queries: Queries,
  labels: ReadonlyMap<string, readonly Told<LabelFacts>[]>,
): Promise<void> {
  if (labels.size === 0) return;
  await queries.run("loading/save-labels", {
    labels: [...labels].map(([account, told]) => ({
      account,
      label: BigInt(told[0]?.facts.label ?? 0),
      told: writeTold(told),
    })),
  });
}
