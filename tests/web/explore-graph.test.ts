import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeLooks, nodeLook } from "../../web/graph/appearance.ts";
import { mix, type Palette } from "../../web/graph/colors.ts";
import { pictureShapes } from "../../web/graph/export/picture-shapes.ts";
import { shapesSvg } from "../../web/graph/export/svg.ts";
import { frameFor } from "../../web/graph/framing.ts";
import { placeHeadings } from "../../web/graph/headings.ts";
import { convexHull, outlineOf } from "../../web/graph/hull.ts";
import { placeLabels } from "../../web/graph/labels.ts";
import { isInside } from "../../web/graph/lasso.ts";
import { layOut } from "../../web/graph/layout/layout.ts";
import type { LayoutEdge, LayoutNode } from "../../web/graph/layout/types.ts";
import { edgeWidth, nodeRadius, scaleAmounts } from "../../web/graph/sizes.ts";
import type { Picture, PictureNode } from "../../web/graph/types.ts";

const palette: Palette = {
  canvas: "#f7f8fa",
  panel: "#ffffff",
  ink: "#111827",
  ink2: "#465062",
  ink3: "#667085",
  edgeLow: "#cdd4de",
  edgeHigh: "#7d899b",
  edgeSelected: "#111827",
  hull: "#eef1f6",
  hullLine: "#e2e7ee",
  roles: {
    victim: "#4c88ee",
    collector: "#c47518",
    transit: "#8a50a3",
    distributor: "#1f8a6e",
    "cash-out": "#cc1c48",
    none: "#79828e",
  },
};

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

describe("shapes of the stage", () => {
  it("wraps every point in its hull", () => {
    const point = fc.record({
      x: fc.integer({ min: -99, max: 99 }),
      y: fc.integer({ min: -99, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const hull = convexHull(points);
        for (let index = 0; index < hull.length; index += 1) {
          const [a, b] = [hull[index], hull[(index + 1) % hull.length]];
          if (!a || !b) continue;
          for (const one of points)
            expect(
              (b.x - a.x) * (one.y - a.y) - (b.y - a.y) * (one.x - a.x),
            ).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });

  it("leaves one stray of a hundred out of a cluster's outline", () => {
    const points = Array.from({ length: 100 }, (_, index) => ({
      x: index % 10,
      y: Math.floor(index / 10),
    }));
    expect(
      Math.max(...outlineOf([...points, { x: 900, y: 900 }]).map((point) => point.x)),
    ).toBeLessThan(20);
  });

  it("never lays a name on a node or on another name", () => {
    const label = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (places) => {
        const discs = places.map((at) => ({ ...at, radius: 6 }));
        const candidates = discs.map((disc, index) => ({
          ...disc,
          id: String(index),
          width: 80,
          height: 14,
          must: false,
        }));
        const boxes = placeLabels(candidates, discs, { width: 600, height: 400 }).map((one) => ({
          left: one.x,
          right: one.x + 80,
          top: one.y - 7,
          bottom: one.y + 7,
        }));
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(600);
          for (const other of boxes.slice(index + 1))
            expect(
              box.left < other.right &&
                other.left < box.right &&
                box.top < other.bottom &&
                other.top < box.bottom,
            ).toBe(false);
          for (const disc of discs) {
            const x = Math.max(box.left, Math.min(disc.x, box.right));
            const y = Math.max(box.top, Math.min(disc.y, box.bottom));
            expect(Math.hypot(disc.x - x, disc.y - y)).toBeGreaterThanOrEqual(disc.radius);
          }
        }
      }),
    );
  });

  it("writes a cluster's name beside the ways out that lie above it, and names of accounts beside that", () => {
    const outline = [
      { x: 100, y: 200 },
      { x: 500, y: 200 },
      { x: 500, y: 400 },
      { x: 100, y: 400 },
    ];
    const room = { top: 90, bottom: 520 };
    const heading = { id: "k", outline, width: 110 };
    const [alone] = placeHeadings([heading], [], room);
    expect(alone).toMatchObject({ x: 300, y: 154 });
    const cash = { id: "cash", x: 305, y: 160, radius: 9, width: 60, height: 14, must: false };
    const [beside] = placeHeadings([heading], [cash], room);
    expect(beside?.y).toBe(154);
    expect(Math.abs((beside?.x ?? 0) - cash.x)).toBeGreaterThan(110 / 2 + cash.radius);
    const free = placeLabels([cash], [cash], { width: 600, height: 600 })[0];
    const shy = placeLabels(
      [cash],
      [cash],
      { width: 600, height: 600 },
      beside ? [beside.box] : [],
    )[0];
    expect(free).toMatchObject({ x: 305 + 9 + 4 });
    expect(shy).toBeDefined();
    expect(Math.sign((shy?.x ?? 0) - cash.x)).not.toBe(Math.sign((beside?.x ?? 0) - cash.x));
    const below = placeHeadings([heading], [], { top: 170, bottom: 520 });
    expect(below[0]?.y).toBe(436);
    const [one, two] = placeHeadings([heading, { ...heading, id: "l" }], [], room);
    expect(Math.abs((one?.x ?? 0) - (two?.x ?? 0))).toBeGreaterThan(110);
    expect(placeHeadings([heading], [], { top: 170, bottom: 420 })).toEqual([]);
  });

  it("knows what a loop goes round, also a loop that bends inwards or crosses itself", () => {
    const at = (x: number, y: number) => ({ x, y });
    const horseshoe = [
      at(0, 0),
      at(10, 0),
      at(10, 10),
      at(7, 10),
      at(7, 3),
      at(3, 3),
      at(3, 10),
      at(0, 10),
    ];
    expect([at(1, 5), at(9, 9), at(5, 1)].every((point) => isInside(point, horseshoe))).toBe(true);
    expect(
      [at(5, 8), at(-1, 5), at(11, 0), at(5, 11)].some((point) => isInside(point, horseshoe)),
    ).toBe(false);
    const eight = [at(0, 0), at(10, 10), at(10, 0), at(0, 10)];
    expect([at(1, 5), at(9, 5), at(5, 1), at(5, 9)].map((point) => isInside(point, eight))).toEqual(
      [true, true, false, false],
    );
    expect(isInside(at(0, 0), [])).toBe(false);
  });

  it("fits everything between the margins", () => {
    const margins = { top: 80, bottom: 60, left: 70, right: 70 };
    const stage = { width: 800, height: 500 };
    const frame = frameFor(
      [
        { x: -50, y: 0 },
        { x: 950, y: 400 },
      ],
      stage,
      margins,
    );
    const left = (-50 - frame.box.x[0]) / frame.unit;
    const right = (frame.box.x[1] - 950) / frame.unit;
    const top = (frame.box.y[1] - 400) / frame.unit;
    expect(left).toBeGreaterThanOrEqual(margins.left - 1e-6);
    expect(right).toBeGreaterThanOrEqual(margins.right - 1e-6);
    expect(top).toBeGreaterThanOrEqual(margins.top - 1e-6);
  });

  it("grows with the money but never without bound, and scales widths by the largest", () => {
    const radius = (flow: number) =>
      nodeRadius({ role: "collector", exitKind: null, merchant: false, flow });
    expect(radius(0)).toBe(8);
    expect(radius(4e6)).toBeGreaterThan(radius(1e6));
    expect(radius(1e15)).toBe(15);
    expect(edgeWidth(100, 100)).toBeCloseTo(5.3);
    expect(edgeWidth(0, 0)).toBeCloseTo(0.7);
    expect(scaleAmounts(0)).toEqual([]);
    expect(scaleAmounts(16_400_000)).toEqual([100_000, 1_000_000, 10_000_000]);
  });

  it("dims towards the canvas, opaque", () => {
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    expect(mix("#123456", "#ffffff", 0)).toBe("#123456");
    expect(mix("#123456", "#abcdef", 1)).toBe("#abcdef");
  });
});

function pictureNode(id: string, change: Partial<PictureNode> = {}): PictureNode {
  return {
    id,
    label: id,
    role: "collector",
    exitKind: null,
    merchant: false,
    flow: 1e6,
    group: "g",
    loop: false,
    ...change,
  };
}

const picture: Picture = {
  nodes: [
    pictureNode("A"),
    pictureNode('B<&"'),
    pictureNode("C", { role: "victim" }),
    pictureNode("E", { exitKind: "cash", role: "none", group: null }),
  ],
  edges: [
    { id: "C>A", from: "C", to: "A", amount: 10, curvature: 0 },
    { id: "A>B", from: "A", to: 'B<&"', amount: 1_000, curvature: 0.22 },
    { id: "A>E", from: "A", to: "E", amount: 5, curvature: 0 },
  ],
  positions: new Map([
    ["A", { x: 0, y: 0 }],
    ['B<&"', { x: 100, y: 10 }],
    ["C", { x: -100, y: 40 }],
    ["E", { x: 60, y: -60 }],
  ]),
  groups: [{ id: "g", name: "Cluster 1", note: "3 accounts" }],
  columns: [],
  selected: new Set(["A"]),
  emphasis: null,
  marked: new Set(),
  outlines: true,
  names: true,
  frame: "f",
};

describe("how nodes and edges look", () => {
  it("rings the selected node in ink and darkens its edges", () => {
    const selected = nodeLook(picture.nodes[0] as PictureNode, picture, palette);
    expect([selected.outer, selected.outerWidth, selected.innerWidth]).toEqual([palette.ink, 2, 2]);
    const look = edgeLooks(picture, palette);
    const plain = edgeLooks({ ...picture, selected: new Set() }, palette);
    const edge = picture.edges[1] as Picture["edges"][number];
    expect(look(edge).color).not.toBe(plain(edge).color);
    expect(look(edge).layer).toBeGreaterThan(plain(edge).layer);
  });

  it("draws the marked relation in full ink and steps back with the rest", () => {
    const look = edgeLooks({ ...picture, selected: new Set(), marked: new Set(["C>A"]) }, palette);
    expect(look(picture.edges[0] as Picture["edges"][number]).color).toBe(palette.edgeSelected);
    expect(look(picture.edges[1] as Picture["edges"][number]).layer).toBe(0);
  });
});

describe("the exported picture", () => {
  const page = pictureShapes({
    picture,
    palette,
    lens: {
      project: (point) => ({ x: 200 + point.x, y: 150 - point.y }),
      scale: 1,
      width: 400,
      height: 300,
    },
    title: "Cluster 1",
    lines: ["4 of 9 shown", "3–9 March"],
    footer: ["Source: run R1", "Made 25 Nov 2026"],
    roleWord: (role) => `role-${role}`,
    exitWord: "Way out",
    amountTitle: "Amount",
    amountWord: (amount) => `${amount} KZT`,
  });
  const svg = shapesSvg(page);

  it("carries title, filters, legend, scale, source and date", () => {
    for (const words of [
      "Cluster 1",
      "4 of 9 shown",
      "3–9 March",
      "role-collector",
      "role-victim",
      "Way out",
      "Amount",
      "1000 KZT",
      "Source: run R1",
      "Made 25 Nov 2026",
    ])
      expect(svg).toContain(`>${words}</text>`);
    expect(svg).not.toContain("role-transit");
  });

  it("is sound XML whatever names hold", () => {
    expect(svg).toContain("B&lt;&amp;&quot;");
    expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
