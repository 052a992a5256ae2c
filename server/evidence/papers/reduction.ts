import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { standingSteps } from "../../claims/steps.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { dayNumber, dayOf, dayText } from "../../time/day.ts";
import { type CaseFacts, stateOf } from "../case-facts.ts";
import { writtenDay } from "../words/dates.ts";
import { moneyAmount, moneyWords } from "../words/money.ts";
import type { Values } from "./markup.ts";
import { countedReturns, outstandingOf, paymentsBack, paymentWritten, rowsSince } from "./sums.ts";

interface OfFiled {
  readonly facts: CaseFacts;
  readonly claim: StoredClaim;
  readonly dossier: ClaimDossier;
  /** YYYY-MM-DD: today. */
  readonly day: string;
}

/**
 * The statement that a filed claim asks for less, because money of a day before the filing became
 * known after it. The sums asked now are those of the day of filing by the data of today.
 */
export function reductionFields(of: OfFiled, language: PaperLanguage): Values["fields"] {
  const { claim, dossier } = of;
  const { asked, askedByData, penalty, penaltyByData, price, priceByData, filedOn } = dossier;
  const sums = (name: string, amount: bigint | null, currency = claim.currency) => ({
    [name]: amount === null ? null : moneyAmount(amount, currency, language),
    [`${name}.words`]: amount === null ? null : moneyWords(amount, currency, language),
  });
  const penaltyNow = penalty === null ? null : (penaltyByData ?? penalty.amount);
  const isPenaltyLess = penalty !== null && penaltyNow !== null && penaltyNow < penalty.amount;
  const back = askedByData - (stateOf(of.facts, claim)?.notBack ?? askedByData);
  const later = filedOn !== null && back > 0n ? back : null;
  return {
    ...sums("reduced", askedByData),
    ...sums("reduced.by", asked > askedByData ? asked - askedByData : null),
    ...sums("reduced.penalty", isPenaltyLess ? penaltyNow : null),
    ...sums("reduced.price", priceByData ?? null, "KZT"),
    "reduced.price-before": priceByData === null ? null : moneyAmount(price ?? 0n, "KZT", language),
    // The office adds the article that it relies on.
    "reduced.article": null,
    ...sums("reduced.later", later),
    ...sums("reduced.left", later === null ? null : outstandingOf(of)),
    "reduced.today": writtenDay(of.day),
  };
}

/** The money that became known: of each return its day, when it became known, how, and how much. */
export function becameKnown(
  of: OfFiled,
  language: PaperLanguage,
): readonly Readonly<Record<string, string | null>>[] {
  const { claim, dossier, facts } = of;
  const { filedOn, filing, asked, askedByData } = dossier;
  const filedDay = dayNumber(filedOn ?? "");
  if (filedDay === null || filing === null) return [];
  const filedAt = standingSteps(claim.moves).findLast(({ to }) => to === "filed")?.at ?? 0;
  const counted = new Set(filing.returns.map(({ id }) => id));
  const payments = new Map(facts.payments.map((one) => [one.id, one]));
  const isOfFiling = (day: number, at: number) =>
    day < filedDay || (day === filedDay && at <= filedAt);
  const known = [...rowsSince(of, language), ...paymentsBack(of, language)]
    .filter(({ id, day }) => {
      const payment = payments.get(id ?? "");
      const isThen = payment ? isOfFiling(payment.day, payment.at) : (day ?? 0) <= filedDay;
      return isThen && !counted.has(id ?? "");
    })
    .sort((one, other) => (one.day ?? 0) - (other.day ?? 0));
  const debts = asked > askedByData ? countedReturns(of, known, asked - askedByData, language) : [];
  const penalties = facts.payments.filter(
    (one) =>
      one.claim === claim.id && one.penalty > 0n && one.at > filedAt && isOfFiling(one.day, one.at),
  );
  const alone = penalties
    .filter(({ id }) => !debts.some((one) => one.id === id))
    .map((one) => ({ ...paymentWritten(of, one, language), amount: 0n }));
  const learnedOf = learned(of, payments);
  const money = (amount: bigint) =>
    amount === 0n ? "—" : moneyAmount(amount, claim.currency, language).replaceAll(" ", "\u00a0");
  return [...debts, ...alone].map((one, at) => ({
    n: String(at + 1),
    day: one.time,
    learned: learnedOf(one.id),
    how: one.how,
    amount: money(one.amount),
    penalty: money(penalties.find(({ id }) => id === one.id)?.penalty ?? 0n),
  }));
}

/** The day on which a return was loaded or written down; "—" where that is not one day. */
function learned(
  { facts, claim }: OfFiled,
  payments: ReadonlyMap<string, { readonly at: number }>,
): (id: string | null) => string {
  const rows = stateOf(facts, claim)?.repaid ?? [];
  return (id) => {
    const row = rows.find(({ transfer }) => transfer.id === id)?.transfer;
    const source = facts.sources.find(({ sha256 }) => sha256 === row?.sourceId);
    const at = payments.get(id ?? "")?.at ?? source?.loadedAt ?? null;
    return at === null ? "—" : writtenDay(dayText(dayOf(at)));
  };
}
