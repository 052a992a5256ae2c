import { z } from "zod";
import { lockMoney } from "../claims/record.ts";
import type { ReportFacts } from "../loading/record/report-facts.ts";
import { reportProperties } from "../loading/record/report-facts.ts";
import { readSourceFacts } from "../loading/record/source-facts.ts";
import type { StoredSource } from "../loading/sources/sources.store.ts";
import type { Database } from "../neo4j/database.ts";
import { dropStated, type LeftOfReport } from "./losses.store.ts";

/** More reports than one file has. */
const ALL = 10_000_000n;
const factsRow = z.object({ key: z.string(), facts: z.array(z.string()) });

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
  const parameters = { prefix: `${sequence} `, limit: ALL };
  const rows = await queries.read("loading/reports-of-source", parameters, factsRow);
  if (rows.length === 0) return;
  const left = new Map(
    rows.map(({ key, facts }) => [key, leftBeside(key, facts, sequence)] as const),
  );
  await queries.transaction(async (asking) => {
    await lockMoney(asking, { at });
    await dropStated(asking, left);
  });
}

function leftBeside(id: string, facts: readonly string[], sequence: number): LeftOfReport {
  const others = readSourceFacts<ReportFacts>(facts).filter((one) => one.sequence !== sequence);
  if (others.length === 0) return { cited: [], keys: [] };
  const { cited, reportedKeys } = reportProperties(id, others).properties;
  return { cited, keys: reportedKeys ?? [] };
}
