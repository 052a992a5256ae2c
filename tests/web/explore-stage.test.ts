import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode } from "../../contract/exploring.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { castOf, tiesOf, visibleNodes } from "../../web/pages/explore/stage/actors.ts";
import { bigEnough, bundle, inTime, turnover } from "../../web/pages/explore/stage/bundle.ts";
import { groupsOf } from "../../web/pages/explore/stage/groups.ts";
import {
  makePicture,
  relationEdges,
  transferEdges,
} from "../../web/pages/explore/stage/make-picture.ts";
import {
  collapseStage,
  countedBeside,
  growAroundStage,
  growStage,
  hideOnStage,
  startStage,
} from "../../web/pages/explore/stage/stage-graph.ts";
import { DAY, edge, node, row, START } from "../support/explore-rows.ts";

function answer(nodes: GraphNode[], edges: GraphEdge[], cut = 0, reason = "node-limit") {
  return { nodes, edges, shown: { leftOut: cut > 0 ? [{ reason, count: cut }] : [] } };
}

describe("bundled relations", () => {
  const anyRow = fc.record({
    from: fc.constantFrom("A", "B", "C", "D"),
    to: fc.constantFrom("A", "B", "C", "D"),
    amount: fc.bigInt({ min: 1n, max: 10n ** 17n }).map(String),
    currency: fc.constantFrom("KZT", "USD"),
    bookedAt: fc.integer({ min: START, max: START + 40 * DAY }),
  });

  it("add up to exactly the transfers they are made of, each currency by itself", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (parts) => {
        const rows = parts.map((part, index) =>
          row(`t${index}`, part.from, part.to, part.amount, part),
        );
        const edges = bundle(rows);
        expect(edges.reduce((sum, one) => sum + one.count, 0)).toBe(rows.length);
        for (const currency of ["KZT", "USD"]) {
          const bundled = edges
            .flatMap((one) => one.sums)
            .filter((sum) => sum.currency === currency)
            .reduce((sum, one) => sum + BigInt(one.amount), 0n);
          expect(bundled.toString()).toBe(
            sumByCurrency(rows).find((sum) => sum.currency === currency)?.amount ?? "0",
          );
        }
        for (const one of edges) expect(one.first).toBeLessThanOrEqual(one.last);
      }),
    );
  });

  it("keep large amounts to the last tiyn", () => {
    expect(
      sumByCurrency([row("1", "A", "B", "9007199254740993"), row("2", "A", "B", "1")]),
    ).toEqual([{ currency: "KZT", amount: "9007199254740994" }]);
  });

  it("count what came into and left a selection, not what moved inside it", () => {
    const rows = [row("1", "V", "A", "500"), row("2", "A", "B", "400"), row("3", "B", "X", "300")];
    const money = turnover(bundle(rows), new Set(["A", "B"]));
    expect([money.in, money.out, money.net].map((sums) => sums[0]?.amount)).toEqual([
      "500",
      "300",
      "200",
    ]);
  });

  it("let the last millisecond before `until` in and the one at it out", () => {
    const filter = { since: START, until: START + DAY, minimum: "100" };
    expect(inTime(row("1", "A", "B", "1", { bookedAt: START + DAY - 1 }), filter)).toBe(true);
    expect(inTime(row("1", "A", "B", "1", { bookedAt: START + DAY }), filter)).toBe(false);
    expect([
      bigEnough(row("1", "A", "B", "99"), filter),
      bigEnough(row("1", "A", "B", "100"), filter),
    ]).toEqual([false, true]);
  });
});

describe("the picture growing", () => {
  const base = startStage({
    nodes: [node("A"), node("B")],
    edges: [edge("A", "B")],
    seeds: ["A"],
    run: null,
    beside: 3,
  });

  it("counts what a selection brought as brought by the account it is tied to", () => {
    const step = {
      ...{ kind: "grow" as const, accounts: ["A", "B"], side: "both" as const, limit: 2 },
      ...{ since: null, until: null, minimum: null },
    };
    const grown = growAroundStage(
      base,
      answer([node("X"), node("Y")], [edge("X", "B"), edge("A", "Y"), edge("Y", "B")], 4),
      1,
      step,
    );
    expect([...grown.broughtBy]).toEqual([
      ["X", "B"],
      ["Y", "A"],
    ]);
    expect(grown.leftOut).toContainEqual({
      ...{ account: "A", reason: "node-limit", count: 4, by: step },
    });
    expect([...collapseStage(grown, "A").nodes.keys()]).toEqual(["A", "B", "X"]);
  });

  it("says how many accounts it could have shown and what was cut", () => {
    expect([base.found, base.leftOut]).toEqual([
      5,
      [{ account: null, reason: "node-limit", count: 3 }],
    ]);
  });

  it("adds neighbours with what is left out, and never an edge to nowhere", () => {
    const grown = growStage(
      base,
      answer([node("B"), node("C")], [edge("B", "C"), edge("C", "Z")], 8),
      1,
      "B",
    );
    expect([...grown.nodes.keys()]).toEqual(["A", "B", "C"]);
    expect([...grown.edges.keys()]).toEqual(["A>B", "B>C"]);
    expect(grown.leftOut.at(-1)).toEqual({ account: "B", reason: "node-limit", count: 8 });
    expect(grown.wave.get("C")).toBe(1);
  });

  it("takes back one expansion with all that grew out of it, and nothing else", () => {
    const one = growStage(base, answer([node("C")], [edge("B", "C")]), 1, "B");
    const two = growStage(one, answer([node("D")], [edge("C", "D")]), 2, "C");
    const three = growStage(two, answer([node("E")], [edge("A", "E")]), 3, "A");
    expect([...collapseStage(three, "B").nodes.keys()]).toEqual(["A", "B", "E"]);
  });

  it("counts what a person hid, and no longer what came back", () => {
    const hidden = hideOnStage(base, ["B", "nobody"]);
    expect([[...hidden.hidden], [...hidden.nodes.keys()], hidden.edges.size]).toEqual([
      ["B"],
      ["A"],
      0,
    ]);
    expect(growStage(hidden, answer([node("B")], []), 1, null).hidden.size).toBe(0);
  });

  it("keeps its total whether neighbours come in or accounts are hidden", () => {
    const around = growStage(base, answer([node("C")], [edge("A", "C")], 2), 1, null);
    expect(countedBeside(around, 2)).toMatchObject({
      found: 5,
      leftOut: [{ account: null, reason: "node-limit", count: 2 }],
    });
    const whole = countedBeside(growStage(around, answer([node("D"), node("E")], []), 2, null), 0);
    expect([whole.found, whole.leftOut]).toEqual([5, []]);
    expect(countedBeside(hideOnStage(whole, ["B", "E"]), 0).found).toBe(5);
  });

  it("says where it stopped by itself", () => {
    const stopped = growStage(
      base,
      answer([node("B", { stop: "merchant" })], [], 3_112, "stop"),
      1,
      "B",
    );
    expect(stopped.leftOut.at(-1)).toEqual({ account: "B", reason: "stop", count: 3_112 });
  });
});

describe("what the switches show", () => {
  const nodes = [
    node("V", { role: "victim" }),
    node("C", { role: "collector" }),
    node("M", { stop: "merchant", holderKind: "organisation" }),
    node("EXIT:cash:601", { exitKind: "cash", stop: "exit", holderKey: null }),
  ];

  it("counts everything and leaves out only what is switched off", () => {
    const all = visibleNodes(nodes, { rolesOff: [], showOff: [], score: null });
    expect([all.nodes.length, all.exits, all.merchants, all.switchedOff]).toEqual([4, 1, 1, 0]);
    const some = visibleNodes(nodes, { rolesOff: ["victim"], showOff: ["merchants"], score: null });
    expect(some.nodes.map((one) => one.number)).toEqual(["C", "EXIT:cash:601"]);
    expect([some.switchedOff, some.roles.get("victim"), some.merchants]).toEqual([2, 1, 1]);
  });

  it("leaves out unlikely droppers, never victims, shops or ways out", () => {
    const likely = [
      ...nodes,
      node("T", { role: "transit", score: 0.8 }),
      node("R", { reported: true, score: 0.1 }),
    ];
    const shown = visibleNodes(likely, { rolesOff: [], showOff: [], score: 0.8 });
    expect(shown.nodes.map((one) => one.number)).toEqual(["V", "M", "EXIT:cash:601", "T", "R"]);
    expect([shown.switchedOff, shown.unlikely]).toEqual([0, 1]);
    expect(visibleNodes(likely, { rolesOff: [], showOff: [], score: 0.81 }).nodes.length).toBe(4);
  });

  it("makes one disc of a holder's accounts, with the strongest role", () => {
    const own = [
      node("A1", { holderKey: "H", role: "transit" }),
      node("A2", { holderKey: "H", role: "cash-out" }),
      node("B"),
    ];
    const groups = groupsOf({
      ...{ nodes: own, edges: [], grouping: "holder" },
      ...{ opened: new Set<string>(), seeds: new Set<string>() },
    });
    const cast = castOf(own, groups, (kind) => kind);
    expect(cast.actors.map((actor) => [actor.id, actor.accounts.length, actor.node.role])).toEqual([
      ["holder:A1", 2, "cash-out"],
      ["B", 1, "none"],
    ]);
    expect(tiesOf([edge("A1", "B"), edge("A2", "B")], cast.idOf)).toEqual([
      { from: "holder:A1", to: "B", amount: 2 },
    ]);
    expect(castOf(own, new Map(), (kind) => kind).actors.length).toBe(3);
  });
});

describe("edges of the picture", () => {
  it("bend only where both directions exist", () => {
    const edges = relationEdges([
      { from: "A", to: "B", amount: 1 },
      { from: "B", to: "A", amount: 1 },
      { from: "B", to: "C", amount: 1 },
      { from: "C", to: "C", amount: 1 },
    ]);
    expect(edges.map((one) => [one.id, one.curvature > 0])).toEqual([
      ["A>B", true],
      ["B>A", true],
      ["B>C", false],
    ]);
  });

  it("lay parallel transfers side by side, no two alike", () => {
    const idOf = new Map([
      ["A", "A"],
      ["B", "B"],
    ]);
    const edges = transferEdges(
      [row("1", "A", "B", "5"), row("2", "A", "B", "6"), row("3", "A", "B", "7")],
      idOf,
    );
    expect(new Set(edges.map((one) => one.curvature)).size).toBe(3);
    expect(new Set(edges.map((one) => one.id)).size).toBe(3);
  });

  it("dim what has no transfers under a filter, and mark a chosen relation", () => {
    const cast = castOf([node("A"), node("B"), node("C")], new Map(), (kind) => kind);
    const positions = new Map(["A", "B", "C"].map((id, index) => [id, { x: index, y: 0 }]));
    const picture = makePicture({
      cast,
      lifeTies: [],
      links: [],
      edges: [edge("A", "B")],
      singles: null,
      positions,
      groups: [],
      columns: [],
      select: ["A"],
      focus: null,
      hoverRole: null,
      filtered: true,
      outlines: true,
      names: true,
      frame: "f",
    });
    expect([...(picture.emphasis ?? [])].sort()).toEqual(["A", "B"]);
    expect([...picture.selected]).toEqual(["A"]);
    const marked = makePicture({
      cast,
      lifeTies: [],
      links: [],
      edges: [edge("A", "B")],
      singles: null,
      positions,
      groups: [],
      columns: [],
      select: [],
      focus: { accounts: new Set(["A", "B"]), relations: new Set(["A>B"]) },
      hoverRole: null,
      filtered: false,
      outlines: true,
      names: true,
      frame: "f",
    });
    expect([...marked.marked]).toEqual(["A>B"]);
  });
});
