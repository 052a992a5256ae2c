import type { TransferColumns } from "../../columns/columns.ts";
import type { Peers } from "../network/peer-groups.ts";
import { PARAMETERS } from "../parameters.ts";

/** Accounts of different holders behind one phone or device. */
export interface Shared {
  readonly points: Float64Array;
  /** Other accounts of the same phone or device, by account. */
  readonly with: ReadonlyMap<
    number,
    { readonly what: "phone" | "device"; readonly accounts: readonly number[] }
  >;
}

/**
 * So many accounts on one number are a bank's call centre or a test entry, not a group of people.
 */
const MOST = 50;

/**
 * As rare as the share of accounts that share a phone or device with at least as many different
 * holders. Families share too, so a pair says little where pairs are common.
 */
export function shared(columns: TransferColumns, peers: Peers): Shared {
  const groups: { what: "phone" | "device"; accounts: number[]; holders: number }[] = [];
  for (const what of ["device", "phone"] as const) {
    const byText = new Map<string, number[]>();
    for (const account of peers.active) {
      const text = columns.accounts[what][account] ?? "";
      if (text === "") continue;
      const list = byText.get(text);
      if (list) list.push(account);
      else byText.set(text, [account]);
    }
    for (const accounts of byText.values()) {
      const holders = new Set(accounts.map((account) => columns.accounts.holder[account] ?? -1))
        .size;
      if (holders > 1 && accounts.length <= MOST) groups.push({ what, accounts, holders });
    }
  }
  const holdersOf = new Float64Array(columns.accounts.length);
  const found = new Map<number, { what: "phone" | "device"; accounts: readonly number[] }>();
  for (const group of groups) {
    for (const account of group.accounts) {
      if (group.holders <= (holdersOf[account] as number)) continue;
      holdersOf[account] = group.holders;
      found.set(account, {
        what: group.what,
        accounts: group.accounts.filter((other) => other !== account),
      });
    }
  }
  const counts = [...found.keys()]
    .map((account) => holdersOf[account] as number)
    .sort((a, b) => a - b);
  const points = new Float64Array(columns.accounts.length);
  for (const account of found.keys()) {
    const atLeast =
      counts.length - counts.findIndex((count) => count >= (holdersOf[account] as number));
    points[account] = Math.min(PARAMETERS.cap, Math.log10(peers.active.length / atLeast));
  }
  return { points, with: found };
}
