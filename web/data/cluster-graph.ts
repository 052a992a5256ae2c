import { exploring, type GraphEdge, type GraphNode } from "../../contract/exploring.ts";
import { growing } from "../../contract/growing.ts";
import { call } from "../api/call.ts";

const MOST_MEMBERS = 3_000;

/** The accounts of a picture, the relations among them, and how many more there would be. */
export interface ClusterGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly seeds: readonly string[];
  /** The detection run that found the cluster. */
  readonly run: string | null;
  /** Accounts that dealt with the members and are not in the picture. */
  readonly beside: number;
}

/**
 * The number of neighbours of the accounts a picture began with that are not among those `known`.
 */
export async function countBeside(
  seeds: readonly string[],
  known: Iterable<string>,
  run: string | null,
): Promise<number> {
  const { shown } = await call(growing.around, {
    body: {
      accounts: [...seeds],
      known: [...known],
      limit: 0,
      ...(run === null ? {} : { run }),
    },
  });
  return shown.nodesFound;
}

/**
 * A cluster opens with its members and the exits tied to them; the other accounts they dealt
 * with are counted.
 */
export async function openCluster(cluster: string): Promise<ClusterGraph> {
  const { nodes, edges, seeds, run } = await call(exploring.graph, {
    body: { cluster, exits: true, limit: MOST_MEMBERS },
  });
  const shown = nodes.map((node) => node.number);
  return { nodes, edges, seeds, run, beside: await countBeside(seeds, shown, run) };
}
