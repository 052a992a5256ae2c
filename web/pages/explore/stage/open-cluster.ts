import { exploring } from "../../../../contract/exploring.ts";
import { call } from "../../../api/call.ts";
import { type StageGraphData, startStage } from "./stage-graph.ts";

const MOST_MEMBERS = 3_000;
const EXIT_KINDS = ["cash", "pos", "crypto", "foreign", "other"] as const;

/**
 * A cluster opens with its members and the ways out of their banks that its money reached; other
 * neighbours are counted.
 */
export async function openCluster(cluster: string, base: string): Promise<StageGraphData> {
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
  return startStage(
    {
      nodes,
      edges: whole.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to)),
      shown: {
        nodesFound: nodes.length + others,
        leftOut: others > 0 ? [{ reason: "node-limit", count: others }] : [],
      },
    },
    members.seeds,
    base,
  );
}
