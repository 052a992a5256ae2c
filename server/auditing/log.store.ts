import type { z } from "zod";
import type { LookFilter } from "../../contract/audit-log.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { auditEntry } from "../audit/chain.ts";
import type { LookLine } from "../audit/looks.ts";
import { searchLooks } from "../audit/search-looks.ts";
import type { Database } from "../neo4j/database.ts";
import { numbersOf } from "./person-held.store.ts";

const entryRow = auditEntry.extend({ seq: count, at: count });
export type StoredEntry = z.infer<typeof entryRow>;

export interface EntriesWanted {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly before?: number | undefined;
}

/** Entries that fit, the newest first. */
export function searchEntries(
  queries: Queries,
  wanted: EntriesWanted,
  limit: number,
): Promise<StoredEntry[]> {
  const instant = (at: number | undefined) => (at === undefined ? null : BigInt(at));
  const parameters = {
    who: wanted.who?.toLowerCase() ?? null,
    what: wanted.what ?? null,
    target: wanted.target ?? null,
    from: instant(wanted.from),
    until: instant(wanted.until),
    before: BigInt(wanted.before ?? Number.MAX_SAFE_INTEGER),
    limit: BigInt(limit),
  };
  return queries.read("audit/search", parameters, entryRow);
}

/** Looks that fit. Of a person all accounts and the IIN count, whichever of them was named. */
export async function looksThatFit(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  { whom, inCase, ...others }: LookFilter,
): Promise<LookLine[]> {
  const wanted = { ...others, case: inCase };
  if (whom === undefined) return searchLooks(dataDir, wanted);
  // A searched word counts as it was typed, too.
  const names = [whom, ...(await numbersOf(queries, whom))];
  return searchLooks(dataDir, { ...wanted, whom: names });
}
