import type { Database } from "../neo4j/database.ts";
import { proposeCorrections } from "./duplicates/corrected-rows.store.ts";
import { suggestMasked } from "./duplicates/masked-rows.store.ts";
import { applyDecisions } from "./duplicates/pair-decisions.ts";
import { listSources } from "./sources/sources.store.ts";

/**
 * What depends on everything that is in: decisions about rows that came back, pairs with a hidden
 * side, corrected rows, the stolen transfers of reports.
 */
export async function afterLoading({ queries }: Database): Promise<void> {
  const sequences = new Map(
    (await listSources(queries)).map((source) => [source.id, source.sequence]),
  );
  const sequenceOf = (id: string) => sequences.get(id) ?? 0;
  await applyDecisions(queries, sequenceOf);
  await suggestMasked(queries, sequenceOf);
  await proposeCorrections(queries, sequenceOf);
  await queries.run("loading/link-reports");
}
