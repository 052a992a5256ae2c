import { lockMoney } from "../claims/record.ts";
import { reportsOfSource } from "../loading/bolt/reports.store.ts";
import type { ReportFacts } from "../loading/record/report-facts.ts";
import { reportProperties } from "../loading/record/report-facts.ts";
import type { SourceFacts } from "../loading/record/source-facts.ts";
import type { StoredSource } from "../loading/sources/sources.store.ts";
import type { Database } from "../neo4j/database.ts";
import { dropStated, type LeftOfReport } from "./losses.store.ts";

/**
 * A file with crime reports is about to be taken out: what no other file calls stolen is stolen no
 * more. Refused, with the entries by name, where blocks, returns or payments stand on it. The
 * caller holds the lock of loading.
 */
export async function reportsLeaveRoom(
  { queries }: Database,
  { sequence }: Pick<StoredSource, "sequence">,
  at: number,
): Promise<void> {
  const reports = await reportsOfSource(queries, sequence);
  if (reports.size === 0) return;
  const left = new Map(
    [...reports].map(([key, sources]) => [key, leftBeside(key, sources, sequence)] as const),
  );
  await queries.transaction(async (asking) => {
    await lockMoney(asking, { at });
    await dropStated(asking, left);
  });
}

function leftBeside(
  id: string,
  sources: readonly SourceFacts<ReportFacts>[],
  sequence: number,
): LeftOfReport {
  const others = sources.filter((one) => one.sequence !== sequence);
  if (others.length === 0) return { cited: [], keys: [] };
  const { cited, reportedKeys } = reportProperties(id, others).properties;
  return { cited, keys: reportedKeys ?? [] };
}
