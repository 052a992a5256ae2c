import { describe, expect, it } from "vitest";
import { isReduced, whyNotMade } from "../../contract/papers.ts";
import { type ClaimDossier, NO_FIELDS } from "../../server/dossier/dossier.store.ts";
import { claimPapers, whyNot } from "../../server/evidence/papers/papers.ts";
import type { PaperFacts } from "../../server/evidence/papers/values.ts";
import { caseFacts } from "../support/case-facts.ts";
import { bareDossier } from "../support/paper-facts.ts";
import { builtIn, KASPI, LANGUAGES, linesOf } from "../support/written-papers.ts";

const FILED = "2026-06-01";
const at = (day: string) => Date.parse(`${day}T10:00:00Z`);
const dayOf = (day: string) => Math.floor(at(day) / 86_400_000);

/**
 * 1,000 were filed on 1 June, and a penalty of 50. A bank's row of January and a payment of May,
 * both known since, brought back 300 and 150, and 20 of the penalty; 100 came after the filing.
 */
function filed(change: Partial<ClaimDossier> = {}): PaperFacts {
  const facts = caseFacts(
    [
      { from: "v1", to: KASPI, amount: 1_000_00n, stolen: "25750011" },
      { from: KASPI, to: "v1", amount: 300_00n },
    ],
    "fifo",
    1,
  );
  const [claim] = facts.claims;
  if (claim === undefined) throw new Error("no claim was formed");
  const payment = (id: string, amount: bigint, day: string, known: string) => ({
    ...{ id, claim: claim.id, amount, currency: "KZT", day: dayOf(day), receipt: `пп ${id}` },
    ...{ source: "dropper" as const, payer: null, at: at(known), by: "t" },
    penalty: id === "7" ? 20_00n : 0n,
  });
  const payments = [
    payment("7", 150_00n, "2026-05-10", "2026-06-20"),
    payment("8", 100_00n, "2026-06-15", "2026-06-15"),
  ];
  const states = facts.states.map((state) => ({
    ...state,
    paid: payments.map((one) => ({
      ...one,
      ...{ case: "C1", by: "payment" as const, at: one.at, parts: [] },
    })),
    ...{ outstanding: 450_00n, notBack: 450_00n },
  }));
  const step = { from: "demand", to: "filed", reason: null, by: "t", at: at(FILED) } as const;
  const said = { court: "Медеуский районный суд", reference: "7514-26-2/106", day: FILED };
  const sued = { ...claim, status: "filed" as const, moves: [{ ...step, facts: said }] };
  const terms = { from: "2026-03-10", until: "2026-05-31", rateDay: "2026-05-31" };
  const penalty = { ...terms, amount: 50_00n, paid: 0n, spans: [], rates: [] };
  const kept = { asked: 1_000_00n, price: 1_050_00n, rate: null, fee: null, approval: null };
  const dossier = bareDossier(claim, {
    ...{ filedOn: FILED, asked: 1_000_00n, askedByData: 550_00n, penalty, penaltyByData: 21_50n },
    ...{ price: 1_050_00n, priceByData: 571_50n, accounts: [{ number: KASPI, bank: null }] },
    filing: { ...kept, returns: [], paidByEach: [], workedOutAt: null },
    fields: { ...NO_FIELDS, court: said.court, courtKk: "Медеу аудандық соты" },
    ...change,
  });
  const all = { ...facts, claims: [sued], states, payments };
  const rest = { office: null, fingerprint: "ab".repeat(32), day: "2026-06-30" };
  return { facts: all, claim: sued, dossier, ...rest };
}

const made = (of: PaperFacts, language: "ru" | "kk") =>
  claimPapers(of, {
    ...{ kinds: ["claim-reduction"], language, formats: ["docx", "pdf"] },
    template: builtIn(language),
  });
const textOf = async (of: PaperFacts, language: "ru" | "kk") =>
  linesOf((await made(of, language))[0]?.body ?? Buffer.of())
    .join("\n")
    .replaceAll("\u00a0", " ");

describe("the statement that the sum asked is reduced", () => {
  it("names court, number, what was filed, what became known and what is asked now", async () => {
    const text = await textOf(filed(), "ru");
    for (const said of [
      "Медеуский районный суд",
      "Иск подан в суд 01.06.2026, № 7514-26-2/106",
      "долг: 1 000,00 тенге",
      "неустойка по статье 353 Гражданского кодекса с 10.03.2026 по 31.05.2026: 50,00 тенге",
      "цена иска: 1 050,00 тенге",
      "пп 7",
      "20.06.2026",
      "в иске не учтён: 450,00 тенге",
      "с 1 000,00 тенге до 550,00 тенге",
      "с 50,00 тенге до 21,50 тенге",
      "считать ценой иска 571,50 тенге",
      "Кроме того, после подачи иска возвращено: 100,00 тенге",
      "Остаток долга на 30.06.2026: 450,00 тенге",
      "____________ (статья об уменьшении размера исковых требований)",
    ])
      expect(text).toContain(said);
    // Money that came after the filing is no row of the money before it.
    expect(text).not.toContain("пп 8");
    const rows = text.split("\n").filter((line) => /^(300|150|20),00 тенге$/.test(line));
    expect(rows).toEqual(["300,00 тенге", "150,00 тенге", "20,00 тенге"]);
    const kazakh = await textOf(filed(), "kk");
    for (const said of [
      "Медеу аудандық соты",
      "бұрынғысы 1 000,00 теңге, енді 550,00 теңге",
      "571,50 теңге",
      "(талап қою талаптарының мөлшерін азайту туралы бабы)",
    ])
      expect(kazakh).toContain(said);
    expect(kazakh).not.toMatch(/\([a-z-]+(\.[a-z-]+)*\)/);
  });

  it("is the same bytes for the same state, and says no penalty where none was filed", async () => {
    for (const language of LANGUAGES)
      expect(await made(filed(), language)).toEqual(await made(filed(), language));
    const text = await textOf(filed({ penalty: null, penaltyByData: null }), "ru");
    expect(text).not.toContain("неустойки");
  });

  it("is made only while the court has not decided, and where less is due of what was filed", () => {
    expect(whyNot(filed(), "claim-reduction")).toBeNull();
    const same = { askedByData: 1_000_00n, penaltyByData: 50_00n };
    expect(whyNot(filed(same), "claim-reduction")).toBe("not-reduced");
    expect(whyNot(filed({ filedOn: null }), "claim-reduction")).toBe("not-reduced");
    const asked = { filedOn: FILED, asked: 10n, askedByData: 10n, penaltyByData: 3n };
    expect(isReduced(asked, 4n)).toBe(true);
    expect(isReduced({ ...asked, askedByData: 11n }, 4n)).toBe(false);
    expect(isReduced({ ...asked, askedByData: 0n, penaltyByData: 0n }, 4n)).toBe(false);
    const state = { outstanding: 1n, asked: 10n, minor: false, loans: 0, reduced: true };
    const decided = { ...state, status: "judgment" as const, decidedOn: FILED };
    expect(whyNotMade("claim-reduction", decided)).toBe("decided");
    expect(whyNotMade("claim-reduction", { ...state, status: "withdrawn", decidedOn: null })).toBe(
      "over",
    );
  });
});
