/** The money of a row. */
export interface RowMoney {
  /** Operation amount in minor units, positive. */
  readonly amount: bigint;
  readonly currency: string;
  readonly accountAmount: { readonly amount: bigint; readonly currency: string } | null;
  readonly fee: bigint | null;
  /**
   * Money left (true) or came to (false) the account the statement is of; null where the row does
   * not say.
   */
  readonly leaves: boolean | null;
  /** The amount was written negative and nothing so far gives that a meaning. */
  readonly negative: boolean;
  /** Its sign takes back what its column says. */
  readonly reversal: boolean;
  /** Tenge equivalent of an amount in another currency, as written: kept, not interpreted. */
  readonly equivalent: string;
}

/** A row's money before it is known which way it went; the amount with the sign as written. */
export type SignedMoney = Pick<
  RowMoney,
  "amount" | "currency" | "accountAmount" | "fee" | "equivalent"
>;

export function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
