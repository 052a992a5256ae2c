/** The victim's own figure of a stolen transfer. Minor units of its currency. */
export interface StatedFigure {
  readonly amount: bigint;
  readonly currency: string;
}

/** The two sums a person saw when deciding which of them was stolen; amounts in minor units. */
export interface SumsSeen {
  readonly stated: bigint;
  readonly whole: bigint;
}

/** As the database keeps it: "amount currency"; the currency of the transfer where none is given. */
export function statedFigure(text: string | null, currency: string | null): StatedFigure | null {
  const [, amount, own] = /^(\d+)(?: (\S+))?$/.exec(text ?? "") ?? [];
  if (amount === undefined) return null;
  return { amount: BigInt(amount), currency: own ?? currency ?? "" };
}

/** A decision holds for exactly the two sums that the person saw. */
export function isAbout(seen: SumsSeen, stated: StatedFigure, whole: bigint): boolean {
  return seen.stated === stated.amount && seen.whole === whole;
}

/** The victim's figure counts only as a part of what the account received. */
export function isPartOf(stated: StatedFigure, transfer: StatedFigure): boolean {
  return (
    stated.currency === transfer.currency && stated.amount > 0n && stated.amount < transfer.amount
  );
}
