import { describe, expect, it } from "vitest";
import { pictureShapes } from "../../web/graph/export/picture-shapes.ts";
import { shapesSvg } from "../../web/graph/export/svg.ts";
import { edgeLooks, nodeLook } from "../../web/graph/node-and-edge-looks.ts";
import type { Palette } from "../../web/graph/palette.ts";
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
    deviceWord: "Device",
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
