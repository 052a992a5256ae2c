import { describe, expect, it } from "vitest";
import { MOST_GROUPS_OF_AN_ADDRESS } from "../../contract/operators.ts";
import { type AddressUse, groupsOf, sharedBy } from "../../server/operators/shared-address.ts";

const OPEN = "198.51.100.7";
const strangers = (count: number): AddressUse[] =>
  Array.from({ length: count }, (_, n) => ({
    account: `A${n}`,
    device: `d${n}`,
    holder: `h${n}`,
  }));

describe("a shared address", () => {
  it("is one that more unrelated groups used than a household with guests has", () => {
    expect(sharedBy(OPEN, strangers(MOST_GROUPS_OF_AN_ADDRESS))).toBeNull();
    expect(sharedBy(OPEN, strangers(MOST_GROUPS_OF_AN_ADDRESS + 1))).toBe("many");
  });

  it("is not one where few devices operated many accounts: it goes on linking them", () => {
    const handled = strangers(60).map((use, n) => ({ ...use, device: `phone ${n % 3}` }));
    expect(groupsOf(handled)).toBe(3);
    expect(sharedBy(OPEN, handled)).toBeNull();
  });

  it("counts accounts of one holder once, and rows without a device by their holder", () => {
    const own = strangers(20).map((use) => ({ ...use, device: null, holder: "one person" }));
    expect(groupsOf(own)).toBe(1);
    expect(groupsOf(strangers(4).map((use) => ({ ...use, device: null, holder: null })))).toBe(4);
  });

  it("is known by its block alone, whoever used it", () => {
    expect(sharedBy("100.64.3.4", strangers(1))).toBe("carrier");
    expect(sharedBy("10.0.0.9", strangers(1))).toBe("inside");
  });
});
