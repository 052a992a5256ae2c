import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode, TransferRow } from "../../contract/exploring.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { clampWindow, rhythmOf, widthFor } from "../../web/pages/explore/money/buckets.ts";
import { FRAMES, frameAt } from "../../web/pages/explore/money/frames.ts";
import { amountAt, amountBins } from "../../web/pages/explore/panel/amounts.ts";
import { missingDays } from "../../web/pages/explore/panel/gaps.ts";
import {
  castOf,
  moneyThrough,
  tiesOf,
  visibleNodes,
} from "../../web/pages/explore/stage/actors.ts";
import { bigEnough, bundle, inTime, turnover } from "../../web/pages/explore/stage/bundle.ts";
import {
  makePicture,
  relationEdges,
  transferEdges,
} from "../../web/pages/explore/stage/make-picture.ts";
import {
  collapseStage,
  countedBeside,
  growStage,
  hideOnStage,
  startStage,
} from "../../web/pages/explore/stage/stage-graph.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-03-01T00:00:00+05:00");

function node(number: string, change: Partial<GraphNode> = {}): GraphNode {
  return {
    number,
    bank: "601",
    holderKey: `H${number}`,
    holderName: null,
    holderKind: "person",
    exitKind: null,
    stub: false,
    role: "none",
    reported: false,
    score: null,
    cluster: null,
    degree: 0,
    stop: null,
    ...change,
  };
}

function row(
  id: string,
  from: string,
  to: string,
  amount: string,
  change: Partial<TransferRow> = {},
): TransferRow {
  return {
    id,
    from,
    to,
    fromName: null,
    toName: null,
    amount,
    currency: "KZT",
    bookedAt: START,
    zone: "+05:00",
    channel: "transfer",
    purpose: null,
    sourceId: "s",
    sourceName: null,
    row: 1,
    ...change,
  };
}

function edge(from: string, to: string, amount = "100"): GraphEdge {
  return { from, to, count: 1, sums: [{ currency: "KZT", amount }], first: START, last: START };
}

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
    const cast = castOf(own, true, (kind) => kind);
    expect(cast.actors.map((actor) => [actor.id, actor.accounts.length, actor.node.role])).toEqual([
      ["holder:H", 2, "cash-out"],
      ["B", 1, "none"],
    ]);
    expect(tiesOf([edge("A1", "B"), edge("A2", "B")], cast.idOf)).toEqual([
      { from: "holder:H", to: "B", amount: 2 },
    ]);
    expect(castOf(own, false, (kind) => kind).actors.length).toBe(3);
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
    const cast = castOf([node("A"), node("B"), node("C")], false, (kind) => kind);
    const positions = new Map(["A", "B", "C"].map((id, index) => [id, { x: index, y: 0 }]));
    const picture = makePicture({
      cast,
      lifeTies: [],
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

describe("money over time", () => {
  it("loses no transfer and no tiyn in its bars", () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      row(`t${index}`, index % 2 ? "A" : "B", "C", String(1_000 + index), {
        bookedAt: START + index * DAY * 1.7,
      }),
    );
    const rhythm = rhythmOf(rows, "KZT", new Set(["A"]));
    expect(rhythm.buckets.reduce((sum, bar) => sum + bar.count, 0)).toBe(40);
    expect(rhythm.buckets.reduce((sum, bar) => sum + bar.amount, 0)).toBe(
      rows.reduce((sum, one) => sum + Number(one.amount), 0),
    );
    expect(rhythm.buckets.reduce((sum, bar) => sum + bar.own, 0)).toBe(
      rows.filter((one) => one.from === "A").reduce((sum, one) => sum + Number(one.amount), 0),
    );
    expect((rhythm.from + 5 * 3_600_000) % DAY).toBe(0);
  });

  it("shows a night by the hour and years by weeks or months", () => {
    expect(widthFor(START, START + DAY)).toBe(3_600_000);
    expect(widthFor(START, START + 60 * DAY)).toBe(DAY);
    expect(widthFor(START, START + 900 * DAY)).toBe(7 * DAY);
    expect(widthFor(START, START + 4_000 * DAY)).toBe(28 * DAY);
  });

  it("keeps the brush inside the data, on bars, at least one wide", () => {
    const rhythm = { from: START, to: START + 10 * DAY, width: DAY };
    fc.assert(
      fc.property(
        fc.integer({ min: START - 30 * DAY, max: START + 40 * DAY }),
        fc.integer({ min: START - 30 * DAY, max: START + 40 * DAY }),
        (a, b) => {
          const [since, until] = clampWindow(a, b, rhythm);
          expect(since).toBeGreaterThanOrEqual(rhythm.from);
          expect(until).toBeLessThanOrEqual(rhythm.to);
          expect(until - since).toBeGreaterThanOrEqual(DAY);
          expect((since - rhythm.from) % DAY).toBe(0);
        },
      ),
    );
  });

  it("adds up the money through a disc exactly and in one currency only", () => {
    const edges: GraphEdge[] = [
      {
        from: "A",
        to: "B",
        count: 2,
        sums: [
          { currency: "KZT", amount: "900719925474099301" },
          { currency: "USD", amount: "700" },
        ],
        first: 0,
        last: 0,
      },
    ];
    const ids = new Map([
      ["A", "one"],
      ["B", "two"],
    ]);
    expect(moneyThrough(edges, ids, "KZT").get("one")).toBe(900719925474099301n);
    expect(moneyThrough(edges, ids, "USD").get("two")).toBe(700n);
    expect(moneyThrough(edges, ids, "EUR").size).toBe(0);
  });
  it("counts every amount of the currency once in the little picture", () => {
    const bins = amountBins(
      [
        row("1", "A", "B", "100"),
        row("2", "A", "B", "5000000"),
        row("3", "A", "B", "7", { currency: "USD" }),
      ],
      "KZT",
    );
    expect(bins.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(amountAt(6.7, "KZT")).toBe("5000000");
    expect(amountAt(2, "UGX")).toBe("100");
    expect(amountAt(2, "JOD")).toBe("0");
  });
});

describe("the replay", () => {
  const span = [START, START + 60 * DAY] as const;

  it("moves a window from the first day to the last", () => {
    expect(frameAt(0, span, null)).toEqual([START, START + 5 * DAY]);
    expect(frameAt(FRAMES, span, null)).toEqual([START + 55 * DAY, START + 60 * DAY]);
  });

  it("fills a chosen night from its evening to its morning, and never leaves it", () => {
    const night = [START + 20 * 3_600_000, START + 30 * 3_600_000] as const;
    for (let frame = 0; frame <= FRAMES + 5; frame += 1) {
      const [from, to] = frameAt(frame, span, night);
      expect(from).toBe(night[0]);
      expect(to).toBeLessThanOrEqual(night[1]);
    }
    expect(frameAt(FRAMES, span, night)[1]).toBe(night[1]);
  });
});

describe("statement days", () => {
  it("are missing between statements that do not meet, whatever their order", () => {
    const held = [
      { from: START + 20 * DAY, to: START + 30 * DAY },
      { from: START, to: START + 5 * DAY },
      { from: START + 6 * DAY, to: START + 10 * DAY },
      { from: null, to: null },
    ];
    expect(missingDays(held)).toEqual([[START + 11 * DAY, START + 20 * DAY - 1]]);
    expect(missingDays(held.slice(1, 3))).toEqual([]);
    expect(missingDays([])).toEqual([]);
  });
});
