import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { NOBODY } from "../../contract/dossier.ts";
import { wordsOfJoint } from "../../contract/joint.ts";
import type { PaperKind, PaperLanguage } from "../../contract/papers.ts";
import type { ClaimPerson } from "../../server/dossier/parties.ts";
import { untranslatedIn } from "../../server/dossier/readiness.ts";
import { columnShares, isLandscape } from "../../server/evidence/papers/blocks.ts";
import { claimPapers } from "../../server/evidence/papers/papers.ts";
import { type PaperFacts, paperValues } from "../../server/evidence/papers/values.ts";
import { PAPER_WORDS } from "../../server/evidence/texts/papers/papers.ts";
import { caseFacts } from "../support/case-facts.ts";
import { kzIban } from "../support/kz-iban.ts";
import { bareDossier } from "../support/paper-facts.ts";

const KASPI = "KZ69722C054074162988";
const FORTE = "KZ02965A010605587576";
const HALYK = kzIban("601", "5");

const party = (name: string, address: string | null = null): ClaimPerson => ({
  ...NOBODY,
  id: address === null ? null : "C1-P1",
  name,
  address,
});

/** A victim paid two holders who acted together; a third received nothing. */
function jointFacts(
  why = "переписка от 3 марта",
  { whyKk = null, held = [] }: { whyKk?: string | null; held?: string[] } = {},
): PaperFacts {
  const facts = caseFacts([
    { from: "v1", to: KASPI, amount: 1_000_00n, stolen: "25750011" },
    { from: "v1", to: FORTE, amount: 500_00n, stolen: "25750011" },
  ]);
  const [first, second] = facts.claims;
  if (!first || !second) throw new Error("no claims were formed");
  const other = { ...second.defendant, person: null };
  const nobody = { key: "C1-P3", name: "Куратор К.", iin: null, person: "C1-P3", accounts: [] };
  const claim = {
    ...first,
    lines: [...first.lines, ...second.lines],
    amount: first.amount + second.amount,
    joint: { why, whyKk, by: "tester", at: 0, others: [other, nobody] },
  };
  const account = (number: string) => [{ number, bank: null }];
  return {
    facts: { ...facts, claims: [claim], states: [] },
    claim,
    dossier: bareDossier(claim, {
      victim: party("Сапарова Айгүл"),
      defendant: party("Омаров Данияр", "г. Алматы, Медеуский район"),
      court: { ru: "Медеуский суд", kk: "Медеу соты", juvenile: false, source: "", checked: true },
      accounts: account(KASPI),
      coDefendants: [
        { party: party("Ахметов Серик", "г. Астана"), court: null, accounts: account(FORTE) },
        {
          party: { ...party("Куратор К."), representative: "Куратова А., мать" },
          court: null,
          accounts: held.flatMap(account),
        },
      ],
    }),
    office: null,
    fingerprint: "ab".repeat(32),
    day: "2026-11-29",
  };
}

async function papers(
  kind: PaperKind,
  language: PaperLanguage = "ru",
  why?: string,
  more?: Parameters<typeof jointFacts>[1],
) {
  const template = (one: PaperKind) => ({
    path: "built-in",
    text: PAPER_WORDS[language].templates[one],
  });
  const files = await claimPapers(jointFacts(why, more), {
    kinds: [kind],
    language,
    formats: ["docx"],
    template,
  });
  return files.map(({ fileName, body }) => {
    const xml = new PizZip(body).file("word/document.xml")?.asText() ?? "";
    return { fileName, xml, text: xml.replace(/<\/w:p>/g, " ").replace(/<[^>]+>/g, "") };
  });
}

const cell = (text: string) => [{ text, blank: false }];

describe("papers of a joint claim", () => {
  it("ask all defendants for one sum, and leave the court to a person", async () => {
    const [statement] = await papers("claim-statement");
    const text = statement?.text ?? "";
    for (const said of [
      "взыскать солидарно с ответчиков в пользу истца 1",
      "Ответчики: Омаров Данияр, Ахметов Серик, Куратор К.",
      "1\u00a0500,00 тенге",
      "Соответчик: Ахметов Серик",
      "законный представитель: Куратова А., мать",
      "статей 287 и 932",
      "переписка от 3 марта",
      "____________ (наименование суда)",
    ])
      expect(text).toContain(said);
    expect(text).not.toContain("953");
    const [kazakh] = await papers("claim-statement", "kk");
    expect(kazakh?.text).toContain("ортақ (солидарлық) тәртіппен");
  });

  it("print one full stop after a reason that a person ended with one", async () => {
    for (const language of ["ru", "kk"] as const)
      for (const kind of ["claim-statement", "calculation", "defendants-list", "demand"] as const)
        for (const { text } of await papers(kind, language, "показания Омарова от 3 марта."))
          expect(text.match(/.{30}\.\..{10}/)?.[0]).toBeUndefined();
    const [demand] = await papers("demand", "ru", "показания Омарова от 3 марта.");
    expect(demand?.text).toContain("показания Омарова от 3 марта.");
  });

  it("list the defendants with what each received, and ask for security of all their accounts", async () => {
    const demands = await papers("demand");
    expect(
      demands.map(({ text }) => text.includes("законный представитель: Куратова А., мать")),
    ).toEqual([false, false, true]);
    const [list] = await papers("defendants-list");
    for (const said of ["1\u00a0000,00 тенге", "500,00 тенге", "0,00 тенге", KASPI, FORTE])
      expect(list?.text).toContain(said);
    const [security] = await papers("security");
    for (const said of [KASPI, FORTE, "Ахметов Серик"]) expect(security?.text).toContain(said);
  });

  it("keep every number of the list of defendants on one line", () => {
    const head = ["№", "Ответчик", "ИИН/БИН", "Дата рождения", "Адрес", "Счета"];
    const address = "г. Алматы, Медеуский район, ул. Достык, дом 91/2, квартира 15";
    const row = ["1", "Омаров Данияр", "910303300126", "03.03.1991", address, KASPI];
    const sums = ["1\u00a0000\u00a0000,00 тенге", "100\u00a0000,00 тенге"];
    const shares = columnShares({
      kind: "table",
      head: [...head, "Поступило от потерпевшего", "Возвращено"],
      rows: [[...row, ...sums].map(cell)],
    });
    // 482 points of a page, 3.7 a letter of 7 points, 11 between two columns.
    const letters = shares.map((share) => (share * 482 - 11) / 3.7);
    for (const [column, text] of row.entries())
      if (/^[\dA-Z.]+$/.test(text)) expect(letters[column], text).toBeGreaterThan(text.length);
  });

  it("lie on their side where a table is wide, so that no heading, number or hash is broken", async () => {
    const [list] = await papers("defendants-list", "kk");
    expect(list?.xml).toContain('w:orient="landscape"');
    expect((await papers("claim-statement"))[0]?.xml).not.toContain("landscape");
    const head = ["№", "Жауапкер", "ЖСН/БСН", "Туған күні", "Мекенжайы", "Шоттары"];
    const row = ["1", "Серікбайұлы Нұрсұлтан", "900202300125", "02.02.1990", "г. Астана", KASPI];
    const wide = {
      kind: "table" as const,
      head: [...head, "Жәбірленушіден түскені", "Қайтарғаны"],
      rows: [[...row, "38\u00a0533\u00a0338,23 теңге", "0,00 теңге"].map(cell)],
    };
    expect(isLandscape([wide])).toBe(true);
    // 728 points of a page on its side, 4.9 a letter of 8.5 points, bold ones 5.3.
    const shares = columnShares(wide, true);
    for (const [column, text] of wide.head.entries()) {
      const longest = Math.max(...text.split(" ").map((word) => word.length));
      expect((shares[column] ?? 0) * 728 - 11, text).toBeGreaterThan(longest * 5.3);
    }
    const files = { head: ["№", "Файл", "sha256"], row: ["1", "уведомление-о-возврате-601.docx"] };
    const hashes = columnShares({
      kind: "table",
      head: files.head,
      rows: [[...files.row, "5e".repeat(32)].map(cell)],
    });
    // 483 points of an upright page; a letter of a hash takes at most 5.
    expect((hashes[2] ?? 0) * (483 - 27)).toBeGreaterThan(64 * 5);
  });

  it("ask an organisation for no day of birth, and end the last point with a full stop", async () => {
    const of = jointFacts();
    const organisation = { ...of.dossier.defendant, iin: "990240001234" };
    const facts = { ...of, dossier: { ...of.dossier, defendant: organisation } };
    const { lists } = paperValues(facts, "ru");
    expect(lists.defendants?.map(({ birth }) => birth)).toEqual(["—", null, null]);
    const [statement] = await papers("claim-statement");
    expect(statement?.text).toMatch(/взыскать солидарно с ответчиков [^;]*\)\. /);
  });

  it("say to each bank what came to it, and ask the others for nothing to be returned", async () => {
    const freeze = await papers("freeze-request");
    expect(freeze.map(({ text }) => /в пределах ([\d\u00a0,]+)/.exec(text)?.[1])).toEqual([
      "1\u00a0000,00",
      "500,00",
    ]);
    expect(await papers("return-notice")).toHaveLength(2);
  });

  it("say to a bank whose account the money came to, and why who got nothing answers too", async () => {
    const more = { whyKk: "3 наурыздағы хат алмасу", held: [HALYK] };
    const freeze = await papers("freeze-request", "ru", undefined, more);
    const halyk = freeze.find(({ fileName }) => fileName.includes("601"))?.text ?? "";
    for (const said of [
      "Деньги потерпевшего поступили на счета:",
      `${KASPI} Омаров Данияр`,
      `${FORTE} Ахметов Серик`,
      "Обоснование: переписка от 3 марта.",
      "статьям 287 и 932",
      "Счета ответчиков в банке:",
      `${HALYK} Куратор К.`,
    ])
      expect(halyk).toContain(said);
    expect(halyk).not.toMatch(/получил в другом банке|Поступило в другом банке/);
    const kazakh = await papers("freeze-request", "kk", undefined, more);
    for (const { text } of kazakh) expect(text).toContain("Негіздемесі: 3 наурыздағы хат алмасу.");
    const [security] = await papers("security", "ru", undefined, more);
    expect(security?.text).not.toContain("Деньги поступили на счета");
    expect((await papers("security"))[0]?.text).toContain("Деньги поступили на счета");
  });

  it("have the reason in their own language, and ask for it where it is not there", async () => {
    const more = { whyKk: "3 наурыздағы хат алмасу" };
    for (const kind of ["claim-statement", "calculation", "defendants-list", "demand"] as const) {
      for (const { text } of await papers(kind, "kk", undefined, more)) {
        expect(text).toContain("3 наурыздағы хат алмасу");
        expect(text).not.toContain("____________ (ортақ жауаптылықтың негізі)");
      }
      for (const { text } of await papers(kind, "kk")) expect(text).not.toContain("переписка");
      for (const { text } of await papers(kind, "ru", "", more)) expect(text).not.toContain("хат");
    }
    const nobody = jointFacts().dossier;
    const asked = (why: string, whyKk: string | null) =>
      untranslatedIn(
        nobody.fields,
        [],
        [wordsOfJoint({ why, whyKk })].flatMap((one) => one ?? []),
      );
    expect(asked("переписка от 3 марта", null)).toEqual(["kk"]);
    expect(asked("", "3 наурыздағы хат алмасу")).toEqual(["ru"]);
    // A reason written before there were two fields counts for the language it is in.
    expect(asked("3 наурыздағы хат алмасу", null)).toEqual(["ru"]);
    expect(asked("переписка от 3 марта", "3 наурыздағы хат алмасу")).toEqual([]);
  });

  it("are a demand to each defendant, of the whole sum", async () => {
    const demands = await papers("demand");
    expect(demands.map((one) => one.fileName)).toEqual([
      "претензия.docx",
      "претензия-2.docx",
      "претензия-3.docx",
    ]);
    expect(demands[1]?.text).toContain("Кому: Ахметов Серик");
    for (const { text } of demands) expect(text).toContain("1\u00a0500,00 тенге");
  });
});
