import { bankName } from "../bank-names.ts";
import { formatDecimal } from "../currencies.ts";
import type { GraphEdge, GraphNode, MoneyText } from "../exploring.ts";
import { majorUnits } from "../format/money.ts";
import type { Field, FileEdge, FileNode, GraphFile } from "./graph-file.ts";

/** Accounts and their relations as a graph of files; what a picture shows and what a case holds. */

export const NODE_FIELDS: readonly Field[] = [
  { name: "kind", type: "string" },
  { name: "accounts", type: "string" },
  { name: "holder", type: "string" },
  { name: "bank", type: "string" },
  { name: "role", type: "string" },
  { name: "score", type: "double" },
  { name: "cluster", type: "string" },
];
const EDGE_FIELDS: readonly Field[] = [
  { name: "kind", type: "string" },
  { name: "count", type: "long" },
  { name: "first_utc", type: "string" },
  { name: "last_utc", type: "string" },
  { name: "transfer_id", type: "string" },
];

/** Fields of relations: a rounded and an exact amount for each currency. */
export function edgeFields(currencies: readonly string[]): readonly Field[] {
  return [
    ...EDGE_FIELDS,
    ...currencies.flatMap((currency): Field[] => [
      { name: `amount_${currency}`, type: "double" },
      { name: `minor_${currency}`, type: "long" },
    ]),
  ];
}

/** The currencies of some relations, each once. */
export function currenciesOf(ties: readonly { readonly sums: readonly MoneyText[] }[]): string[] {
  return [...new Set(ties.flatMap((tie) => tie.sums.map((sum) => sum.currency)))].sort();
}

export interface MoneyTie extends GraphEdge {
  readonly id: string;
  /** Of a single transfer its id; "" = a relation. */
  readonly transfer: string;
}

export function moneyEdge(tie: MoneyTie, currencies: readonly string[]): FileEdge {
  const amounts = currencies.flatMap((currency) => {
    const sum = tie.sums.find((one) => one.currency === currency);
    return sum ? [formatDecimal(BigInt(sum.amount), currency), sum.amount] : ["", ""];
  });
  const main = tie.sums.find((sum) => sum.currency === "KZT") ?? tie.sums[0];
  return {
    id: tie.id,
    from: tie.from,
    to: tie.to,
    weight: main ? majorUnits(main.amount, main.currency) : 0,
    values: [
      "transfer",
      String(tie.count),
      new Date(tie.first).toISOString(),
      new Date(tie.last).toISOString(),
      tie.transfer,
      ...amounts,
    ],
  };
}

/** Every account by itself, nowhere yet; every relation whole. */
export function accountGraph(
  about: Pick<GraphFile, "title" | "description" | "made">,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): GraphFile {
  const currencies = currenciesOf(edges);
  return {
    ...about,
    nodeFields: NODE_FIELDS,
    edgeFields: edgeFields(currencies),
    nodes: nodes.map(accountNode),
    edges: edges.map((edge) =>
      moneyEdge({ ...edge, id: `${edge.from}>${edge.to}`, transfer: "" }, currencies),
    ),
  };
}

function accountNode(node: GraphNode): FileNode {
  const isExit = node.exitKind !== null;
  return {
    id: node.number,
    label: node.holderName ?? node.number,
    at: null,
    values: [
      isExit ? "exit" : "account",
      node.number,
      node.holderName ?? "",
      bankName(node.bank) ?? "",
      isExit ? "" : node.role,
      node.score === null ? "" : String(node.score),
      node.cluster ?? "",
    ],
  };
}
