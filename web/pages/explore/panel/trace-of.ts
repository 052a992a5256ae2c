import type { GraphNode } from "../../../../contract/exploring.ts";
import { traceAddress } from "../../../data/trace-address.ts";
import type { Scene } from "../scene/scene.ts";
import type { StageGraphData } from "../stage/stage-graph.ts";

/**
 * The trace of an account's money: a victim's own, else what is stolen of what went through it. The
 * victim is named by an account of his: an IIN stands in no address.
 */
export function traceOf(card: GraphNode): string {
  return card.reported || card.role === "victim"
    ? traceAddress({ victims: [card.number], focus: card.number })
    : traceAddress({ through: card.number, cluster: card.cluster });
}

/**
 * The trace of what is selected; of a single account's picture that account, of a report or cluster
 * the whole. null = there is nothing to follow.
 */
export function traceOfScene(
  { select, accounts, report, cluster }: Scene,
  { nodes }: StageGraphData,
): string | null {
  const [number] = select.length > 0 ? select : accounts;
  const node = number === undefined ? undefined : nodes.get(number);
  if (node) return node.exitKind === null ? traceOf(node) : null;
  if (report !== null) return traceAddress({ reports: [report] });
  return cluster === null ? null : traceAddress({ cluster });
}
