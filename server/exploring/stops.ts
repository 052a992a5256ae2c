import type { GraphNode, GraphRole } from "../../contract/exploring.ts";

/**
 * An organisation with more transfers than this is treated as a merchant or payer, where following
 * money stops.
 */
const MERCHANT_TRANSFERS = 200;
/** Anybody with more than this is a hub: pooled accounts, exchanges, terminals. */
const HUB_TRANSFERS = 3_000;

/**
 * Why expansion and tracing stop at an account by themselves: exits always, organisations with many
 * transfers, and hubs of any kind. The person can continue past a stop with one click.
 */
export function stopOf(account: {
  exitKind: string | null;
  holderKind: string;
  sentCount: number;
  receivedCount: number;
}): GraphNode["stop"] {
  if (account.exitKind !== null) return "exit";
  const transfers = account.sentCount + account.receivedCount;
  if (account.holderKind === "organisation" && transfers > MERCHANT_TRANSFERS) return "merchant";
  return transfers > HUB_TRANSFERS ? "hub" : null;
}

const ROLES: ReadonlySet<string> = new Set([
  "victim",
  "collector",
  "transit",
  "distributor",
  "cash-out",
]);

/** The role to show: a detection run's word, or victim where a report says so. */
export function shownRole(role: string | null, reported: boolean): GraphRole {
  if (role !== null && ROLES.has(role)) return role as GraphRole;
  return reported ? "victim" : "none";
}
