import type { PaymentSource } from "../../contract/ledger.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { formatDecimal } from "../money/money.ts";
import { dayText } from "../time/day.ts";
import { type LedgerNow, ledgerNow } from "./ledger.store.ts";
import { mayBeSamePayment } from "./ledger.ts";

/** Banks return what they blocked: a person may call either the source of that money. */
export const RETURNED_BY_BANK: ReadonlySet<PaymentSource> = new Set(["block", "bank"]);

/** A return of the register that a payment written down by hand counts already. */
export interface PaidTwice {
  readonly measure: string;
  readonly payment: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly claim: string;
}

/** A return of more than was still lost. */
export interface AboveLoss {
  readonly measure: string;
  readonly claim: string;
  /** What was missing before it, with its currency. */
  readonly left: string;
}

/**
 * Which of these returns do not count whole: a person wrote them down as payments before, or more
 * came back than was lost.
 */
export async function uncountedReturns(
  transaction: TransactionQueries,
  returns: readonly string[],
): Promise<(PaidTwice | AboveLoss)[]> {
  if (returns.length === 0) return [];
  const ledger = await ledgerNow(transaction, "all");
  const twice = paidTwice(ledger, new Set(returns));
  const counted = new Map(ledger.recoveries.map((one) => [one.id, one.amount]));
  const above = ledger.returned.flatMap(({ id, claim, amount, currency }) => {
    const part = counted.get(id) ?? 0n;
    const isTwice = twice.some((one) => one.measure === id);
    const isOver = !ledger.claims.some((one) => one.id === claim);
    if (part === amount || !returns.includes(id) || isTwice || isOver) return [];
    return [{ measure: id, claim, left: `${formatDecimal(part, currency)} ${currency}` }];
  });
  return [...twice, ...above];
}

/** Which of these returns a person wrote down as payments before: they would count twice. */
function paidTwice({ payments }: LedgerNow, wanted: ReadonlySet<string>): PaidTwice[] {
  const byHand = payments.filter(
    (one) => !one.measure && one.cancelled === null && RETURNED_BY_BANK.has(one.source),
  );
  return payments
    .filter((one) => one.measure && wanted.has(one.id))
    .flatMap((returned) => {
      const twin = byHand.find(
        (one) => one.claim === returned.claim && mayBeSamePayment(one, returned),
      );
      if (twin === undefined) return [];
      const { id: measure, claim } = returned;
      return [{ measure, payment: twin.id, day: dayText(twin.day), claim }];
    });
}
