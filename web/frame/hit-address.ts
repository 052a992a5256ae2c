import type { SearchHit } from "../../contract/exploring.ts";

/** The address that a hit leads to; accounts, people and reports open on Explore's stage. */
export function addressOfHit(hit: SearchHit): string {
  if (hit.kind === "case") return `/cases/${encodeURIComponent(hit.id)}`;
  if (hit.kind === "cluster") return `/clusters?cluster=${encodeURIComponent(hit.id)}`;
  if (hit.kind === "report") return `/explore?report=${encodeURIComponent(hit.id)}`;
  return accountsAddress(hit.accounts);
}

/** Explore with these accounts on its stage. */
export function accountsAddress(accounts: readonly string[]): string {
  return `/explore?${accounts.map((account) => `account=${encodeURIComponent(account)}`).join("&")}`;
}

/** What a search finds, as a page. */
export function searchAddress(text: string): string {
  return `/watching?q=${encodeURIComponent(text)}`;
}
