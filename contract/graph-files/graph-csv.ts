import { PROGRAM_CSV, writeCsv } from "../csv.ts";
import type { Field, GraphFile } from "./graph-file.ts";

/**
 * Nodes and edges as CSV with the headings of `neo4j-admin database import` (operations manual,
 * "CSV header format"). i2 Analyst's Notebook and spreadsheets read the same columns.
 */
export function nodesCsv(graph: GraphFile): string {
  const columns = ["id:ID", "label", ...headings(graph.nodeFields), ":LABEL"];
  const kind = graph.nodeFields.findIndex(({ name }) => name === "kind");
  const rows = graph.nodes.map(({ id, label, values }) => [
    id,
    label,
    ...values,
    LABELS[values[kind] ?? ""] ?? "Account",
  ]);
  return writeCsv({ columns, rows }, PROGRAM_CSV);
}

export function edgesCsv(graph: GraphFile): string {
  const columns = [":START_ID", ":END_ID", ...headings(graph.edgeFields), ":TYPE"];
  const kind = graph.edgeFields.findIndex(({ name }) => name === "kind");
  const rows = graph.edges.map(({ from, to, values }) => [
    from,
    to,
    ...values,
    (values[kind] ?? "transfer").toUpperCase(),
  ]);
  return writeCsv({ columns, rows }, PROGRAM_CSV);
}

const LABELS: Readonly<Record<string, string>> = {
  exit: "Exit",
  holder: "Holder",
  device: "Device",
  ...{ bank: "Group", cluster: "Group", payers: "Group", payees: "Group", part: "Group" },
};

function headings(fields: readonly Field[]): string[] {
  return fields.map(({ name, type }) => (type === "string" ? name : `${name}:${type}`));
}
