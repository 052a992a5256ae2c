import { describe, expect, it } from "vitest";
import { changesOf, fieldsToWrite, NO_TEXTS } from "../../web/pages/cases/shared-texts.ts";

describe("words for many drafts", () => {
  const typed = { ...NO_TEXTS, court: "Суд А", circumstances: " Звонок. ", fee: "exempt" } as const;

  it("fill what is empty, leave the same words alone and name other words", () => {
    const own = { ...NO_TEXTS, court: "Суд Б", courtKk: "Б соты", circumstances: "Звонок." };
    expect(changesOf(typed, own)).toEqual([
      { name: "court", fills: [], replaces: ["court"] },
      { name: "fee", fills: ["fee"], replaces: [] },
    ]);
  });

  it("replace other words only where a person said so", () => {
    const own = { ...NO_TEXTS, court: "Суд Б", consent: "№ 1" };
    const changes = changesOf({ ...typed, consent: "№ 2", courtKk: "А соты" }, own);
    expect(fieldsToWrite(changes, new Set())).toEqual(["courtKk", "circumstances", "fee"]);
    expect(fieldsToWrite(changes, new Set(["consent"]))).toEqual([
      ...["courtKk", "circumstances", "consent", "fee"],
    ]);
  });

  it("say nothing where blanks were typed", () => {
    expect(changesOf({ ...NO_TEXTS, court: "  ", consent: "\u200b" }, NO_TEXTS)).toEqual([]);
  });
});
