import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { storedReport } from "../../server/reports/reports.store.ts";
import { standing } from "../../server/reports/standing.store.ts";
import { kzIban } from "../support/kz-iban.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const VICTIM = kzIban("722", "1");
/** Nothing was paid from it: between the same two accounts another sum might be the payment. */
const OTHER = kzIban("722", "3");
const DROPPER = kzIban("965", "2");

let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  await emptyDatabase(database);
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-not-there-"));
  const files = {
    "transfers.csv": [
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
      `x1,2026-11-28T14:05:20+05:00,90000.00,KZT,${VICTIM},${DROPPER},transfer`,
    ],
    "statements.csv": [
      "account,from,to,opening,closing,currency",
      `${DROPPER},2026-11-01,2026-11-30,5000.00,95000.00,KZT`,
    ],
    "reports.csv": [
      "report_id,reported_at,amount,currency,victim_name,victim_account,stolen_at,recipient_account",
      `R1,2026-11-30T19:00:00+05:00,350000.00,KZT,Ким Олег,${OTHER},2026-11-30T18:40:00+05:00,${DROPPER}`,
      `R2,2026-11-30T19:00:00+05:00,90000.00,KZT,Ким Олег,${VICTIM},2026-11-28T14:00:00+05:00,${DROPPER}`,
      `R3,2026-12-02T19:00:00+05:00,70000.00,KZT,Ли Вера,${OTHER},2026-12-02T18:40:00+05:00,${DROPPER}`,
    ],
  };
  for (const [name, lines] of Object.entries(files)) {
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
    await load(database, [join(folder, name)], { loadedBy: "tester" });
  }
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

it("a described payment is not there where the statement covers its time and nothing may be it", async () => {
  const notThere = async (id: string) => {
    const { banks } = await standing(database, await storedReport(database.queries, id));
    return banks.flatMap(({ places }) => places.map((one) => one.notThere));
  };
  expect(await notThere("R1")).toEqual(["35000000"]);
  // The bank's row may be it: a person decides first.
  expect(await notThere("R2")).toEqual(["0"]);
  // After the last day of the statement nobody knows.
  expect(await notThere("R3")).toEqual(["0"]);
});
