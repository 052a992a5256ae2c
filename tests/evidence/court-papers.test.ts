import { describe, expect, it } from "vitest";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import { claimDocument } from "../../server/evidence/documents/claim-document.ts";
import { drawFlow } from "../../server/evidence/flow/svg.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { caseFacts } from "../support/case-facts.ts";

const TENGE = { currency: "KZT", convertedFrom: null };

/** 2026-03-04 06:28:11 in Kazakhstan. */
const AT = Date.UTC(2026, 2, 4, 1, 28, 11);
const facts = {
  ...caseFacts([{ from: "V", to: "A", amount: 150_000_000n, at: AT, stolen: "R1" }]),
  asOf: AT,
};
const [claim] = facts.claims;

/** Every text of a paper, as one reads it. */
function said(language: DocumentLanguage, of = facts, paper = claim): string {
  if (paper === undefined) throw new Error("no claim was formed");
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(claimDocument(of, paper, language, textsOf(language)).content);
  return texts.join("\n");
}

describe("papers for a court", () => {
  it("write days and times as letters in Kazakhstan do", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      expect(said(language)).toContain("04.03.2026 06:28:11");
      expect(said(language)).not.toContain("2026-03-04");
      const svg = drawFlow(facts, TENGE, language, textsOf(language))?.svg ?? "";
      expect(svg).toContain("04.03.2026 06:28 (UTC+5)");
      expect(svg).not.toContain("2026-03-04");
    }
  });

  it("name the currency of the sum as its words do, and begin the words with a capital", () => {
    expect(said("ru")).toContain("1\u00a0500\u00a0000,00 тенге");
    expect(said("ru")).toContain("Сумма прописью: Один миллион пятьсот тысяч тенге 00 тиын.");
    expect(said("kk")).toContain("1\u00a0500\u00a0000,00 теңге");
    expect(said("kk")).toContain("Сома жазумен: Бір миллион бес жүз мың теңге 00 тиын.");
    expect(said("en")).toContain("1,500,000.00 tenge");
    expect(said("en")).toContain("In words: One million five hundred thousand tenge 00 tiyn.");
  });

  it("give the reason of joint liability in their language, else as a person wrote it", () => {
    if (claim === undefined) throw new Error("no claim was formed");
    const other = { key: "K", name: "Ким Олег", iin: null, person: null, accounts: [] };
    const jointly = (why: string, whyKk: string | null) => ({
      ...claim,
      joint: { why, whyKk, by: "anna", at: AT, others: [other] },
    });
    const both = jointly("переписка", "хат алмасу");
    expect(said("ru", facts, both)).toContain("переписка");
    expect(said("kk", facts, both)).toContain("хат алмасу");
    expect(said("ru", facts, jointly("", "хат алмасу"))).toContain("хат алмасу");
    expect(said("kk", facts, jointly("переписка", null))).toContain("переписка");
  });

  it("do not say at once that money paid back is subtracted and that it is left out", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      const { note } = textsOf(language).calculation;
      expect(note).toMatch(/файлах|файлдарда|these files/);
    }
  });

  it("say what was received and what was paid back, beside what is left to claim", () => {
    const back = caseFacts([
      { from: "V", to: "A", amount: 150_000_000n, at: AT, stolen: "R1" },
      { from: "A", to: "V", amount: 50_000_000n, at: AT + 60_000 },
    ]);
    const text = said("ru", { ...back, asOf: AT }, back.claims[0]);
    for (const sum of ["Поступило: 1\u00a0500\u00a0000,00", "Возвращено: 500\u00a0000,00"])
      expect(text).toContain(sum);
    expect(text).toContain("1\u00a0000\u00a0000,00 тенге");
    expect(said("ru")).not.toContain("Возвращено: ");
  });

  it("name article 353 a penalty, as the Civil Code of Kazakhstan does", () => {
    expect(textsOf("ru").calculation.note).toContain("Неустойка по статье 353");
    expect(textsOf("kk").calculation.note).toContain("353-бабы бойынша тұрақсыздық айыбы");
  });

  it("say of a traced sum which accounts' opening balance was counted as zero", () => {
    const traced = caseFacts([
      { from: "V", to: "A", amount: 150_000_000n, at: AT, stolen: "R1" },
      { from: "A", to: "B", amount: 150_000_000n, at: AT + 60_000 },
      { from: "B", to: "C", amount: 150_000_000n, at: AT + 120_000 },
    ]);
    const to = (account: string) =>
      traced.claims.find((one) => one.defendant.accounts.includes(account));
    for (const language of ["ru", "kk", "en"] as const) {
      const sentence = (accounts: string) => textsOf(language).calculation.openingUnknown(accounts);
      expect(to("C")?.method).toBe("fifo");
      expect(said(language, traced, to("C"))).toContain(sentence("A, B"));
      expect(said(language, traced, to("B"))).toContain(sentence("A"));
      // A victim's own transfer depends on nobody's balance.
      expect(to("A")?.method).toBe("direct");
      expect(said(language, traced, to("A"))).not.toContain(sentence("").slice(0, 30));
    }
  });

  it("say nothing of a balance that is known", () => {
    const known = caseFacts([
      { from: "V", to: "A", amount: 150_000_000n, at: AT, stolen: "R1" },
      { from: "A", to: "B", amount: 150_000_000n, at: AT + 60_000 },
    ]);
    const traces = known.traces.map((trace) => ({
      ...trace,
      accounts: trace.accounts.map((one) => ({ ...one, openingUnknown: false })),
    }));
    const [paper] = known.claims.filter((one) => one.method === "fifo");
    const sentence = textsOf("en").calculation.openingUnknown("");
    expect(said("en", { ...known, traces }, paper)).not.toContain(sentence.slice(0, 30));
  });

  it("say on every page that a claim is a draft, and nothing of it once the claim is filed", () => {
    if (!claim) throw new Error("no claim was formed");
    const head = (status: "draft" | "filed", language: DocumentLanguage) =>
      JSON.stringify(
        claimDocument(facts, { ...claim, status }, language, textsOf(language)).header ?? null,
      );
    expect(head("draft", "ru")).toContain("ПРОЕКТ");
    expect(head("draft", "kk")).toContain("ЖОБА");
    expect(head("filed", "ru")).toBe("null");
  });

  it("never part the sum in figures from its words by the end of a page", () => {
    if (!claim) throw new Error("no claim was formed");
    const { content } = claimDocument(facts, claim, "ru", textsOf("ru"));
    const whole = (content as { unbreakable?: boolean }[]).filter((one) => one.unbreakable);
    expect(JSON.stringify(whole)).toContain("Сумма прописью");
    expect(JSON.stringify(whole)).toContain("1\u00a0500\u00a0000,00");
  });

  it("keep the title of the picture on its page", () => {
    const title = "Очень длинное название дела о переводах на счета многих людей ".repeat(3);
    const long = { ...facts, case: { ...facts.case, title } };
    const picture = drawFlow(long, TENGE, "ru", textsOf("ru"));
    const shown = /font-size="16"[^>]*>([^<]*)</.exec(picture?.svg ?? "")?.[1] ?? "";
    // Noto Sans, semi-bold, has letters of 0.62 of the type size on average.
    expect(shown.length * 16 * 0.62).toBeLessThan(picture?.width ?? 0);
    expect(picture?.svg).toContain(title.trim());
  });
});
