import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { jsonOf } from "../../money/json.ts";
import type { RowResult } from "../pipe/sink.ts";
import type { ReportItem } from "../record/load-item.ts";
import {
  correctedSums,
  factsOfReport,
  isOtherVictim,
  joinReports,
  type ReportFacts,
  reportProperties,
  wordTaken,
} from "../record/report-facts.ts";
import { readSourceFacts, type SourceFacts } from "../record/source-facts.ts";

/** More reports than one file has. */
const ALL = 10_000_000n;
const factsRow = z.object({ key: z.string(), facts: z.array(z.string()) });

/** The word of each source on crime reports, by the number of the report. */
export async function sourcesOfReports(
  queries: Queries,
  ids: readonly string[],
): Promise<Map<string, SourceFacts<ReportFacts>[]>> {
  return byReport(await queries.read("loading/report-facts", { ids: [...ids] }, factsRow));
}

/**
 * Takes rows of crime reports into the graph. The accounts of the victims must be there.
 * `corrects`: a person says that the source corrects those loaded before; else a row that states
 * another sum than they do is not taken.
 */
export async function saveReports(
  queries: Queries,
  { sequence, corrects }: { readonly sequence: number; readonly corrects: boolean },
  items: readonly ReportItem[],
): Promise<RowResult[]> {
  const ids = [...new Set(items.map((item) => item.reportId))];
  const known = await sourcesOfReports(queries, ids);
  const changed = new Set<string>();
  const results = items.map((item): RowResult => {
    const row = factsOfReport(item);
    const sources = known.get(item.reportId) ?? [];
    const own = sources.find((one) => one.sequence === sequence);
    if (isOtherVictim(row, sources)) return "other-victim";
    const facts = wordTaken(row, sources, { sequence, corrects });
    if (facts === null) return "contradicts";
    const joined = own === undefined ? facts : joinReports(own.facts, facts);
    if (
      own !== undefined &&
      JSON.stringify(joined) === JSON.stringify(joinReports(own.facts, own.facts))
    )
      return "duplicate";
    const before = sources.length === 0 ? "" : shown(item.reportId, sources);
    const next: SourceFacts<ReportFacts>[] = [
      ...sources.filter((one) => one !== own),
      { sequence, facts: joined },
    ];
    known.set(item.reportId, next);
    changed.add(item.reportId);
    return shown(item.reportId, next) === before ? "duplicate" : "loaded";
  });
  await writeReports(queries, new Map([...changed].map((id) => [id, known.get(id) ?? []])));
  return results;
}

/** The word of each source on the crime reports that one of them names, by their numbers. */
export async function reportsOfSource(
  queries: Queries,
  sequence: number,
): Promise<Map<string, SourceFacts<ReportFacts>[]>> {
  const parameters = { prefix: `${sequence} `, limit: ALL };
  return byReport(await queries.read("loading/reports-of-source", parameters, factsRow));
}

function byReport(rows: readonly z.infer<typeof factsRow>[]) {
  return new Map(rows.map((row) => [row.key, readSourceFacts<ReportFacts>(row.facts)]));
}

/** Numbers of the crime reports that a source states, in their order, at most so many. */
export async function numbersOfSource(
  queries: Queries,
  sequence: number,
  most: number,
): Promise<string[]> {
  const parameters = { prefix: `${sequence} `, limit: BigInt(most) };
  const rows = await queries.read("loading/reports-of-source", parameters, factsRow);
  return rows.map(({ key }) => key).sort();
}

/** The source states a sum that a later one corrected. */
export async function isOverruled(queries: Queries, sequence: number): Promise<boolean> {
  const reports = [...(await reportsOfSource(queries, sequence)).values()];
  return reports.some((sources) =>
    correctedSums(sources).some((one) => one.was.sequence === sequence),
  );
}

/** What a person sees of it; which source says it does not count. */
function shown(id: string, sources: readonly SourceFacts<ReportFacts>[]): string {
  const { properties, victims } = reportProperties(id, sources);
  return jsonOf([{ ...properties, sourceRecords: null }, victims]);
}

export async function writeReports(
  queries: Queries,
  reports: ReadonlyMap<string, readonly SourceFacts<ReportFacts>[]>,
): Promise<void> {
  if (reports.size === 0) return;
  await queries.run("loading/save-reports", {
    reports: [...reports].map(([id, sources]) => reportProperties(id, sources)),
  });
}
