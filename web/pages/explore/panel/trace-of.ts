import type { GraphNode } from "../../../../contract/exploring.ts";
import { traceAddress } from "../../../data/trace-address.ts";

/** The trace of an account's money: a victim's own, else what is stolen of what went through it. */
export function traceOf(card: GraphNode): string {
  return card.reported || card.role === "victim"
    ? traceAddress({ victims: [card.holderKey ?? card.number], focus: card.number })
    : traceAddress({ through: card.number, cluster: card.cluster });
}
