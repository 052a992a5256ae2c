import { textFor } from "../../../contract/foreign-text.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import { rateWritten } from "../../../contract/rates.ts";
import type { ClaimLine, StoredClaim } from "../../claims/claim.ts";
import type { PaidInTenge } from "../../claims/paid-in-tenge.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import type { FiledReturn } from "../../dossier/filing.ts";
import { least } from "../../money/money.ts";
import { dayNumber, dayOf, dayText } from "../../time/day.ts";
import { type CaseFacts, type PaymentFact, stateOf } from "../case-facts.ts";
import { bankAddressed } from "../letters/bank-legal-names.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { textsOf } from "../texts/texts.ts";
import { timeFigures, writtenDay } from "../words/dates.ts";
import { moneyAmount } from "../words/money.ts";
import { blankIn } from "./markup.ts";

/**
 * The sums that a claim's papers state, the same in all of them: received, returned, left.
 * Amounts in minor units.
 */

interface OfClaim {
  readonly facts: Pick<CaseFacts, "states" | "payments" | "sources">;
  readonly claim: StoredClaim;
  readonly dossier: Pick<ClaimDossier, "asked" | "filedOn" | "filing">;
  /** YYYY-MM-DD: today. */
  readonly day: string;
}

/**
 * The day a paper speaks of: papers for the court speak of the filing once there is one, letters of
 * today. A paper never mixes the two.
 */
export type PaperDay = "filing" | "today";

export interface PaperSums {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly demanded: bigint;
  readonly repaid: bigint;
}

/** What is demanded and what had come back, as of the day of a paper. */
export function sumsOn(of: OfClaim, on: PaperDay): PaperSums {
  const { claim, dossier, day } = of;
  const received = receivedOf(claim);
  if (on === "filing" || dossier.filedOn === null) {
    const { asked, filedOn } = dossier;
    return { asOf: filedOn ?? day, demanded: asked, repaid: received - asked };
  }
  const demanded = outstandingOf(of);
  const repaid = received - (stateOf(of.facts, of.claim)?.notBack ?? demanded);
  return { asOf: day, demanded, repaid };
}

export interface Subject {
  /** The sum that the court was asked for, or is asked for now. */
  readonly subject: bigint;
  /** The most of it that an arrest may secure today. */
  readonly arrest: bigint;
  /** The sum that came back and that the claim as filed does not count yet. */
  readonly since: bigint;
}

/** A filed suit keeps its subject; money that came back later only narrows what is secured. */
export function subjectOf(of: OfClaim): Subject {
  const { dossier } = of;
  const outstanding = outstandingOf(of);
  if (dossier.filedOn === null) return { subject: dossier.asked, arrest: outstanding, since: 0n };
  const subject = dossier.asked;
  const since = subject - (stateOf(of.facts, of.claim)?.notBack ?? subject);
  return { subject, arrest: least(subject, outstanding), since: since > 0n ? since : 0n };
}

/** Transfers to the defendants, without what they paid back. */
export function claimedLines({ lines }: Pick<StoredClaim, "lines">): readonly ClaimLine[] {
  return lines.filter((line) => line.amount > 0n);
}

/** The claimed money that the defendants received of the victim. */
export function receivedOf(claim: Pick<StoredClaim, "lines">): bigint {
  return sumOf(claimedLines(claim));
}

/** The sum that the claim may still ask for today. */
export function outstandingOf({ facts, claim, dossier }: Omit<OfClaim, "day">): bigint {
  return stateOf(facts, claim)?.outstanding ?? dossier.asked;
}

export function sumOf(parts: readonly { readonly amount: bigint }[]): bigint {
  return parts.reduce((sum, one) => sum + one.amount, 0n);
}

interface Return {
  /** Of the transfer or the payment; null = of several. */
  readonly id: string | null;
  /** Days since 1970-01-01; null = on other claims, on several days. */
  readonly day: number | null;
  readonly time: string;
  readonly how: string;
  readonly amount: bigint;
}

/**
 * Each return of the victim's money until the day of the paper, in order of time: bank rows, then
 * payments that people wrote down and returns of blocked money; what is left was paid on other
 * claims for the same loss. Together they are what was repaid.
 */
export function returnsOf(
  of: OfClaim,
  language: PaperLanguage,
  on: PaperDay,
): readonly Readonly<Record<string, string>>[] {
  const { dossier } = of;
  const filed = on === "filing" ? dayNumber(dossier.filedOn ?? "") : null;
  const since =
    on === "filing" && dossier.filing !== null
      ? dossier.filing.returns.map((one) => filedReturn(of, one, language))
      : [...rowsSince(of, language), ...paymentsBack(of, language)];
  const known = [...rowsTaken(of, language), ...since]
    .filter(({ day }) => filed === null || (day ?? 0) <= filed)
    .sort((one, other) => (one.day ?? 0) - (other.day ?? 0));
  return listed(of, known, sumsOn(of, on).repaid, language);
}

/** The returns that the claim as filed does not count yet, in order of time. */
export function returnsSince(
  of: OfClaim,
  language: PaperLanguage,
): readonly Readonly<Record<string, string>>[] {
  const { filedOn, filing } = of.dossier;
  const day = dayNumber(filedOn ?? "");
  if (day === null) return [];
  const counted = new Set(filing?.returns.map((one) => one.id));
  const isNew = (one: Return) =>
    filing === null ? (one.day ?? 0) > day : !counted.has(one.id ?? "");
  const known = [...rowsSince(of, language), ...paymentsBack(of, language)]
    .filter(isNew)
    .sort((one, other) => (one.day ?? 0) - (other.day ?? 0));
  return listed(of, known, subjectOf(of).since, language);
}

/**
 * Returns as far as they make up a sum. The rest of it was paid on other claims, as far as their
 * payments go; before that a return that is larger than the sum needs counts by a part.
 */
export function countedReturns(
  { facts, claim }: Pick<OfClaim, "facts" | "claim">,
  known: readonly Return[],
  sum: bigint,
  language: PaperLanguage,
): Return[] {
  const words = PAPER_WORDS[language].returned;
  const elsewhere = stateOf(facts, claim)?.elsewhere ?? 0n;
  let rest = sum;
  const parts = new Map<Return, bigint>();
  for (const one of known) {
    // Money of the day of filing may have come after it.
    if (one.amount > rest) continue;
    rest -= one.amount;
    parts.set(one, one.amount);
  }
  for (const one of known) {
    const part = least(one.amount, rest - elsewhere);
    if (parts.has(one) || part <= 0n) continue;
    rest -= part;
    parts.set(one, part);
  }
  const counted = known.flatMap((one) => {
    const amount = parts.get(one);
    return amount === undefined ? [] : [{ ...one, amount }];
  });
  if (rest > 0n)
    counted.push({ day: null, time: "—", how: words.elsewhere, amount: rest, id: null });
  return counted;
}

function listed(
  of: OfClaim,
  known: readonly Return[],
  sum: bigint,
  language: PaperLanguage,
): readonly Readonly<Record<string, string>>[] {
  return countedReturns(of, known, sum, language).map(({ time, how, amount }, at) => ({
    n: String(at + 1),
    day: time,
    how,
    amount: moneyAmount(amount, of.claim.currency, language),
  }));
}

/** Bank rows by which the defendant paid, taken off the draft. */
function rowsTaken({ claim }: OfClaim, language: PaperLanguage): Return[] {
  return claim.lines
    .filter((line) => line.amount < 0n)
    .map((line) => rowWritten({ ...line, id: line.transferId, amount: -line.amount }, language));
}

/** The same since the claim left its draft. */
export function rowsSince(
  { facts, claim }: Pick<OfClaim, "facts" | "claim">,
  language: PaperLanguage,
): Return[] {
  return (stateOf(facts, claim)?.repaid ?? []).map(({ transfer, amount }) => {
    const { fileName } = facts.sources.find((one) => one.sha256 === transfer.sourceId) ?? {};
    return rowWritten({ ...transfer, amount, sourceName: fileName ?? null }, language);
  });
}

type BankRow = Pick<ClaimLine, "bookedAt" | "from" | "to" | "amount" | "sourceId" | "row"> & {
  readonly id: string;
  readonly sourceName: string | null;
};

function rowWritten(row: BankRow, language: PaperLanguage): Return {
  return {
    id: row.id,
    day: dayOf(row.bookedAt),
    time: timeFigures(row.bookedAt, "seconds"),
    how: PAPER_WORDS[language].returned.row(row.from, row.to, fileWritten(row, language)),
    amount: row.amount,
  };
}

/** A return as the filing keeps it. */
function filedReturn(of: OfClaim, one: FiledReturn, language: PaperLanguage): Return {
  return one.by === "bank-row"
    ? rowWritten({ ...one, bookedAt: one.at }, language)
    : paymentWritten(of, one, language);
}

/**
 * Payments that people wrote down and returns of blocked money, as far as the ledger counts them.
 */
export function paymentsBack(
  { facts, claim }: Pick<OfClaim, "facts" | "claim">,
  language: PaperLanguage,
): Return[] {
  return (stateOf(facts, claim)?.paid ?? []).flatMap(({ id, day, amount }) => {
    const payment = facts.payments.find((one) => one.id === id);
    return payment === undefined
      ? []
      : [paymentWritten({ claim }, { ...payment, day, amount }, language)];
  });
}

export function paymentWritten(
  { claim }: Pick<OfClaim, "claim">,
  payment: Pick<PaymentFact, "id" | "day" | "amount" | "source" | "receipt" | "payer" | "tenge">,
  language: PaperLanguage,
): Return {
  const { sources, payer: paidBy, receipt: document } = PAPER_WORDS[language].returned;
  const { id, day, amount, source, receipt, payer, tenge } = payment;
  const named = claim.joint !== null && payer !== null;
  const came = tenge == null ? null : tengeWritten(tenge, claim.currency, language);
  const said = [sources[source], named ? paidBy(payer) : null, document(receipt), came];
  return {
    id,
    day,
    time: writtenDay(dayText(day)),
    how: said.filter((part) => part !== null).join(", "),
    amount,
  };
}

/** The sum of a receipt in tenge and its rate, beside what it pays of the claim. */
function tengeWritten(
  { amount, rate, rateDay, rateSource, rateSourceKk }: PaidInTenge,
  currency: string,
  language: PaperLanguage,
): string {
  const source = textFor(language, { text: rateSource, kazakh: rateSourceKk });
  return PAPER_WORDS[language].returned.inTenge({
    sum: moneyAmount(amount, "KZT", language),
    rate: rateWritten(rate, language),
    currency,
    day: writtenDay(rateDay),
    source: source ?? blankIn("rate.source"),
  });
}

/** The bank's file and the row in it. */
export function fileWritten(
  { sourceName, sourceId, row }: Pick<ClaimLine, "sourceName" | "sourceId" | "row">,
  language: PaperLanguage,
): string {
  return `${sourceName ?? sourceId.slice(0, 16)}, ${PAPER_WORDS[language].row}\u00a0${row}`;
}

/** An account number; cash, shops, exchanges and the like in words, with their bank. */
export function accountWritten(number: string, language: PaperLanguage): string {
  const [, kind, bank] = /^EXIT:([a-z]+):(.*)$/.exec(number) ?? [];
  const words = kind === undefined ? undefined : textsOf(language).flow.exit[kind];
  if (words === undefined || bank === undefined) return number;
  return bank === "-" ? words : `${words} (${bankAddressed(bank, language)})`;
}
