import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assetsOfCase } from "../../server/assets/assets.store.ts";
import { defendantsBeside } from "../../server/assets/beside.store.ts";
import { addReports, openCase } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { testDatabase } from "../support/neo4j.ts";

const actor = { by: "tester", at: Date.parse("2026-06-01T00:00:00Z") };
const VICTIM = "KZ13914012203KZ00001";
const DROPPER = "KZ13914012203KZ00002";
const SECOND = "KZ13914012203KZ00003";
const FIRM = "KZ13914012203KZ00004";
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-assets-"));
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, name), `${lines.join("\n")}\n`);
  await write("transfers.csv", [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel,purpose",
    `S1,2026-01-10T10:00:00+05:00,250000.50,KZT,${FIRM},${SECOND},transfer,Заработная плата`,
    `S2,2026-02-10T10:00:00+05:00,250000.50,KZT,${FIRM},${SECOND},transfer,Заработная плата`,
    `X1,2026-03-05T10:00:00+05:00,900000,KZT,${VICTIM},${DROPPER},transfer,`,
  ]);
  await write("accounts.csv", [
    "account,holder_iin,holder_name,holder_kind",
    `${VICTIM},850101300011,Victim,person`,
    `${DROPPER},900202300022,Dropper,person`,
    `${SECOND},900202300022,Dropper,person`,
    `${FIRM},123440000011,Firm,organisation`,
  ]);
  await write("statements.csv", [
    "account,from,to,opening,closing,currency",
    `${SECOND},2026-01-01,2026-01-31,0.00,250000.50,KZT`,
    `${SECOND},2026-02-01,2026-02-28,250000.50,500001.00,KZT`,
  ]);
  await write("reports.csv", [
    "report_id,reported_at,victim_account,transfer_id",
    `R1,2026-03-06T10:00:00+05:00,${VICTIM},X1`,
  ]);
  const files = ["transfers.csv", "accounts.csv", "statements.csv", "reports.csv"];
  await load(
    database,
    files.map((name) => join(folder, name)),
    { loadedBy: "tester" },
  );
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

it("shows every account of the defendant, what the latest statement closes with, and the wages", async () => {
  const { id } = await openCase(database.queries, { title: "Assets" }, actor);
  await addReports(database.queries, id, ["R1"], actor);
  await openClaims(database.queries, id, actor);
  const { defendants } = await assetsOfCase(database.queries, id);
  expect(defendants).toHaveLength(1);
  const [dropper] = defendants;
  expect(dropper?.accounts.map(({ number, balance }) => [number, balance?.amount])).toEqual([
    [DROPPER, undefined],
    [SECOND, "50000100"],
  ]);
  expect(dropper?.accounts[1]?.balance?.file).toBe("statements.csv");
  expect(dropper?.incomes).toMatchObject([
    { kind: "salary", protection: "half", usual: "25000050", months: 2, accounts: [SECOND] },
  ]);
  expect(dropper?.claims).toHaveLength(1);
  const beside = await defendantsBeside(database.queries, id);
  expect(beside).toMatchObject({
    leftOut: false,
    defendants: [
      {
        name: "Dropper",
        outstanding: [{ currency: "KZT", amount: "90000000" }],
        held: [{ currency: "KZT", amount: "50000100" }],
        claims: [{ outstanding: "90000000", joint: false, status: "draft" }],
        incomes: [{ kind: "salary" }],
      },
    ],
  });
  await expect(defendantsBeside(database.queries, "no such case")).rejects.toThrow();
  await expect(assetsOfCase(database.queries, "no such case")).rejects.toThrow();
});
