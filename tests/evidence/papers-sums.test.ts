import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import { NOBODY } from "../../contract/dossier.ts";
import type { PaperKind, PaperLanguage } from "../../contract/papers.ts";
import { type ClaimDossier, NO_FIELDS } from "../../server/dossier/dossier.store.ts";
import type { CaseFacts } from "../../server/evidence/case-facts.ts";
import { claimPapers, whyNot } from "../../server/evidence/papers/papers.ts";
import type { PaperFacts } from "../../server/evidence/papers/values.ts";
import { PAPER_WORDS } from "../../server/evidence/texts/papers/papers.ts";
import { caseFacts } from "../support/case-facts.ts";
import { bareDossier } from "../support/paper-facts.ts";

const KASPI = "KZ69722C054074162988";
const DOLLARS = "KZ32722C054074162999";
const LOAN = {
  lender: "АО «Кредит Плюс»",
  contract: "77-К",
  day: "2026-02-03",
  amount: "50000000",
  currency: "KZT",
};

/**
 * A victim paid 1,000; 300 came back by a bank's row, 150 by a payment that a person wrote down.
 */
function returned(change: Partial<ClaimDossier> = {}): PaperFacts {
  const facts = caseFacts([
    { from: "v1", to: KASPI, amount: 1_000_00n, stolen: "25750011" },
    { from: KASPI, to: "v1", amount: 300_00n },
  ]);
  const paid = {
    id: "P1",
    claim: "C1-1",
    case: "C1",
    currency: "KZT",
    amount: 150_00n,
    day: 20_520,
  };
  const written = {
    ...paid,
    source: "dropper",
    receipt: "№ 9",
    payer: null,
    at: 0,
    by: "t",
    penalty: 0n,
  };
  const states = facts.states.map((state) => ({
    ...state,
    paid: [{ ...paid, by: "payment" as const, payer: null, at: null, parts: [] }],
    outstanding: 550_00n,
  }));
  const payments: CaseFacts["payments"] = [{ ...written, source: "dropper" }];
  return of({ ...facts, states, payments }, { asked: 550_00n, price: 550_00n, ...change });
}

function of(facts: CaseFacts, change: Partial<ClaimDossier> = {}): PaperFacts {
  const [claim] = facts.claims;
  if (!claim) throw new Error("no claim was formed");
  const dossier = bareDossier(claim, { accounts: [{ number: KASPI, bank: null }], ...change });
  return { facts, claim, dossier, office: null, fingerprint: "ab".repeat(32), day: "2026-11-29" };
}

async function papers(found: PaperFacts, kind: PaperKind, language: PaperLanguage = "ru") {
  const files = await claimPapers(found, {
    kinds: [kind],
    language,
    formats: ["docx"],
    template: (one) => ({ path: "built-in", text: PAPER_WORDS[language].templates[one] }),
  });
  return files.map(({ body }) =>
    (new PizZip(body).file("word/document.xml")?.asText() ?? "")
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]+>/g, "")
      .replaceAll("\u00a0", " "),
  );
}

describe("the sums of a claim's papers", () => {
  it("say what was received, what came back and what is left, the same in every paper", async () => {
    for (const kind of ["claim-statement", "demand", "calculation", "transfers-list"] as const) {
      const [text = ""] = await papers(returned(), kind);
      expect(text, kind).toMatch(/: 1 000,00 тенге|на сумму 1 000,00 тенге/);
      expect(text, kind).toContain("Возвращено: 450,00 тенге");
      expect(text, kind).toContain("Остаток: 550,00 тенге");
      expect(text, kind).not.toContain("700,00");
    }
  });

  it("list each return in a row of its own, with its direction, and never as a transfer", async () => {
    for (const kind of ["demand", "calculation", "transfers-list"] as const) {
      const [text = ""] = await papers(returned(), kind);
      expect(text, kind).toContain(`переводом со счёта ${KASPI} на счёт v1`);
      expect(text, kind).toContain("уплачено ответчиком, документ № 9");
      expect(text, kind).not.toMatch(/[-−]300,00/);
      expect(text.match(/300,00/g), kind).toHaveLength(1);
    }
    // Nothing came back before: no empty heading.
    const [text = ""] = await papers(
      of(caseFacts([{ from: "v1", to: KASPI, amount: 5n, stolen: "1" }])),
      "demand",
    );
    expect(text).not.toContain("Возвращено");
  });

  it("keep the subject of a filed suit, and secure no more than is outstanding", async () => {
    for (const [language, subject, since, arrest] of [
      ["ru", "взыскание с ответчика 1 000,00 тенге", "возвращено: 450,00", "в пределах 550,00"],
      ["kk", "жауапкерден 1 000,00 теңге", "қайтарылғаны: 450,00", "ақшаға 550,00"],
    ] as const) {
      const before = returned({ filedOn: "2020-01-01", asked: 1_000_00n });
      const states = before.facts.states.map((state) => ({ ...state, notBack: 550_00n }));
      const filed = { ...before, facts: { ...before.facts, states } };
      const [text = ""] = await papers(filed, "security", language);
      for (const said of [subject, since, arrest, "№ 9"]) expect(text).toContain(said);
      // Before the filing there is one sum only.
      const [draft = ""] = await papers(returned(), "security", language);
      expect(draft).not.toContain(since.slice(0, 12));
    }
  });

  it("speak of other claims only where money came back on them", async () => {
    const { returned: words } = PAPER_WORDS.ru;
    for (const [elsewhere, rows] of [
      [0n, ["№ 9\n100,00 тенге"]],
      [100_00n, [`${words.elsewhere}\n100,00 тенге`]],
    ] as const) {
      // Of the payment of 150 the suit as filed counted 50; the bank's row is in it.
      const before = returned({ filedOn: "2020-01-01", asked: 650_00n });
      const states = before.facts.states.map((state) => ({
        ...{ ...state, repaid: [], elsewhere },
        notBack: 550_00n,
      }));
      const [text = ""] = await papers(
        { ...before, facts: { ...before.facts, states } },
        "security",
      );
      for (const row of rows) expect(text.replaceAll(/\n+/g, "\n")).toContain(row);
      expect(text.includes(words.elsewhere)).toBe(elsewhere > 0n);
    }
  });

  it("are no papers that ask for money once nothing is outstanding, nor of a claim that is over", async () => {
    const { facts, claim, dossier } = returned();
    const states = facts.states.map((state) => ({ ...state, outstanding: 0n }));
    const whole = of({ ...facts, states }, { ...dossier, asked: 0n, price: 0n });
    for (const kind of ["claim-statement", "demand", "security", "return-notice"] as const) {
      expect(await papers(whole, kind), kind).toEqual([]);
      const closed = { ...returned(), claim: { ...claim, status: "closed" as const } };
      expect(await papers(closed, kind), kind).toEqual([]);
    }
    expect((await papers(whole, "calculation"))[0]).toContain("Остаток: 0,00 тенге");
  });
});

describe("a claim that the court has decided", () => {
  it("has no demand and no motion for security, until an appeal; a notice to a bank it has", async () => {
    const { claim } = returned();
    const move = (from: ClaimStatus, to: ClaimStatus, facts: StepFacts) => ({
      ...{ from, to, facts, by: "t", at: 0, reason: null },
    });
    const judged = move("filed", "judgment", { day: "2026-11-30" });
    const moves = [move("approved", "filed", { day: "2026-11-10" }), judged];
    for (const status of ["judgment", "in-force", "enforcement"] as const) {
      const decided = { ...returned(), claim: { ...claim, status, moves } };
      expect(await papers(decided, "demand"), status).toEqual([]);
      expect(await papers(decided, "security"), status).toEqual([]);
      expect(whyNot(decided, "demand")).toBe("decided");
      expect(await papers(decided, "return-notice"), status).not.toEqual([]);
    }
    const appeal = [...moves, move("judgment", "filed", { day: "2026-12-10" })];
    const again = { ...returned(), claim: { ...claim, status: "filed" as const, moves: appeal } };
    expect(whyNot(again, "security")).toBeNull();
  });
});

describe("a paper states only what is known", () => {
  it("a letter about a loan is made of each loan a person wrote down, and of none else", async () => {
    expect(await papers(returned(), "loan-suspension")).toEqual([]);
    const second = { ...LOAN, lender: "МФО «Быстро»", contract: "8" };
    const found = returned({ fields: { ...NO_FIELDS, loans: [LOAN, second] } });
    const [first = "", other = ""] = await papers(found, "loan-suspension");
    for (const said of ["АО «Кредит Плюс»", "№ 77-К от 03.02.2026", "500 000,00 тенге"])
      expect(first).toContain(said);
    expect(other).toContain("МФО «Быстро»");
    expect(first).not.toContain("признан ");
    const [kazakh = ""] = await papers(found, "loan-suspension", "kk");
    expect(kazakh).toContain("шарт № 77-К");
    expect(kazakh).not.toContain("деп танылды");
  });

  it("a motion for security says that the claim is filed only once it is", async () => {
    const [before = ""] = await papers(returned(), "security");
    expect(before).not.toContain("Иск подан");
    expect(before).toContain("подаётся одновременно с исковым заявлением");
    const facts = { court: "Суд", reference: "2-15/26", day: "2026-11-10" };
    const filed = { from: "approved", to: "filed", facts, by: "t", at: 0, reason: null } as const;
    const found = returned({ filedOn: "2026-11-10" });
    const claim = { ...found.claim, moves: [filed] };
    const [after = ""] = await papers({ ...found, claim }, "security");
    expect(after).toContain("Иск подан 10.11.2026, № 2-15/26.");
    expect(after).not.toContain("одновременно");
    const [kazakh = ""] = await papers({ ...found, claim }, "security", "kk");
    expect(kazakh).toContain("Талап қою арызы сотқа берілді: 10.11.2026");
  });

  it("a notice to return money keeps to the claim's currency, accounts and outstanding sum", async () => {
    const dollars = caseFacts([
      { from: "v1", to: DOLLARS, amount: 1_000_50n, currency: "USD", stolen: "1" },
    ]);
    const states = dollars.states.map((state) => ({ ...state, outstanding: 500_50n }));
    const accounts = [KASPI, DOLLARS].map((number) => ({ number, bank: null }));
    const [text = ""] = await papers(
      of({ ...dollars, states }, { accounts, asked: 500_50n, price: null }),
      "return-notice",
    );
    expect(text).toContain("____ USD, но не более 500,50 USD");
    expect(text).toContain("1 000,50 USD");
    expect(text).toContain(DOLLARS);
    expect(text).not.toContain(KASPI);
    expect(text).not.toContain("тенге");
  });

  it("name a minor defendant with the representative, known or a marked blank", async () => {
    const { defendant } = bareDossier(returned().claim);
    const minor = { ...defendant, iin: "100203500126", birthDate: "2010-02-03" };
    for (const kind of ["claim-statement", "demand"] as const) {
      const [blank = ""] = await papers(returned({ defendant: minor }), kind);
      expect(blank).toContain(
        "законный представитель: ____________ (законный представитель ответчика)",
      );
      const known = { ...minor, representative: "Омаров Б., отец" };
      const [named = ""] = await papers(returned({ defendant: known }), kind);
      expect(named).toContain("законный представитель: Омаров Б., отец");
      const [adult = ""] = await papers(returned({ defendant }), kind);
      expect(adult).not.toContain("законный представитель");
    }
    for (const kind of ["calculation", "transfers-list", "defendants-list", "consent"] as const) {
      const [blank = ""] = await papers(returned({ defendant: minor }), kind);
      expect(blank, kind).toMatch(
        /законный представитель(?: ответчика)?: ____________ \(законный представитель ответчика\)/i,
      );
      const [adult = ""] = await papers(returned({ defendant }), kind);
      expect(adult, kind).not.toMatch(/законный представитель/i);
    }
  });

  it("state in the consent the reason as the office wrote it, of the victim and not as his own words", async () => {
    const written = { whyNotSelf: "Потерпевший является пенсионером" };
    const fields = { ...bareDossier(returned().claim).fields, ...written };
    const [consent = ""] = await papers(returned({ fields }), "consent");
    expect(consent).toContain(
      "Причина, по которой потерпевший не может сам обратиться в суд: Потерпевший является пенсионером.",
    );
    expect(consent).not.toContain("не могу");
  });

  it("name the article on the juvenile court where a party is a minor, beside that of residence", async () => {
    const { defendant, victim } = bareDossier(returned().claim);
    const born = { iin: "100203500126", birthDate: "2010-02-03" };
    const change = { minor: { defendant: { ...defendant, ...born } }, adult: { defendant } };
    const ground = async (of: Parameters<typeof returned>[0], language: "ru" | "kk") =>
      (await papers(returned(of), "claim-statement", language))[0] ?? "";
    const russian =
      "части третьей статьи 27, статей 29, 54, 148 и 149 Гражданского процессуального";
    const kazakh = "процестік кодексінің 27-бабының үшінші бөлігі, 29, 54, 148 және 149-баптары";
    expect(await ground(change.minor, "ru")).toContain(russian);
    expect(await ground(change.minor, "kk")).toContain(kazakh);
    expect(await ground({ victim: { ...victim, ...born } }, "ru")).toContain(russian);
    expect(await ground(change.adult, "ru")).toContain("кодекса, статей 29, 54, 148 и 149");
    expect(await ground(change.adult, "kk")).toContain("кодексінің 29, 54, 148 және 149-баптары");
  });

  it("take a court typed as the table has it for that court, in Kazakh too", async () => {
    const court = { ru: "Медеуский районный суд", kk: "Медеу аудандық соты" };
    const table = { ...court, juvenile: false, source: "", checked: true };
    const fields = { ...NO_FIELDS, court: court.ru };
    const [kazakh = ""] = await papers(returned({ fields, court: table }), "claim-statement", "kk");
    expect(kazakh).toContain(court.kk);
    expect(kazakh).not.toContain(court.ru);
  });

  it("print a blank for words in the other language, and those of their own where they stand", async () => {
    const fields = {
      ...NO_FIELDS,
      court: "Талгарский районный суд",
      whyNotSelf: "иностранец, не владеет языком",
      circumstances: "Потерпевший перевёл деньги лжесотруднику банка.",
      circumstancesKk: "Жәбірленуші ақшаны жалған банк қызметкеріне аударды.",
    };
    const defendant = {
      ...bareDossier(returned().claim).defendant,
      address: "Алматинская область, г. Талгар",
    };
    const [kazakh = ""] = await papers(returned({ fields, defendant }), "claim-statement", "kk");
    expect(kazakh).toContain("(соттың атауы)");
    expect(kazakh).toContain("(жауапкердің мекенжайы)");
    expect(kazakh).toContain("жалған банк қызметкеріне аударды");
    expect(kazakh).not.toMatch(/суд|иностранец|область|лжесотруднику/);
    const [russian = ""] = await papers(returned({ fields, defendant }), "claim-statement");
    for (const said of [fields.court, fields.whyNotSelf, fields.circumstances, "г. Талгар"])
      expect(russian).toContain(said);
    expect(russian).not.toContain("қызметкеріне");
  });

  it("a minor signs no consent, and the representative signs where the office wants one", async () => {
    const victim = { ...NOBODY, id: "1", role: "victim" as const, name: "Сапарова А." };
    const minor = { ...victim, birthDate: "2012-02-03", representative: "Сапарова Б., мать" };
    expect(await papers(returned({ victim: minor }), "consent")).toEqual([]);
    for (const language of ["ru", "kk"] as const) {
      const { consent } = PAPER_WORDS[language].templates;
      const signs = consent.split("\n").filter((line) => line.includes("____ {"));
      expect(signs.map((line) => [line.slice(0, 14), /\{.*\}/.exec(line)?.[0]])).toEqual([
        ["! victim.minor", "{victim.name}"],
        ["? victim.minor", "{victim.representative}"],
      ]);
    }
  });
});
