import { expect, it } from "vitest";
import type { LetterRow, NumberGiven } from "../../contract/outgoing.ts";
import { takenNumbers } from "../../web/pages/letters/taken-numbers.ts";

const letter = (id: string, kind: string, claim: string) =>
  ({ id, claim, bank: "722", letter: { kind } }) as unknown as LetterRow;

it("a number that stands on a letter of the year, or twice in a list, is seen before it is saved", () => {
  const letters = [
    letter("M1", "freeze-request", "C1-1"),
    letter("M2", "statement-request", "C1-2"),
    letter("M3", "demand", "C1-3"),
  ];
  const given: NumberGiven[] = [
    { number: "12-009", letter: "return-notice", claim: "C1-7", bank: "601" },
    { number: "7-1", letter: "demand", claim: "C1-3", bank: null },
  ];
  const taken = (...papers: string[]) =>
    [...takenNumbers(letters, papers, given)].map(([id, { claim }]) => [id, claim]);
  expect(taken("12-8", "№ 12-9", "12-10")).toEqual([["M2", "C1-7"]]);
  expect(taken("12-8", "12-08", "")).toEqual([["M2", "C1-1"]]);
  // The demand of a claim has the number of the claim's step.
  expect(taken("7-2", "7-3", "7-1")).toEqual([]);
  expect(taken("7-1", "", "")).toEqual([["M1", "C1-3"]]);
});
