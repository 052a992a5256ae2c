import { describe, expect, it } from "vitest";
import { layOut } from "../../web/graph/layout/layout.ts";
import type { LayoutEdge, LayoutNode } from "../../web/graph/layout/types.ts";

function layoutNode(
  id: string,
  role: LayoutNode["role"],
  group: string | null = "g",
  exit = false,
): LayoutNode {
  return { id, role, exit, group, radius: 8, flow: 1 };
}

const NODES = [
  ...Array.from({ length: 12 }, (_, index) => layoutNode(`V${index}`, "victim")),
  layoutNode("C", "collector"),
  layoutNode("T1", "transit"),
  layoutNode("T2", "transit"),
  layoutNode("D", "distributor"),
  layoutNode("X", "cash-out"),
  layoutNode("EXIT", "none", null, true),
  layoutNode("N", "none"),
];

const EDGES: LayoutEdge[] = [
  ...Array.from({ length: 12 }, (_, index) => ({
    from: `V${index}`,
    to: "C",
    amount: 100 + index,
  })),
  { from: "C", to: "T1", amount: 700 },
  { from: "C", to: "T2", amount: 500 },
  { from: "T1", to: "D", amount: 690 },
  { from: "T2", to: "D", amount: 480 },
  { from: "D", to: "X", amount: 1_100 },
  { from: "X", to: "EXIT", amount: 1_000 },
  { from: "C", to: "N", amount: 3 },
];

describe("the network layout", () => {
  const first = layOut({ kind: "network", nodes: NODES, edges: EDGES, kept: [] });

  it("is the same each time", () => {
    expect(layOut({ kind: "network", nodes: NODES, edges: EDGES, kept: [] })).toEqual(first);
    expect(first.positions.length).toBe(NODES.length);
    for (const [, at] of first.positions)
      expect(Number.isFinite(at.x) && Number.isFinite(at.y)).toBe(true);
  });

  it("moves nothing that was there when it grows, and puts the new beside what it is tied to", () => {
    const fresh = Array.from({ length: 25 }, (_, index) => layoutNode(`F${index}`, "none", null));
    const grown = layOut({
      kind: "network",
      nodes: [...NODES, ...fresh],
      edges: [...EDGES, ...fresh.map((one) => ({ from: "T1", to: one.id, amount: 5 }))],
      kept: first.positions,
    });
    const now = new Map(grown.positions);
    for (const [id, at] of first.positions) expect(now.get(id)).toEqual(at);
    expect(fresh.every((one) => now.has(one.id))).toBe(true);
    const places = fresh.map((one) => now.get(one.id));
    expect(new Set(places.map((at) => `${at?.x}:${at?.y}`)).size).toBe(fresh.length);
  });

  it("lays very many new ones in rings around what was there, none upon another", () => {
    const fresh = Array.from({ length: 200 }, (_, index) =>
      layoutNode(`F${String(index).padStart(3, "0")}`, "none", null),
    );
    const ties = fresh.map((one, index) => ({
      from: index % 2 ? "T1" : "C",
      to: one.id,
      amount: 5,
    }));
    const grown = new Map(
      layOut({
        kind: "network",
        nodes: [...NODES, ...fresh],
        edges: [...EDGES, ...ties],
        kept: first.positions,
      }).positions,
    );
    for (const [id, at] of first.positions) expect(grown.get(id)).toEqual(at);
    const places = fresh.map((one) => grown.get(one.id) ?? { x: 0, y: 0 });
    const reach = Math.max(...first.positions.map(([, at]) => Math.hypot(at.x, at.y)));
    expect(places.filter((at) => Math.hypot(at.x, at.y) > reach * 0.9).length).toBeGreaterThan(190);
    const nearest = places.map((at, index) =>
      Math.min(
        ...places
          .filter((_, other) => other !== index)
          .map((other) => Math.hypot(at.x - other.x, at.y - other.y)),
      ),
    );
    expect(Math.min(...nearest)).toBeGreaterThan(0);
  });

  it("keeps clusters apart", () => {
    const two = ["a", "b"].flatMap((group) =>
      Array.from({ length: 15 }, (_, index) => layoutNode(`${group}${index}`, "transit", group)),
    );
    const edges = two.flatMap((one, index) => {
      const next = two[index + 1];
      return next && next.group === one.group ? [{ from: one.id, to: next.id, amount: 10 }] : [];
    });
    const { positions } = layOut({
      kind: "network",
      nodes: two,
      edges: [...edges, { from: "a3", to: "b3", amount: 1 }],
      kept: [],
    });
    const middle = (group: string) => {
      const own = positions.filter(([id]) => id.startsWith(group)).map(([, at]) => at);
      const x = own.reduce((sum, at) => sum + at.x, 0) / own.length;
      const y = own.reduce((sum, at) => sum + at.y, 0) / own.length;
      return { x, y, reach: Math.max(...own.map((at) => Math.hypot(at.x - x, at.y - y))) };
    };
    const [a, b] = [middle("a"), middle("b")];
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(Math.max(a.reach, b.reach));
  });
});

describe("the money-flow layout", () => {
  const { positions, columns } = layOut({ kind: "flow", nodes: NODES, edges: EDGES, kept: [] });
  const at = new Map(positions);

  it("stands roles in columns from the victim to the ways out, and the rest by their hop", () => {
    expect(columns.map((column) => column.role)).toEqual([
      "victim",
      "collector",
      "transit",
      "distributor",
      "cash-out",
      "none",
    ]);
    const x = (id: string) => at.get(id)?.x ?? Number.NaN;
    expect(x("V0")).toBeLessThan(x("C"));
    expect(x("C")).toBeLessThan(x("T1"));
    expect(x("X")).toBeLessThan(x("EXIT"));
    expect(x("N")).toBe(x("T1"));
  });

  it("lets no two discs of a column overlap", () => {
    for (const column of columns) {
      const ys = column.ids.map((id) => at.get(id)?.y ?? 0).sort((a, b) => a - b);
      for (let index = 1; index < ys.length; index += 1)
        expect((ys[index] ?? 0) - (ys[index - 1] ?? 0)).toBeGreaterThanOrEqual(16);
    }
  });

  it("orders columns so that two parallel chains do not cross", () => {
    const nodes = [
      layoutNode("a1", "victim"),
      layoutNode("b1", "victim"),
      layoutNode("b2", "collector"),
      layoutNode("a2", "collector"),
    ];
    const edges = [
      { from: "a1", to: "a2", amount: 5 },
      { from: "b1", to: "b2", amount: 5 },
    ];
    const place = new Map(layOut({ kind: "flow", nodes, edges, kept: [] }).positions);
    const above = (one: string, other: string) =>
      (place.get(one)?.y ?? 0) > (place.get(other)?.y ?? 0);
    expect(above("a1", "b1")).toBe(above("a2", "b2"));
  });
});
