import { describe, expect, it } from "vitest";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import { claimDocument } from "../../server/evidence/documents/claim-document.ts";
import { drawFlow } from "../../server/evidence/flow/svg.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { caseFacts } from "../support/case-facts.ts";

/** 2026-03-04 06:28:11 in Kazakhstan. */
const AT = Date.UTC(2026, 2, 4, 1, 28, 11);
const facts = {
  ...caseFacts([{ from: "V", to: "A", amount: 150_000_000n, at: AT, stolen: "R1" }]),
  asOf: AT,
};
const [claim] = facts.claims;

/** Every text of a paper, as one reads it. */
function said(language: DocumentLanguage): string {
  if (claim === undefined) throw new Error("no claim was formed");
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(claimDocument(facts, claim, language, textsOf(language)).content);
  return texts.join("\n");
}

describe("papers for a court", () => {
  it("write days and times as letters in Kazakhstan do", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      expect(said(language)).toContain("04.03.2026 06:28:11");
      expect(said(language)).not.toContain("2026-03-04");
      const svg = drawFlow(facts, "KZT", language, textsOf(language))?.svg ?? "";
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

  it("do not say at once that money paid back is subtracted and that it is left out", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      const { note } = textsOf(language).calculation;
      expect(note).toMatch(/файлах|файлдарда|these files/);
    }
  });

  it("name article 353 a penalty, as the Civil Code of Kazakhstan does", () => {
    expect(textsOf("ru").calculation.note).toContain("Неустойка по статье 353");
    expect(textsOf("kk").calculation.note).toContain("353-бабы бойынша тұрақсыздық айыбы");
  });
});
