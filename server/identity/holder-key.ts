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
