import { describe, expect, it } from "vitest";
import { takeoversOf } from "../../server/operators/takeovers.ts";
import { DAY } from "../../server/time/instant.ts";

const uses = (device: string, ...days: number[]) =>
  days.map((day) => ({ at: day * DAY, device, model: `model of ${device}` }));

describe("a new device takes over", () => {
  it("where those before it are hardly used any more", () => {
    const all = [...uses("old", 1, 3, 5, 7), ...uses("new", 8, 9, 11, 14)];
    expect(takeoversOf([...all].reverse())).toEqual([
      {
        at: 8 * DAY,
        device: "new",
        model: "model of new",
        before: "old",
        beforeModel: "model of old",
        count: 4,
      },
    ]);
  });

  it("and the old one may still be at hand for a day", () => {
    const all = [...uses("old", 1, 3), ...uses("new", 8, 10, 11), ...uses("old", 8.5)];
    expect(takeoversOf(all)).toHaveLength(1);
  });

  it("but not where both go on, for a login or two, or where it is the first", () => {
    const both = [...uses("phone", 1, 3, 9, 12, 15), ...uses("tablet", 8, 10, 11, 14)];
    expect(takeoversOf(both)).toEqual([]);
    expect(takeoversOf([...uses("phone", 1, 3, 5), ...uses("visit", 6, 7)])).toEqual([]);
    expect(takeoversOf(uses("only", 1, 2, 3, 4))).toEqual([]);
    expect(takeoversOf([])).toEqual([]);
  });

  it("and again by a third, each once", () => {
    const all = [...uses("one", 1, 2, 3), ...uses("two", 10, 11, 12), ...uses("three", 20, 21, 22)];
    expect(takeoversOf(all).map(({ device, before }) => [device, before])).toEqual([
      ["two", "one"],
      ["three", "two"],
    ]);
  });
});
