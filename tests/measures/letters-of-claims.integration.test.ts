import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PizZip from "pizzip";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { measureFields } from "../../contract/measures.ts";
import type { PaperKind, PaperLanguage } from "../../contract/papers.ts";
import { addReports, openCase } from "../../server/cases/cases.store.ts";
import { oneClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { correctStep, undoStep } from "../../server/claims/step-corrections.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { NO_FIELDS, saveDossier } from "../../server/dossier/dossier.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { withCourts } from "../../server/measures/courts.store.ts";
import { lettersRegister } from "../../server/measures/letters/letters-register.ts";
import { allLetters, letterRows } from "../../server/measures/letters/outgoing.store.ts";
import { printedLetter } from "../../server/measures/letters/printed-letter.store.ts";
import { markAnswered } from "../../server/measures/letters/sent-letters.store.ts";
import {
  cancelMeasure,
  correctMeasure,
  recordMeasure,
} from "../../server/measures/measures.store.ts";
import { listMeasures } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { deadlinesOf } from "../../server/reports/deadlines.store.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { step } from "../support/claim-steps.ts";
import { kzIban } from "../support/kz-iban.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { markSent } from "../support/mark-sent.ts";
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

it("and demands of claims have no number of each other, unless a person says so", async () => {
  const { queries } = database;
  const register = lettersRegister(database);
  const asked = { kinds: ["freeze-request"], language: "ru", formats: ["docx"] } as const;
  const wanted = { ...asked, by: actor.by, register, claims: [idOf("1")] };
  await papersOfCase(database, caseId, wanted);
  const [letter] = await letters();
  const head = { ...actor, role: "head" as const };
  const at = { caseId, claim: idOf("1") };
  const facts = (reference: string) => ({ how: "нарочно", day: today, term: today, reference });
  const demand = (reference: string, again?: boolean) =>
    takeStep(database, at, { status: "demand", facts: facts(reference), again }, head);
  // No paper of the demand was made: its number is given all the same.
  await demand("15-7/105");
  const send = (paper: string) =>
    markSent(database, letter?.id ?? "", { day: today, paper, how: null }, actor);
  await expect(send("15-7/105")).rejects.toMatchObject({
    code: "letter-number-taken",
    params: { letter: "demand", to: `Литвинова Анна, ${idOf("1")}` },
  });
  await send("15-7/106");
  const { moves } = await oneClaim(queries, at);
  const correct = (reference: string, again?: boolean) => {
    const mended = { facts: facts(reference), reason: "Another number", again };
    return correctStep(database, { ...at, step: moves.length }, mended, actor);
  };
  for (const written of ["№ 15-7/106", "Исх. N 15-7/106.", "15-07/106 от 28.11.2026"])
    await expect(correct(written)).rejects.toMatchObject({ code: "letter-number-taken" });
  await correct("15-7/107");
  await correct("15-7/106", true);
  await undoStep(database, at, "It was never sent", actor);
  await expect(demand("15-7/106")).rejects.toMatchObject({ code: "letter-number-taken" });
  await demand("15-7/106", true);
});

it("hold the demand that left, after the filing too, until just a demand is asked for", async () => {
  const { queries } = database;
  const at = { caseId, claim: idOf("1") };
  const kinds: PaperKind[] = [
    ...(["demand", "security", "statement-request", "freeze-request", "return-notice"] as const),
    "inventory",
  ];
  await papers(kinds, ["1"]);
  const head = { ...actor, role: "head" as const };
  const facts = { how: "нарочно", day: today, term: today, reference: "15-7/107" };
  await takeStep(database, at, { status: "demand", facts }, head);
  for (const [n, { id, letter }] of (await letters()).entries())
    if (letter?.kind !== "demand")
      await markSent(database, id, { day: today, paper: `15-8/${n}`, how: null }, actor);
  const register = async () =>
    (await letters())
      .filter(({ letter }) => letter?.kind === "demand")
      .map(({ id, kind, paper, letter }) => [id, kind, paper, letter?.languages]);
  const [left, known] = [await papers(kinds, ["1"]), await register()];
  expect(textOf(left.get("1/претензия.docx"))).toContain("№ 15-7/107");
  const filing = { court: "Алматинский районный суд города Астаны", reference: "12", day: today };
  await takeStep(database, at, { status: "filed", facts: filing }, head);
  const letterOf = (made: Map<string, Buffer>) =>
    [...made].filter(([path]) => !/опись|меры|обеспеч/.test(path));
  const filed = await papers(kinds, ["1"]);
  expect(letterOf(filed)).toEqual(letterOf(left));
  // The motion goes to the court that the step names, not to the one that was proposed.
  expect(textOf(filed.get("1/обеспечение-иска.docx"))).toContain(filing.court);
  // The claim asks for less since: the demand that left is still the one that left.
  const paid = { day: today, amount: "4000", source: "dropper" as const, receipt: "1" };
  await recordPayment(queries, at, paid, actor);
  const demand = left.get("1/претензия.docx") ?? Buffer.of();
  const later = await papers(["demand", "inventory"], ["1"]);
  expect(later.get("1/претензия.docx")).toEqual(demand);
  const hash = createHash("sha256").update(demand).digest("hex");
  expect(textOf(later.get("1/опись.docx"))).toContain(hash);
  // It left in Russian: the Kazakh papers hold the same one, and their inventory says so.
  const kazakh = await papers(["demand", "inventory"], ["1"], "kk");
  const own = [...kazakh.keys()].find((path) => path.includes("орысша-жіберілген")) ?? "";
  expect(kazakh.get(own)).toEqual(demand);
  expect(textOf(kazakh.get("1/тізімдеме.docx"))).toContain(own.replace("1/", ""));
  expect(await register()).toEqual(known);
  const further = (await papers(["demand"], ["1"])).get("1/претензия.docx");
  // It has no number yet, and names the one that left before.
  expect(textOf(further)).toContain("№ ____________ от «___»");
  expect(textOf(further)).not.toContain(`\n№ 15-7/107`);
  expect(textOf(further)).toContain(
    `В дополнение к ранее направленному: № 15-7/107 от ${figures}.`,
  );
  expect(await register()).toHaveLength(2);
});

const KASPI = kzIban("722", "5");
const OTHER = kzIban("722", "6");
const CLAIMS = ["2", "3", "4"];

/** Three more victims paid two people at Kaspi; their claims are approved. */
async function threeMore() {
  await victim("2", KASPI, "100.00", "Сапарова Айгүл");
  await victim("3", KASPI, "50.50", "Ким Олег");
  await victim("4", OTHER, "3.00", "Ли Вера");
}

async function victim(n: string, to: string, amount: string, name: string) {
  const { queries } = database;
  const people = [`W${n},,${name}`, `${KASPI},,Зуев Артём`, `${OTHER},,Юн Игорь`];
  await put(
    database,
    `more${n}`,
    [[`t${n}`, `W${n}`, to, amount, 5]],
    [reported(`R${n}`, `W${n}`, `t${n}`)],
    people,
  );
  await addReports(queries, caseId, [`R${n}`], actor);
  await openClaims(queries, caseId, actor);
  await step(database, { caseId, claim: `${caseId}-${n}` }, actor, "review", "approved");
}

/** The papers by folder and name, as the page makes them of some claims. */
async function papers(
  kinds: PaperKind[],
  claims: string[],
  language: PaperLanguage = "ru",
): Promise<Map<string, Buffer>> {
  const asked = { kinds, language, formats: ["docx"], by: actor.by, together: true } as const;
  const wanted = { ...asked, register: lettersRegister(database), claims: claims.map(idOf) };
  const made = await papersOfCase(database, caseId, wanted);
  return new Map(
    [...made].flatMap(([folder, files]) =>
      files.map(({ fileName, body }) => [`${folder.replace(`${caseId}-`, "")}/${fileName}`, body]),
    ),
  );
}
const idOf = (n: string) => `${caseId}-${n}`;
const FREEZE = "письма-банкам/приостановление-операций-722.docx";

it("to one bank are one letter over several claims: one entry, one number, one answer", async () => {
  const { queries } = database;
  await threeMore();
  const kinds: PaperKind[] = ["statement-request", "freeze-request", "return-notice"];
  const first = await papers(kinds, ["1", ...CLAIMS]);
  expect([...first.keys()].filter((path) => !path.startsWith("1/"))).toHaveLength(3);
  // Nobody knows the bank of D: that claim keeps letters of its own.
  expect([...first.keys()].filter((path) => path.startsWith("1/"))).toHaveLength(3);
  const text = textOf(first.get(FREEZE));
  for (const said of ["Сапарова Айгүл", "Юн Игорь", "R2", KASPI, "Всего", "153,50 тенге"])
    expect(text).toContain(said);
  expect(await papers(kinds, ["1", ...CLAIMS])).toEqual(first);
  expect(textOf([...(await papers(["freeze-request"], CLAIMS, "kk")).values()][0])).toContain(
    "Барлығы",
  );
  const freezes = () => allLetters(queries, { kind: "freeze-request", bank: "722" }, today);
  const [entry, ...others] = await freezes();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    ...{ amount: "15350", case: caseId, reports: ["R2", "R3", "R4"] },
    persons: [{ name: "Сапарова Айгүл" }, { name: "Ким Олег" }, { name: "Ли Вера" }],
    letter: { claims: CLAIMS.map(idOf), languages: ["ru", "kk"] },
  });
  const found = async (filter: Parameters<typeof allLetters>[1]) =>
    (await allLetters(queries, { kind: "freeze-request", ...filter }, today)).map(({ id }) => id);
  const id = entry?.id ?? "";
  expect(await found({ claim: idOf("4") })).toEqual([id]);
  for (const search of ["Вера", "Юн Игорь", idOf("3"), "обращение о приостановлении, Вера"])
    expect(await found({ search })).toEqual([id]);
  expect(await found({ search: "запрос на выписку" })).toEqual([]);
  expect(await found({ kind: undefined, search: "запрос на выписку Вера" })).toHaveLength(1);
  expect((await letterRows(queries, await freezes()))[0]?.defendants).toEqual([
    "Зуев Артём",
    "Юн Игорь",
  ]);
  // Letters are counted once, whatever the number of their claims.
  const { totals } = await listMeasures(queries, { limit: 1, case: caseId });
  expect(totals?.kinds.map(({ rows }) => rows)).toEqual([2, 2, 2]);
  await markSent(database, id, { day: today, paper: "7-1", how: null }, actor);
  expect((await deadlinesOf(database, caseId, actor.at)).map((one) => one.id)).toEqual([id]);

  // Asked for one of its claims alone it is the letter that left.
  const alone = await papers(["freeze-request"], ["3"]);
  expect([...alone.keys()]).toEqual([FREEZE]);
  const set = await papers(["freeze-request", "inventory"], ["3"]);
  expect(textOf(set.get("3/опись.docx"))).toContain("приостановление-операций-722.docx (одно");
  expect(textOf(alone.get(FREEZE))).toContain(`№ 7-1 от ${figures}`);
  expect(alone.get(FREEZE)).toEqual((await printedLetter(queries, id, { format: "docx" })).body);
  // A claim that joins later has a letter of its own, and one that changed another one.
  await victim("5", KASPI, "7.00", "Ан Пётр");
  const paid = { day: today, amount: "4000", source: "dropper" as const, receipt: "1" };
  await recordPayment(queries, { caseId, claim: idOf("2") }, paid, actor);
  const later = await papers(["freeze-request"], ["3", "4", "5"]);
  expect([...later.keys()]).toEqual([FREEZE.replace("письма-банкам", "5"), FREEZE]);
  expect(later.get(FREEZE)).toEqual(alone.get(FREEZE));
  await papers(["freeze-request"], ["2"]);
  expect((await freezes()).map(({ amount, paper }) => [amount, paper]).sort()).toEqual([
    ["15350", "7-1"],
    ["6000", null],
    ["700", null],
  ]);
  await markAnswered(queries, id, { day: today, note: "Остаток 40,00", file: null }, actor);
  expect(await deadlinesOf(database, caseId, actor.at)).toEqual([]);
});

it("that left for one claim stay; unsent ones give way to the letter over several", async () => {
  const { queries } = database;
  await threeMore();
  for (const n of CLAIMS) await papers(["freeze-request"], [n]);
  const of = async (n: string) =>
    (await allLetters(queries, { claim: idOf(n) }, today)).map((one) => ({
      ...{ id: one.id, amount: one.amount, claims: one.letter?.claims.length },
      struck: one.cancelled?.reason ?? null,
    }));
  const [own] = await of("2");
  await markSent(database, own?.id ?? "", { day: today, paper: "7-1", how: null }, actor);
  const made = await papers(["freeze-request"], CLAIMS);
  expect([...made.keys()]).toEqual([FREEZE.replace("письма-банкам", "2"), FREEZE]);
  expect(textOf(made.get(FREEZE))).not.toContain("Сапарова");
  expect(await of("2")).toEqual([{ ...own, struck: null }]);
  expect(await of("3")).toMatchObject([
    { amount: "5350", claims: 2, struck: null },
    { amount: "5050", claims: 0, struck: "letter-superseded" },
  ]);
  await expect(papers(["freeze-request"], ["3"])).rejects.toMatchObject({ code: "paper-common" });
  // Struck out, each may have its own again.
  const [over] = await of("3");
  await cancelMeasure(queries, over?.id ?? "", "по отдельности", actor);
  expect([...(await papers(["freeze-request"], ["3"])).keys()]).toEqual([
    FREEZE.replace("письма-банкам", "3"),
  ]);
});

it("to a court name it in both languages, as the claim or the table of courts has it", async () => {
  const register = lettersRegister(database);
  const claim = `${caseId}-1`;
  const asked = { language: "ru", formats: ["docx"], by: actor.by, register } as const;
  await papersOfCase(database, caseId, { ...asked, kinds: ["freeze-request"], claims: [claim] });
  const [letter] = await letters();
  if (letter?.letter == null) throw new Error("no letter was made");
  const facts = letter.letter;
  const courtOf = async (kind: "security" | "demand", addressee: string) => {
    const [one] = await withCourts(database, [
      { ...letter, letter: { ...facts, kind, addressee } },
    ]);
    return one?.court;
  };
  const known = "Алатауский районный суд города Алматы";
  const named = { ru: known, kk: "Алматы қаласы Алатау аудандық соты" };
  expect([await courtOf("security", known), await courtOf("demand", known)]).toEqual([named, null]);
  const own = { ru: "Суд по месту жительства", kk: "Тұрғылықты жердегі сот" };
  expect(await courtOf("security", own.ru)).toBeNull();
  const fields = { ...NO_FIELDS, court: own.ru, courtKk: own.kk };
  await saveDossier(database, { caseId, claim }, fields, actor);
  expect(await courtOf("security", own.ru)).toEqual(own);
});

it("of one day stand first where they can still stop money, whatever the sums", async () => {
  const entry = { day: today, due: today, reports: ["R1"], bank: "722" };
  for (const one of [
    { kind: "block-asked", amount: "10000", paper: "1" },
    { kind: "incident-prepared", amount: "500" },
    { kind: "incident-prepared", amount: "700" },
  ] as const)
    await recordMeasure(database.queries, { ...entry, ...one }, actor);
  const due = await deadlinesOf(database, null, actor.at);
  expect(due.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["incident-prepared", "700"],
    ["incident-prepared", "500"],
    ["block-asked", "10000"],
  ]);
});
