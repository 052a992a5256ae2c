const UNNUMBERED = "account:";

/**
 * The key of a holder of whom the banks give a name and no IIN or BIN. Only this account tells him
 * from another person of the same name.
 */
export function unnumberedHolderKey(account: string): string {
  return `${UNNUMBERED}${account}`;
}

/** True for the key of a holder without IIN or BIN. */
export function isUnnumberedHolder(key: string): boolean {
  return key.startsWith(UNNUMBERED);
}

/**
 * A party known only by the account, with or without a name, stays the same when its IIN or name
 * becomes known.
 */
export function sameHolder(party: string, account: string, today: string): boolean {
  return party === today || party === account || party === unnumberedHolderKey(account);
}
