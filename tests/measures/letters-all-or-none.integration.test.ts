import { afterAll, beforeAll, expect, it } from "vitest";
import { NOTHING_HIDDEN } from "../../server/api/hidden.ts";
import { auditedDatabase } from "../../server/audit/acts.ts";
import { entriesAfter, head } from "../../server/audit/audit.store.ts";
import { openCase } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { numbersGiven } from "../../server/claims/letter-numbers.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { lettersRegister } from "../../server/measures/letters/letters-register.ts";
import { sendLetters } from "../../server/measures/letters/many-letters.ts";
import { allLetters } from "../../server/measures/letters/outgoing.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { askedInReport } from "../../server/reports/asked-in-report.store.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const actor = { ...start, at: Date.now() };
const today = dayText(dayOf(actor.at));
const asker = { login: "clerk", role: "head", hidden: NOTHING_HIDDEN, ground: null } as const;
const how = "нарочно";
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await emptyDatabase(database);
});
afterAll(() => database.close());

it("letters that are marked as sent together all are, or none is", async () => {
  const { queries } = database;
  const stolen = ["t1", "V", "D", "100.00", 0] as const;
  await put(database, "stolen", [stolen], [reported("R1", "V", "t1")], ["D,,Литвинова Анна"]);
  const caseId = (await openCase(queries, { title: "Letters", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  await step(database, { caseId, claim: `${caseId}-1` }, actor, "review", "approved");
  await papersOfCase(database, caseId, {
    ...{ kinds: ["freeze-request", "statement-request", "security"], language: "ru" },
    ...{ formats: ["docx"], by: actor.by, register: lettersRegister(database) },
    claims: [`${caseId}-1`],
  });
  const letters = async () => await allLetters(queries, {}, today);
  const unsent = async () => (await letters()).filter(({ paper }) => paper === null);
  const all = await letters();
  expect(all).toHaveLength(3);
  const audited = auditedDatabase(database);
  const send = async (papers: readonly string[], more: { readonly again?: boolean } = {}) => {
    const open = await unsent();
    const wanted = papers.map((paper, at) => {
      const { id = "", version = 0 } = open[at] ?? {};
      return { id, version, paper };
    });
    const sent = { day: today, how, ...more };
    const results = await sendLetters(audited, wanted, sent, { asker }, askedInReport);
    return results.map(({ problem }) => problem && [problem.code, problem.params?.paper]);
  };
  expect(await send(["12-9"])).toEqual([null]);
  // The number that counts up meets one of the year, written otherwise.
  const before = (await head(queries)).seq;
  expect(await send(["12-8", "№ 12-09"])).toEqual([
    ["letters-not-all", undefined],
    ["letter-number-taken", "№ 12-09"],
  ]);
  // Two of the list have one number.
  expect(await send(["12-8", "12-08"])).toEqual([
    ["letters-not-all", undefined],
    ["letter-number-taken", "12-08"],
  ]);
  expect((await unsent()).map(({ kind }) => kind.endsWith("-prepared"))).toEqual([true, true]);
  expect((await head(queries)).seq).toBe(before);
  const ids = (await unsent()).map(({ id }) => id);
  expect(await send(["12-9", "12-10"], { again: true })).toEqual([null, null]);
  const entries: [string, string, string][] = [];
  for await (const { who, what, target } of entriesAfter(queries, before))
    entries.push([who, what, target]);
  expect(entries).toEqual(ids.map((id) => ["clerk", "measureSent", id]));
  // The page compares the typed numbers with these.
  const given = await numbersGiven(queries, today.slice(0, 4));
  expect(given.map(({ number }) => number).sort()).toEqual(["12-10", "12-9", "12-9"]);
  expect(new Set(given.map(({ claim }) => claim))).toEqual(new Set([`${caseId}-1`]));
  expect(await numbersGiven(queries, "1999")).toEqual([]);
});
