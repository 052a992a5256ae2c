import { xmlText } from "../xml-text.ts";
import type { Field, GraphFile } from "./graph-file.ts";

/** The graph as GEXF 1.3 (https://gexf.net/schema.html), with the places of the picture. */
export function gexf(graph: GraphFile): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta lastmodifieddate="${graph.made}">`,
    "<creator>Dropper Graph</creator>",
    `<title>${xmlText(graph.title)}</title>`,
    `<description>${xmlText(graph.description)}</description>`,
    "</meta>",
    '<graph defaultedgetype="directed" mode="static">',
    attributes("node", graph.nodeFields),
    attributes("edge", graph.edgeFields),
    "<nodes>",
    ...graph.nodes.map(({ id, label, at, values }) =>
      [
        `<node id="${xmlText(id)}" label="${xmlText(label)}">`,
        attributeValues(values),
        at === null ? "" : `<viz:position x="${at.x}" y="${at.y}" z="0"/>`,
        "</node>",
      ].join(""),
    ),
    "</nodes>",
    "<edges>",
    ...graph.edges.map(
      ({ id, from, to, weight, values }) =>
        `<edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}" weight="${weight}">${attributeValues(values)}</edge>`,
    ),
    "</edges>",
    "</graph>",
    "</gexf>",
    "",
  ].join("\n");
}

function attributes(of: "node" | "edge", fields: readonly Field[]): string {
  return [
    `<attributes class="${of}">`,
    ...fields.map(
      ({ name, type }, at) => `<attribute id="${at}" title="${xmlText(name)}" type="${type}"/>`,
    ),
    "</attributes>",
  ].join("\n");
}

function attributeValues(values: readonly string[]): string {
  const known = values.flatMap((value, at) =>
    value === "" ? [] : [`<attvalue for="${at}" value="${xmlText(value)}"/>`],
  );
  return known.length === 0 ? "" : `<attvalues>${known.join("")}</attvalues>`;
}
