import { xmlText } from "../xml-text.ts";
import type { Field, GraphFile } from "./graph-file.ts";

const LABEL: Field = { name: "label", type: "string" };
const PLACE: readonly Field[] = [
  { name: "x", type: "double" },
  { name: "y", type: "double" },
];
const WEIGHT: Field = { name: "weight", type: "double" };

/** The graph as GraphML (http://graphml.graphdrawing.org/specification.html). */
export function graphml(graph: GraphFile): string {
  const nodeFields = [LABEL, ...PLACE, ...graph.nodeFields];
  const edgeFields = [WEIGHT, ...graph.edgeFields];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `<desc>${xmlText(`${graph.title}\n${graph.description}`)}</desc>`,
    ...keys("node", nodeFields),
    ...keys("edge", edgeFields),
    '<graph id="G" edgedefault="directed">',
    ...graph.nodes.map(
      ({ id, label, at, values }) =>
        `<node id="${xmlText(id)}">${data("n", [label, at === null ? "" : String(at.x), at === null ? "" : String(at.y), ...values])}</node>`,
    ),
    ...graph.edges.map(
      ({ id, from, to, weight, values }) =>
        `<edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}">${data("e", [String(weight), ...values])}</edge>`,
    ),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}

function keys(of: "node" | "edge", fields: readonly Field[]): string[] {
  return fields.map(
    ({ name, type }, at) =>
      `<key id="${of[0]}${at}" for="${of}" attr.name="${xmlText(name)}" attr.type="${type}"/>`,
  );
}

function data(prefix: "n" | "e", values: readonly string[]): string {
  return values
    .flatMap((value, at) =>
      value === "" ? [] : [`<data key="${prefix}${at}">${xmlText(value)}</data>`],
    )
    .join("");
}
