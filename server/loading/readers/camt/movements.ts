import { amountOf, type CamtAmount, chargesOf, isWrong, signOf } from "./camt-amounts.ts";
import { type Element, find } from "./element.ts";

/**
 * One transaction of an entry as it will be loaded: what the account gained (+) or lost (−) by it.
 */
export interface Movement {
  readonly transaction: Element | undefined;
  readonly moved: bigint;
  /** Operation amount where it differs from what the account moved. */
  readonly operation: bigint;
  readonly fee: bigint | null;
  /** Amount in another currency, as text for the record. */
  readonly instructed: CamtAmount | null;
}

/** The transactions' movements, or null where they do not add up to the entry. */
export function movementsOf(
  entry: Element,
  transactions: readonly Element[],
  total: bigint,
  currency: string,
): Movement[] | null {
  if (transactions.length <= 1) return [whole(entry, transactions, total, currency)];
  const readings = (["stated", "charged", "both"] as const).map((reading) =>
    transactions.map((transaction) => movementOf(transaction, total, currency, reading)),
  );
  for (const movements of readings) {
    const known = movements.filter((movement) => movement !== null);
    const sum = known.reduce((left, movement) => left + movement.moved, 0n);
    if (known.length === movements.length && sum === total) return known;
  }
  return null;
}

/**
 * What one transaction of a batch moved on the account. That is its own amount (version 04 and
 * later), else the amount of the underlying transaction. Charges are taken off or put on where the
 * batch adds up only so.
 */
function movementOf(
  transaction: Element,
  total: bigint,
  currency: string,
  reading: "stated" | "charged" | "both",
): Movement | null {
  const sign = signOf(transaction) ?? (total < 0n ? -1n : 1n);
  const own = inCurrency(find(transaction, "Amt"), currency);
  const { operation, instructed } = detailAmounts(transaction, currency);
  const fee = chargesOf(transaction, currency);
  const charged = (amount: bigint) => (sign < 0n ? amount + (fee ?? 0n) : amount - (fee ?? 0n));
  const stated = own ?? operation;
  if (stated === null) return null;
  // Charges on top of the transaction's own amount: the entry adds up only with them.
  if (reading === "both")
    return {
      transaction,
      moved: sign * charged(stated),
      operation: operation ?? stated,
      fee,
      instructed,
    };
  const moved = own ?? (reading === "charged" ? charged(stated) : stated);
  return { transaction, moved: sign * moved, operation: operation ?? moved, fee, instructed };
}

/** The entry as one movement; with a single transaction its amounts and charges apply. */
export function whole(
  entry: Element,
  transactions: readonly Element[],
  total: bigint,
  currency: string,
): Movement {
  const size = total < 0n ? -total : total;
  if (transactions.length > 1) {
    return {
      transaction: ofAll(transactions),
      moved: total,
      operation: size,
      fee: null,
      instructed: null,
    };
  }
  const [transaction] = transactions;
  const { operation, instructed } = detailAmounts(transaction ?? entry, currency);
  const fee = chargesOf(transaction, currency) ?? chargesOf(entry, currency);
  const own = inCurrency(find(transaction, "Amt"), currency);
  // The transaction's own amount is what was transferred if the charges make up the difference.
  const transferred =
    own !== null && fee !== null && (own + fee === size || own - fee === size) ? own : size;
  return { transaction, moved: total, operation: operation ?? transferred, fee, instructed };
}

/**
 * The first of the transactions where all have the same parties; what else it says is not of the
 * whole.
 */
function ofAll(transactions: readonly Element[]): Element | undefined {
  const [first, ...rest] = transactions.map((transaction) => find(transaction, "RltdPties"));
  const same =
    first !== undefined &&
    rest.every((parties) => JSON.stringify(parties) === JSON.stringify(first));
  return same ? { name: "TxDtls", attributes: {}, children: [first], text: "" } : undefined;
}

function detailAmounts(
  element: Element,
  currency: string,
): { operation: bigint | null; instructed: CamtAmount | null } {
  const details = find(element, "AmtDtls");
  const amounts = ["TxAmt", "InstdAmt", "CntrValAmt"].map((name) =>
    amountOf(find(details, name, "Amt")),
  );
  const known = amounts.flatMap((amount) => (amount === null || isWrong(amount) ? [] : [amount]));
  const operation = known.find((amount) => amount.currency === currency)?.amount ?? null;
  return { operation, instructed: known.find((amount) => amount.currency !== currency) ?? null };
}

function inCurrency(element: Element | undefined, currency: string): bigint | null {
  const amount = amountOf(element, currency);
  return amount === null || isWrong(amount) || amount.currency !== currency ? null : amount.amount;
}
