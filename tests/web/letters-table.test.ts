import { describe, expect, it } from "vitest";
import { numberSeries } from "../../contract/number-series.ts";
import { addresseeOf, type LetterRow } from "../../contract/outgoing.ts";
import { sortedLetters } from "../../web/pages/letters/sorted-letters.ts";

describe("outgoing numbers of many letters", () => {
  it("count up at their last figures and keep their width", () => {
    expect(numberSeries("12-098/к", 3, "2026")).toEqual(["12-098/к", "12-099/к", "12-100/к"]);
    expect(numberSeries(" 9 ", 2, "2026")).toEqual(["9", "10"]);
    expect(numberSeries("2-11-00999999999999999999", 2, "2026")[1]).toBe(
      "2-11-01000000000000000000",
    );
    expect(numberSeries("б/н", 2, "2026")).toEqual(["б/н", "б/н"]);
    // The year at the end is no number of its own.
    expect(numberSeries("98/2026", 2, "2026")).toEqual(["98/2026", "99/2026"]);
  });
});

it("a letter to a court names it in the language of the reader, where both names are known", () => {
  const court = { ru: "Ауэзовский районный суд города Алматы", kk: "Әуезов аудандық соты" };
  const letter = { kind: "security", addressee: court.ru } as LetterRow["letter"];
  const named = (language: "ru" | "kk" | "en", known: LetterRow["court"]) =>
    addresseeOf({ letter, bank: null, court: known }, "", language);
  expect([named("kk", court), named("ru", court), named("kk", null)]).toEqual([
    ...[court.kk, court.ru, court.ru],
  ]);
});

describe("letters by a column", () => {
  const letter = (id: string, more: Partial<LetterRow>) =>
    ({
      ...{ id, kind: "letter", day: "2026-11-01", paper: null, amount: null, currency: "KZT" },
      ...{ bank: null, claim: null, reports: [], persons: [], defendants: [], due: null },
      ...{ cancelled: null, letter: null, ...more },
    }) as unknown as LetterRow;
  const words = { kind: () => "", stand: (one: string) => one, centre: "", today: "2026-11-30" };
  const by = (sort: "number" | "amount", down: boolean, rows: LetterRow[]) =>
    sortedLetters(rows, { by: sort, down }, "ru", words).map(({ id }) => id);

  it("have numbers as numbers and sums as sums, and empty cells last both ways", () => {
    const numbers = [
      letter("ten", { paper: "12-10" }),
      letter("none", {}),
      letter("nine", { paper: "12-9" }),
    ];
    expect(by("number", false, numbers)).toEqual(["nine", "ten", "none"]);
    expect(by("number", true, numbers)).toEqual(["ten", "nine", "none"]);
    const sums = [
      letter("large", { amount: "100000" }),
      letter("none", {}),
      letter("small", { amount: "9000" }),
    ];
    expect(by("amount", false, sums)).toEqual(["small", "large", "none"]);
    expect(sortedLetters(sums, null, "ru", words)).toBe(sums);
  });
});
