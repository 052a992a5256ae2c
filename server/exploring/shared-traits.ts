import type { TransferColumns } from "../columns/columns.ts";

/** Things that two accounts can have in common beside money. */
export type TraitKind = "holder" | "phone" | "device";

export interface SharedTrait {
  readonly kind: TraitKind;
  readonly value: string;
}

/** A device and the accounts that it operated by a session log. */
export interface OperatedTogether {
  readonly device: string;
  readonly accounts: readonly string[];
}

/** A phone, device or holder of more accounts than this links nobody: it is a firm's or a desk's. */
export const MOST_SHARING = 50;

/** Accounts that share a holder, a phone or a device, by account index. */
export interface SharedTraits {
  accountsSharingWith(account: number): readonly number[];
  shared(one: number, other: number): SharedTrait[];
}

/** Ways of the money alone. */
export const NO_TRAITS: SharedTraits = { accountsSharingWith: () => [], shared: () => [] };

interface Group extends SharedTrait {
  readonly members: Set<number>;
}

/** Reads the traits of all accounts once; one trait of one account alone is forgotten. */
export function sharedTraits(
  columns: TransferColumns,
  operated: readonly OperatedTogether[],
): SharedTraits {
  const groups = new Map<string, Group>();
  const note = (account: number, kind: TraitKind, value: string) => {
    if (value === "") return;
    const key = `${kind}\n${value}`;
    const known = groups.get(key);
    if (known) known.members.add(account);
    else groups.set(key, { kind, value, members: new Set([account]) });
  };
  const { accounts } = columns;
  for (let account = 0; account < accounts.length; account += 1) {
    const holder = accounts.holder[account] ?? -1;
    if (holder >= 0) note(account, "holder", accounts.holderKeys[holder] ?? "");
    note(account, "phone", accounts.phone[account] ?? "");
    note(account, "device", accounts.device[account] ?? "");
  }
  for (const { device, accounts: numbers } of operated)
    for (const number of numbers) {
      const account = accounts.indexOf(number);
      if (account !== undefined) note(account, "device", device);
    }
  const ofAccount = new Map<number, Group[]>();
  for (const group of groups.values()) {
    if (group.members.size < 2 || group.members.size > MOST_SHARING) continue;
    for (const account of group.members) {
      const known = ofAccount.get(account);
      if (known) known.push(group);
      else ofAccount.set(account, [group]);
    }
  }
  return {
    accountsSharingWith: (account) => [
      ...new Set((ofAccount.get(account) ?? []).flatMap((group) => [...group.members])),
    ],
    shared: (one, other) =>
      (ofAccount.get(one) ?? [])
        .filter((group) => group.members.has(other))
        .map(({ kind, value }) => ({ kind, value })),
  };
}
