import { describe, expect, it } from "vitest";
import { selectBy, selectByDegree } from "../../web/pages/explore/stage/select-by.ts";
import { edge, node } from "../support/explore-rows.ts";

describe("accounts chosen by what is so of them", () => {
  const exit = { ...node("EXIT:cash:722"), exitKind: "cash" };
  const input = {
    nodes: [node("A"), node("B"), exit, node("C"), node("D")],
    edges: [edge("A", "B"), edge("B", "A"), edge("A", "C"), edge("A", "EXIT:cash:722")],
    rows: [{ from: "D", to: "EXIT:cash:722" }],
    selected: new Set(["B"]),
  };

  it("by the number of partners: both directions are one, an exit is a partner and no account", () => {
    expect(selectByDegree(input, 3)).toEqual(["A"]);
    expect(selectByDegree(input, 1)).toEqual(["A", "B", "C"]);
    expect(selectByDegree(input, 4)).toEqual([]);
  });

  it("does not count what an account sent to itself", () => {
    expect(selectByDegree({ nodes: [node("A")], edges: [edge("A", "A")] }, 1)).toEqual([]);
  });

  it("by filter, table, selection, and all", () => {
    expect(selectBy(input, "active")).toEqual(["A", "B", "C"]);
    expect(selectBy(input, "table")).toEqual(["D"]);
    expect(selectBy(input, "neighbours")).toEqual(["A"]);
    expect(selectBy(input, "others")).toEqual(["A", "C", "D"]);
    expect(selectBy(input, "shown")).toEqual(["A", "B", "C", "D"]);
  });
});
