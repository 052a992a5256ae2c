import { describe, expect, it } from "vitest";
import { formatPhone } from "../../contract/format/phones.ts";
import type { PaperKind, PaperLanguage } from "../../contract/papers.ts";
import { type ClaimDossier, NO_FIELDS } from "../../server/dossier/dossier.store.ts";
import { docx, LANGUAGES, paperFacts, party } from "../support/written-papers.ts";

const said = async (
  kind: PaperKind,
  language: PaperLanguage,
  change: Partial<ClaimDossier> = {},
  transfers = 1,
) => (await docx(paperFacts(change, transfers), kind, language))[0]?.lines ?? [];

describe("the state fee in the statement of claim", () => {
  const fee = { amount: 6_864_00n, percent: 100, cap: 1n, source: "s", checked: false };
  const prayer = (lines: string[], language: PaperLanguage) =>
    lines
      .slice(lines.indexOf(language === "ru" ? "ПРОШУ:" : "СҰРАЙМЫН:"))
      .filter((line) => line.startsWith("– "));

  it("is asked of the defendant where the claimant is to pay it", async () => {
    const fields = { ...NO_FIELDS, fee: "pay" as const };
    const paid = async (language: PaperLanguage, more: Partial<ClaimDossier>) =>
      prayer(await said("claim-statement", language, { fields, ...more }), language);
    expect((await paid("ru", { fee })).at(-1)).toBe(
      "– взыскать с ответчика в пользу истца расходы на уплату государственной пошлины: " +
        "6\u00a0864,00 тенге (шесть тысяч восемьсот шестьдесят четыре тенге 00 тиын).",
    );
    expect((await paid("kk", { fee })).at(-1)).toContain(
      "жауапкерден талап қоюшының пайдасына мемлекеттік бажды төлеу шығындарын өндіріп алуды: 6\u00a0864,00 теңге",
    );
    expect((await paid("ru", { fee: null })).at(-1)).toContain(
      "пошлины: ____________ (сумма государственной пошлины)",
    );
  });

  it("is not asked of the defendant where nobody pays it, or that is undecided", async () => {
    for (const choice of ["exempt", null] as const)
      for (const language of LANGUAGES) {
        const fields = { ...NO_FIELDS, fee: choice };
        const lines = await said("claim-statement", language, { fee, fields });
        expect(prayer(lines, language).join("\n")).not.toMatch(/пошлин|баж/);
      }
  });
});

describe("transfers in papers", () => {
  it("are spoken of in the singular where there is one", async () => {
    for (const [language, one, several] of [
      ["ru", "Перевод, поступивший на счёт ответчика", "Переводы, поступившие на счета ответчика"],
      ["kk", "Жауапкердің шотына түскен аударым", "Жауапкердің шоттарына түскен аударымдар"],
    ] as const) {
      const single = (await said("claim-statement", language)).join("\n");
      expect(single).toContain(one);
      expect(single).not.toContain(several);
      const more = (await said("claim-statement", language, {}, 2)).join("\n");
      expect(more).toContain(several);
      expect(more).not.toContain(one);
    }
    const demand = async (count: number) => (await said("demand", "ru", {}, count)).join("\n");
    expect(await demand(1)).toContain("Перевод указан в таблице ниже.");
    expect(await demand(2)).toContain("Переводы перечислены в таблице ниже.");
  });
});

describe("telephones in papers", () => {
  const as = (phone: string | null) => ({ ...party("Сапарова Айгүл"), phone });

  it("are written as people read them", async () => {
    for (const typed of ["77010001004", "+77010001004", "8 701 000 10 04", "+7 (701) 000-10-04"]) {
      const [victim, defendant] = [as(typed), as(typed)];
      const lines = await said("claim-statement", "ru", { victim, defendant });
      const phones = lines.filter((line) => line.startsWith("телефон:"));
      expect(phones).toEqual(Array(2).fill("телефон: +7\u00a0701\u00a0000\u00a010\u00a004"));
    }
    const lines = await said("consent", "kk", { victim: as("мать, 77010001004") });
    expect(lines).toContain("телефоны: мать, +7\u00a0701\u00a0000\u00a010\u00a004");
  });

  it("have one plus before them", () => {
    expect(formatPhone("+77015554433")).toBe("+7\u00a0701\u00a0555\u00a044\u00a033");
    expect(formatPhone("KZ77015554433")).toBe("KZ77015554433");
  });
});
