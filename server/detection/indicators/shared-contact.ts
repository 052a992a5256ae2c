import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { once } from "./context.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

/** Accounts of different holders behind one phone or device. */
interface Shared {
  readonly points: Float64Array;
  /** Other accounts of the same phone or device, by account. */
  readonly with: ReadonlyMap<
    number,
    { readonly what: "phone" | "device"; readonly accounts: readonly number[] }
  >;
}

/**
 * As rare as the share of accounts that share a phone or device with at least as many different
 * holders. Families share too, so a pair says little where pairs are common.
 */
export const sharedContacts = once(({ columns, peers }): Shared => {
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
      if (holders > 1 && accounts.length <= CONSTANTS.sharedContact.mostAccounts)
        groups.push({ what, accounts, holders });
    }
  }
  const holdersOf = new Float64Array(columns.accounts.length);
  const found = new Map<number, { what: "phone" | "device"; accounts: readonly number[] }>();
  for (const group of groups) {
    for (const account of group.accounts) {
      if (group.holders <= holdersOf[account]!) continue;
      holdersOf[account] = group.holders;
      found.set(account, {
        what: group.what,
        accounts: group.accounts.filter((other) => other !== account),
      });
    }
  }
  const counts = [...found.keys()].map((account) => holdersOf[account]!).sort((a, b) => a - b);
  const points = new Float64Array(columns.accounts.length);
  for (const account of found.keys()) {
    const atLeast = counts.length - counts.findIndex((count) => count >= holdersOf[account]!);
    points[account] = Math.min(PARAMETERS.cap, Math.log10(peers.active.length / atLeast));
  }
  return { points, with: found };
});

export const sharedContact: Indicator = {
  family: "shared",
  ofStubs: true,
  parameters: CONSTANTS.sharedContact,
  points: once((context) => weighedByLift(context, sharedContacts(context).points)),
  explain: (context, account) => {
    const found = sharedContacts(context).with.get(account);
    const { holder } = context.columns.accounts;
    // Another person's: only where both holders are known.
    const others = found?.accounts.filter(
      (other) =>
        holder[account] !== -1 && holder[other] !== -1 && holder[other] !== holder[account],
    );
    if (!found || !others || others.length === 0) return undefined;
    return { code: `shared-${found.what}`, params: { accounts: others.length }, rows: [] };
  },
};
