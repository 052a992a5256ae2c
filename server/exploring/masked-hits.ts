import { z } from "zod";
import { type SearchHit, transferRow } from "../../contract/exploring.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Asker } from "../api/handlers.ts";
import { hiddenParameters } from "../api/hidden.ts";
import { masked, maskOf } from "../identity/masking.ts";

/** Hits that say who somebody is. */
const OF_PEOPLE: ReadonlySet<SearchHit["kind"]> = new Set([
  "account",
  "holder",
  "report",
  "transfer",
]);

/**
 * Hits as the asker may see them: names and IIN of people outside his cases are masked until he
 * gives a ground. `masked` counts those.
 */
export async function shownHits(
  queries: Queries,
  hits: readonly SearchHit[],
  { ground, hidden }: Pick<Asker, "ground" | "hidden">,
): Promise<{ hits: SearchHit[]; masked: number }> {
  /** Nobody follows the money of a report that he may not see. */
  const ofOwnReports = ({ reports, ...hit }: SearchHit): SearchHit => {
    const own = (reports ?? []).filter((id) => !hidden.reports.has(id));
    return own.length === 0 ? hit : { ...hit, reports: own };
  };
  if (ground !== null) return { hits: hits.map(ofOwnReports), masked: 0 };
  const accounts = [...new Set(hits.flatMap((hit) => hit.accounts))];
  const { hiddenCases } = hiddenParameters(hidden);
  const row = z.object({ number: z.string() });
  const found = await queries.read("exploring/accounts-in-cases", { accounts, hiddenCases }, row);
  const own = new Set(found.map(({ number }) => number));
  const isMasked = (hit: SearchHit) =>
    OF_PEOPLE.has(hit.kind) &&
    (hit.kind === "holder" || hit.transfer !== undefined || hit.detail !== null) &&
    !hit.accounts.some((account) => own.has(account));
  return {
    hits: hits.map((hit) => ofOwnReports(isMasked(hit) ? maskedHit(hit) : hit)),
    masked: hits.filter(isMasked).length,
  };
}

function maskedHit(hit: SearchHit): SearchHit {
  const detail = hit.detail === null ? null : maskOf("name", hit.detail);
  const isMasked = { masked: true } as const;
  if (hit.transfer !== undefined) {
    const { detail: purpose } = hit;
    return {
      ...hit,
      detail: purpose === null ? null : maskOf("text", purpose),
      transfer: transferRow.parse(masked(transferRow, hit.transfer)),
      ...isMasked,
    };
  }
  if (hit.kind !== "holder") return { ...hit, detail, ...isMasked };
  return {
    ...hit,
    id: maskOf("key", hit.id),
    title: maskOf("name", hit.title),
    detail: hit.detail === null ? null : maskOf("iin", hit.detail),
    ...isMasked,
  };
}
