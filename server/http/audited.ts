import type { Endpoint } from "../../contract/endpoint.ts";

/**
 * Which calls go into the audit log: everything but plain reading, by the endpoint's name. Unknown
 * names are written down, so a new endpoint that changes something cannot be forgotten here.
 */
const READS: ReadonlySet<string> = new Set([
  // Questions too long or too personal for an address.
  "search",
  "graph",
  "expand",
  "transfers",
  "histogram",
  "nextHop",
  "paths",
  "trace",
  "preview",
  "readReportText",
  "reportCandidates",
]);
/** They write entries of their own, with more to say (server/users). */
const BY_THEMSELVES: ReadonlySet<string> = new Set(["signIn", "signOut", "changePassword"]);

export function isAudited(endpoint: Pick<Endpoint, "name" | "method" | "media">): boolean {
  if (READS.has(endpoint.name) || BY_THEMSELVES.has(endpoint.name)) return false;
  return endpoint.method !== "GET" || endpoint.media !== undefined;
}

/**
 * Fields of a request or an answer that name things or decide something; never free text, names or
 * IINs.
 */
const RECORDED: ReadonlySet<string> = new Set([
  "login",
  "role",
  "disabled",
  "subject",
  "target",
  "verdict",
  "cluster",
  "status",
  "same",
  "id",
  "jobId",
  "uploadId",
  "method",
  "opened",
]);

/** The fields of an input or answer that the audit log records. */
export function recordedFields(
  ...sources: readonly unknown[]
): Record<string, string | number | boolean> {
  const found: Record<string, string | number | boolean> = {};
  for (const source of sources) {
    if (typeof source !== "object" || source === null || source instanceof Buffer) continue;
    for (const [key, value] of Object.entries(source)) {
      if (!RECORDED.has(key) || Object.hasOwn(found, key)) continue;
      if (typeof value === "string") found[key] = value.slice(0, 200);
      else if (typeof value === "number" || typeof value === "boolean") found[key] = value;
    }
  }
  return found;
}
