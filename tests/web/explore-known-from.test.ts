import { describe, expect, it } from "vitest";
import { knownFrom } from "../../web/pages/explore/panel/known-from.ts";

describe("what the card says of an account without a source of its own", () => {
  it("is that only another's statement shows it, where transfers are loaded", () => {
    expect(knownFrom({ stub: true, degree: 3 })).toBe("stub");
  });

  it("is that no transfer is loaded, where only a session log or a report names it", () => {
    expect(knownFrom({ stub: true, degree: 0 })).toBe("onlyNamed");
    expect(knownFrom({ stub: false, degree: 0 })).toBeNull();
  });
});
