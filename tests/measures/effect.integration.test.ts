import { afterAll, beforeAll, expect, it } from "vitest";
import type { MeasureWanted } from "../../contract/measures.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import { addAccounts, openCase, updateCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { cancelPayment, ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { penaltyOfClaim } from "../../server/claims/penalty.store.ts";
import { claimsToday } from "../../server/claims/today.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { isUserError } from "../../server/errors/user-error.ts";
import {
  cancelMeasure,
  correctMeasure,
  oneMeasure,
  recordMeasure,
} from "../../server/measures/measures.store.ts";
import { totalsOf } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { deadlines } from "../../server/overview/deadlines.store.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { put, reported, actor as start, takeOut } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const DAY = "2026-05-01";
let database: Database;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: unknown) => (isUserError(error) ? error.code : String(error)),
  );

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("money is stolen, blocked and returned in this order, and of the claim's own loss", async () => {
  const { queries } = database;
  const rows = [["t1", "V", "D", "100.00", 0] as const, ["t2", "W", "E", "50.00", 0] as const];
  await put(database, "stolen", rows, [reported("R1", "V", "t1"), reported("R2", "W", "t2")]);
  const caseId = (await openCase(queries, { title: "Two", reports: ["R1", "R2"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const claims = await claimsOfCase(queries, caseId);
  const of = (account: string) =>
    claims.find((one) => one.defendant.accounts.includes(account))?.id ?? "";
  const recorded = (wanted: MeasureWanted) => codeOf(recordMeasure(queries, wanted, actor));
  const block = { kind: "block", day: DAY, amount: "2000", transfer: "t1" } as const;
  expect(await recorded({ ...block, day: "2026-03-01" })).toBe("measure-before-loss");
  expect(await recorded({ ...block, claim: of("E") })).toBe("measure-other-loss");
  const made = await recordMeasure(queries, { ...block, claim: of("D") }, actor);
  const back = { kind: "return", day: DAY, amount: "500" } as const;
  expect(await recorded({ ...back, day: "2026-04-30", block: made.id })).toBe(
    "measure-before-block",
  );
  expect(await recorded({ ...back, claim: of("E") })).toBe("measure-return-needs-block");
  expect(await recorded({ ...back, transfer: "t1", claim: of("E") })).toBe("measure-other-loss");
  expect(await recorded({ ...back, block: made.id })).toBe("taken");
  // What was returned of a block stays with its claim, case and transfer.
  const corrected = (fields: object) => {
    const wanted = { reason: "A slip", fields: { ...block, ...fields } as MeasureWanted };
    return codeOf(correctMeasure(queries, made.id, wanted, actor));
  };
  expect(await corrected({ claim: null })).toBe("measure-block-returned");
  expect(await corrected({ claim: of("E"), transfer: "t2" })).toBe("measure-block-returned");
  expect(await corrected({ claim: of("D"), note: "By phone" })).toBe("taken");
  await emptyDatabase(database);
});

it("a claim takes no return of blocked money where it takes no payment, whatever its state", async () => {
  const { queries } = database;
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
  const caseId = (await openCase(queries, { title: "Loss", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
  const at = { caseId, claim };
  const block = { kind: "block", day: DAY, amount: "5000", transfer: "t1", claim } as const;
  const made = await recordMeasure(queries, block, actor);
  const money = { kind: "return", day: DAY, amount: "100", block: made.id } as const;
  const paid = { day: DAY, amount: "100", source: "dropper", receipt: "9" } as const;
  const both = async () => [
    await codeOf(recordPayment(queries, at, paid, actor)),
    await codeOf(recordMeasure(queries, { ...money, claim }, actor)),
  ];
  expect(await both()).toEqual(["payment-status", "payment-status"]);
  // What the block says of a draft is not taken over: the transfer says whose money it is.
  expect(await recordMeasure(queries, money, actor)).toMatchObject({ claim: null, transfer: "t1" });
  await step(database, at, actor, "review", "approved", "filed");
  expect(await both()).toEqual(["taken", "taken"]);
  await step(database, at, actor, "judgment", "in-force", "enforcement", "closed");
  expect(await both()).toEqual(["payment-status", "payment-status"]);
  await step(database, at, actor, "enforcement", "in-force", "judgment", "filed", "withdrawn");
  expect(await both()).toEqual(["payment-status", "payment-status"]);
  await emptyDatabase(database);
});

it("a block is held to what was stolen, however it names it", async () => {
  const { queries } = database;
  const rows = [
    ["t1", "V", "D", "100.00", 0] as const,
    ["t2", "V", "D", "50.00", 1] as const,
    ["own", "X", "Y", "80.00", 2] as const,
  ];
  await put(database, "stolen", rows, [reported("R1", "V", "t1"), reported("R1", "V", "t2")]);
  const recorded = (wanted: MeasureWanted) => codeOf(recordMeasure(queries, wanted, actor));
  const block = { kind: "block", day: DAY } as const;
  expect(await recorded({ ...block, amount: "100", transfer: "own" })).toBe("measure-not-stolen");
  const caseId = (await openCase(queries, { title: "One", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
  expect(await recorded({ ...block, amount: "15001", claim })).toBe("measure-above-claim");
  expect(await recorded({ ...block, amount: "9000", claim })).toBe("taken");
  // What names only the transfer counts for the claim too, and the other way round.
  expect(await recorded({ ...block, amount: "6001", transfer: "t1" })).toBe("measure-above-claim");
  expect(await recorded({ ...block, amount: "6000", transfer: "t1" })).toBe("taken");
  expect(await recorded({ ...block, amount: "1", claim })).toBe("measure-above-claim");
  await moveClaim(queries, { caseId, claim }, { status: "withdrawn", reason: "A slip" }, actor);
  expect(await recorded({ ...block, amount: "1", claim })).toBe("measure-claim-withdrawn");
  await emptyDatabase(database);
});

it("the victim's figure that a person decided for is what was stolen", async () => {
  const { queries } = database;
  await put(database, "stolen", [["t1", "V", "D", "200.00", 0]], [reported("R1", "V", "t1")]);
  const caseId = (await openCase(queries, { title: "One", reports: ["R1"] }, actor)).id;
  const figure = { transferId: "t1", report: "R1", stated: 15_000n, whole: 20_000n };
  await queries.write(
    "claims/save-figure",
    { case: caseId, figure: { ...figure, claim: "stated", reason: "Hers", at: 1n, by: "tester" } },
    nothing,
  );
  const block = { kind: "block", day: DAY, transfer: "t1" } as const;
  const recorded = (amount: string) => codeOf(recordMeasure(queries, { ...block, amount }, actor));
  expect(await recorded("15001")).toBe("measure-above-stolen");
  expect(await recorded("15000")).toBe("taken");
  await emptyDatabase(database);
});

it("a return of a transfer is of its only block, and never before it", async () => {
  const { queries } = database;
  const rows = [["t1", "V", "D", "100.00", 0] as const];
  await put(database, "stolen", rows, [reported("R1", "V", "t1")]);
  const caseId = (await openCase(queries, { title: "One", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const district = "Алатауский";
  await queries.write("measures/set-district", { id: caseId, district }, nothing);
  const block = { kind: "block", day: DAY, amount: "4000", transfer: "t1", account: "D" } as const;
  const made = await recordMeasure(queries, block, actor);
  const back = { kind: "return", day: "2026-05-02", amount: "100", transfer: "t1" } as const;
  const recorded = (wanted: MeasureWanted) => codeOf(recordMeasure(queries, wanted, actor));
  expect(await recorded({ ...back, day: "2026-04-30" })).toBe("measure-before-block");
  const returned = await recordMeasure(queries, back, actor);
  expect(returned).toMatchObject({ block: made.id, account: "D", summaryDistrict: district });
  expect((await oneMeasure(queries, made.id)).measure.returned).toBe("100");
  expect(await totalsOf(queries, { district })).toMatchObject({ rows: 2 });
  const correct = (id: string, fields: MeasureWanted) =>
    codeOf(correctMeasure(queries, id, { reason: "A slip", fields }, actor));
  expect(await correct(made.id, { ...block, day: "2026-05-03" })).toBe("measure-after-return");
  expect(await correct(made.id, { ...block, day: "2026-05-02" })).toBe("taken");
  expect(await correct(returned.id, { ...back, day: DAY })).toBe("measure-before-block");
  // Of several blocks a person names the one that the money came from.
  const other = await recordMeasure(queries, { ...block, amount: "10" }, actor);
  expect(await recorded(back)).toBe("measure-name-block");
  expect(await recorded({ ...back, amount: "10", block: other.id })).toBe("taken");
  await updateCase(queries, caseId, { status: "closed" }, actor);
  expect(await recorded({ ...back, block: made.id })).toBe("measure-case-closed");
  await emptyDatabase(database);
});

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
  const paid = (more: object) => codeOf(recordPayment(queries, at, { ...rest, ...more }, actor));
  expect(await paid({ day: "2026-03-01" })).toBe("payment-before-loss");
  expect(await paid({ source: "judgment" })).toBe("payment-source");
  expect(await paid({ source: "enforcement" })).toBe("payment-source");
  // The bank returns what it blocked: either word is the same money.
  for (const source of ["block", "bank"] as const) {
    expect(await paid({ source, amount: "3000" })).toBe("payment-in-register");
    const blocked = { ...rest, amount: "500", source } as const;
    const byHand = (await recordPayment(queries, at, blocked, actor)).payments;
    expect(await codeOf(recordMeasure(queries, { ...money, amount: "500" }, actor))).toBe(
      "measure-paid-already",
    );
    const payment =
      byHand.find((one) => !one.measure && one.cancelled === null && one.amount === "500")?.id ??
      "";
    await cancelPayment(queries, { ...at, payment }, "It is in the register", actor);
  }
  await recordPayment(queries, at, rest, actor);
  await moveClaim(
    queries,
    at,
    { status: "recovered", facts: factsOn("recovered", actor.at) },
    actor,
  );
  const terms = { from: "2026-04-30", until: "2026-05-10", rateDay: "2026-01-10" };
  const { spans } = await penaltyOfClaim(database, at, terms);
  expect(spans.map((span) => [span.until, span.principal])).toEqual([["2026-05-01", "10000"]]);
  const strike = () => codeOf(cancelMeasure(queries, back.id, "A slip", actor));
  expect(await strike()).toBe("payment-settled");
  const later = { reason: "A slip", fields: { ...money, day: "2026-05-20" } };
  expect(await codeOf(correctMeasure(queries, back.id, later, actor))).toBe("payment-settled");
  // The victim has the whole loss: a return of more is told, not counted in silence.
  const beyond = recordMeasure(queries, { ...money, amount: "700" }, actor);
  expect(await codeOf(beyond)).toBe("measure-return-above-loss");
  await moveClaim(queries, at, { status: "closed" }, actor);
  expect(await paid({ amount: "100" })).toBe("payment-status");
  expect(await strike()).toBe("payment-status");
  expect(await ledgerOfClaim(queries, at)).toMatchObject({ outstanding: "0" });
  await emptyDatabase(database);
});

it("money returned by a holder further on lowers the loss whose money it was", async () => {
  const { queries } = database;
  const rows = [
    ["t1", "V", "D", "100.00", 0],
    ["u1", "W", "D", "50.00", 1],
    ["t2", "D", "E", "150.00", 2],
  ] as const;
  await put(database, "stolen", rows, [reported("R1", "V", "t1"), reported("R2", "W", "u1")]);
  const caseId = (await openCase(queries, { title: "Two hops", reports: ["R1", "R2"] }, actor)).id;
  await addAccounts(queries, caseId, ["D", "E"], actor);
  await openClaims(queries, caseId, actor);
  const block = (transfer: string, amount: string) =>
    recordMeasure(queries, { kind: "block", day: DAY, amount, transfer }, actor);
  const back = (fields: object) => {
    const money = { kind: "return", day: DAY, ...fields } as const;
    return recordMeasure(queries, money as MeasureWanted, actor);
  };
  await openTracedClaims(database, caseId, "fifo", actor);
  await block("t2", "15000");
  // All of it is blocked at E: at D there is nothing of it any more.
  const again = recordMeasure(
    queries,
    { kind: "block", day: DAY, amount: "1", transfer: "t1" },
    actor,
  );
  await expect(again).rejects.toMatchObject({
    code: "measure-above-loss",
    params: { amount: "0.00 KZT" },
  });
  const claims = await claimsOfCase(queries, caseId);
  const of = (victim: string, defendant: string) =>
    claims.find(
      (one) => one.victim.accounts.includes(victim) && one.defendant.accounts.includes(defendant),
    )?.id ?? "";
  const [first, next] = [of("V", "D"), of("V", "E")];
  expect([first, next, of("W", "E")].every((id) => id !== "")).toBe(true);
  expect(await codeOf(back({ amount: "1000", transfer: "t2" }))).toBe("measure-return-needs-claim");
  await step(database, { caseId, claim: next }, actor, "review");
  const made = await back({ amount: "1000", transfer: "t2", claim: next });
  for (const claim of [first, next])
    expect(await ledgerOfClaim(queries, { caseId, claim })).toMatchObject({
      loss: "10000",
      recovered: "1000",
      outstanding: "9000",
    });
  const { payments } = await ledgerOfClaim(queries, { caseId, claim: next });
  expect(payments).toMatchObject([{ id: made.id, amount: "1000", measure: true }]);
  // What a package writes as payments adds up to what is no longer outstanding.
  const states = await claimsToday(database, caseId);
  const paid = states.flatMap((one) => (one.claim.victim.accounts.includes("V") ? one.paid : []));
  expect(paid.map(({ id, amount }) => [id, amount])).toEqual([[made.id, 1000n]]);
  // Where one claim alone asks for what the transfer carried, it need not be named.
  for (const defendant of ["E", "D"])
    await moveClaim(
      queries,
      { caseId, claim: of("W", defendant) },
      { status: "withdrawn", reason: "The victim took it back" },
      actor,
    );
  await back({ amount: "500", transfer: "t2" });
  expect(await ledgerOfClaim(queries, { caseId, claim: first })).toMatchObject({
    outstanding: "8500",
  });
  const over = { status: "withdrawn", reason: "Not hers" } as const;
  await moveClaim(queries, { caseId, claim: next }, over, actor);
  expect(await codeOf(back({ amount: "100", transfer: "t2" }))).toBe("measure-return-unclaimed");
  await emptyDatabase(database);
});

/** Victims V and W paid D and E; their claims are filed, and all of it is blocked. */
async function filedAndBlocked() {
  const { queries } = database;
  const rows = [["t1", "V", "D", "100.00", 0] as const, ["t2", "W", "E", "50.00", 0] as const];
  await put(database, "stolen", rows, [reported("R1", "V", "t1"), reported("R2", "W", "t2")]);
  const caseId = (await openCase(queries, { title: "Two", reports: ["R1", "R2"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const made = [];
  for (const { id: claim, amount } of await claimsOfCase(queries, caseId)) {
    const at = { caseId, claim };
    await step(database, at, actor, "review", "approved", "filed");
    const transfer = amount === 10_000n ? "t1" : "t2";
    const block = { kind: "block", day: DAY, amount: `${amount}`, transfer, claim } as const;
    made.push({ at, block: (await recordMeasure(queries, block, actor)).id, amount });
  }
  const [first, next] = made.sort((one, other) => Number(other.amount - one.amount));
  if (first === undefined || next === undefined) throw new Error("two claims are opened");
  const paid = (amount: string, day = DAY) =>
    ({ day, amount, source: "dropper", receipt: "9" }) as const;
  const back = (block: string, amount: string, day = DAY) =>
    ({ kind: "return", day, amount, block }) as const;
  return { queries, first, next, paid, back };
}

it("of a loss no more comes back than it was, in whatever order it is written down", async () => {
  const { queries, first, next, paid, back } = await filedAndBlocked();
  const recorded = (wanted: MeasureWanted) => codeOf(recordMeasure(queries, wanted, actor));
  expect(await recorded(back(first.block, "7700", "2026-05-20"))).toBe("taken");
  await recordPayment(queries, first.at, paid("800", "2026-05-10"), actor);
  // A return of an earlier day leaves the later one its room.
  await expect(
    recordMeasure(queries, back(first.block, "2200", "2026-05-12"), actor),
  ).rejects.toMatchObject({ code: "measure-return-above-loss", params: { amount: "15.00 KZT" } });
  const early = await recordMeasure(queries, back(first.block, "1500", "2026-05-12"), actor);
  const more = { reason: "A slip", fields: back(first.block, "1600", "2026-05-12") };
  expect(await codeOf(correctMeasure(queries, early.id, more, actor))).toBe(
    "measure-return-above-loss",
  );
  // A payment on a claim that is withdrawn came back all the same.
  await recordPayment(queries, next.at, paid("5000"), actor);
  const over = { status: "withdrawn", reason: "The victim took it back" } as const;
  await moveClaim(queries, next.at, over, actor);
  expect(await recorded(back(next.block, "2000"))).toBe("measure-return-above-loss");
  await emptyDatabase(database);
});

it("of two changes of one loss at once the second meets what the first has left", async () => {
  const { queries, first, next, paid, back } = await filedAndBlocked();
  const both = await Promise.allSettled([
    recordPayment(queries, first.at, paid("6000"), actor),
    recordMeasure(queries, back(first.block, "6000"), actor),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  const whole = await recordMeasure(queries, back(next.block, "5000"), actor);
  const ended = await Promise.allSettled([
    moveClaim(
      queries,
      next.at,
      { status: "recovered", facts: factsOn("recovered", actor.at) },
      actor,
    ),
    cancelMeasure(queries, whole.id, "A slip", actor),
  ]);
  expect(ended.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  await emptyDatabase(database);
});

it("a recovered claim whose bank rows are gone keeps no other return from being corrected", async () => {
  const { queries, first, next, back } = await filedAndBlocked();
  await put(database, "home", [["t9", "D", "V", "100.00", 60]]);
  await moveClaim(
    queries,
    first.at,
    { status: "recovered", facts: factsOn("recovered", actor.at) },
    actor,
  );
  await takeOut(database, "home.csv");
  expect(await ledgerOfClaim(queries, first.at)).toMatchObject({ outstanding: "10000" });
  // The page says so, and Today lists it.
  const states = await claimsToday(database, first.at.caseId);
  expect(states.filter((one) => one.moneyGone).map((one) => one.claim.id)).toEqual([
    first.at.claim,
  ]);
  const due = await deadlines(database, actor.at);
  expect(due.filter(({ kind }) => kind === "money-gone")).toMatchObject([
    { claim: first.at.claim, day: "2026-06-01", sum: { amount: "10000" } },
  ]);
  const other = await recordMeasure(queries, back(next.block, "3000"), actor);
  const less = { reason: "A slip", fields: back(next.block, "1000") };
  expect(await codeOf(correctMeasure(queries, other.id, less, actor))).toBe("taken");
  expect(await codeOf(cancelMeasure(queries, other.id, "A slip", actor))).toBe("taken");
  await emptyDatabase(database);
});
