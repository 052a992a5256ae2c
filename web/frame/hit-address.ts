import type { SearchHit } from "../../contract/exploring.ts";
import { traceAddress } from "../data/trace-address.ts";
import { changedWords, type KeptWords } from "../ui/address-words.ts";

/** The address that a hit leads to; accounts, people and reports open on Explore's stage. */
export function addressOfHit(hit: SearchHit): string {
  if (hit.kind === "case") return `/cases/${encodeURIComponent(hit.id)}`;
  if (hit.kind === "cluster") return `/clusters?cluster=${encodeURIComponent(hit.id)}`;
  if (hit.kind === "report") return `/explore?report=${encodeURIComponent(hit.id)}`;
  if (hit.kind === "transfer")
    return `${accountsAddress(hit.accounts)}&transfers=${encodeURIComponent(hit.id)}`;
  return accountsAddress(hit.accounts);
}

/** The trace of the stolen money of a report or a victim; null for every other hit. */
export function traceOfHit({ reports = [] }: SearchHit): string | null {
  return reports.length === 0 ? null : traceAddress({ reports });
}

/** Explore with these accounts on its stage. */
export function accountsAddress(accounts: readonly string[]): string {
  return `/explore?${accounts.map((account) => `account=${encodeURIComponent(account)}`).join("&")}`;
}

/** A link to what a search finds, as a page. */
export function searchLink(text: string): { to: string; state: { kept: KeptWords } | null } {
  const { params, state } = changedWords(new URLSearchParams(), {}, { q: text });
  return { to: `/watching?${params}`, state };
}
