import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StepFacts } from "../../contract/claim-steps.ts";
import type { PaperKind } from "../../contract/papers.ts";
import { stepCorrections } from "../../contract/step-corrections.ts";
import { askedClaims, openCase } from "../../server/cases/cases.store.ts";
import { claimedWithin } from "../../server/cases/claimed-together.ts";
import { dossierOf } from "../../server/claims/claim-dossiers.store.ts";
import { claimsOfCase, oneClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { ledgerOfClaim, recordPayment } from "../../server/claims/payments.store.ts";
import { stepCorrectionsHandlers } from "../../server/claims/step-corrections.handlers.ts";
import { correctStep, undoStep } from "../../server/claims/step-corrections.store.ts";
import { happenedSteps } from "../../server/claims/steps.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { NO_FIELDS, saveDossier } from "../../server/dossier/dossier.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { lettersRegister } from "../../server/measures/letters/letters-register.ts";
import { allLetters } from "../../server/measures/letters/outgoing.store.ts";
import { markAnswered } from "../../server/measures/letters/sent-letters.store.ts";
import { cancelMeasure, oneMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { docxText } from "../support/docx-text.ts";
import { put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** A mistyped fact of a step is put right; a step that never happened is taken back. */

const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const later = { ...actor, at: Date.parse("2026-06-20T00:00:00Z") };
const reason = "the number of another claim was typed";
let database: Database;
let at: { caseId: string; claim: string };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** V paid D 100; D paid 30 back on 20 May. The claim was filed on 1 June for 70. */
beforeEach(() => filedWith(NO_FIELDS));

async function filedWith(fields: typeof NO_FIELDS) {
  await emptyDatabase(database);
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
  const { queries } = database;
  const caseId = (await openCase(queries, { title: "Filed", reports: ["R1"] }, actor)).id;
  await openClaims(queries, caseId, actor);
  const [claim] = await claimsOfCase(queries, caseId);
  at = { caseId, claim: claim?.id ?? "" };
  await saveDossier(database, at, fields, actor);
  await step(database, at, actor, "review", "approved");
  const asked = { how: "by post", day: "2026-05-02", term: "2026-05-12" };
  await take("demand", asked);
  await recordPayment(queries, at, paid("3000", "2026-05-20"), actor);
  await step(database, at, actor, "filed");
}

/** The text of a paper of the claim, made now. */
async function paper(
  kind: PaperKind,
  register?: ReturnType<typeof lettersRegister>,
  language: "ru" | "kk" = "ru",
): Promise<string> {
  const asked = { kinds: [kind], language, formats: ["docx"], by: "tester" } as const;
  const options = { ...asked, register };
  const made = await papersOfCase(database, at.caseId, { ...options, claims: [at.claim] });
  return docxText(made.get(at.claim)?.[0]?.body ?? Buffer.alloc(0));
}

const paid = (amount: string, day: string, source: "dropper" | "judgment" = "dropper") => ({
  ...{ amount, day, source, receipt: "12" },
});
const take = (status: "demand" | "judgment", facts: StepFacts, who = actor) =>
  takeStep(database, at, { status, facts, reason }, { ...who, role: "head" });
const correct = (place: number, facts: StepFacts) =>
  correctStep(database, { ...at, step: place }, { facts, reason }, later);
const filedOn = (day: string) => correct(4, { ...factsOn("filed", actor.at), day });
const claimed = async (from: string, until: string) =>
  claimedWithin(await askedClaims(database.queries, null), {
    from: Date.parse(from),
    until: Date.parse(until),
  });

describe("a correction of a filing", () => {
  it("of its number and court keeps the figures, and the history says what stood there", async () => {
    const before = await dossierOf(database, at);
    const right = { ...factsOn("filed", actor.at), reference: "2-118/26" };
    const { moves, version } = await correct(4, right);
    expect(moves[3]).toMatchObject({ facts: right });
    const was = { facts: factsOn("filed", actor.at), reason, by: later.by, at: later.at };
    expect(moves[3]?.corrections).toEqual([was]);
    expect(await dossierOf(database, at)).toMatchObject({ asked: 7000n, price: before.price });
    const court = "Бостандыкский районный суд города Алматы";
    const register = lettersRegister(database);
    await paper("cover-letter", register);
    await correct(4, { ...right, court });
    await paper("cover-letter", register);
    const letters = await allLetters(database.queries, {}, "2026-06-20");
    expect(letters).toMatchObject([{ letter: { addressee: court } }]);
    // Papers made from now on go to that court.
    for (const kind of ["claim-statement", "cover-letter", "security"] as const)
      expect(await paper(kind), kind).toContain(court);
    // Of a court outside the table readiness asks for the name in Kazakh, until it is there.
    const own = { court: "Суд города Конаева", courtKk: "Қонаев қаласының соты" };
    await correct(4, { ...right, court: own.court });
    const inKazakh = async () => {
      const { readiness, filedCourt } = await dossierOf(database, at);
      const { state } = readiness.find(({ code }) => code === "texts-in-kazakh") ?? {};
      return [state, filedCourt];
    };
    expect(await inKazakh()).toEqual(["missing", { court: own.court, courtKk: null }]);
    await saveDossier(database, at, { ...NO_FIELDS, ...own }, later);
    expect(await inKazakh()).toEqual(["there", own]);
    expect(await paper("claim-statement", undefined, "kk")).toContain(own.courtKk);
    const seen = { ...later, from: version - 1 };
    const wanted = { facts: factsOn("filed", actor.at), reason };
    await expect(correctStep(database, { ...at, step: 4 }, wanted, seen)).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  it("of its day has the figures of that day and counts in its month", async () => {
    await filedOn("2026-05-19");
    // The 30 came a day later.
    expect(await dossierOf(database, at)).toMatchObject({ asked: 10000n, filedOn: "2026-05-19" });
    await correct(3, { how: "by post", day: "2026-04-30", term: "2026-05-12" });
    expect((await claimed("2026-04-29", "2026-05-01")).claimed.count).toBe(1);
    expect((await claimed("2026-05-02", "2026-07-01")).claimed.count).toBe(0);
  });

  it("of its day is refused where the data give other money for the old day, or a judgment rests on it", async () => {
    await take("judgment", { outcome: "granted", sum: "7000", reference: "5", day: "2026-06-01" });
    const sums = { filed: "70.00 KZT", would: "100.00 KZT", day: "2026-05-19" };
    await expect(filedOn("2026-05-19")).rejects.toMatchObject({
      ...{ code: "claim-correction-judged", params: sums },
    });
    await filedOn("2026-05-30");
    await undoStep(database, at, reason, later);
    await recordPayment(database.queries, at, paid("1000", "2026-05-25"), later);
    // Neither the sum that was filed nor that of the old day: the refusal names what it would be.
    await expect(filedOn("2026-05-19")).rejects.toMatchObject({
      ...{ code: "claim-correction-figures", params: sums },
    });
    expect(await dossierOf(database, at)).toMatchObject({ asked: 7000n, filedOn: "2026-05-30" });
  });

  it("of its day is taken although money became known since, where the sum that was filed fits", async () => {
    await recordPayment(database.queries, at, paid("1000", "2026-05-25"), later);
    // The day changes no sum, so the court was asked for the same on it.
    await filedOn("2026-05-31");
    expect(await dossierOf(database, at)).toMatchObject({ asked: 7000n, askedByData: 6000n });
    // On the 24th the ten were not paid yet, as the filing says.
    await filedOn("2026-05-24");
    expect(await dossierOf(database, at)).toMatchObject({
      ...{ asked: 7000n, askedByData: 7000n, filedOn: "2026-05-24" },
    });
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject({ outstanding: "6000" });
  });

  it("of its day keeps a penalty that was filed, whatever the dossier asks for since", async () => {
    const penalty = { from: "2026-03-10", until: "2026-05-15", rateDay: "2026-04-30" };
    await filedWith({ ...NO_FIELDS, penalty });
    const { penalty: filed } = await dossierOf(database, at);
    const since = { ...penalty, until: "2026-06-15" };
    await saveDossier(database, at, { ...NO_FIELDS, penalty: since }, later);
    await filedOn("2026-05-30");
    expect(await dossierOf(database, at)).toMatchObject({
      ...{ asked: 7000n, filedOn: "2026-05-30", penalty: { amount: filed?.amount } },
    });
    await expect(filedOn("2026-05-10")).rejects.toMatchObject({ code: "penalty-after-filing" });
  });
});

describe("a correction of a withdrawn claim", () => {
  it("puts court and number right; day and sums stay, as it asks for nothing any more", async () => {
    await step(database, at, later, "withdrawn");
    const over = { code: "claim-correction-withdrawn", status: 409 };
    await expect(filedOn("2026-05-30")).rejects.toMatchObject(over);
    const sent = { how: "by post", day: "2026-05-02", term: "2026-05-12" };
    await expect(correct(3, { ...sent, day: "2026-05-01" })).rejects.toMatchObject(over);
    await correct(3, { ...sent, reference: "15-7" });
    const filed = { ...factsOn("filed", actor.at), reference: "2-118/26" };
    expect((await correct(4, filed)).moves[3]?.facts).toEqual(filed);
  });
});

describe("a correction behind payments", () => {
  it("moves none of them across the filing or the judgment, and opens no recovered claim", async () => {
    const penalty = { from: "2026-03-10", until: "2026-04-30", rateDay: "2026-04-30" };
    await filedWith({ ...NO_FIELDS, penalty });
    const { queries } = database;
    const pay = (amount: string, day: string, penalty: string) =>
      recordPayment(queries, at, { ...paid(amount, day), penalty }, later);
    const refused = { code: "claim-correction-paid" };
    await pay("50", "2026-06-05", "50");
    // The filing would ask for the penalty anew that was paid on it.
    await expect(filedOn("2026-06-10")).rejects.toMatchObject(refused);
    await filedOn("2026-05-31");
    const judged = { outcome: "in-part", sum: "7000", penalty: "150", reference: "5" } as const;
    await take("judgment", { ...judged, day: "2026-06-10" }, later);
    await pay("7150", "2026-06-12", "150");
    await step(database, at, later, "recovered");
    for (const change of [
      { day: "2026-06-13" },
      { day: "2026-06-05" },
      { penalty: "160" },
      { day: "2026-06-13", sum: "6900" },
    ])
      await expect(correct(5, { ...judged, day: "2026-06-10", ...change })).rejects.toMatchObject(
        refused,
      );
    await correct(5, { ...judged, day: "2026-06-12" });
    expect(await ledgerOfClaim(queries, at)).toMatchObject({
      ...{ outstanding: "0", penalty: { due: "150", paid: "200", outstanding: "0" } },
    });
  });

  it("moves no debt before the filing that was paid on it", async () => {
    await recordPayment(database.queries, at, paid("1000", "2026-06-05"), later);
    await expect(filedOn("2026-06-10")).rejects.toMatchObject({ code: "claim-correction-paid" });
    await filedOn("2026-05-30");
  });
});

describe("a demand that was answered", () => {
  /** Back before the filing, the demand is printed and answered: the id of its letter. */
  const answered = async (answer: { day: string; note: string; file: null }) => {
    const { queries } = database;
    await undoStep(database, at, reason, later);
    const asked = { kinds: ["demand"], language: "ru", formats: ["docx"], by: "tester" } as const;
    const register = lettersRegister(database);
    await papersOfCase(database, at.caseId, { ...asked, claims: [at.claim], register });
    const [letter] = await allLetters(queries, {}, "2026-06-20");
    const id = letter?.id ?? "";
    await markAnswered(queries, id, answer, later);
    return id;
  };

  it("has the corrected facts in its letter too, before the answer, and is no mistake", async () => {
    const { queries } = database;
    const answer = { day: "2026-05-10", note: "I owe nothing", file: null };
    const id = await answered(answer);
    const sent = { how: "by post", day: "2026-05-02", term: "2026-05-12" };
    const late = { ...sent, day: "2026-05-11" };
    await expect(correct(3, late)).rejects.toMatchObject({ code: "letter-after-answer" });
    await correct(3, { ...sent, day: "2026-05-10", reference: "15-7/79" });
    expect((await oneMeasure(queries, id)).measure).toMatchObject({
      ...{ day: "2026-05-10", due: "2026-05-12", paper: "15-7/79" },
      letter: { answered: answer },
    });
    const undo = () => undoStep(database, at, reason, later);
    await expect(undo()).rejects.toMatchObject({ code: "claim-undo-answered", status: 409 });
    // Nor does the ordinary step back say so. Prepared anew, the demand that was sent stays sent.
    const back = (status: "approved" | "draft") =>
      takeStep(database, at, { status, reason }, { ...later, by: "head", role: "head" });
    await expect(back("approved")).rejects.toMatchObject({ code: "claim-undo-answered" });
    expect((await back("draft")).status).toBe("draft");
    expect((await oneMeasure(queries, id)).measure).toMatchObject({ paper: "15-7/79" });
    const { moves } = await oneClaim(queries, at);
    expect(happenedSteps(moves).filter(({ to }) => to === "demand")).toHaveLength(1);
    // The next suit names it and attaches it.
    for (const status of ["draft", "filed"] as const) {
      if (status === "filed") await step(database, at, later, "review", "approved", "filed");
      const text = await paper("claim-statement");
      expect(text).toMatch(/претензия №\s15-7\/79 направлена/);
      expect(text).toMatch(/претензия №\s15-7\/79 от .{5,25} и документ о её отправке/);
    }
  });

  it("is no mistake until its letter is struck out", async () => {
    const { queries } = database;
    const id = await answered({ day: "2026-05-10", note: "No", file: null });
    await cancelMeasure(queries, id, "Nothing was sent", later);
    await undoStep(database, at, reason, later);
  });
});

describe("a step taken by mistake", () => {
  it("counts nowhere, and the claim goes on from where it stood", async () => {
    await take("judgment", { outcome: "in-part", sum: "5000", reference: "5", day: "2026-06-01" });
    await recordPayment(database.queries, at, paid("100", "2026-06-01", "judgment"), later);
    await expect(undoStep(database, at, reason, later)).rejects.toMatchObject({
      code: "claim-correction-paid",
    });
    const wrong = { outcome: "in-part", sum: "50", reference: "5", day: "2026-06-01" } as const;
    await expect(correct(5, wrong)).rejects.toMatchObject({ code: "claim-correction-paid" });
    await correct(5, { ...wrong, sum: "6000" });
    expect(await ledgerOfClaim(database.queries, at)).toMatchObject({ outstanding: "5900" });
  });

  it("is taken back of many claims at once; each is done or says why not", async () => {
    const { undoMany } = stepCorrectionsHandlers({ database });
    const { version } = await oneClaim(database.queries, at);
    const body = { reason, claims: [{ id: at.claim, version }] };
    const asker = { login: "tester", role: "head" };
    const asked = { params: { id: at.caseId }, body, asker } as unknown as Parameters<
      typeof undoMany
    >[0];
    const answer = async () => stepCorrections.undoMany.answer.parse(await undoMany(asked));
    expect(await answer()).toEqual({
      results: [{ claim: at.claim, status: "demand", problem: null }],
    });
    const [again] = (await answer()).results;
    expect(again).toMatchObject({ status: null, problem: { code: "changed-meanwhile" } });
    const { undone, undo, moves } = await oneClaim(database.queries, at);
    expect(undone).toMatchObject([{ to: "filed", undone: { reason, by: "tester" } }]);
    expect([undo, moves.length]).toEqual(["approved", 3]);
    await undoStep(database, at, reason, later);
    expect((await claimed("2020-01-01", "2030-01-01")).claimed.count).toBe(0);
    // Sent and filed anew, each step has the next number.
    await step(database, at, later, "filed");
    expect((await oneClaim(database.queries, at)).moves.map(({ to }) => to)).toEqual([
      ...["review", "approved", "filed"],
    ]);
  });
});
