import type { CorrectedSum } from "../../contract/report-corrections.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { sourcesOfReports } from "../loading/bolt/reports.store.ts";
import { correctedSums } from "../loading/record/report-facts.ts";
import { listSources } from "../loading/sources/sources.store.ts";

/**
 * Sums of a report that a corrected table changed: what each table states, with the file, the day
 * and the person. The earlier one is kept as long as its file is loaded.
 */
export async function correctedSumsOf(queries: Queries, id: string): Promise<CorrectedSum[]> {
  const found = correctedSums((await sourcesOfReports(queries, [id])).get(id) ?? []);
  if (found.length === 0) return [];
  const files = new Map((await listSources(queries)).map((one) => [one.sequence, one]));
  const stated = ({ amount, currency, sequence }: (typeof found)[number]["was"]) => {
    const { fileName = "", loadedAt = 0, loadedBy = "" } = files.get(sequence) ?? {};
    return { amount, currency, file: fileName, at: loadedAt, by: loadedBy };
  };
  return found.map(({ was, now }) => ({
    transferId: was.transferId,
    told: was.told,
    was: stated(was),
    now: stated(now),
  }));
}
