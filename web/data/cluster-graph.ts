import { exploring, type GraphEdge, type GraphNode } from "../../contract/exploring.ts";
import { call } from "../api/call.ts";

const MOST_MEMBERS = 3_000;
const EXIT_KINDS = ["cash", "pos", "crypto", "foreign", "other"] as const;

/** The accounts of a picture, the relations among them, and how many more there would be. */
export interface ClusterGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly seeds: readonly string[];
  readonly shown: {
    readonly nodesFound: number;
    readonly leftOut: readonly { readonly reason: "node-limit"; readonly count: number }[];
  };
}

/**
 * A cluster opens with its members and the exits of their banks that its money reached; other
 * neighbours are counted.
 */
export async function openCluster(cluster: string): Promise<ClusterGraph> {
  const members = await call(exploring.graph, { body: { cluster, limit: MOST_MEMBERS } });
  const banks = [...new Set(members.nodes.map((node) => node.bank ?? "-")), "-"];
  const exits = banks.flatMap((bank) => EXIT_KINDS.map((kind) => `EXIT:${kind}:${bank}`));
  const accounts = [...new Set([...members.seeds, ...exits])];
  const whole = await call(exploring.graph, {
    body: { accounts, neighbours: true, limit: accounts.length },
  });
  const member = new Set(members.seeds);
  const reached = new Set(whole.edges.flatMap((edge) => (member.has(edge.from) ? [edge.to] : [])));
  const nodes = whole.nodes.filter((node) => member.has(node.number) || reached.has(node.number));
  const shown = new Set(nodes.map((node) => node.number));
  const others = Math.max(0, whole.shown.nodesFound - accounts.length);
  return {
    nodes,
    edges: whole.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to)),
    seeds: members.seeds,
    shown: {
      nodesFound: nodes.length + others,
      leftOut: others > 0 ? [{ reason: "node-limit", count: others }] : [],
    },
  };
}
