/**
 * Who operates an account, by session logs: part of CONSTANTS (parameters.ts) and of the mark of the
 * rules.
 */
export const OPERATORS = {
  /** Days in which earlier devices may still be used: a phone is set up while the old one is at hand. */
  graceDays: 1,
  /** Sessions of the new device: one or two may be a login on somebody's phone. */
  fewestUses: 3,
  /** More accounts on one device are a branch's, or a fault of the log. */
  mostAccounts: 50,
  /** Of the accounts a device ever operated it must have taken over this share. */
  takenShare: 0.5,
  /** Points of each further person whose account the device took over, and the most. */
  aPerson: 2,
  most: 6,
  /** In full while at most this share of the accounts, or so many, are operated so. */
  fewShare: 0.02,
  fewAccounts: 30,
} as const;
