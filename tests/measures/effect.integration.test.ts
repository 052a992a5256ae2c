import { afterAll, beforeAll, expect, it } from "vitest";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { isUserError } from "../../server/errors/user-error.ts";
import { cancelMeasure, recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const DAY = "2026-05-01";
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("a return of blocked money lowers what is outstanding, and is corrected in the register", async () => {
  const { queries } = database;
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
  const block = await recordMeasure(
    queries,
    { kind: "block", day: DAY, amount: "7000", transfer: "t1", account: "D", bank: "Kaspi" },
    actor,
  );
  const money = { kind: "return", day: DAY, amount: "3000", block: block.id, paper: "15" } as const;
  const back = await recordMeasure(queries, money, actor);
  expect(back).toMatchObject({ transfer: "t1", account: "D", bank: "Kaspi" });
  // The claim is opened after the money came back.
  const caseId = (await openCase(queries, { title: "Loss", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
  const at = { caseId, claim };
  await step(database, at, actor, "review", "approved", "filed");
  const ledger = await ledgerOfClaim(queries, at);
  expect(ledger).toMatchObject({ loss: "10000", recovered: "3000", outstanding: "7000" });
  expect(ledger.payments).toMatchObject([
    { id: back.id, amount: "3000", source: "block", receipt: "15", measure: true },
  ]);
  const rest = { day: DAY, amount: "7000", source: "dropper", receipt: "9" } as const;
  await recordPayment(queries, at, rest, actor);
  await moveClaim(queries, at, { status: "recovered" }, actor);
  const error = await cancelMeasure(queries, back.id, "A slip", actor).catch((one: unknown) => one);
  expect(isUserError(error) && error.code).toBe("payment-settled");
  expect(await ledgerOfClaim(queries, at)).toMatchObject({ outstanding: "0" });
});
