import type { Queries } from "../../../graph-queries/runner.ts";
import { NO_EARLIER_SOURCES } from "../duplicates/first-or-again.ts";
import type { Sink } from "../pipe/sink.ts";
import { newRecord } from "../record/transfer-record.ts";
import type { StoredSource } from "../sources/sources.store.ts";
import { saveAccountList } from "./account-list.ts";
import { accountWriter } from "./accounts.store.ts";
import { earlierInDatabase } from "./earlier-sources.store.ts";
import { saveLabels } from "./labels.store.ts";
import { saveReports } from "./reports.store.ts";
import { sessionWriter } from "./sessions.store.ts";

const BATCH = 10_000;
/**
 * Batches on their way at once. Neo4j orders writes to one account by itself; deadlocks are retried
 * by the driver.
 */
const LANES = 2;

/** Writes one source into a running database. */
export function boltSink(
  queries: Queries,
  source: {
    readonly id: string;
    readonly sequence: number;
    /** All sources in the database, this one included. */
    readonly sources: readonly StoredSource[];
    /** A person says that its reports correct those loaded before. */
    readonly corrects: boolean;
  },
): Sink {
  const { id, sequence, sources, corrects } = source;
  const accounts = accountWriter(queries, sequence);
  const others = (kind: string) =>
    sources.some((one) => one.kind === kind && one.id !== id && one.state === "loaded");
  const sessions = sessionWriter(queries, { id, others: others("sessions") });
  return {
    batchRows: BATCH,
    lanes: LANES,
    earlier: others("transfers")
      ? earlierInDatabase(queries, id, accounts.knownToOthers)
      : NO_EARLIER_SOURCES,
    saveAccounts: async (facts) => {
      await accounts.write(facts);
    },
    saveAccountList: (rows) => saveAccountList(accounts, sequence, rows),
    createTransfers: async (rows) => {
      const transfers = rows.map((row) => {
        const { from, to, properties } = newRecord(row);
        return { from, to, properties };
      });
      await queries.run("loading/create-transfers", { transfers });
    },
    saveReports: (rows) => saveReports(queries, { sequence, corrects }, rows),
    saveLabels: (rows) => saveLabels(queries, sequence, rows),
    saveSessions: sessions.save,
    finishSessions: sessions.finish,
  };
}
