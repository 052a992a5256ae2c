import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepFacts } from "../../contract/claim-steps.ts";
import { cleanNumber, digitsOf, numberKey } from "../../contract/letter-number.ts";
import { measureFields } from "../../contract/measures.ts";

describe("An outgoing number", () => {
  it("is one in whatever form it is written", () => {
    const signs = ["№7001", "№ 7001", "N 7001", "No 7001", "No. 7001", "Nº 7001", "nr 7001"];
    const words = ["#7001", "Исх. № 7001", "исх. 7001", "исх.№7001", "Шығ. № 7001", "ИСХ N 7001"];
    const ends = ["7001.", "№ 7001/", "7 001", "7\u00a0001", "«7001»", " 7001, "];
    const days = [
      "7001 от 28.11.2026",
      "№ 7001 от «28» ноября 2026 г.",
      "7001 от 28 ноября 2026 г.",
    ];
    const kazakh = ["28.11.2026 ж. № 7001", "7001 of 2026-11-28"];
    const unseen = ["７００１", "7001\u200b", "70\u00ad01", "07001"];
    for (const form of [...signs, ...words, ...ends, ...days, ...kazakh, ...unseen])
      expect([form, numberKey(form)]).toEqual([form, "7001"]);
    expect(numberKey("15–07/098")).toBe(numberKey("15-7/98"));
    // The letter "А" of either alphabet.
    expect(numberKey("15-7А/98")).toBe(numberKey("15-7A/98"));
  });

  it("stays another one where figures or letters are other ones", () => {
    const others = ["15-7/98", "15-7/980", "15-7-98", "15-7/98-N", "N-А/98", "2-11-901", "0", ""];
    expect(new Set(others.map(numberKey)).size).toBe(others.length);
    // A day within a number belongs to it.
    expect(numberKey("28.11.2026-5")).not.toBe(numberKey("5"));
    expect(["15-7/98", "07", ""].map((one) => digitsOf(numberKey(one)))).toEqual(["15", "7", ""]);
  });

  it("is cleaned when it is written down, and keeps its words", () => {
    expect(
      measureFields.parse({ kind: "block", day: "2026-11-28", paper: " №\u200b ７００１ " }).paper,
    ).toBe("7001");
    expect(
      measureFields.parse({ kind: "block", day: "2026-11-28", paper: "№ \u200b" }).paper,
    ).toBeNull();
    expect(stepFacts.parse({ reference: "№ 15-7/98\u200b" })).toEqual({ reference: "15-7/98" });
    expect(stepFacts.safeParse({ reference: "\u200b" }).success).toBe(false);
    expect(cleanNumber("Справка № 5\u00a0от 01.02.2026")).toBe("Справка № 5 от 01.02.2026");
  });

  it("has one form, also of that form, and each form has its digits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [clean, key] = [cleanNumber(text), numberKey(text)];
        expect(cleanNumber(clean)).toBe(clean);
        expect(numberKey(clean)).toBe(key);
        expect(clean.replaceAll(" ", "")).toContain(digitsOf(key));
      }),
    );
  });
});
