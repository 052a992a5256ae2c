import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { exportCase } from "../../server/evidence/export.ts";
import { recomputePackage } from "../../server/evidence/recompute.ts";
import { verifyPackage } from "../../server/evidence/verify.ts";
import { load } from "../../server/loading/load.ts";
import { listSources } from "../../server/loading/sources/sources.store.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { reportsLeaveRoom } from "../../server/reports/withdrawn-table.store.ts";
import { step } from "./claim-steps.ts";

/** Data that come in pieces while claims are already made, for tests of what follows from them. */

/** Acts after all rows of the tests. */
export const actor = { by: "tester", at: Date.parse("2026-06-01T00:00:00Z") };

/** The minute counts from START; a negative one lies before. Without a currency it is tenge. */
export type Row = readonly [
  id: string,
  from: string,
  to: string,
  amount: string,
  minute: number,
  currency?: string,
];
const START = Date.parse("2026-03-05T10:00:00+05:00");

const TRANSFERS = "transfer_id,booked_at,amount,currency,from_account,to_account,channel";
const REPORTS = "report_id,reported_at,victim_account,transfer_id";
const ACCOUNTS = "account,holder_iin,holder_name";

/** One row of a reports file. */
export function reported(id: string, victim: string, transfer: string): string {
  return `${id},2026-03-06T10:00:00+05:00,${victim},${transfer}`;
}

/** Loads files NAME.csv, NAME-reports.csv and NAME-accounts.csv, those that have rows. */
export async function put(
  database: Database,
  name: string,
  rows: readonly Row[],
  reports: readonly string[] = [],
  accounts: readonly string[] = [],
): Promise<void> {
  const into = await mkdtemp(join(tmpdir(), "dropper-graph-late-"));
  const at = (minute: number) => new Date(START + minute * 60_000).toISOString();
  const lines = rows.map(
    ([id, from, to, amount, minute, currency = "KZT"]) =>
      `${id},${at(minute)},${amount},${currency},${from},${to},transfer`,
  );
  const paths: string[] = [];
  for (const [file, head, body] of [
    [`${name}.csv`, TRANSFERS, lines],
    [`${name}-reports.csv`, REPORTS, reports],
    [`${name}-accounts.csv`, ACCOUNTS, accounts],
  ] as const) {
    if (body.length === 0) continue;
    paths.push(join(into, file));
    await writeFile(join(into, file), `${[head, ...body].join("\n")}\n`);
  }
  await load(database, paths, { loadedBy: "tester" });
  await rm(into, { recursive: true });
}

/** Takes a loaded file out again. */
export async function takeOut(database: Database, fileName: string): Promise<void> {
  const source = (await listSources(database.queries)).find(
    (one) => one.fileName === fileName && one.state !== "withdrawn",
  );
  const how = { withdrawnBy: "tester", at: Date.now(), leaveRoom: reportsLeaveRoom };
  await withdraw(database, source?.id ?? fileName, how);
}

/** Exports a case into a new folder of `under`; the package must pass `verify` and `recompute`. */
export async function exported(database: Database, under: string, caseId: string) {
  const out = join(await mkdtemp(join(under, "export-")), "package");
  await exportCase(database, out, { caseId, language: "ru", at: actor.at, by: "tester" });
  expect(await verifyPackage(out)).toMatchObject({ intact: true });
  expect(await recomputePackage(out)).toMatchObject({ agrees: true, faults: [] });
  const table = (name: string) => readCsv(readFileSync(join(out, "data", name), "utf8")) ?? [];
  return { out, table };
}

/** Every draft of a case that claims something leaves the office. */
export async function fileAll(database: Database, caseId: string): Promise<void> {
  for (const { id: claim, status, amount } of await claimsOfCase(database.queries, caseId)) {
    if (status !== "draft" || amount <= 0n) continue;
    await step(database, { caseId, claim }, actor, "review", "approved", "filed");
  }
}
