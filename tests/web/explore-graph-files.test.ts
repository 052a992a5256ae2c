import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import type { GraphNode, TransferRow } from "../../contract/exploring.ts";
import { accountGraph } from "../../contract/graph-files/account-graph.ts";
import { gexf } from "../../contract/graph-files/gexf.ts";
import { edgesCsv, nodesCsv } from "../../contract/graph-files/graph-csv.ts";
import { graphml } from "../../contract/graph-files/graphml.ts";
import { shownGraph } from "../../web/pages/explore/money/shown-graph.ts";
import { castOf, tiesOf } from "../../web/pages/explore/stage/actors.ts";
import { bundle } from "../../web/pages/explore/stage/bundle.ts";
import { groupsOf } from "../../web/pages/explore/stage/groups.ts";
import { makePicture } from "../../web/pages/explore/stage/make-picture.ts";

const node = (number: string, more: Partial<GraphNode> = {}): GraphNode => ({
  number,
  bank: "722",
  holderKey: `H-${number}`,
  holderName: `Имя ${number} & "Ко" <1>`,
  holderKind: "person",
  exitKind: null,
  stub: false,
  role: "transit",
  reported: false,
  score: 0.5,
  cluster: null,
  degree: 1,
  stop: null,
  ...more,
});

const row = (
  id: string,
  from: string,
  to: string,
  amount: string,
  currency = "KZT",
): TransferRow => ({
  id,
  from,
  to,
  fromName: null,
  toName: null,
  amount,
  currency,
  bookedAt: Date.parse("2026-03-03T09:00:00Z"),
  zone: "+05:00",
  channel: "transfer",
  purpose: null,
  sourceId: "s",
  sourceName: "s.csv",
  row: 1,
});

const ROWS = [
  row("t1", "KZ1", "KZ2", "123456789012345678"),
  row("t2", "KZ1", "KZ2", "1"),
  row("t3", "KZ2", "EXIT:cash:-", "5050"),
  row("t4", "KZ2", "KZ3", "100", "USD"),
];

function shown({ byHolder = false, single = false } = {}) {
  const nodes = [
    node("KZ1"),
    node("KZ2", { holderKey: "H" }),
    node("KZ3", { holderKey: "H", score: null }),
    node("EXIT:cash:-", { exitKind: "cash", holderKey: null, holderName: null, role: "none" }),
  ];
  const groups = groupsOf({
    ...{ nodes, edges: [], grouping: byHolder ? "holder" : null },
    ...{ opened: new Set<string>(), seeds: new Set<string>() },
  });
  const cast = castOf(nodes, groups, () => "Cash");
  const edges = bundle(ROWS);
  const picture = makePicture({
    cast,
    lifeTies: tiesOf(edges, cast.idOf),
    links: [],
    edges,
    singles: null,
    positions: new Map(cast.actors.map((actor, at) => [actor.id, { x: at, y: -at }])),
    groups: [],
    columns: [],
    select: [],
    focus: null,
    hoverRole: null,
    filtered: false,
    outlines: false,
    names: true,
    frame: "f",
  });
  return shownGraph({
    title: "Cluster 1",
    description: "over 5 ₸ & more",
    made: "2026-11-29",
    picture,
    actors: new Map(cast.actors.map((actor) => [actor.id, actor])),
    edges,
    singles: single ? ROWS : null,
  });
}

/** How often each element stands in a document; throws where it is not well formed. */
function elementsOf(xml: string): { counts: Map<string, number>; values: string[] } {
  const counts = new Map<string, number>();
  const values: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    values.push(...Object.values(attributes as Record<string, string>));
  });
  parser.on("text", (text) => values.push(text));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { counts, values };
}

describe("the graph as other programs take it", () => {
  it("holds each account and relation of the picture once, with exact amounts", () => {
    for (const write of [gexf, graphml]) {
      const { counts, values } = elementsOf(write(shown()));
      expect([counts.get("node"), counts.get("edge")]).toEqual([4, 3]);
      for (const text of ["1234567890123456.79", "123456789012345679", "50.50", "1.00", "transit"])
        expect(values).toContain(text);
      expect(values.some((text) => text.includes('Имя KZ1 & "Ко" <1>'))).toBe(true);
      expect(values.some((text) => text.includes("over 5 ₸ & more"))).toBe(true);
    }
  });

  it("holds one holder where the picture shows one, and each transfer where it shows each", () => {
    const byHolder = shown({ byHolder: true });
    expect(byHolder.nodes.map(({ id, values }) => [id, values[0], values[1]])).toEqual([
      ["KZ1", "account", "KZ1"],
      ["holder:KZ2", "holder", "KZ2 KZ3"],
      ["EXIT:cash:-", "exit", "EXIT:cash:-"],
    ]);
    expect(byHolder.edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "KZ1 holder:KZ2",
      "holder:KZ2 EXIT:cash:-",
      "holder:KZ2 holder:KZ2",
    ]);
    expect(shown({ single: true }).edges.map(({ id }) => id)).toEqual([
      "t:t1",
      "t:t2",
      "t:t3",
      "t:t4",
    ]);
  });

  it("is CSV with the headings of Neo4j's import", () => {
    const nodes = readCsv(nodesCsv(shown())) ?? [];
    expect(nodes.map((one) => `${one["id:ID"]} ${one[":LABEL"]}`)).toEqual([
      "KZ1 Account",
      "KZ2 Account",
      "KZ3 Account",
      "EXIT:cash:- Exit",
    ]);
    expect(nodes[0]).toMatchObject({ "score:double": "0.5", role: "transit" });
    expect(nodes[2]).toMatchObject({ "score:double": "" });
    const [edge] = readCsv(edgesCsv(shown())) ?? [];
    expect(edge).toMatchObject({
      ":START_ID": "KZ1",
      ":END_ID": "KZ2",
      ":TYPE": "TRANSFER",
      "count:long": "2",
      "minor_KZT:long": "123456789012345679",
      "minor_USD:long": "",
    });
  });
});

describe("the graph of a case", () => {
  it("has every account and exit by itself, every relation whole, exact to the tiyn", () => {
    const nodes = [node("A"), node("EXIT:cash:722", { exitKind: "cash", holderName: null })];
    const edges = bundle([
      row("1", "A", "EXIT:cash:722", "9007199254740993"),
      row("2", "A", "EXIT:cash:722", "7"),
    ]);
    const graph = accountGraph({ title: "C1", description: "", made: "2026-06-01" }, nodes, edges);
    const csv = readCsv(edgesCsv(graph)) ?? [];
    expect(
      csv.map((line) => [line[":START_ID"], line["count:long"], line["minor_KZT:long"]]),
    ).toEqual([["A", "2", "9007199254741000"]]);
    const kinds = (readCsv(nodesCsv(graph)) ?? []).map((line) => [line["id:ID"], line[":LABEL"]]);
    expect(kinds).toEqual([
      ["A", "Account"],
      ["EXIT:cash:722", "Exit"],
    ]);
    expect(gexf(graph)).not.toContain("viz:position");
  });
});
