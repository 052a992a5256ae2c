import type { Endpoint } from "../../contract/endpoint.ts";

/**
 * Which calls go into the audit log: everything but plain reading, by the endpoint's name. Unknown
 * names are written down, so a new endpoint that changes something cannot be forgotten here.
 */
const READS: ReadonlySet<string> = new Set([
  // Questions too long or too personal for an address.
  "search",
  "graph",
  "around",
  "reach",
  "expand",
  "knownAccounts",
  "transfers",
  "histogram",
  "nextHop",
  "paths",
  "trace",
  "preview",
  "readReportText",
  "reportCandidates",
  "searchLooks",
  "searchMeasures",
  "searchLetters",
  // Its entry says more; as a question about a person it is a look, too.
  "personHeld",
]);
/** A question, whatever its method: it changes nothing. */
export function isQuestion({ name, method }: Pick<Endpoint, "name" | "method">): boolean {
  return method === "GET" || READS.has(name);
}

/** They write entries of their own, with more to say (server/users). */
const BY_THEMSELVES: ReadonlySet<string> = new Set([
  ...["signIn", "signOut", "changePassword", "finishProviderSignIn"],
  // It only says where to go; what comes back is an entry.
  "beginProviderSignIn",
]);

export function isAudited(endpoint: Pick<Endpoint, "name" | "method" | "media">): boolean {
  if (READS.has(endpoint.name) || BY_THEMSELVES.has(endpoint.name)) return false;
  return endpoint.method !== "GET" || endpoint.media !== undefined;
}
