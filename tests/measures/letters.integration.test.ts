import PizZip from "pizzip";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PaperKind, PaperLanguage } from "../../contract/papers.ts";
import { queryText } from "../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../../server/api/hidden.ts";
import { openCase } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { lettersRegister } from "../../server/measures/letters/letters-register.ts";
import { headed, lettersTable } from "../../server/measures/letters/letters-table.ts";
import { sendLetters, strikeLetters } from "../../server/measures/letters/many-letters.ts";
import {
  allLetters,
  letterRows,
  lettersOnly,
} from "../../server/measures/letters/outgoing.store.ts";
import { markAnswered, termOnceSent } from "../../server/measures/letters/sent-letters.store.ts";
import { cancelMeasure, correctMeasure, oneMeasure } from "../../server/measures/measures.store.ts";
import { listMeasures } from "../../server/measures/register.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { statementsOf } from "../../server/neo4j/migrations.ts";
import { askedInReport } from "../../server/reports/asked-in-report.store.ts";
import { deadlinesOf } from "../../server/reports/deadlines.store.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { step } from "../support/claim-steps.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { markSent } from "../support/mark-sent.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { command } from "../support/served.ts";

const actor = { ...start, at: Date.now() };
const today = dayText(dayOf(actor.at));
let database: Database;
let at: { caseId: string; claim: string };
const STOLEN = ["t1", "V", "D", "100.00", 0] as const;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** V paid D 100; the claim is approved and its demand is not sent yet. */
beforeEach(async () => {
  await emptyDatabase(database);
  await put(database, "stolen", [STOLEN], [reported("R1", "V", "t1")], ["D,,Литвинова Анна"]);
  const { queries } = database;
  const caseId = (await openCase(queries, { title: "Letters", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  at = { caseId, claim: `${caseId}-1` };
});

const approve = () => step(database, at, actor, "review", "approved");

/** Makes papers as the page does; answers their texts by the name of the file. */
const made = (...kinds: PaperKind[]) => madeIn("ru", kinds);
async function madeIn(language: PaperLanguage, kinds: PaperKind[]): Promise<Map<string, string>> {
  const register = lettersRegister(database);
  const asked = { kinds, language, formats: ["docx"], by: actor.by, register } as const;
  const files = await papersOfCase(database, at.caseId, { ...asked, claims: [at.claim] });
  return new Map(
    (files.get(at.claim) ?? []).map(({ fileName, body }) => [fileName, textOf(body)] as const),
  );
}
const textOf = (body: Buffer) =>
  (new PizZip(body).file("word/document.xml")?.asText() ?? "")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ");
const figures = today.split("-").reverse().join(".");
const letters = () => allLetters(database.queries, {}, today);
const only = async () => {
  const [one, ...others] = await letters();
  if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} letters`);
  return one;
};
const sent = (id: string, paper = "12-7") =>
  markSent(database, id, { day: today, paper, how: "по почте" }, actor);

describe("outgoing letters of a claim", () => {
  it("are entered once for one state, without number and day; a draft is no letter", async () => {
    await made("freeze-request");
    expect(await letters()).toEqual([]);
    await approve();
    await made("demand", "freeze-request", "claim-statement", "statement-request");
    await made("demand", "freeze-request", "statement-request");
    const found = await letters();
    expect(found.map(({ letter, paper }) => [letter?.kind, paper]).sort()).toEqual([
      ["demand", null],
      ["freeze-request", null],
      ["statement-request", null],
    ]);
    const request = found.find(({ letter }) => letter?.kind === "freeze-request");
    expect(request).toMatchObject({
      ...{ kind: "block-asked-prepared", amount: "10000", currency: "KZT", case: at.caseId },
      ...{ claim: at.claim, reports: ["R1"], by: actor.by, cancelled: null },
      // The term for an answer begins where the letter is sent.
      due: null,
      letter: { languages: ["ru"], how: null, answered: null },
    });
    const due = async () => (await deadlinesOf(database, at.caseId, actor.at)).map((one) => one.id);
    expect(await due()).toEqual([]);
    // Nobody was asked for anything yet, and letters are counted without their sums.
    const sums = async () => {
      const { totals } = await listMeasures(database.queries, { limit: 1 });
      return totals?.kinds.map(({ kind, rows, sums: all }) => [kind, rows, all.length]);
    };
    expect(await sums()).toEqual([
      ["letter-prepared", 2, 0],
      ["block-asked-prepared", 1, 0],
    ]);
    const id = request?.id ?? "";
    // Five working days, as a bank blocks.
    expect(((await sent(id)).due ?? "") > today).toBe(true);
    expect(await due()).toEqual([id]);
    expect(await sums()).toContainEqual(["block-asked", 1, 1]);
  });

  it("are one entry in two languages, which takes the number, the day and the term of the sent one", async () => {
    await approve();
    const kinds: PaperKind[] = ["freeze-request", "security", "cover-letter"];
    await madeIn("ru", kinds);
    await madeIn("kk", kinds);
    await madeIn("kk", kinds);
    const found = await letters();
    expect(found.map(({ letter }) => letter?.languages)).toEqual([
      ["ru", "kk"],
      ["ru", "kk"],
      ["ru", "kk"],
    ]);
    const request = found.find(({ letter }) => letter?.kind === "freeze-request");
    await markSent(
      database,
      request?.id ?? "",
      { day: today, paper: "2-11", how: null, due: "2999-12-31" },
      actor,
    );
    const [ru = ""] = (await madeIn("ru", ["freeze-request"])).values();
    const [kk = ""] = (await madeIn("kk", ["freeze-request"])).values();
    expect(ru).toContain(`№ 2-11 от ${figures}`);
    expect(ru).toContain("О принятых мерах прошу сообщить до 31.12.2999 включительно.");
    expect(kk).toContain(`${figures} № 2-11`);
    expect(kk).toContain(
      "Қабылданған шаралар туралы 31.12.2999 күніне дейін (осы күнді қоса) хабарлауды",
    );
    expect(await letters()).toHaveLength(3);
  });

  it("have no term on Today once their claim was decided", async () => {
    await approve();
    await made("freeze-request");
    const { id } = await only();
    await sent(id);
    const due = async () => (await deadlinesOf(database, at.caseId, actor.at)).map((one) => one.id);
    expect(await due()).toEqual([id]);
    await step(database, at, actor, "filed");
    expect(await due()).toEqual([id]);
    await step(database, at, actor, "judgment");
    expect(await due()).toEqual([]);
  });

  it("of an older version are one entry, with the languages that it was made in", async () => {
    await approve();
    const { queries } = database;
    const { claim } = at;
    const old = (number: number, more: string) =>
      queries.schema([
        `CREATE (:Measure {id: 'M${number}', number: ${number}, version: 0, at: 1, by: 'tester',
          claim: '${claim}', case: '${at.caseId}', day: 20700, sequence: 20700000000000 + ${number},
          file: 'x.docx', words: '', bank: '722', amount: 10000, currency: 'KZT', ${more}})`,
      ]);
    const freeze = (language: string) => `letter: 'freeze-request', language: '${language}'`;
    const security = (language: string, court: string) =>
      `letter: 'security', kind: 'letter-prepared', language: '${language}', addressee: '${court}'`;
    await old(101, `${freeze("ru")}, kind: 'block-asked', paper: '2-1', due: 20707, state: 'a'`);
    await old(102, `${freeze("kk")}, kind: 'block-asked', due: 20707, state: 'b'`);
    await old(103, `${security("ru", "Суд")}, state: 'c'`);
    await old(104, `${security("kk", "Сот")}, state: 'd'`);
    await old(105, "letter: 'loan-suspension', kind: 'loan-asked', language: 'ru', due: 20703");
    for (const statement of statementsOf(queryText("migrations/624-letters-once")))
      await queries.inBatches(statement);
    const said = async () =>
      (await letters()).map((one) => [one.id, one.kind, one.due, one.letter?.languages]);
    const once = [
      ["M105", "loan-asked-prepared", null, ["ru"]],
      ["M104", "letter-prepared", null, ["kk", "ru"]],
      ["M101", "block-asked", "2026-09-11", ["ru", "kk"]],
    ];
    expect(await said()).toEqual(once);
    const twin = (await oneMeasure(queries, "M102")).measure.cancelled;
    expect(twin).toMatchObject({ reason: "letter-twin", by: "upgrade" });
    // Once more changes nothing, and neither does the letter that was sent, made anew.
    for (const statement of statementsOf(queryText("migrations/624-letters-once")))
      await queries.inBatches(statement);
    expect(await said()).toEqual(once);
  });

  it("follow their letter to a new state until they are sent; then another text is another letter", async () => {
    const { queries } = database;
    await approve();
    await made("freeze-request");
    const { id } = await only();
    const paid = { day: today, amount: "4000", source: "dropper" as const, receipt: "1" };
    await recordPayment(queries, at, paid, actor);
    await made("freeze-request");
    expect(await only()).toMatchObject({ id, amount: "6000" });
    expect((await oneMeasure(queries, id)).history).toMatchObject([
      { amount: "10000", reason: "letter-made-anew", letter: { kind: "freeze-request" } },
    ]);
    await sent(id);
    await recordPayment(queries, at, { ...paid, amount: "1000", receipt: "2" }, actor);
    await made("freeze-request");
    expect((await letters()).map(({ amount, paper }) => [amount, paper]).sort()).toEqual([
      ["5000", null],
      ["6000", "12-7"],
    ]);
  });

  it("print their number and day once they are sent", async () => {
    await approve();
    const [, before = ""] = [...(await made("statement-request"))][0] ?? [];
    expect(before).toContain("№ ____________ от «___»");
    const { id } = await only();
    await sent(id, "12-904/к");
    const [, after = ""] = [...(await made("statement-request"))][0] ?? [];
    const [year, month, date] = today.split("-");
    expect(after).toContain(`№ 12-904/к от ${date}.${month}.${year}`);
    expect(after).not.toContain("№ ____________ от «___» ______________ 20___ г.\n");
    expect(await only()).toMatchObject({ id, paper: "12-904/к", letter: { how: "по почте" } });
  });

  it("of a demand follow the step of the claim, forwards and back", async () => {
    const { queries } = database;
    await approve();
    await made("demand");
    const { id } = await only();
    await expect(sent(id)).rejects.toMatchObject({ code: "letter-demand-step", status: 409 });
    const facts = { how: "заказным письмом", day: today, term: today, reference: "9-1" };
    const head = { ...actor, role: "head" as const };
    await takeStep(database, at, { status: "demand", facts }, head);
    expect(await only()).toMatchObject({
      ...{ id, kind: "letter", day: today, due: today, paper: "9-1" },
      letter: { how: "заказным письмом" },
    });
    const back = { status: "approved" as const, reason: "не отправлена" };
    await takeStep(database, at, back, { ...head, by: "head" });
    expect(await only()).toMatchObject({ id, kind: "letter-prepared", paper: null, due: null });
    expect((await oneMeasure(queries, id)).history.map(({ reason }) => reason)).toEqual([
      "letter-step-back",
      "letter-by-step",
    ]);
    // Made after the step, it was sent by the step.
    await cancelMeasure(queries, id, "ошибка", actor);
    await takeStep(database, at, { status: "demand", facts }, head);
    await made("demand");
    const found = await allLetters(queries, { stand: "awaiting" }, today);
    expect(found).toMatchObject([{ kind: "letter", paper: "9-1", due: today }]);
    // Its paper says so from the first time on, in both languages.
    await cancelMeasure(queries, found[0]?.id ?? "", "ошибка", actor);
    const [ru = ""] = (await madeIn("ru", ["demand"])).values();
    const [kk = ""] = (await madeIn("kk", ["demand"])).values();
    expect(ru).toContain(`№ 9-1 от ${figures}`);
    expect(ru).toContain(`Предлагаем до ${figures} включительно возвратить`);
    expect(kk).toContain(`${figures} № 9-1`);
    expect(kk).toContain(`${figures} күніне дейін`);
    expect(await allLetters(queries, { stand: "awaiting" }, today)).toMatchObject([
      { paper: "9-1", letter: { languages: ["ru", "kk"] } },
    ]);
  });

  it("of a demand are sent one by a step, and the one made before is struck out", async () => {
    const { queries } = database;
    await approve();
    await made("demand");
    const first = (await only()).id;
    const head = { ...actor, role: "head" as const };
    const facts = (reference: string) => ({ how: "нарочно", day: today, term: today, reference });
    await takeStep(database, at, { status: "demand", facts: facts("77") }, head);
    const paid = { day: today, amount: "1000", source: "dropper" as const, receipt: "1" };
    await recordPayment(queries, at, paid, actor);
    await made("demand");
    const second = (await letters()).find(({ id }) => id !== first)?.id ?? "";
    await takeStep(
      database,
      at,
      { status: "approved", reason: "не отправлена" },
      { ...head, by: "head" },
    );
    expect((await oneMeasure(queries, first)).measure).toMatchObject({
      ...{ kind: "letter-prepared", paper: null, amount: "10000" },
      cancelled: { reason: "letter-superseded" },
    });
    await takeStep(database, at, { status: "demand", facts: facts("78") }, head);
    const sentOnes = (await letters()).filter(({ kind }) => kind === "letter");
    expect(sentOnes).toMatchObject([{ id: second, amount: "9000", paper: "78" }]);
  });

  it("keep an answer with its day, note and file; then no term is open", async () => {
    const { queries } = database;
    await approve();
    await made("freeze-request");
    const { id } = await only();
    const answer = { day: today, note: "Остаток 40,00", file: "answer.pdf" };
    const early = markAnswered(queries, id, answer, actor);
    await expect(early).rejects.toMatchObject({ code: "letter-not-sent" });
    await sent(id);
    const due = async () => (await deadlinesOf(database, at.caseId, actor.at)).map((one) => one.id);
    expect(await due()).toEqual([id]);
    const future = markAnswered(queries, id, { ...answer, day: "2999-01-01" }, actor);
    await expect(future).rejects.toMatchObject({ code: "letter-answer-day" });
    await markAnswered(queries, id, answer, actor);
    expect(await due()).toEqual([]);
    expect(await only()).toMatchObject({ letter: { answered: { ...answer, fileId: null } } });
    // A correction of the entry keeps what is of the letter.
    const { measure } = await oneMeasure(queries, id);
    await correctMeasure(
      queries,
      id,
      { reason: "номер", fields: { ...measure, paper: "8" } },
      actor,
    );
    expect(await only()).toMatchObject({
      paper: "8",
      letter: { answered: answer, languages: ["ru"] },
    });
  });

  it("are marked as sent and struck out many at a time; each says why not", async () => {
    const { queries } = database;
    await approve();
    await made("freeze-request", "security", "demand");
    const found = await letters();
    const of = (kind: string) => found.find(({ letter }) => letter?.kind === kind)?.id ?? "";
    const seen = (...ids: string[]) => ids.map((id) => ({ id, version: 0 }));
    expect(await termOnceSent(database, of("security"), today)).toBe(null);
    const due = await termOnceSent(database, of("freeze-request"), today);
    const asker = { login: "clerk", role: "head", hidden: NOTHING_HIDDEN, ground: null } as const;
    const wanted = seen(of("freeze-request"), of("demand")).map((one, at) => ({
      ...one,
      paper: `12-${9 + at}`,
    }));
    const way = { day: today, how: "нарочно" };
    const sentMany = await sendLetters(database, wanted, way, { asker }, askedInReport);
    const codes = sentMany.map(({ problem }) => problem?.code);
    expect(codes).toEqual(["letters-not-all", "letter-demand-step"]);
    await sendLetters(database, wanted.slice(0, 1), way, { asker }, askedInReport);
    const request = (await oneMeasure(queries, of("freeze-request"))).measure;
    expect(request).toMatchObject({ kind: "block-asked", paper: "12-9", due, by: "clerk" });
    const [first] = await letterRows(queries, [request]);
    expect(first?.defendants).toEqual(["Литвинова Анна"]);
    const all = seen(of("freeze-request"), of("security"), of("demand"));
    const struck = await strikeLetters(database, all, "не понадобились", { asker });
    expect(struck.map(({ problem }) => problem?.code ?? null)).toEqual([
      "letter-already-sent",
      null,
      null,
    ]);
    expect(await allLetters(queries, { stand: "struck" }, today)).toHaveLength(2);
  });

  it("are found by kind, state and words, page by page, and stand in a table", async () => {
    const { queries } = database;
    await approve();
    await made("freeze-request", "statement-request", "return-notice", "cover-letter");
    const [first] = await allLetters(queries, { kind: "freeze-request" }, today);
    await sent(first?.id ?? "", "77-1");
    const kinds = async (filter: Parameters<typeof allLetters>[1], day = today) =>
      (await allLetters(queries, filter, day)).map(({ letter }) => letter?.kind).sort();
    expect(await kinds({ stand: "awaiting" })).toEqual(["freeze-request"]);
    expect(await kinds({ stand: "unsent" })).toHaveLength(3);
    expect(await kinds({ stand: "open" })).toHaveLength(4);
    expect(await kinds({ stand: "overdue" })).toEqual([]);
    expect(await kinds({ stand: "overdue" }, "2999-01-01")).toEqual(["freeze-request"]);
    expect(await kinds({ search: "77-1 почте" })).toEqual(["freeze-request"]);
    expect(await kinds({ search: "Литвинова" })).toHaveLength(4);
    expect(await kinds({ case: "999" })).toEqual([]);
    const page = await listMeasures(queries, { ...lettersOnly({}, today), limit: 3 });
    expect([page.rows.length, page.totals?.rows, page.next === null]).toEqual([3, 4, false]);
    const cli = (...words: string[]) =>
      command(["letters", ...words, "--data", database.dataDir, "--json"]);
    const left = JSON.parse((await cli("list", "--stand", "unsent")).out).letters;
    const [one, other] = left.map(({ id }: { id: string }) => id);
    const leave = ["--number", "9", "--day", today, "--how", "нарочно"];
    expect((await cli("sent", one, other, ...leave)).code).toBe(0);
    expect((await oneMeasure(queries, other)).measure).toMatchObject({ paper: "10" });
    const strike = await cli("strike", one, "--why", "ошибка");
    expect([strike.code, JSON.parse(strike.out).letters[0].problem.code]).toEqual([
      1,
      "letter-already-sent",
    ]);
    const table = headed(lettersTable(await letters(), "ru", today), "ru");
    expect(table.columns.slice(1, 4)).toEqual(["Отправлено", "Составлено", "Письмо"]);
    expect(table.rows.map((row) => row.includes("Литвинова Анна"))).toEqual(Array(4).fill(true));
    expect(table.rows.flat()).toContain("Сопроводительное письмо");
    expect(table.rows.find(([number]) => number === "77-1")).toContain("100.00");
  });
});
