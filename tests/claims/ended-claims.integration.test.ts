import { afterAll, beforeAll, expect, it } from "vitest";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { ledgerOfClaim } from "../../server/claims/payments.store.ts";
import { recoveredOfCase, recoveredWithin } from "../../server/claims/recovered.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { exported, put, reported } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

/** Money that came back by bank rows stays in its month, whatever becomes of the claims. */
const on = (day: string) => ({ by: "tester", at: Date.parse(`${day}T12:00:00+05:00`) });
const monthOf = (month: string) => ({
  from: on(`${month}-01`).at,
  until: on(month === "2026-03" ? "2026-04-01" : "2026-12-31").at,
});
let database: Database;
let caseId: string;

beforeAll(async () => {
  database = await testDatabase();
  await put(
    database,
    "stolen",
    [
      ["t1", "V", "D", "100.00", 0],
      ["t2", "W", "E", "100.00", 1],
      ["t3", "X", "F", "100.00", 2],
    ],
    [reported("R1", "V", "t1"), reported("R2", "W", "t2"), reported("R3", "X", "t3")],
  );
  const { queries } = database;
  const wanted = { title: "Ended", reports: ["R1", "R2", "R3"] };
  caseId = (await openCase(queries, wanted, on("2026-03-06"))).id;
  await openClaims(queries, caseId, on("2026-03-06"));
  for (const { id } of await claimsOfCase(queries, caseId))
    await step(
      ...([database, { caseId, claim: id }, on("2026-03-07")] as const),
      ...(["review", "approved", "filed"] as const),
    );
  const days = 24 * 60;
  // Each pays a tenth of it back on 15 March.
  await put(database, "back", [
    ["b1", "D", "V", "10.00", 10 * days],
    ["b2", "E", "W", "10.00", 10 * days],
    ["b3", "F", "X", "10.00", 10 * days],
  ]);
});
afterAll(() => database.close());

const back = async (month: string) =>
  (await recoveredWithin(database.queries, monthOf(month)))[0]?.amount ?? "0";
const ofCase = async () => {
  const claims = await claimsOfCase(database.queries, caseId);
  return (await recoveredOfCase(database.queries, caseId, claims))[0]?.amount ?? "0";
};
const ledgerOf = async (number: number) =>
  ledgerOfClaim(database.queries, { caseId, claim: `${caseId}-${number}` });

it("a refused or withdrawn claim takes no bank row out of an old month, nor does an appeal add one", async () => {
  expect([await back("2026-03"), await ofCase()]).toEqual(["3000", "3000"]);
  const at = (number: number) => ({ caseId, claim: `${caseId}-${number}` });
  await step(database, at(1), on("2026-04-01"), "rejected");
  await step(database, at(2), on("2026-04-02"), "withdrawn");
  expect([await back("2026-03"), await ofCase()]).toEqual(["3000", "3000"]);
  const said = [await ledgerOf(1), await ledgerOf(2)];
  expect(said.map(({ loss, recovered, outstanding }) => [loss, recovered, outstanding])).toEqual([
    ["10000", "1000", "0"],
    ["10000", "1000", "0"],
  ]);
  // A later row of who is asked no more came back all the same, in its own month.
  const days = 24 * 60;
  await put(database, "later", [["b4", "D", "V", "20.00", 60 * days]]);
  expect([await back("2026-03"), await back("2026-05"), await ofCase()]).toEqual([
    ...["3000", "2000", "5000"],
  ]);
  await exported(database, database.dataDir, caseId);
  await step(database, at(1), on("2026-06-05"), "filed");
  expect([await back("2026-03"), await back("2026-05")]).toEqual(["3000", "2000"]);
  expect((await ledgerOf(1)).outstanding).toBe("7000");
  // A new claim for the loss of the withdrawn one has the same row off: it counts once.
  await openClaims(database.queries, caseId, on("2026-06-06"));
  expect([await back("2026-03"), await back("2026-05"), await ofCase()]).toEqual([
    ...["3000", "2000", "5000"],
  ]);
  const fresh = (await claimsOfCase(database.queries, caseId)).at(-1);
  expect(fresh?.amount).toBe(9_000n);
});
