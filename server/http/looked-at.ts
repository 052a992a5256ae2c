import type { Endpoint } from "../../contract/endpoint.ts";
import { isAudited } from "./audited.ts";

/**
 * Questions whose answers hold no data of people: texts, counts, the office's own lists. Every
 * other question is a look and goes into the log of looks, so that a new one cannot be forgotten
 * here.
 */
const OF_NOBODY: ReadonlySet<string> = new Set([
  ...["me", "ground", "users", "colleagues", "approvers", "jobs", "signer", "runs", "sources"],
  ...["preview", "secondFactor", "secondFactorRoles", "ownAccess", "accessOf"],
  ...["statementRequestTemplate", "paperTemplate", "urgentTemplate", "summaryTemplate"],
  ...["measureDistricts", "measuresSummary", "today", "summary", "caseDeadlines", "deadlines"],
  ...["letterTerm", "letterNumbers"],
  ...["news", "cases", "caseMembers", "readReportText", "signIn", "signOut", "changePassword"],
  ...["signInProvider", "beginProviderSignIn", "finishProviderSignIn"],
]);

/** A question about people. What takes a file away or changes something has its own audit entry. */
export function isLook(endpoint: Pick<Endpoint, "name" | "method" | "media">): boolean {
  return !isAudited(endpoint) && !OF_NOBODY.has(endpoint.name);
}

/** Fields of a question that name whom it is about. */
const NAMES_SOMEBODY: ReadonlySet<string> = new Set([
  ...[
    "account",
    "accounts",
    "number",
    "numbers",
    "q",
    "search",
    "from",
    "to",
    "ip",
    "device",
    "report",
  ],
  ...[
    "whom",
    "reports",
    "transfer",
    "transferId",
    "transfers",
    "victim",
    "holder",
    "iin",
    "id",
    "cluster",
  ],
]);

/** The person and the case a question is about. `path` says what its `id` is. */
export function lookedAt(
  { path }: Pick<Endpoint, "path">,
  ...asked: readonly unknown[]
): { readonly whom: string[]; readonly case: string | null } {
  const whom: string[] = [];
  let ofCase: string | null = null;
  for (const source of asked) {
    if (typeof source !== "object" || source === null) continue;
    for (const [field, value] of Object.entries(source)) {
      const namesCase = field === "caseId" || (field === "id" && path.startsWith("/cases/"));
      if (namesCase && typeof value === "string") ofCase = value;
      else if (NAMES_SOMEBODY.has(field)) whom.push(...textsOf(value));
    }
  }
  return { whom, case: ofCase };
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}
