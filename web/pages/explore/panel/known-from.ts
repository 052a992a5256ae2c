import type { AccountCard } from "../../../../contract/exploring.ts";

/**
 * What is said of an account that no source holds as its own. It is the other side of somebody's
 * transfers, or only a name in a session log, a report or a case. null where nothing need be said.
 */
export function knownFrom({
  stub,
  degree,
}: Pick<AccountCard, "stub" | "degree">): "stub" | "onlyNamed" | null {
  if (!stub) return null;
  return degree > 0 ? "stub" : "onlyNamed";
}
