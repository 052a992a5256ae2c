import { gexf } from "../../../../contract/graph-files/gexf.ts";
import { edgesCsv, nodesCsv } from "../../../../contract/graph-files/graph-csv.ts";
import type { GraphFile } from "../../../../contract/graph-files/graph-file.ts";
import { graphml } from "../../../../contract/graph-files/graphml.ts";
import { saveFile } from "./save-file.ts";

const WRITERS = {
  gexf: { write: gexf, ending: ".gexf", type: "application/xml;charset=utf-8" },
  graphml: { write: graphml, ending: ".graphml", type: "application/xml;charset=utf-8" },
  nodes: { write: nodesCsv, ending: "-nodes.csv", type: "text/csv;charset=utf-8" },
  edges: { write: edgesCsv, ending: "-edges.csv", type: "text/csv;charset=utf-8" },
} as const;

/** A file of the graph for another program. */
export type GraphFormat = keyof typeof WRITERS;

/** Saves the graph for another program. */
export function exportGraph(format: GraphFormat, graph: GraphFile): void {
  const { write, ending, type } = WRITERS[format];
  saveFile(`graph-${graph.made}${ending}`, write(graph), type);
}
