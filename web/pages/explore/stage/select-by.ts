import type { GraphEdge, GraphNode, TransferRow } from "../../../../contract/exploring.ts";

/** Accounts chosen by what is so of them, not one by one. Pure. */

/** Ways of choosing that need no figure. */
export const SELECTIONS = ["active", "table", "neighbours", "others", "shown"] as const;
export type Selection = (typeof SELECTIONS)[number];

export interface SelectInput {
  /** Accounts in the picture, the largest by money first. */
  readonly nodes: readonly GraphNode[];
  /** Relations of the picture under the filter. */
  readonly edges: readonly GraphEdge[];
  /** Rows that the table holds. */
  readonly rows: readonly Pick<TransferRow, "from" | "to">[];
  readonly selected: ReadonlySet<string>;
}

/** An exit stands for everybody's cash at a bank: it is no account one could choose. */
function accountsOf(nodes: readonly GraphNode[]): readonly string[] {
  return nodes.filter((node) => node.exitKind === null).map((node) => node.number);
}

/** Under the filter, of each account in the picture, the others it dealt with there. */
function partners(edges: readonly GraphEdge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    const known = found.get(one);
    if (known) known.add(other);
    else found.set(one, new Set([other]));
  };
  for (const { from, to } of edges)
    if (from !== to) {
      add(from, to);
      add(to, from);
    }
  return found;
}

/** Accounts that dealt with at least so many others in the picture, under the filter. */
export function selectByDegree(
  { nodes, edges }: Pick<SelectInput, "nodes" | "edges">,
  least: number,
): readonly string[] {
  const others = partners(edges);
  return accountsOf(nodes).filter((account) => (others.get(account)?.size ?? 0) >= least);
}

/** The accounts of one of the ways, the largest by money first. */
export function selectBy(input: SelectInput, way: Selection): readonly string[] {
  const { nodes, edges, rows, selected } = input;
  const accounts = accountsOf(nodes);
  if (way === "shown") return accounts;
  if (way === "others") return accounts.filter((account) => !selected.has(account));
  if (way === "active") {
    const active = new Set(edges.flatMap(({ from, to }) => [from, to]));
    return accounts.filter((account) => active.has(account));
  }
  if (way === "table") {
    const listed = new Set(rows.flatMap(({ from, to }) => [from, to]));
    return accounts.filter((account) => listed.has(account));
  }
  const others = partners(edges);
  const beside = new Set([...selected].flatMap((account) => [...(others.get(account) ?? [])]));
  return accounts.filter((account) => beside.has(account) && !selected.has(account));
}
