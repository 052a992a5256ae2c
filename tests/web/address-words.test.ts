import { describe, expect, it } from "vitest";
import { changedWords, keptIn, namesSomebody } from "../../web/ui/address-words.ts";

const IIN = "030740001404";

describe("words in the address of a page", () => {
  it("stand there, but for a text with an IIN, which the browser's history keeps", () => {
    const before = new URLSearchParams("q=Omarov&tab=list");
    const typed = changedWords(before, {}, { q: `Omarov ${IIN}`, open: null });
    expect(String(typed.params)).toBe("tab=list");
    expect(typed.state).toEqual({ kept: { q: `Omarov ${IIN}` } });
    const again = changedWords(typed.params, keptIn(typed.state), { tab: "map" });
    expect([String(again.params), again.state]).toEqual(["tab=map", typed.state]);
    const other = changedWords(again.params, keptIn(again.state), { q: "Omarov" });
    expect([String(other.params), other.state]).toEqual(["tab=map&q=Omarov", null]);
    expect(String(changedWords(before, {}, { q: "" }).params)).toBe("tab=list");
  });

  it("take no account, no other number and no foreign state for it", () => {
    for (const text of ["KZ867220000000000001", "030740001405", "1780000000000", "Омаров"])
      expect(namesSomebody(text), text).toBe(false);
    for (const state of [
      null,
      undefined,
      "kept",
      { kept: null },
      { kept: { q: 1 } },
      { whom: "x" },
    ])
      expect(keptIn(state)).toEqual({});
  });
});
