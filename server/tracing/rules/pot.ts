/** The holder's own money, and anything else that is no victim's in this trace. */
export const OWN = -1;

/** Some money and whose it is: the index of a victim, or OWN. */
export interface Part {
  readonly tag: number;
  /** Minor units, above zero. */
  readonly amount: bigint;
}

/**
 * Where a payment goes, as far as a rule may look: an exit (cash, shop, exchange), or an account
 * where it can be found again.
 */
export type Way = "out" | "account";

/**
 * The money on one account in one currency, by owner, under one rule. What comes out is never more
 * than what is in; the parts keep the order in which the rule lets them go.
 */
export interface Pot {
  total(): bigint;
  add(tag: number, amount: bigint): void;
  /** Takes `amount`, or all there is where that is less. */
  take(amount: bigint, way: Way): Part[];
  /**
   * Takes up to `amount` of one owner's money, past the rule: reversals, and what a victim reports
   * as his own.
   */
  takeOf(tag: number, amount: bigint): bigint;
}
