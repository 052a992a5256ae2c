import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { addReports, openCase } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { lettersRegister } from "../../server/measures/letters/letters-register.ts";
import { allLetters } from "../../server/measures/letters/outgoing.store.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { enterReport } from "../../server/reports/enter.ts";
import { urgentArchive } from "../../server/reports/urgent.store.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { step } from "../support/claim-steps.ts";
import { kzIban } from "../support/kz-iban.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { markSent } from "../support/mark-sent.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** Letters that nobody sent, when money came back since they were made. */

const actor = { ...start, at: Date.now() };
const today = dayText(dayOf(actor.at));
const yesterday = dayText(dayOf(actor.at) - 1);
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyDatabase(database));

const letters = () => allLetters(database.queries, {}, today);
const sending = (day = today) => ({ day, paper: "12-7", how: null });

/** Two victims paid people at one bank; their claims are approved. */
async function approved(): Promise<string> {
  const [one, other] = [kzIban("722", "1"), kzIban("722", "2")];
  const stolen = [
    ["t1", "V", one, "100.00", 0],
    ["t2", "W", other, "50.00", 1],
  ] as const;
  const rows = [reported("R1", "V", "t1"), reported("R2", "W", "t2")];
  await put(database, "stolen", stolen, rows, [`${one},,Anna`, `${other},,Boris`]);
  const { queries } = database;
  const { id } = await openCase(queries, { title: "Letters", reports: ["R1"] }, actor);
  await addReports(queries, id, ["R2"], actor);
  await openClaims(queries, id, actor);
  for (const nth of ["1", "2"])
    await step(database, { caseId: id, claim: `${id}-${nth}` }, actor, "review", "approved");
  return id;
}

const back = (caseId: string, claim: string, amount: string) =>
  recordPayment(
    database.queries,
    { caseId, claim: `${caseId}-${claim}` },
    { day: today, amount, source: "dropper", receipt: `${claim} ${amount}` },
    actor,
  );

it("of claims ask for no more than is outstanding, unless a person says so", async () => {
  const caseId = await approved();
  const asked = { language: "ru", formats: ["docx"], by: actor.by } as const;
  const register = lettersRegister(database);
  const own = { ...asked, register, claims: [`${caseId}-1`] };
  await papersOfCase(database, caseId, { ...own, kinds: ["freeze-request", "security"] });
  await papersOfCase(database, caseId, {
    ...{ ...asked, register, claims: [`${caseId}-1`, `${caseId}-2`] },
    ...{ kinds: ["return-notice"], together: true },
  });
  await back(caseId, "1", "4000");
  const made = await letters();
  expect(made.map(({ letter, amount }) => [letter?.kind, amount]).sort()).toEqual([
    ["freeze-request", "10000"],
    ["return-notice", "15000"],
    ["security", "10000"],
  ]);
  for (const { id, letter, amount } of made) {
    const params =
      letter?.kind === "return-notice"
        ? { was: "150.00 KZT", now: "110.00 KZT" }
        : { was: "100.00 KZT", now: "60.00 KZT" };
    expect(amount).not.toBeNull();
    await expect(markSent(database, id, sending(), actor)).rejects.toMatchObject({
      ...{ code: "letter-asks-for-more", status: 409, params },
    });
  }
  // Made anew it asks for what is left, and leaves.
  await papersOfCase(database, caseId, { ...own, kinds: ["freeze-request"] });
  const anew = (await letters()).find(({ letter }) => letter?.kind === "freeze-request");
  expect(anew?.amount).toBe("6000");
  await markSent(database, anew?.id ?? "", sending(), actor);

  await back(caseId, "1", "6000");
  const security = made.find(({ letter }) => letter?.kind === "security")?.id ?? "";
  const both = { ...sending(), paper: "12-8", outdated: true };
  await expect(markSent(database, security, both, actor)).rejects.toMatchObject({
    ...{ code: "letter-nothing-to-ask", status: 409, params: { was: "100.00 KZT" } },
  });
  // The common one still asks for the other claim.
  const common = made.find(({ letter }) => letter?.kind === "return-notice")?.id ?? "";
  await expect(
    markSent(database, common, { ...sending(), paper: "12-9" }, actor),
  ).rejects.toMatchObject({ params: { was: "150.00 KZT", now: "50.00 KZT" } });
  await markSent(database, common, { ...sending(), paper: "12-9", outdated: true }, actor);
});

it("of the first hour ask for no more than is still looked for", async () => {
  const [victim, account] = [kzIban("722", "1"), kzIban("965", "2")];
  const report = "2611-777";
  const at = actor.at - 2 * 86_400_000;
  await enterReport(
    database,
    {
      ...{ number: report, reportedAt: at, lure: null },
      victim: { name: "Сапарова Айгүл", iin: "850101400120", account: victim },
      stolen: [
        {
          ...{ amount: "35000000", currency: "KZT", at: null, dayOnly: false, transferId: null },
          recipient: { account, name: "Зуев Артём", phone: null, bank: null },
        },
      ],
    },
    "first",
  );
  const wanted = { language: "ru" as const, formats: ["docx" as const], banks: [] };
  await urgentArchive(
    database,
    report,
    {
      ...{ ...wanted, kinds: ["block", "restriction", "return"], lender: null },
      ...{ loan: null, loanDay: null, loanSum: null, erdr: null },
    },
    actor,
  );
  const returned = (amount: string) =>
    recordMeasure(
      database.queries,
      { kind: "return", day: today, amount, currency: "KZT", account, reports: [report] },
      actor,
    );
  await returned("25000000");
  const made = await letters();
  expect(made).toHaveLength(3);
  const params = { was: "350000.00 KZT", now: "100000.00 KZT" };
  for (const { id } of made)
    await expect(markSent(database, id, sending(), actor)).rejects.toMatchObject({
      ...{ code: "letter-asks-for-more", status: 409, params },
    });
  await returned("10000000");
  const [first] = made;
  await expect(
    markSent(database, first?.id ?? "", { ...sending(), outdated: true }, actor),
  ).rejects.toMatchObject({ code: "letter-nothing-to-ask" });
  // It may have left on the day before, when all of it was still looked for.
  await expect(
    markSent(database, first?.id ?? "", sending(yesterday), actor),
  ).rejects.toMatchObject({ code: "letter-asks-for-more" });
  await markSent(database, first?.id ?? "", { ...sending(yesterday), outdated: true }, actor);
});
