import type { PaymentSource } from "../../contract/ledger.ts";
import { formatDecimal } from "../money/money.ts";
import { dayText } from "../time/day.ts";
import { type LedgerPayment, mayBeSamePayment } from "./ledger.ts";
import { type Judged, overpaidBy, roomFor, type Squeezed, squeezedBy } from "./money-change.ts";

/** Banks return what they blocked: a person may call either the source of that money. */
export const RETURNED_BY_BANK: ReadonlySet<PaymentSource> = new Set(["block", "bank"]);

type Money = Pick<
  LedgerPayment,
  "claim" | "currency" | "amount" | "day" | "payer" | "tenge" | "victim"
>;

/**
 * A payment written down by hand and a return of the register may be the same money. Of tenge on a
 * claim in another currency the return stands at a claim in tenge of the same two people.
 */
export function isReturnAgain(paid: Money, returned: Money): boolean {
  if (paid.tenge == null) return paid.claim === returned.claim && mayBeSamePayment(returned, paid);
  const isSamePayer = paid.payer == null || returned.payer == null || paid.payer === returned.payer;
  return (
    returned.currency === "KZT" &&
    paid.victim !== undefined &&
    paid.victim === returned.victim &&
    isSamePayer &&
    mayBeSamePayment(returned, { amount: paid.tenge.amount, day: paid.day })
  );
}

/** A return of the register that a payment written down by hand counts already. */
export interface PaidTwice {
  readonly measure: string;
  readonly payment: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly claim: string;
}

/** A return of more than was still lost, or of more than its claim asks. */
export interface AboveLoss {
  readonly measure: string;
  readonly claim: string;
  readonly than: "loss" | "claim";
  /** What was missing before it, with its currency. */
  readonly left: string;
}

/**
 * Which of these returns, new or corrected, the register cannot take: a person wrote them down as
 * payments before, or more would come back than was lost. A return that leaves no room for another
 * one of a later day is above the loss too.
 */
export function uncountedReturns(
  before: Judged,
  after: Judged,
  returns: readonly string[],
): (PaidTwice | AboveLoss)[] {
  const twice = paidTwice(after, new Set(returns));
  const isTwice = new Set(twice.map((one) => one.measure));
  const blamed = new Map<string, [Squeezed, ...Squeezed[]]>();
  for (const one of squeezedBy(before, after)) {
    const measure = returns.includes(one.entry.id)
      ? one.entry.id
      : lastOfSameLoss(after, one.entry, returns);
    blamed.set(measure, [one, ...(blamed.get(measure) ?? [])]);
  }
  const above = [...blamed].flatMap(([measure, squeezed]) => {
    if (isTwice.has(measure)) return [];
    const own = after.returned.find((one) => one.id === measure);
    const { claim, currency } = own ?? squeezed[0].entry;
    const left = formatDecimal(roomFor(own?.amount ?? 0n, squeezed), currency);
    return [{ measure, claim, than: "loss" as const, left: `${left} ${currency}` }];
  });
  const known = new Set([...twice, ...above].map(({ measure }) => measure));
  return [...twice, ...above, ...aboveClaims(before, after, returns, known)];
}

/** Of each claim that is paid above what it asks the last of the returns that did it. */
function aboveClaims(
  before: Judged,
  after: Judged,
  returns: readonly string[],
  known: ReadonlySet<string>,
): AboveLoss[] {
  return overpaidBy(before, after).flatMap(({ claim, above }) => {
    const own = new Map(
      after.returned.flatMap((one) => (one.claim === claim ? [[one.id, one] as const] : [])),
    );
    const last = own.get(returns.findLast((id) => own.has(id)) ?? "");
    if (last === undefined || known.has(last.id)) return [];
    const left = last.amount > above ? last.amount - above : 0n;
    const written = `${formatDecimal(left, last.currency)} ${last.currency}`;
    return [{ measure: last.id, claim, than: "claim" as const, left: written }];
  });
}

/** The last of these returns that is of a loss of the entry, which it left no room for. */
function lastOfSameLoss(
  { claims, recoveries }: Judged,
  { claim, parts }: Squeezed["entry"],
  returns: readonly string[],
): string {
  const origins = claims.find(({ id }) => id === claim)?.origins ?? [];
  const losses = new Set([
    ...origins.map(({ id }) => id),
    ...parts.map(({ transferId }) => transferId),
  ]);
  const sharing = returns.filter((id) =>
    recoveries.some(
      (one) => one.id === id && one.parts.some((part) => losses.has(part.transferId)),
    ),
  );
  return sharing.at(-1) ?? returns.at(-1) ?? "";
}

/** Which of these returns a person wrote down as payments before: they would count twice. */
function paidTwice({ payments }: Judged, wanted: ReadonlySet<string>): PaidTwice[] {
  const byHand = payments.filter(
    (one) => !one.measure && one.cancelled === null && RETURNED_BY_BANK.has(one.source),
  );
  return payments
    .filter((one) => one.measure && wanted.has(one.id))
    .flatMap((returned) => {
      const twin = byHand.find((one) => isReturnAgain(one, returned));
      if (twin === undefined) return [];
      const { id: measure, claim } = returned;
      return [{ measure, payment: twin.id, day: dayText(twin.day), claim }];
    });
}
