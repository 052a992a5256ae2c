import { describe, expect, it } from "vitest";
import { type PaperLanguage, paperKind } from "../../contract/papers.ts";
import { type ClaimDossier, NO_FIELDS } from "../../server/dossier/dossier.store.ts";
import type { CaseFacts } from "../../server/evidence/case-facts.ts";
import { filledIn } from "../../server/evidence/papers/markup.ts";
import { claimPapers } from "../../server/evidence/papers/papers.ts";
import type { PaperFacts } from "../../server/evidence/papers/values.ts";
import { paperValues } from "../../server/evidence/papers/values.ts";
import { PAPER_WORDS } from "../../server/evidence/texts/papers/papers.ts";
import { HOSTILE_TEXTS } from "../support/hostile-facts.ts";
import {
  builtIn,
  docx,
  FORTE,
  KASPI,
  LANGUAGES,
  linesOf,
  paperFacts,
  part,
  party,
} from "../support/written-papers.ts";

describe("papers of a claim", () => {
  it("exist in Russian and Kazakh, open again, and are the same bytes for the same state", async () => {
    for (const language of LANGUAGES) {
      const options = {
        kinds: [...paperKind.options],
        language,
        formats: ["docx", "pdf"],
        template: builtIn(language),
      } as const;
      const loan = { lender: "АО Банк", contract: "7", day: "2026-01-02", amount: "100" };
      const fields = { ...NO_FIELDS, loans: [{ ...loan, currency: "KZT" }] };
      const made = await claimPapers(paperFacts({ fields }), options);
      // Two of the thirteen go to each of two banks, one to the bank to which the money came.
      expect(made).toHaveLength(2 * (10 + 2 * 2 + 1));
      expect(new Set(made.map(({ fileName }) => fileName)).size).toBe(made.length);
      // Making a PDF is slow: two papers stand for all of them.
      const kinds = ["claim-statement", "security"] as const;
      const again = await claimPapers(paperFacts({ fields }), { ...options, kinds });
      for (const { fileName, body } of again)
        expect(made.find((one) => one.fileName === fileName)?.body.equals(body)).toBe(true);
    }
  });

  it("mark what is unknown as a blank and say what belongs there", async () => {
    const [paper] = await docx(paperFacts(), "claim-statement");
    const said = paper?.lines.join("\n") ?? "";
    for (const blank of ["наименование суда", "адрес ответчика", "дата рождения потерпевшего"])
      expect(said).toContain(`____________ (${blank})`);
    expect(paper?.xml).toContain('<w:highlight w:val="yellow"/>');
    expect(said).not.toMatch(/[{}]|null|undefined/);
  });

  it("take court, consent, circumstances and the way the fee was decided from the dossier", async () => {
    const dossier: Partial<ClaimDossier> = {
      fields: {
        ...NO_FIELDS,
        court: "Медеуский районный суд города Алматы",
        consent: "заявление от 01.03.2026",
        whyNotSelf: "болезнь",
        circumstances: "Истцу позвонили «из банка».",
        fee: "exempt",
        feeBasis: "статья 616",
      },
    };
    const [paper] = await docx(paperFacts(dossier), "claim-statement");
    const said = paper?.lines ?? [];
    expect(said[0]).toBe("Медеуский районный суд города Алматы");
    expect(said.join("\n")).toContain("Согласие потерпевшего на обращение прокурора: заявление");
    expect(said.join("\n")).toContain("освобождён от уплаты государственной пошлины: статья 616.");
    expect(said.join("\n")).toContain("в пользу истца 1\u00a0000,00 тенге");
  });

  it("have no Russian words in Kazakh papers: fee, representative and source of a rate are blanks", async () => {
    const fields = {
      ...{ ...NO_FIELDS, fee: "exempt" as const, feeBasis: "статья 616 Налогового кодекса" },
      rate: { rate: "540.00", day: "2026-11-28", source: "официальный курс Национального Банка" },
    };
    const mother = "мать Әбділдина Сауле Маратқызы, ИИН 830101403131";
    const birth = "2012-05-05";
    const victim = { ...party("victim"), birthDate: birth, representative: mother };
    const said = async (language: PaperLanguage, more: Partial<ClaimDossier>) => {
      const dossier = { fields, victim, price: 540_000_00n, ...more };
      return (
        (await docx(paperFacts(dossier), "claim-statement", language))[0]?.lines.join("\n") ?? ""
      );
    };
    const kazakh = await said("kk", {});
    for (const russian of ["статья", "мать", "ИИН", "официальный"])
      expect(kazakh).not.toContain(russian);
    expect(kazakh).toContain("мемлекеттік баждан босатылған: ____________");
    const both = {
      ...{ ...fields, feeBasisKk: "Салық кодексінің 616-бабы" },
      rateSourceKk: "Ұлттық Банктің ресми бағамы",
    };
    const told = await said("kk", { fields: both });
    for (const words of [
      "босатылған: Салық кодексінің 616-бабы",
      "Бағамның көзі: Ұлттық Банктің ресми бағамы",
    ])
      expect(told).toContain(words);
    expect(await said("ru", {})).toContain("официальный курс Национального Банка");
    // Decided to be paid, no receipt yet: just the receipt is asked for.
    const paid = await said("ru", { fields: { ...NO_FIELDS, fee: "pay" } });
    expect(paid).toContain("пошлина уплачена: ____________ (номер и дата квитанции)");
    expect(paid).not.toContain("или основание освобождения");
    expect(paid).toContain("Документ об уплате государственной пошлины");
    expect(paid).not.toContain("об освобождении от неё");
    expect(paid).toContain("Документ о полномочиях законного представителя");
  });

  it("ask for what was outstanding on the day of filing, and say what came back before", async () => {
    const sum = paperFacts().claim.amount;
    const dossier = { asked: sum - 400_00n, price: sum - 400_00n };
    const [paper] = await docx(paperFacts(dossier), "claim-statement");
    const said = paper?.lines.join("\n") ?? "";
    expect(said).toContain("Цена иска: 600,00");
    expect(said).toContain("Возвращено: 400,00");
    expect(said).toContain("в пользу истца 600,00 тенге");
  });

  it("say what is known only from the victim's words, with its sum, and ask for none of it", async () => {
    const of = paperFacts();
    const recipient = { account: null, name: null, phone: null, bank: null };
    const said = { key: "k", amount: "3000000", currency: "KZT", at: null, dayOnly: false };
    const reports = of.facts.reports.map((one) => ({
      ...one,
      described: [{ ...said, recipient }],
    }));
    const facts = { ...of, facts: { ...of.facts, reports } };
    for (const [language, words] of [
      ["ru", "сумма: 30\u00a0000,00 тенге). Они известны только со слов потерпевшего"],
      ["kk", "сомасы: 30\u00a0000,00 теңге). Олар жәбірленушінің сөзінен ғана белгілі"],
    ] as const) {
      const [paper] = await docx(facts, "calculation", language);
      expect(paper?.lines.join("\n")).toContain(words);
      const [without] = await docx(of, "calculation", language);
      expect(without?.lines.join("\n")).not.toContain(words.slice(-30));
    }
  });

  it("keep the choice of fee that was filed; a fee that is paid is named with its sum", async () => {
    const fee = { amount: 463_800n, percent: 100, cap: 1n, source: "s", checked: false };
    const filing = {
      asked: 1n,
      price: 1n,
      rate: null,
      fee,
      feeChoice: { fee: "exempt" as const, feeBasis: "статья 616" },
      approval: null,
      returns: [],
      paidByEach: [],
      workedOutAt: null,
    };
    const fields = { ...NO_FIELDS, fee: "pay" as const };
    const said = async (change: Partial<ClaimDossier>) =>
      (await docx(paperFacts(change), "claim-statement"))[0]?.lines.join("\n") ?? "";
    const filed = await said({ filing, fee, fields });
    expect(filed).toContain("освобождён от уплаты государственной пошлины: статья 616");
    expect(filed).not.toContain("Сумма государственной пошлины");
    const draft = await said({ fee, fields });
    expect(draft).toContain("Сумма государственной пошлины: 4\u00a0638,00 тенге");
  });

  it("name a minor's representative and ask for no consent", async () => {
    const victim = { ...party("Сапарова А."), birthDate: "2010-02-03", representative: "мать" };
    const [paper] = await docx(paperFacts({ victim }), "claim-statement");
    const said = paper?.lines.join("\n") ?? "";
    expect(said).toContain("законный представитель: мать");
    expect(said).not.toContain("Согласие потерпевшего на обращение прокурора");
    expect(said).not.toContain("Документ о согласии");
  });

  it("to banks are one for each bank, with the accounts there only and its legal name", async () => {
    const made = await docx(paperFacts(), "freeze-request");
    expect(made.map(({ fileName }) => fileName)).toEqual([
      "приостановление-операций-722.docx",
      "приостановление-операций-965.docx",
    ]);
    const [kaspi, forte] = made.map(({ lines }) => lines.join("\n"));
    expect(kaspi).toContain("АО «Kaspi Bank»");
    expect(kaspi).toContain(KASPI);
    expect(kaspi).not.toContain(FORTE);
    expect(forte).toContain(FORTE);
    // The money came to one of the two: the other bank is not told that it did.
    expect(kaspi).toContain("деньги потерпевшего поступили владельцу следующих счетов в банке");
    expect(forte).toContain("получил в другом банке владелец следующих счетов");
    expect(await docx(paperFacts(), "return-notice")).toHaveLength(1);
    const [security] = await docx(paperFacts(), "security");
    for (const said of [KASPI, FORTE, "АО «ForteBank»"])
      expect(security?.lines.join("\n")).toContain(said);
  });

  it("mark each part of a request that nobody wrote down, and the bank that nobody named", async () => {
    const of = paperFacts();
    const asked = (request: Partial<CaseFacts["sources"][number]>): PaperFacts => {
      const sources = of.facts.sources.map((one) => ({ ...one, ...request }));
      return { ...of, facts: { ...of.facts, sources } };
    };
    const nothing = { requestNumber: null, requestDate: null, sanctionedBy: null };
    const [paper] = await docx(asked(nothing), "claim-statement");
    const said = paper?.lines.join("\n") ?? "";
    expect(said).toMatch(/Ответ банка _+ \([^)]*\) на запрос № ____________ \(номер запроса\)/);
    const [told] = await docx(asked({ ...nothing, handedBy: "Kaspi Bank" }), "claim-statement");
    expect(told?.lines.join("\n")).toContain("Ответ банка АО «Kaspi Bank» на запрос № ____");
    expect(said).toContain("санкция: ____________ (номер, дата, кто дал)");
    const known = asked({ ...nothing, requestNumber: "17-3/55", requestDate: "2026-11-01" });
    const [statement] = await docx(known, "claim-statement");
    expect(statement?.lines.join("\n")).toContain("№ 17-3/55 от 01.11.2026, санкция: ____");
    const [letter] = await docx(known, "cover-letter");
    expect(letter?.lines).toContain("Приложения");
    expect(statement?.lines.join("\n")).toContain("(электронная почта потерпевшего)");
  });

  it("have no Russian words of a sanction in a Kazakh paper, nor Kazakh ones in a Russian one", async () => {
    const of = paperFacts();
    const said = async (sanctionedBy: string, language: PaperLanguage) => {
      const sources = of.facts.sources.map((one) => ({ ...one, sanctionedBy }));
      const facts = { ...of, facts: { ...of.facts, sources } };
      const made = [
        ...(await docx(facts, "claim-statement", language)),
        ...(await docx(facts, "transfers-list", language)),
      ];
      return made.map(({ lines }) => lines.join("\n"));
    };
    const russian = "санкция прокурора города Костаная № 44 от 25.11.2026";
    const kazakh = "Қостанай қаласы прокурорының 25.11.2026 № 44 санкциясы";
    for (const paper of await said(russian, "ru")) expect(paper).toContain(russian);
    for (const paper of await said(russian, "kk")) {
      expect(paper).not.toContain("прокурора");
      expect(paper).toContain("санкция: ____________ (нөмірі, күні, кім берді)");
    }
    for (const paper of await said(kazakh, "kk")) expect(paper).toContain(kazakh);
    for (const paper of await said(kazakh, "ru")) expect(paper).not.toContain("прокурорының");
  });

  it("ask a bank to hold money by the law that lets it", async () => {
    for (const [language, law] of [
      ["ru", "статьи 25-1 Закона"],
      ["kk", "Заңының 25-1-бабы"],
    ] as const) {
      const [paper] = await docx(paperFacts(), "freeze-request", language);
      expect(paper?.lines.join("\n")).toContain(law);
    }
  });

  it("say on every page that a claim is a draft", async () => {
    const of = paperFacts();
    const header = async (status: "draft" | "filed", language: PaperLanguage) => {
      const [file] = await claimPapers(
        { ...of, claim: { ...of.claim, status } },
        { kinds: ["demand"], language, formats: ["docx"], template: builtIn(language) },
      );
      return part(file?.body as Buffer, "word/header1.xml");
    };
    expect(await header("draft", "ru")).toContain("ПРОЕКТ");
    expect(await header("draft", "kk")).toContain("ЖОБА");
    expect(await header("filed", "ru")).not.toContain("ПРОЕКТ");
  });

  it("keep headings with what follows, and a signature with the sum above it", async () => {
    const [paper] = await docx(paperFacts(), "claim-statement");
    const paragraphs = paper?.xml.split("</w:p>") ?? [];
    const keeps = (words: string) =>
      paragraphs.find((one) => one.includes(words))?.includes("<w:keepNext/>");
    expect(keeps("ПРОШУ:")).toBe(true);
    expect(keeps("20___ г.")).toBe(true);
    expect(keeps("Неустойка по статье 353")).toBe(false);
  });

  it("hold forty transfers, the inventory names every file with its hash", async () => {
    const of = paperFacts({}, 40);
    const [list] = await docx(of, "transfers-list");
    expect(list?.xml.split("<w:tr>").length).toBeGreaterThan(41);
    const made = await claimPapers(of, {
      kinds: ["inventory", "demand", "consent"],
      language: "ru",
      formats: ["docx"],
      template: builtIn("ru"),
    });
    expect(made.map(({ fileName }) => fileName)).toEqual([
      "претензия.docx",
      "согласие-потерпевшего.docx",
      "опись.docx",
    ]);
    const inventory = linesOf(made[2]?.body as Buffer);
    expect(inventory).toContain("претензия.docx");
    expect(inventory.filter((line) => /^[0-9a-f]{64}$/.test(line))).toHaveLength(2);
  });

  it("are written whatever people and banks wrote", async () => {
    for (const text of HOSTILE_TEXTS) {
      const of = paperFacts({ victim: party(text) });
      const fields = { ...of.dossier.fields, circumstances: text };
      const options = {
        language: "ru",
        formats: ["docx", "pdf"],
        template: builtIn("ru"),
      } as const;
      const hostile = { ...of, dossier: { ...of.dossier, fields } };
      await claimPapers(hostile, { ...options, kinds: ["claim-statement"] });
    }
  });
});

describe("the office's own text of a paper", () => {
  const values = paperValues(paperFacts(), "ru");
  const fill = (text: string) => filledIn({ path: "demand.ru.txt", text }, values);
  const said = (text: string) =>
    fill(text).map((block) =>
      block.kind === "table"
        ? block.rows.map((row) => row.map((runs) => runs.map((one) => one.text).join("")))
        : `${block.kind}: ${block.runs.map((one) => one.text).join("")}`,
    );

  it("is headings, lines at the right, conditions, lists and tables", () => {
    expect(
      said("# Заголовок\n> справа\n? consent: есть\n! consent: нет\n* accounts: - {accounts.n}"),
    ).toEqual(["heading: Заголовок", "right: справа", "paragraph: нет", "item: 1", "item: 2"]);
    expect(said("| № | Счёт |\n| {accounts.n} | {accounts.number} |")).toEqual([
      [
        ["1", KASPI],
        ["2", FORTE],
      ],
    ]);
  });

  it("begins a sentence with a capital letter, and leaves a name that stands alone", () => {
    const fields = { ...values.fields, consent: "прокурор района" };
    const of = (text: string) =>
      filledIn({ path: "x", text }, { ...values, fields }).flatMap((block) =>
        block.kind === "table" ? [] : block.runs.map((one) => one.text).join(""),
      );
    expect(of("{consent}, рассмотрев\n\n{consent}\n\n- {consent}, стоя")).toEqual([
      "Прокурор района, рассмотрев",
      "прокурор района",
      "прокурор района, стоя",
    ]);
  });

  it("is refused with every fault and its line", () => {
    expect(() => fill("{banc}\n\n? nothing: x\n| a | b |\n| {accounts.n} |\n* none: y")).toThrow(
      /demand\.ru\.txt.*line 1: there is nothing to put at \{banc\}; line 3: there is no field nothing; line 4: the heading has 2 cells, the row below 1; line 6: there is no list none/,
    );
    expect(() => fill("| a |")).toThrow("line 1: a table needs a second row");
    expect(() => fill("| a |\n| text |")).toThrow("names no list");
  });

  it("every built-in one names only fields that exist, and every blank has its words", () => {
    for (const language of LANGUAGES) {
      const { templates, blanks } = PAPER_WORDS[language];
      for (const kind of paperKind.options) {
        const known = paperValues(paperFacts(), language);
        const blocks = filledIn({ path: kind, text: templates[kind] }, known);
        const runs = blocks.flatMap((block) =>
          block.kind === "table" ? block.rows.flat(2) : block.runs,
        );
        for (const run of runs.filter((one) => one.blank)) {
          const [, own, inner] = /^_+(?: \((.*)\)|: (.*))$/s.exec(run.text) ?? [];
          const words = own ?? inner;
          expect(Object.values(blanks), `${kind}: ${run.text}`).toContain(words);
        }
      }
    }
  });
});
