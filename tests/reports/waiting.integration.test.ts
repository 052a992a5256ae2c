import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { summary } from "../../server/overview/overview.store.ts";
import { dataRecords } from "../../server/overview/records.store.ts";
import { storedReport } from "../../server/reports/reports.store.ts";
import { standing } from "../../server/reports/standing.store.ts";
import { testDatabase } from "../support/neo4j.ts";

/**
 * A report names transfers by their ids with the victim's figures; the banks answer one after the
 * other. What was stolen stays the same all the time.
 */
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-waiting-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const put = async (name: string, ...lines: string[]) => {
  await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  await load(database, [join(folder, name)], { loadedBy: "tester" });
};
const HEAD = "transfer_id,booked_at,amount,currency,from_account,to_account,channel";

it("a loss that no bank has confirmed yet is counted also when another of the report is", async () => {
  const seen = async () => {
    const { stolen, unconfirmed } = await summary(database.queries, {});
    const { sums } = await standing(database, await storedReport(database.queries, "R1"));
    const { records } = await dataRecords(database.queries, {
      figure: "stolen",
      limit: 10,
      offset: 0,
    });
    const said = records.map((one) => [one.sums, one.unconfirmed]);
    return { stolen, unconfirmed, said, standing: sums.map((one) => [one.currency, one.stolen]) };
  };
  const tenge = (amount: string) => [{ currency: "KZT", amount }];
  await put(
    "reports.csv",
    "report_id,reported_at,victim_account,transfer_id,amount,currency",
    "R1,2026-06-03T10:00:00+05:00,V,a,5000000.00,KZT",
    "R1,2026-06-03T10:00:00+05:00,V,b,66000.00,KZT",
  );
  const whole = { stolen: tenge("506600000"), standing: [["KZT", "506600000"]] };
  expect(await seen()).toEqual({
    ...{ ...whole, unconfirmed: tenge("506600000") },
    said: [[tenge("506600000"), tenge("506600000")]],
  });
  await put("b.csv", HEAD, "b,2026-06-02T12:00:00+05:00,66000.00,KZT,V,E,transfer");
  expect(await seen()).toEqual({
    ...{ ...whole, unconfirmed: tenge("500000000") },
    said: [[tenge("506600000"), tenge("500000000")]],
  });
  // A second report of the same transfer counts it no second time.
  await put(
    "more.csv",
    "report_id,reported_at,victim_account,transfer_id,amount,currency",
    "R2,2026-06-04T10:00:00+05:00,V,a,5000000.00,KZT",
    "R2,2026-06-04T10:00:00+05:00,V,b,66000.00,KZT",
  );
  expect((await seen()).stolen).toEqual(whole.stolen);
  await put("a.csv", HEAD, "a,2026-06-01T12:00:00+05:00,5000000.00,KZT,V,D,transfer");
  expect(await seen()).toMatchObject({ ...whole, unconfirmed: [] });
});
