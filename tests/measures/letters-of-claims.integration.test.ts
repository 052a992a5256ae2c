import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PizZip from "pizzip";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { measureFields } from "../../contract/measures.ts";
import type { PaperLanguage } from "../../contract/papers.ts";
import { openCase } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { lettersRegister } from "../../server/measures/letters/letters-register.ts";
import { allLetters } from "../../server/measures/letters/outgoing.store.ts";
import { printedLetter } from "../../server/measures/letters/printed-letter.store.ts";
import { markSent } from "../../server/measures/letters/sent-letters.store.ts";
import { correctMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** Letters of claims as a bank gets them. */

const actor = { ...start, at: Date.now() };
const today = dayText(dayOf(actor.at));
const figures = today.split("-").reverse().join(".");
let database: Database;
let caseId: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** V paid D 100; the claim is approved. */
beforeEach(async () => {
  await emptyDatabase(database);
  const stolen = [["t1", "V", "D", "100.00", 0]] as const;
  await put(database, "stolen", stolen, [reported("R1", "V", "t1")], ["D,,Литвинова Анна"]);
  caseId = (await openCase(database.queries, { title: "Letters", reports: ["R1"] }, actor)).id;
  await openClaims(database.queries, caseId, actor);
  await step(database, { caseId, claim: `${caseId}-1` }, actor, "review", "approved");
});

const textOf = (body: Buffer | undefined) =>
  (new PizZip(body ?? Buffer.of()).file("word/document.xml")?.asText() ?? "")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ");
const letters = () => allLetters(database.queries, {}, today);

it("are printed again as they were sent, whatever the claim became", async () => {
  const { queries } = database;
  const claim = `${caseId}-1`;
  const register = lettersRegister(database);
  const asked = { kinds: ["freeze-request"], language: "ru", formats: ["docx"] } as const;
  const made = async () => {
    const wanted = { ...asked, by: actor.by, register, claims: [claim] };
    return (await papersOfCase(database, caseId, wanted)).get(claim)?.[0]?.body;
  };
  await made();
  const [first] = await letters();
  const id = first?.id ?? "";
  // It was made the day before it is sent.
  const day = dayText(dayOf(actor.at) - 1);
  const fields = { ...measureFields.parse(first), day };
  await correctMeasure(queries, id, { reason: "день", fields }, actor);
  const print = async (language?: PaperLanguage, of = id) => {
    const { body } = await printedLetter(queries, of, { language, format: "docx" });
    return body as Buffer;
  };
  await expect(print()).rejects.toMatchObject({ code: "letter-not-sent", status: 409 });
  await markSent(database, id, { day: today, paper: "12-7", how: "по почте" }, actor);
  expect(await letters()).toMatchObject([{ made: day, day: today }]);
  const left = await print();
  expect(textOf(left)).toContain(`№ 12-7 от ${figures}`);
  expect(textOf(left)).toContain("100,00 тенге");
  expect(await made()).toEqual(left);
  // The office writes its letters otherwise from now on: this one left with the words it had.
  const folder = join(database.dataDir, "templates", "papers");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "freeze-request.ru.txt"), "# Просьба\n{bank.left}");
  expect(await made()).toEqual(left);
  const paid = { day: today, amount: "4000", source: "dropper" as const, receipt: "1" };
  await recordPayment(queries, { caseId, claim }, paid, actor);
  const now = textOf(await made());
  await rm(folder, { recursive: true });
  expect([now.includes("60,00 тенге"), now.includes("12-7")]).toEqual([true, false]);
  expect(await print()).toEqual(left);
  expect((await printedLetter(queries, id, { format: "pdf" })).fileName).toMatch(/\.pdf$/);
  await expect(print("kk")).rejects.toMatchObject({ code: "letter-not-kept", status: 404 });
  const other = (await letters()).find((one) => one.id !== id)?.id;
  await expect(print("ru", other)).rejects.toMatchObject({ code: "letter-not-sent" });
});
