import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { addReports, openCase } from "../../server/cases/cases.store.ts";
import { removeFromCase } from "../../server/cases/removing.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { ledgerNow } from "../../server/claims/ledger.store.ts";
import { reportsLeaveCase } from "../../server/claims/left-case.store.ts";
import { ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { lockMoney } from "../../server/claims/record.ts";
import { reworkAllDrafts } from "../../server/claims/rework.store.ts";
import { isUserError } from "../../server/errors/user-error.ts";
import { load } from "../../server/loading/load.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import { listMeasures } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { linkReport, storedReport } from "../../server/reports/reports.store.ts";
import type { Actor } from "../../server/versions/versions.ts";
import { step } from "./claim-steps.ts";
import { put, reported, takeOut } from "./late-money.ts";

/** Losses that come and go while money stands on them. */

/**
 * Loads a report that describes one transfer. Answers how a person decides that a transfer of the
 * data is it.
 */
export async function described(
  database: Database,
  id: string,
  [victim, recipient, amount]: readonly [victim: string, recipient: string, amount: string],
): Promise<(transferId: string, same: boolean | null) => Promise<void>> {
  const into = await mkdtemp(join(tmpdir(), "dropper-graph-described-"));
  const path = join(into, `${id}.csv`);
  const head = "report_id,reported_at,victim_account,amount,currency,stolen_at,recipient_account";
  const said = "2026-03-06T10:00:00+05:00";
  await writeFile(path, `${head}\n${id},${said},${victim},${amount},KZT,${said},${recipient}\n`);
  await load(database, [path], { loadedBy: "tester" });
  await rm(into, { recursive: true });
  const seen = new Map<string, boolean>();
  return async (transferId, same) => {
    const report = await storedReport(database.queries, id);
    const key = report.reported[0]?.key ?? "";
    const decision = { report: id, key, transferId, same, seen: seen.get(transferId) ?? null };
    const all = [{ ...decision, reason: "said in a sentence" }];
    await linkReport(database, [report], all, { by: "tester", at: Date.now() });
    if (same === null) seen.delete(transferId);
    else seen.set(transferId, same);
  };
}

/**
 * A random history in which losses vanish in every way while money is blocked, returned and paid.
 * After each change all money that is written down counts, or is shown as what does not count. Only
 * where a bank's file was taken out does anything count for less.
 */
export async function lossesUnderMoney(
  database: Database,
  seed: number,
  actor: Actor,
): Promise<void> {
  const { queries } = database;
  let random = seed;
  const next = (below: number) => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((random / 2_147_483_648) * below);
  };
  const files: [string, string, string][] = [
    ["t1", "V", "D"],
    ["t2", "V", "E"],
    ["t3", "W", "D"],
  ];
  for (const [id, from, to] of files) await put(database, id, [[id, from, to, "100.00", 0]]);
  await put(database, "R2", [], [reported("R2", "V", "t2")]);
  await put(database, "R3", [], [reported("R3", "W", "t3")]);
  const decide = await described(database, "R1", ["V", "D", "100.00"]);
  await decide("t1", true);
  const reports = ["R1", "R2", "R3"];
  const caseId = (await openCase(queries, { title: "Any", reports }, actor)).id;
  const claims = () => claimsOfCase(queries, caseId);
  const transfer = () => ["t1", "t2", "t3"][next(3)] ?? "";
  const day = () => `2026-05-0${1 + next(9)}`;
  const amount = () => `${1_000 + next(5_000)}`;
  const aClaim = async () => {
    const all = await claims();
    return { caseId, claim: all[next(all.length)]?.id ?? "none" };
  };
  const aBlock = async () => {
    const { rows } = await listMeasures(queries, { kind: "block", limit: 50 });
    return rows[next(rows.length)]?.id ?? "none";
  };
  const beside = { hold: lockMoney, leaveRoom: reportsLeaveCase };
  const money = [
    async () =>
      recordMeasure(
        queries,
        { kind: "block", day: day(), amount: amount(), transfer: transfer() },
        actor,
      ),
    async () =>
      recordMeasure(
        queries,
        { kind: "return", day: day(), amount: amount(), block: await aBlock() },
        actor,
      ),
    async () => {
      const paid = { day: day(), amount: amount(), source: "dropper", receipt: "1" } as const;
      await recordPayment(queries, await aClaim(), paid, actor);
    },
    async () => step(database, await aClaim(), actor, "review"),
    async () => step(database, await aClaim(), actor, "draft"),
  ];
  const losing = [
    () => decide("t1", null),
    () => decide("t1", true),
    () => takeOut(database, "R2-reports.csv"),
    () => put(database, "R2", [], [reported("R2", "V", "t2")]),
    () => takeOut(database, "R3-reports.csv"),
    () => put(database, "R3", [], [reported("R3", "W", "t3")]),
    () => {
      const removal = { accounts: [], clusters: [], reports: [reports[next(3)] ?? ""] };
      return removeFromCase(queries, caseId, { ...removal, reason: "tried" }, actor, beside);
    },
    () => addReports(queries, caseId, reports, actor),
    () => openClaims(queries, caseId, actor),
  ];
  const gone: [() => Promise<void>, () => Promise<void>] = [
    () => takeOut(database, "t1.csv"),
    () => put(database, "t1", [["t1", "V", "D", "100.00", 0]]),
  ];
  await openClaims(queries, caseId, actor);
  let lessMayCount = false;
  let refused = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    const kind = next(12);
    lessMayCount ||= turn > 30 && kind === 0;
    const all: readonly (() => Promise<unknown>)[] =
      turn > 30 && kind <= 1 ? gone.slice(kind, kind + 1) : kind < 7 ? money : losing;
    const change = all[next(all.length)];
    await change?.().catch((error: unknown) => {
      if (!isUserError(error)) throw error;
      refused += 1;
    });
    await reworkAllDrafts(database, actor);
    await allCounts(database, caseId, lessMayCount, `seed ${seed}, turn ${turn}`);
  }
  expect(refused).toBeGreaterThan(3);
}

async function allCounts(
  { queries }: Database,
  caseId: string,
  lessMayCount: boolean,
  when: string,
): Promise<void> {
  const { recoveries } = await ledgerNow({ run: queries.read }, "all");
  const counted = new Map<string, bigint>();
  for (const { id, amount } of recoveries) counted.set(id, (counted.get(id) ?? 0n) + amount);
  const entries: { id: string; amount: string; uncounted: string }[] = [];
  for (const { id: claim } of await claimsOfCase(queries, caseId))
    entries.push(...(await ledgerOfClaim(queries, { caseId, claim })).payments);
  for (const { id, amount, uncounted } of entries) {
    expect(BigInt(uncounted), `${when}: ${id}`).toBe(BigInt(amount) - (counted.get(id) ?? 0n));
    if (!lessMayCount) expect(uncounted, `${when}: ${id}`).toBe("0");
  }
  const { rows } = await listMeasures(queries, { limit: 100 });
  const shown = new Set(entries.map(({ id }) => id));
  for (const { id, kind, withoutLoss } of rows) {
    if (!lessMayCount) expect(withoutLoss, `${when}: ${id}`).toBe(false);
    // A return that no claim shows is of a loss that is claimed later, or of none: it says so.
    if (kind === "return" && !shown.has(id)) expect(counted.has(id), `${when}: ${id}`).toBe(false);
  }
}
