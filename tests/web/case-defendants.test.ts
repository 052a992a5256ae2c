import { describe, expect, it } from "vitest";
import { defendantsOf } from "../../web/pages/cases/defendants.ts";

const claim = (
  id: string,
  status: "draft" | "withdrawn",
  iin: string | null,
  ...accounts: string[]
) => ({ id, status, defendant: { name: null, iin, accounts }, joint: null });

describe("defendants of a case", () => {
  it("are counted once, by IIN or else by account, in the claims that stand", () => {
    expect(defendantsOf([])).toBe(0);
    expect(
      defendantsOf([
        claim("C1-1", "draft", "900202300125", "D1"),
        claim("C1-2", "draft", "900202300125", "D2"),
        claim("C1-3", "draft", null, "E"),
        claim("C1-4", "draft", null, "E"),
        claim("C1-5", "draft", null, "F"),
        claim("C1-6", "withdrawn", "910303300126", "G"),
      ]),
    ).toBe(3);
  });
});
