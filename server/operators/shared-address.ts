import { MOST_GROUPS_OF_AN_ADDRESS, type SharedAddress } from "../../contract/operators.ts";
import { reservedAddress } from "../identity/network-address.ts";

/** An account operated from an address, by which device, and whose it is. */
export interface AddressUse {
  readonly account: string;
  readonly device: string | null;
  readonly holder: string | null;
}

/**
 * Why an address links nobody: its block belongs to no subscriber, or too many unrelated groups of
 * people used it (contract/operators.ts); null where it may link them.
 */
export function sharedBy(ip: string, uses: readonly AddressUse[]): SharedAddress {
  return reservedAddress(ip) ?? (groupsOf(uses) > MOST_GROUPS_OF_AN_ADDRESS ? "many" : null);
}

/**
 * Groups of accounts that neither a holder nor a device connects (union-find by names). A row
 * without a device connects by its holder only.
 */
export function groupsOf(uses: readonly AddressUse[]): number {
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (;;) {
      const above = parent.get(at) ?? at;
      if (above === at) return at;
      parent.set(at, parent.get(above) ?? above);
      at = above;
    }
  };
  const join = (left: string, right: string) => parent.set(root(left), root(right));
  for (const { account, device, holder } of uses) {
    const own = `account ${account}`;
    if (!parent.has(own)) parent.set(own, own);
    if (device !== null) join(own, `device ${device}`);
    if (holder !== null) join(own, `holder ${holder}`);
  }
  return new Set(uses.map(({ account }) => root(`account ${account}`))).size;
}
