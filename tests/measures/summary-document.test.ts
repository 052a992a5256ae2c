import { describe, expect, it } from "vitest";
import { type Figure, figureId } from "../../contract/measures-summary.ts";
import { filledIn } from "../../server/evidence/papers/markup.ts";
import { SUMMARY_WORDS } from "../../server/evidence/texts/summary/summary.ts";
import { totalsOf } from "../../server/measures/summary/records-workbook.ts";
import {
  summaryValues,
  withoutEmptyLabels,
} from "../../server/measures/summary/summary-document.ts";

const PERIOD = { from: "2026-11-01", until: "2026-11-30" };

/** The lines of a paper of which only these figures have something to tell. */
function paper(
  language: "ru" | "kk" | "en",
  told: readonly Figure["id"][],
  period: object = PERIOD,
) {
  const figures = figureId.options.map((id) => {
    const amounts = told.includes(id)
      ? {
          count: 2,
          sums: [
            { currency: "KZT", amount: "150050" },
            { currency: "USD", amount: "100050" },
          ],
        }
      : { count: 0, sums: [] };
    return { id, ...amounts, before: { count: 0, sums: [] } };
  });
  const values = summaryValues(figures, { ...period, today: "2026-11-20" }, null, language);
  const template = { path: "built-in", text: SUMMARY_WORDS[language].template };
  return withoutEmptyLabels(filledIn(template, values)).map((block) => ({
    kind: block.kind,
    text: block.kind === "table" ? "" : block.runs.map((run) => run.text).join(""),
  }));
}

it("the table of the summary has what was before and the change, each currency for itself", () => {
  const of = (id: "claimed" | "demands", before: Figure["before"]) =>
    totalsOf(id, {
      ...{ id, count: 2, sums: [{ currency: "KZT", amount: "150050" }], before },
    });
  const earlier = {
    count: 5,
    sums: [
      { currency: "KZT", amount: "200000" },
      { currency: "USD", amount: "100" },
    ],
  };
  expect(of("claimed", earlier)).toEqual([
    ["claimed", "2", "1500.50", "KZT", "5", "2000.00", "-3", "-499.50", "", "0.00"],
    ["claimed", "", "0.00", "USD", "", "1.00", "", "-1.00", "", "0.00"],
  ]);
  expect(of("demands", earlier)).toEqual([["demands", "2", "", "", "5", "", "-3", "", "", ""]]);
  expect(of("claimed", null)[0]?.slice(4, 8)).toEqual(["", "", "", ""]);
});

describe("the paper of a period's summary", () => {
  it("has no heading under which nothing stands, and keeps those that tell something", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      const heads = (told: readonly Figure["id"][]) =>
        paper(language, told).filter(({ kind }) => kind === "label").length;
      expect(heads(["claimed"])).toBe(3);
      expect(heads(["claimed", "sites"])).toBe(4);
      expect(heads(["claimed", "sites", "posts"])).toBe(5);
    }
  });

  it("names the days of the period before, and puts no blank before a comma", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      const text = paper(language, ["claimed", "suits"])
        .map((line) => line.text)
        .join("\n");
      expect(text).toContain("01.10.2026 – 31.10.2026");
      expect(text).not.toMatch(/\s[,.;]/u);
    }
  });

  it("names the office, the number and who signs, as blanks where nobody wrote them down", () => {
    const blanks = { ru: "Ф. И. О.", kk: "Т. А. Ә.", en: "position and name" } as const;
    for (const language of ["ru", "kk", "en"] as const) {
      const lines = paper(language, ["claimed"]).map((line) => line.text);
      expect(lines[0]).toMatch(/^____________ \(/);
      expect(lines[1]).toMatch(/(№|No\.) ____________/);
      expect(lines.at(-1)).toContain(blanks[language]);
    }
  });

  it("says of which day its figures are where the period is not over", () => {
    const asOf = (language: "ru" | "kk" | "en", period?: object) =>
      paper(language, ["claimed"], period).find(({ text }) => text.includes("20.11.2026"));
    const said = (["ru", "kk", "en"] as const).map((language) => asOf(language));
    expect(asOf("ru", {})?.text).toBe("По состоянию на 20.11.2026.");
    expect(asOf("ru", { from: "2026-10-01", until: "2026-11-19" })).toBeUndefined();
    expect(said.map((one) => one?.text)).toEqual([
      "По состоянию на 20.11.2026.",
      "20.11.2026 жағдай бойынша.",
      "As of 20.11.2026.",
    ]);
  });

  it("says what was claimed again only where something was", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      const lines = (told: readonly Figure["id"][]) =>
        paper(language, told).filter(({ kind, text }) => kind !== "table" && text !== "").length;
      const without = lines(["claimed", "withdrawn"]);
      expect(lines(["claimed", "withdrawn", "claimed-again"])).toBe(without + 1);
    }
  });

  it("counts one of anything in whole English", () => {
    const text = paper("en", ["claimed", "demands", "incidents", "sites", "suits"])
      .map((line) => line.text)
      .join("\n");
    expect(text).toContain("Pre-trial demands sent: 2.");
    expect(text).toContain("Incidents given to the Anti-Fraud centre: 2.");
    expect(text).not.toMatch(/\d (pre-trial demands|incidents|sites|suits|droppers)/);
  });

  it("speaks of no period before where there is none", () => {
    const lines = paper("ru", ["claimed"], {}).map((line) => line.text);
    expect(lines).toContain("Все показатели");
    expect(lines.join("\n")).not.toContain("предыдущим");
  });
});
