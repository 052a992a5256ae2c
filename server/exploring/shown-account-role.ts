import type { GraphRole } from "../../contract/exploring.ts";

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
