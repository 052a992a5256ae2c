import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { measureFields } from "../../contract/measures.ts";
import type { PaperLanguage } from "../../contract/papers.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { printedLetter } from "../../server/measures/letters/printed-letter.store.ts";
import { markSent } from "../../server/measures/letters/sent-letters.store.ts";
import { correctMeasure } from "../../server/measures/measures.store.ts";
import { recordsOf, summaryOf } from "../../server/measures/summary/summary.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { askedInReport } from "../../server/reports/asked-in-report.store.ts";
import {
  caseOf,
  FIGURES,
  lettersOf,
  papersBy,
  sendLetter,
  TODAY,
  wordsOf,
  writer,
} from "../support/claim-letters.ts";
import { kzIban } from "../support/kz-iban.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** Letters that are made again: after others left, for other claims, in another language. */

const KASPI = kzIban("722", "5");
const OTHER = kzIban("722", "6");
const FREEZE = "приостановление-операций-722.docx";
const OVER = `письма-банкам/${FREEZE}`;
const kinds = ["freeze-request"] as const;
let database: Database;
let caseId: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Three victims paid two people at Kaspi. */
beforeEach(async () => {
  await emptyDatabase(database);
  caseId = await caseOf(database, [
    { to: KASPI, amount: "100.00", victim: "Сапарова Айгүл", holder: "Зуев Артём" },
    { to: KASPI, amount: "50.50", victim: "Ким Олег", holder: "Зуев Артём" },
    { to: OTHER, amount: "3.00", victim: "Ли Вера", holder: "Юн Игорь" },
  ]);
});

const papers = (claims: number[], language: PaperLanguage = "ru") =>
  papersBy(database, caseId, { kinds, claims, language });
const letters = () => lettersOf(database);
const paid = (claim: number, amount: string) =>
  recordPayment(
    database.queries,
    { caseId, claim: `${caseId}-${claim}` },
    { day: TODAY, amount, source: "dropper", receipt: amount },
    writer,
  );

it("names the letters to the same addressee that left before, of one claim or several", async () => {
  await papers([1, 2, 3]);
  const [over] = await letters();
  await sendLetter(database, over?.id ?? "", "7-1");
  const left = (await papers([1, 2, 3])).get(OVER);
  expect(wordsOf(left)).not.toContain("В дополнение");
  // The claim asks for less since: its own letter says that the common one left.
  await paid(1, "4000");
  const own = (await papers([1])).get(`1/${FREEZE}`);
  const said = `В дополнение к ранее направленному: № 7-1 от ${FIGURES}. Суммы указаны заново`;
  expect(wordsOf(own)).toContain(said);
  expect(wordsOf((await papers([1], "kk")).get("1/операцияларды-тоқтата-тұру-722.docx"))).toContain(
    `Бұрын жіберілгенге қосымша: ${FIGURES} № 7-1.`,
  );
  const [unsent] = (await letters()).filter(({ paper }) => paper === null);
  await sendLetter(database, unsent?.id ?? "", "7-2");
  // It left: made again it is the same, and names neither itself nor what came later.
  const printed = await printedLetter(database.queries, unsent?.id ?? "", { format: "docx" });
  expect(wordsOf(printed.body as Buffer)).toContain(said);
  expect((await papers([1])).get(`1/${FREEZE}`)).toEqual(printed.body);
  // A further letter over two claims says of which rows the earlier ones were.
  await paid(1, "1000");
  await paid(2, "1000");
  expect(wordsOf((await papers([1, 2])).get(OVER))).toContain(
    `В дополнение к ранее направленному: № 7-1 от ${FIGURES}; № 7-2 от ${FIGURES} (строка 1). Суммы`,
  );
  expect((await papers([1, 2, 3])).get(OVER)).toBeDefined();
  expect(
    wordsOf(
      (await printedLetter(database.queries, over?.id ?? "", { format: "docx" })).body as Buffer,
    ),
  ).toBe(wordsOf(left));
});

it("over several claims keeps those that no papers are made for now, until it is sent", async () => {
  await papers([1, 2, 3]);
  const [first] = await letters();
  const made = await papers([1, 2]);
  expect([...made.keys()]).toEqual([OVER]);
  expect(wordsOf(made.get(OVER))).toContain("Ли Вера");
  const all = [1, 2, 3].map((n) => `${caseId}-${n}`);
  expect(await letters()).toMatchObject([{ id: first?.id, version: first?.version }]);
  // It follows all of its claims, also one of which no papers are made.
  await paid(3, "100");
  await papers([1, 2]);
  const [entry] = await letters();
  expect(entry).toMatchObject({ id: first?.id, amount: "15250", letter: { claims: all } });
  // A claim of which nothing is left to ask leaves it, and the archive says so.
  await paid(3, "200");
  const later = await papers([1, 2]);
  const notMade = [...later].find(([path]) => path.endsWith(".txt"));
  expect(notMade?.[0]).toContain("письма-банкам/");
  expect(`${notMade?.[1]}`).toContain(`${caseId}-3, Обращение о приостановлении операций`);
  expect(wordsOf(later.get(OVER))).not.toContain("Ли Вера");
  expect((await letters())[0]?.letter?.claims).toEqual(all.slice(0, 2));
});

it("in another language than it left in is a translation, on the page and in the papers", async () => {
  await papers([1]);
  const [letter] = await letters();
  const id = letter?.id ?? "";
  await sendLetter(database, id, "7-1");
  const print = async (language?: PaperLanguage) =>
    (await printedLetter(database.queries, id, { language, format: "docx" })).body as Buffer;
  await expect(print("kk")).rejects.toMatchObject({ code: "letter-not-kept" });
  const [kazakh] = (await papers([1], "kk")).values();
  const note = `Қазақ тіліне аударма. ${FIGURES} № 7-1 хат орыс тілінде жіберілген.`;
  expect(wordsOf(kazakh).trim().split("\n")[0]).toBe(note);
  expect(wordsOf(kazakh)).toContain(`${FIGURES} № 7-1\n`);
  expect(await print("kk")).toEqual(kazakh);
  expect(await print()).toEqual((await papers([1])).get(`1/${FREEZE}`));
  expect(wordsOf(await print())).not.toContain("Перевод");
  // The register has the language in which it left.
  expect((await letters())[0]).toMatchObject({ version: 1, letter: { languages: ["ru"] } });
  // Both left where both were made before.
  await papers([2]);
  await papers([2], "kk");
  const second = (await letters()).find(({ paper }) => paper === null);
  await sendLetter(database, second?.id ?? "", "7-2");
  for (const language of ["ru", "kk"] as const)
    expect(wordsOf([...(await papers([2], language)).values()][0])).not.toMatch(/Перевод|аударма/);
});

it("has the prosecutor's sanction on paper and in the register, and only then counts as one", async () => {
  const { queries } = database;
  const notices = async () => {
    const figures = await summaryOf(queries, { from: TODAY, until: TODAY });
    const { records } = await recordsOf(queries, { figure: "notices", limit: 10 });
    expect(figures.find(({ id }) => id === "notices")?.count).toBe(records.length);
    return records.length;
  };
  const wanted = { kinds: ["return-notice"] as const, claims: [1] };
  await papersBy(database, caseId, wanted);
  const [letter] = await letters();
  const id = letter?.id ?? "";
  const send = (sanctionDay: string) => {
    const sent = { day: TODAY, paper: "7-1", how: null, sanction: "44", sanctionDay };
    return markSent(database, id, sent, writer, askedInReport);
  };
  await expect(send("2999-01-01")).rejects.toMatchObject({ code: "measure-sanction-day" });
  await send(TODAY);
  expect((await letters())[0]).toMatchObject({ sanction: "44", sanctionDay: TODAY });
  const [made] = (await papersBy(database, caseId, wanted)).values();
  expect(wordsOf(made)).toContain(`Уведомление санкционировано прокурором: № 44 от ${FIGURES}.`);
  const [kazakh] = (await papersBy(database, caseId, { ...wanted, language: "kk" })).values();
  expect(wordsOf(kazakh)).toContain(`Хабарламаны прокурор санкциялады: ${FIGURES} № 44.`);
  expect(await notices()).toBe(1);
  const fields = { ...measureFields.parse((await letters())[0]), sanctionDay: null };
  await correctMeasure(queries, id, { reason: "ошибка", fields }, writer);
  expect(await notices()).toBe(0);
  expect(wordsOf([...(await papersBy(database, caseId, wanted)).values()][0])).toContain(
    "санкционировано прокурором: № ____________ от",
  );
});

it("is one letter in both languages where the office has words of its own in each", async () => {
  const said = (name: string) => ({ name, address: name, contacts: name, signer: name });
  const path = join(database.dataDir, "office.json");
  const office = { ru: said("Прокуратура города"), kk: said("Қала прокуратурасы") };
  await writeFile(path, JSON.stringify(office));
  try {
    const one = { kinds: ["freeze-request", "demand"] as const, claims: [1] };
    for (const language of ["ru", "kk", "ru"] as const)
      await papersBy(database, caseId, { ...one, language });
    const found = (await letters()).filter(({ letter }) => letter?.kind === "freeze-request");
    expect(found).toMatchObject([{ version: 1, letter: { languages: ["ru", "kk"] } }]);
    const facts = { how: "нарочно", day: TODAY, term: TODAY, reference: "7-9" };
    const at = { caseId, claim: `${caseId}-1` };
    await takeStep(database, at, { status: "demand", facts }, { ...writer, role: "head" });
    for (const language of ["ru", "kk"] as const) {
      const made = await papersBy(database, caseId, { ...one, language });
      expect([...made.values()].some((body) => wordsOf(body).includes("7-9"))).toBe(true);
    }
    expect(await letters()).toHaveLength(2);
  } finally {
    await rm(path);
  }
});
