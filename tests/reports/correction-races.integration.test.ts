import { afterAll, beforeAll, expect, it } from "vitest";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { correctReport, takeReportOut } from "../../server/reports/correct.ts";
import { enterReport } from "../../server/reports/enter.ts";
import { put } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

/** A report is corrected or taken out by one person while another rests something on it. */

const TRIES = [1, 2, 3, 4];
const author = { login: "author", role: "investigator", ground: "asked again" } as const;
const other = { by: "other", at: Date.parse("2026-11-20T10:00:00+05:00") };
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await put(
    database,
    "raced",
    ["a", "b", "c", "x", "y"].flatMap((name) =>
      TRIES.map((n) => [`${name}${n}`, "V", "D", "1000.00", n] as const),
    ),
  );
});
afterAll(() => database.close());

const words = (transferId: string) => ({
  reportedAt: Date.parse("2026-03-06T16:00:00+05:00"),
  victim: { name: "Сапарова Айгүл", iin: "850101400120", account: "V" },
  lure: null,
  stolen: [
    {
      ...{ amount: "100000", currency: "KZT", at: null, dayOnly: false, transferId },
      recipient: { account: "D", name: null, phone: null, bank: null },
    },
  ],
});
const correct = (number: string, transferId: string) =>
  correctReport(
    database,
    number,
    { version: 0, reason: "Asked again.", ...words(transferId) },
    author,
  );
const takeOut = (number: string) =>
  takeReportOut(database, number, { version: 0, reason: "By mistake." }, author);
const block = (transfer: string) =>
  recordMeasure(
    database.queries,
    { kind: "block", day: "2026-03-07", amount: "60000", transfer },
    other,
  );

/** Both begin at once; exactly one of them is done, and the other is told that it conflicts. */
async function oneOf(both: readonly (() => Promise<unknown>)[]): Promise<void> {
  const done = await Promise.allSettled(both.map((one) => one()));
  const refused = done.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toMatchObject([{ status: 409 }]);
}

it("a correction beside a claim that is sent to review", async () => {
  const { queries } = database;
  for (const n of TRIES) {
    const number = `A${n}`;
    await enterReport(database, { number, ...words(`a${n}`) }, author.login);
    const { id: caseId } = await openCase(queries, { title: number, reports: [number] }, other);
    await openClaims(queries, caseId, other);
    const claim = (await claimsOfCase(queries, caseId))[0]?.id ?? "";
    const review = () =>
      takeStep(database, { caseId, claim }, { status: "review" }, { ...other, role: "head" });
    await oneOf([() => correct(number, `x${n}`), review]);
  }
});

it("a correction, or the report taken out, beside a block of its transfer", async () => {
  for (const n of TRIES) {
    for (const [name, change] of [
      ["b", (number: string) => correct(number, `y${n}`)],
      ["c", takeOut],
    ] as const) {
      const number = `${name.toUpperCase()}${n}`;
      await enterReport(database, { number, ...words(`${name}${n}`) }, author.login);
      await oneOf([() => change(number), () => block(`${name}${n}`)]);
    }
  }
});
