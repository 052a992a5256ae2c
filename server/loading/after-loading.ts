import { z } from "zod";
import type { Database } from "../neo4j/database.ts";
import { proposeCorrections } from "./duplicates/corrected-rows.store.ts";
import { linkReports } from "./duplicates/link-reports.ts";
import { suggestMasked } from "./duplicates/masked-rows.store.ts";
import { applyDecisions } from "./duplicates/pair-decisions.ts";
import { listSources } from "./sources/sources.store.ts";

const leftRow = z.object({
  pairs: z.boolean(),
  masked: z.boolean(),
  statements: z.boolean(),
  reports: z.boolean(),
});

/**
 * What depends on everything that is in: decisions about rows that came back, pairs with a hidden
 * side, corrected rows, the stolen transfers of reports. A search without anything to find is left
 * out. Pairs of before are looked at in any case: what they were proposed for may be gone.
 */
export async function afterLoading({ queries }: Database): Promise<void> {
  const [left] = await queries.read("loading/left-to-look-for", {}, leftRow);
  if (left === undefined) return;
  const sequences = new Map(
    (await listSources(queries)).map((source) => [source.id, source.sequence]),
  );
  const sequenceOf = (id: string) => sequences.get(id) ?? 0;
  if (left.pairs) await applyDecisions(queries, sequenceOf);
  if (left.pairs || left.masked) await suggestMasked(queries, sequenceOf);
  if (left.pairs || left.statements) await proposeCorrections(queries, sequenceOf);
  if (left.reports) await linkReports(queries);
}
