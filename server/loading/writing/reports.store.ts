import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { ReportItem } from "../items.ts";
import {
  contradicts,
  factsOfReport,
  joinReports,
  type ReportFacts,
  reportProperties,
} from "./reports.ts";
import { readTold, type Told } from "./told.ts";

const toldRow = z.object({ id: z.string(), told: z.array(z.string()) });

/** What became of each row. */
export type RowResult = "loaded" | "duplicate" | "contradicts";

/** Takes rows of crime reports into the graph. The accounts of the victims must be there. */
export async function saveReports(
  queries: Queries,
  sequence: number,
  items: readonly ReportItem[],
): Promise<RowResult[]> {
  const ids = [...new Set(items.map((item) => item.reportId))];
  const rows = await queries.read("loading/told-reports", { ids }, toldRow);
  const known = new Map(rows.map((row) => [row.id, readTold<ReportFacts>(row.told)]));
  const changed = new Set<string>();
  const results = items.map((item): RowResult => {
    const facts = factsOfReport(item);
    const told = known.get(item.reportId) ?? [];
    if (told.some((one) => contradicts(one.facts, facts))) return "contradicts";
    const own = told.find((one) => one.sequence === sequence);
    const joined = own === undefined ? facts : joinReports(own.facts, facts);
    if (
      own !== undefined &&
      JSON.stringify(joined) === JSON.stringify(joinReports(own.facts, own.facts))
    )
      return "duplicate";
    const before = told.length === 0 ? "" : shown(item.reportId, told);
    const next: Told<ReportFacts>[] = [
      ...told.filter((one) => one !== own),
      { sequence, facts: joined },
    ];
    known.set(item.reportId, next);
    changed.add(item.reportId);
    return shown(item.reportId, next) === before ? "duplicate" : "loaded";
  });
  await writeReports(queries, new Map([...changed].map((id) => [id, known.get(id) ?? []])));
  return results;
}

/** What a person sees of it; who told it does not count. */
function shown(id: string, told: readonly Told<ReportFacts>[]): string {
  const { properties, victims } = reportProperties(id, told);
  return JSON.stringify([{ ...properties, told: null }, victims], (_key, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

export async function writeReports(
  queries: Queries,
  reports: ReadonlyMap<string, readonly Told<ReportFacts>[]>,
): Promise<void> {
  if (reports.size === 0) return;
  await queries.run("loading/save-reports", {
    reports: [...reports].map(([id, told]) => reportProperties(id, told)),
  });
}
