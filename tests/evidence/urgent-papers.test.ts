import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { PaperLanguage } from "../../contract/papers.ts";
import type { Place, UrgentKind } from "../../contract/reports.ts";
import {
  URGENT_WORDS,
  type UrgentFacts,
  urgentPaper,
  writtenLetter,
} from "../../server/evidence/urgent/urgent-papers.ts";
import { folderOf } from "../../server/reports/urgent.store.ts";

const FACTS: UrgentFacts = {
  report: "25750011",
  reportedAt: null,
  lure: null,
  victim: { name: "Сапарова Айгүл", iin: null, accounts: [] },
  transfers: [],
  exits: [
    {
      kind: "cash",
      account: null,
      name: null,
      bank: "722",
      amount: "500000",
      currency: "KZT",
      at: null,
    },
  ],
  iins: {},
  office: { name: "Прокуратура", signer: "прокурор района А. Б. Серикбаев" },
  investigator: "Ахметова Динара",
  terms: {
    block: "2026-12-04",
    restriction: "2026-12-08",
    judge: "2026-11-30",
    loan: "2026-12-01",
  },
  lender: null,
  loan: null,
  day: "2026-11-28",
};

const AT = Date.parse("2026-11-30T09:12:00+05:00");
const PAID = {
  ...{ at: AT, dayOnly: false, from: "KZ94-1", bank: null },
  ...{ amount: "190000000", currency: "KZT" },
};
const CARD: Place = {
  ...{ account: "440043******1234", phone: "77015554433", holder: "Алдияр К.", bank: "722" },
  ...{ currency: "KZT", held: "0", beyondData: "25000000", heldLeast: "0", heldMost: "0" },
  ...{ knownUntil: null, partlyUntil: null, cameAt: AT, dayOnly: false, reported: "25000000" },
  notThere: "0",
};

async function letter(
  kind: UrgentKind,
  language: PaperLanguage,
  facts = FACTS,
  places: readonly Place[] = [],
): Promise<string> {
  const template = { path: "built-in", text: URGENT_WORDS[language].templates[kind] };
  const written = writtenLetter(facts, { kind, bank: "722", places }, language, template);
  const options = { kind, language, formats: ["docx"], day: facts.day } as const;
  const [file] = await urgentPaper(written, options);
  return (new PizZip(file?.body as Buffer).file("word/document.xml")?.asText() ?? "")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "");
}

describe("letters of the first hour", () => {
  it("a decree is the investigator's, and the prosecutor gets a copy", async () => {
    const said = await letter("restriction", "ru");
    expect(said).toContain("досудебное расследование: Ахметова Динара");
    expect(said).toContain("Подпись ____________________ Ахметова Динара");
    expect(said).toContain("прокурору ____________ (должность, Ф. И. О. прокурора)");
    expect(said).not.toContain("Серикбаев");
    const unknown = await letter("restriction", "kk", { ...FACTS, investigator: null });
    expect(unknown).toContain("____________ (сотқа дейінгі тергеп-тексеруді жүзеге асыратын");
    expect(unknown).not.toContain("Серикбаев");
  });

  it("a bank reads the victim's payment as a fact, and the phone that was told beside a card", async () => {
    const facts: UrgentFacts = {
      ...FACTS,
      victim: { name: "Сапарова Айгүл", iin: "850101400120", accounts: ["KZ94-1"] },
      transfers: [
        { ...PAID, to: "KZ876010007714000002" },
        { ...PAID, amount: "25000000", to: "440043******1234, +7 701 555 44 33" },
      ],
    };
    for (const kind of ["block", "restriction"] as const)
      for (const language of ["ru", "kk"] as const) {
        const said = await letter(kind, language, facts, [CARD]);
        for (const one of ["850101400120", "KZ94-1", "30.11.2026 09:12", "1\u00a0900\u00a0000,00"])
          expect(said).toContain(one);
        expect(said).toContain("440043******1234, +7\u00a0701\u00a0555\u00a044\u00a033");
        // Of an account of another bank it reads the bank alone.
        expect(said).not.toContain("KZ876010007714000002");
        expect(said).toMatch(/Народный Банк Казахстана|Қазақстан Халық Банкі/);
      }
  });

  it("a bank reads that the account's statement does not show what the victim says", async () => {
    for (const kind of ["incident", "block", "return"] as const) {
      const disproved = { ...CARD, account: "KZ48722C045560744384", notThere: "25000000" };
      const said = await letter(kind, "ru", FACTS, [disproved]);
      expect(said).toContain(
        "KZ48722C045560744384, +7\u00a0701\u00a0555\u00a044\u00a033 охватывает время",
      );
      expect(said).toContain("поступления 250\u00a0000,00 тенге в ней нет");
      expect(said).not.toContain("Похищенные деньги поступили");
      expect(await letter(kind, "kk", FACTS, [disproved])).toContain(
        "250\u00a0000,00 теңге түсімі жоқ",
      );
      expect(await letter(kind, "ru", FACTS, [CARD])).not.toContain("охватывает время");
    }
    expect(await letter("block", "ru", FACTS, [CARD])).toContain("Похищенные деньги поступили");
  });

  it("a bank is never told of another bank where nobody knows which it is", async () => {
    const to = (to: string, bank: string | null = null) => ({ ...PAID, to, bank });
    const transfers = [
      ...[to("KZ876010007714000002"), to("440043******9876"), to("4400430211229877")],
      ...[to("+7\u00a0702\u00a0555\u00a044\u00a033", "965"), to("EXIT:cash:722", "722")],
    ];
    for (const [language, unknown, cash] of [
      ["ru", "банк не установлен", "наличные"],
      ["kk", "банк анықталмаған", "қолма-қол"],
    ] as const) {
      const said = await letter("block", language, { ...FACTS, transfers }, [CARD]);
      expect(said).toContain(`${unknown}, 440043******9876`);
      expect(said).toContain(`${unknown}, 440043******9877`);
      expect(said).toContain("ForteBank");
      expect(said).not.toContain("702");
      expect(said).toContain(cash);
      expect(said).not.toMatch(/другой банк|басқа банк|EXIT/);
    }
  });

  it("a further one names those that were sent, and says what is new", async () => {
    const place = (account: string, beyondData: string) => ({
      ...{ ...CARD, account, phone: null, beyondData },
    });
    const places = [place("KZ876010007714000002", "120000000"), place("KZ29601", "30000000")];
    const said = async (language: PaperLanguage, accounts: string[], sum: string) => {
      const earlier = {
        ...{ number: "2-11-9001", day: "2026-11-30", accounts },
        sums: accounts.map((one) => [one, sum] as const),
      };
      const template = { path: "built-in", text: URGENT_WORDS[language].templates.block };
      const letter = { kind: "block", bank: "601", places, earlier: [earlier] } as const;
      const written = writtenLetter(FACTS, letter, language, template);
      const how = { kind: "block", language, formats: ["docx"], day: FACTS.day } as const;
      const [file] = await urgentPaper(written, how);
      const xml = new PizZip(file?.body as Buffer).file("word/document.xml")?.asText() ?? "";
      return xml.replace(/<[^>]+>/g, "").replaceAll("\u00a0", " ");
    };
    const [same, gone] = ["KZ876010007714000002", "KZ11601"];
    const ru = await said("ru", [same, gone], "1 900 000,00 тенге");
    expect(ru).toContain("в банк уже направлено: № 2-11-9001 от 30.11.2026. Сумма по счёту");
    expect(ru).toContain(`${same}: было 1 900 000,00 тенге, стало 1 200 000,00 тенге;`);
    expect(ru).toContain("KZ29601: названо впервые, 300 000,00 тенге;");
    expect(ru).toContain(`${gone}: больше не названо, было 1 900 000,00 тенге.`);
    const kk = await said("kk", [same], "1 900 000,00 теңге");
    expect(kk).toContain("бұрын жіберілді: 30.11.2026 № 2-11-9001.");
    expect(kk).toContain("KZ29601: алғаш рет аталды, 300 000,00 теңге.");
    // A letter about other accounts is about other money.
    expect(await said("ru", [gone], "1,00 тенге")).not.toContain("2-11-9001");
  });

  it("a sentence says what the money is that left the banks", async () => {
    expect(await letter("incident", "ru")).toContain(
      "Часть похищенных денег ушла из банков:\n– наличные",
    );
    expect(await letter("incident", "kk")).toContain("Ұрланған ақшаның бір бөлігі");
    expect(await letter("incident", "ru", { ...FACTS, exits: [] })).not.toContain("ушла из");
  });

  it("a block is asked for by the law that lets a bank do it", async () => {
    expect(await letter("block", "ru")).toContain("статьи 25-1 Закона");
    expect(await letter("block", "kk")).toContain("Заңының 25-1-бабы");
  });

  it("a lender reads its legal name, and contract, day and sum of the loan", async () => {
    const facts: UrgentFacts = {
      ...{ ...FACTS, lender: "Halyk Bank", loan: "АВ-12/3", loanDay: "2026-11-01" },
      loanSum: { amount: "150000000", currency: "KZT" },
    };
    const ru = await letter("loan", "ru", facts);
    expect(ru).toContain("Народный Банк Казахстана");
    expect(ru).toContain(
      "по договору № АВ-12/3 от 01.11.2026 на сумму 1\u00a0500\u00a0000,00 тенге были",
    );
    const kk = await letter("loan", "kk", facts);
    expect(kk).toContain("Қазақстан Халық Банкі");
    expect(kk).toContain(
      "01.11.2026 жасалған № АВ-12/3 (сомасы 1\u00a0500\u00a0000,00 теңге) шарт бойынша",
    );
    const told = { ...FACTS, lender: "МФО «Жедел»", loan: "№ 5 от 01.11.2026" };
    const free = await letter("loan", "ru", told);
    expect(free).toContain("МФО «Жедел»");
    expect(free).toContain("по договору № 5 от 01.11.2026 были");
    expect(await letter("loan", "ru")).toContain("____________ (№ и дата договора)");
  });

  it("a decree names the criminal case where somebody wrote its number down", async () => {
    for (const language of ["ru", "kk"] as const) {
      const said = await letter("restriction", language, { ...FACTS, erdr: "267500031000456" });
      expect(said).toContain("№ 267500031000456");
    }
    expect(await letter("restriction", "ru")).toContain("____________ (номер в ЕРДР)");
  });

  it("a bank has one folder, whichever of its names was written, and none begins with a hyphen", () => {
    const of = (lender: string | null) =>
      folderOf({ kind: "loan", bank: null }, { language: "ru", lender });
    for (const name of [
      "Halyk Bank",
      "«Қазақстан Халық Банкі» АҚ",
      "АО «Народный Банк Казахстана»",
    ])
      expect(of(name)).toBe("Halyk-Bank");
    expect(of("«Жедел несие» МҚҰ")).toBe("Жедел-несие-МҚҰ");
    expect(of(null)).toBe("банк-не-установлен");
    expect(of("«»")).toBe("банк-не-установлен");
  });
});
