import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { entriesAfter } from "../../server/audit/audit.store.ts";
import { audit, verifyAudit } from "../../server/audit/audit.ts";
import type { AuditEntry } from "../../server/audit/chain.ts";
import { checkpointsPath } from "../../server/audit/checkpoints.ts";
import { mirrorPath } from "../../server/audit/mirror.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyDatabase, testDatabase } from "./neo4j.ts";

/** Every entry of the chain, oldest first. */
export async function auditLog(database: Database): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for await (const entry of entriesAfter(database.queries, 0)) found.push(entry);
  return found;
}

/**
 * A database whose audit log, mirror and checkpoints are empty before each test of the file.
 * `opened` gets it before the tests.
 */
export function emptyAuditLog(opened: (database: Database) => void) {
  let database: Database;
  const clean = () => {
    for (const path of [mirrorPath, checkpointsPath])
      rmSync(path(database.dataDir), { force: true, recursive: true });
  };
  beforeAll(async () => {
    database = await testDatabase();
    opened(database);
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    clean();
  });
  afterAll(async () => {
    clean();
    await database.close();
  });
  return {
    /** Entries K1, K2, … */
    write: async (times: number) => {
      for (let at = 1; at <= times; at += 1)
        await audit(database, { who: "anna", what: "decide", target: `K${at}` });
    },
    log: () => auditLog(database),
    /** Changes an entry behind the program's back; null takes it out. */
    tamper: (seq: number, change: Record<string, unknown> | null) =>
      database.queries.run("support/tamper-for-tests", { seq: BigInt(seq), change }),
    problems: async () =>
      (await verifyAudit(database)).problems.map(({ seq, kind }) => `${seq} ${kind}`),
  };
}
