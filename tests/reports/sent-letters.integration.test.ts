import PizZip from "pizzip";
import { afterAll, beforeAll, expect, it } from "vitest";
import { measureFields } from "../../contract/measures.ts";
import type { UrgentKind } from "../../contract/reports.ts";
import { markAnswered, termOnceSent } from "../../server/measures/letters/sent-letters.store.ts";
import { correctMeasure, oneMeasure, recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { measuresOfReport } from "../../server/reports/deadlines.store.ts";
import { enterReport } from "../../server/reports/enter.ts";
import { linkReport, storedReport } from "../../server/reports/reports.store.ts";
import { sentLetter } from "../../server/reports/sent-letter.store.ts";
import { urgentArchive } from "../../server/reports/urgent.store.ts";
import { kzIban } from "../support/kz-iban.ts";
import { put } from "../support/late-money.ts";
import { markSent } from "../support/mark-sent.ts";
import { testDatabase } from "../support/neo4j.ts";

/** A letter that was sent, when the money moves on. */

const VICTIM = kzIban("722", "1");
const FIRST = kzIban("601", "2");
const OTHER = kzIban("601", "3");
const AWAY = kzIban("965", "4");
const REPORT = "2611-601";
const actor = { by: "first", at: Date.parse("2026-03-09T10:00:00+05:00") };
const later = { by: "first", at: Date.parse("2026-03-12T10:00:00+05:00") };

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Makes the letters, and gives the text of those to Halyk. */
async function made(kinds: readonly UrgentKind[], language: "ru" | "kk" = "ru") {
  const wanted = { kinds: [...kinds], language, formats: ["docx" as const], banks: ["601"] };
  const { body } = await urgentArchive(
    database,
    REPORT,
    { ...wanted, lender: null, loan: null, loanDay: null, loanSum: null, erdr: null },
    actor,
  );
  const zip = new PizZip(body as Buffer);
  return (name: string) => textOf(zip.file(`Halyk-Bank/${name}.docx`)?.asUint8Array() ?? []);
}

function textOf(docx: Uint8Array | Buffer | never[]): string {
  const xml = new PizZip(docx).file("word/document.xml")?.asText() ?? "";
  return xml.replace(/<[^>]+>/g, "").replaceAll("\u00a0", " ");
}

const letters = async (kind: string) =>
  (await measuresOfReport(database, REPORT, actor.at))
    .filter((one) => one.letter === kind)
    .map(({ id, amount, unsent }) => ({ id, amount, unsent }));

async function send(id: string, paper: string) {
  return markSent(database, id, { day: "2026-03-09", paper, how: "by hand" }, actor);
}

const REQUEST = "запрос-о-блокировании";

it("stays as it was sent, and what the bank is asked now is another letter", async () => {
  await enterReport(
    database,
    {
      number: REPORT,
      reportedAt: Date.parse("2026-03-09T09:00:00+05:00"),
      victim: { name: "Сапарова Айгүл", iin: "850101400120", account: VICTIM },
      lure: null,
      stolen: [
        {
          ...{ amount: "190000000", currency: "KZT", at: null, dayOnly: false, transferId: null },
          recipient: { account: FIRST, name: "Зуев Артём", phone: null, bank: null },
        },
      ],
    },
    "first",
  );
  await made(["block", "restriction", "incident"]);
  const [request] = await letters("freeze-request");
  await send(request?.id ?? "", "2-11-9001");
  // The same letter, whichever language: it has its number, and no other entry.
  expect((await made(["block"]))(REQUEST)).toContain("№ 2-11-9001 от 09.03.2026");
  await made(["block"], "kk");
  expect(await letters("freeze-request")).toEqual([{ ...request, unsent: false }]);

  await put(database, "answer", [
    ["t1", VICTIM, FIRST, "1900000.00", 0],
    ["t2", FIRST, OTHER, "300000.00", 5],
    ["t3", FIRST, AWAY, "400000.00", 6],
  ]);

  const report = await storedReport(database.queries, REPORT);
  const [told] = report.reported;
  await linkReport(
    database,
    [report],
    [
      {
        ...{ report: REPORT, key: told?.key ?? "", transferId: "t1" },
        ...{ same: true, seen: null, reason: "All agrees." },
      },
    ],
    actor,
  );

  const now = await made(["block", "restriction", "incident"]);
  expect(now(REQUEST)).toContain(OTHER);
  expect(now(REQUEST)).toContain("1 500 000,00 тенге");
  expect(now(REQUEST)).toContain("№ ____________ от «___»");
  expect(now(REQUEST)).toContain("в банк уже направлено: № 2-11-9001 от 09.03.2026. Сумма");
  expect(now(REQUEST)).toContain("было 1 900 000,00 тенге, стало 1 200 000,00 тенге");
  expect(now(REQUEST)).toContain(`${OTHER}: названо впервые, 300 000,00 тенге`);
  const both = await letters("freeze-request");
  expect(both).toEqual([
    { id: expect.any(String), amount: "150000000", unsent: true },
    { ...request, unsent: false },
  ]);
  // Letters that have to leave stand first, before those that were sent.
  const all = await measuresOfReport(database, REPORT, actor.at);
  expect(all.map(({ unsent, due }) => [unsent, due])).toEqual([
    ...[true, true].map((one) => [one, "2026-03-09"]),
    [true, "2026-03-11"],
    [false, "2026-03-16"],
  ]);
  // Letters that nobody sent have the sum that they ask for now.
  const others = [...(await letters("restriction")), ...(await letters("incident"))];
  expect(others.map(({ amount, unsent }) => [amount, unsent])).toEqual([
    ["150000000", true],
    ["150000000", true],
  ]);

  // The one that was sent is printed as it left the office.
  const of = { report: REPORT, letter: request?.id ?? "" };
  const again = await sentLetter(database, of, { format: "docx" });
  const words = textOf(again.body as Buffer);
  expect(words).toContain("№ 2-11-9001 от 09.03.2026");
  expect(words).toContain("1 900 000,00 тенге");
  expect(words).not.toContain(OTHER);
  expect(again.fileName).toBe(`${REQUEST}.docx`);
  const inKazakh = await sentLetter(database, of, { language: "kk", format: "docx" });
  expect(textOf(inKazakh.body as Buffer)).toContain("1 900 000,00 теңге");
  const unsent = sentLetter(database, { ...of, letter: both[0]?.id ?? "" }, { format: "pdf" });
  await expect(unsent).rejects.toMatchObject({ code: "letter-not-sent" });
});

it("is the same letter while the bank is asked for the same money", async () => {
  const [second] = await letters("freeze-request");
  // No two letters of a year have one number, unless a person says that it stands on both.
  const taken = { day: "2026-03-09", paper: "2-11-9001", how: null };
  for (const paper of [taken.paper, " № 2-11-9001"])
    await expect(
      markSent(database, second?.id ?? "", { ...taken, paper }, actor),
    ).rejects.toMatchObject({
      code: "letter-number-taken",
      params: { paper, letter: "freeze-request" },
    });
  await send(second?.id ?? "", "2-11-9002");
  const { measure } = await oneMeasure(database.queries, second?.id ?? "");
  const fields = measureFields.parse({ ...measure, paper: "2-11-9001" });
  const wrong = { reason: "Another number", fields };
  const renumbered = correctMeasure(database.queries, measure.id, wrong, actor);
  await expect(renumbered).rejects.toMatchObject({ code: "letter-number-taken" });
  const block = { kind: "block", day: "2026-03-09", amount: "10000000", account: OTHER } as const;
  await recordMeasure(database.queries, { ...block, transfer: "t1" }, actor);
  expect((await made(["block"]))(REQUEST)).toContain("№ 2-11-9002");
  expect(await letters("freeze-request")).toHaveLength(2);
});

it("is not corrected into another kind or sum, nor sent before the theft or behind its answer", async () => {
  const { queries } = database;
  const [, first] = await letters("freeze-request");
  const id = first?.id ?? "";
  const { measure } = await oneMeasure(queries, id);
  // The term of a letter that was sent, had it been sent on another day: five working days.
  expect(await termOnceSent(database, id, "2026-03-12")).toBe("2026-03-19");
  await markAnswered(queries, id, { day: "2026-03-10", note: "900", file: null }, later);
  const corrected = (fields: object) =>
    correctMeasure(queries, id, { reason: "As told", fields: { ...measure, ...fields } }, later);
  for (const [fields, code] of [
    [{ kind: "block" }, "letter-kind"],
    [{ amount: "999" }, "letter-sum"],
    [{ currency: "USD" }, "letter-sum"],
    [{ day: "2026-03-11" }, "letter-after-answer"],
    [{ day: "2026-03-04" }, "letter-before-loss"],
  ] as const)
    await expect(corrected(fields)).rejects.toMatchObject({ code });
  expect(await corrected({ day: "2026-03-10", paper: "2-11-9003" })).toMatchObject({
    ...{ kind: "block-asked", amount: "190000000", day: "2026-03-10", paper: "2-11-9003" },
  });
  const [restriction] = await letters("restriction");
  const early = { day: "2026-03-01", paper: "1", how: null };
  await expect(markSent(database, restriction?.id ?? "", early, actor)).rejects.toMatchObject({
    code: "letter-before-loss",
  });
  const both = { day: "2026-03-09", paper: "2-11-9002", how: null, again: true };
  await markSent(database, restriction?.id ?? "", both, actor);
  expect(await letters("restriction")).toMatchObject([{ unsent: false }]);
});
