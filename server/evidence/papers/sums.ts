import type { PaperLanguage } from "../../../contract/papers.ts";
import type { ClaimLine, StoredClaim } from "../../claims/claim.ts";
import type { ClaimState } from "../../claims/today.store.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { dayNumber, dayOf, dayText } from "../../time/day.ts";
import type { CaseFacts } from "../case-facts.ts";
import { bankAddressed } from "../letters/bank-legal-names.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { textsOf } from "../texts/texts.ts";
import { timeFigures, writtenDay } from "../words/dates.ts";
import { moneyAmount } from "../words/money.ts";

/**
 * The sums that a claim's papers state, the same in all of them: received, returned, left.
 * Amounts in minor units.
 */

interface OfClaim {
  readonly facts: Pick<CaseFacts, "states" | "payments" | "sources">;
  readonly claim: StoredClaim;
  readonly dossier: Pick<ClaimDossier, "asked" | "filedOn">;
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
export function outstandingOf({ facts, claim, dossier }: OfClaim): bigint {
  return stateOf({ facts, claim })?.outstanding ?? dossier.asked;
}

export function sumOf(parts: readonly { readonly amount: bigint }[]): bigint {
  return parts.reduce((sum, one) => sum + one.amount, 0n);
}

function stateOf({ facts, claim }: Pick<OfClaim, "facts" | "claim">): ClaimState | undefined {
  return facts.states.find((one) => one.claim.id === claim.id);
}

interface Return {
  /** Days since 1970-01-01; null = on other claims, on several days. */
  readonly day: number | null;
  readonly time: string;
  readonly how: string;
  readonly amount: bigint;
}

/**
 * Each return of the victim's money before the claim was filed, in order of time: bank rows, then
 * payments that people wrote down and returns of blocked money; what is left was paid on other
 * claims for the same loss. Together they are `received - asked`.
 */
export function returnsOf(
  of: OfClaim,
  language: PaperLanguage,
): readonly Readonly<Record<string, string>>[] {
  const { claim, dossier } = of;
  const words = PAPER_WORDS[language].returned;
  const filed = dayNumber(dossier.filedOn ?? "");
  const known = [...rowsBack(of, language), ...paymentsBack(of, language)]
    .filter(({ day }) => filed === null || (day ?? 0) <= filed)
    .sort((one, other) => (one.day ?? 0) - (other.day ?? 0));
  let rest = receivedOf(claim) - dossier.asked;
  const counted: Return[] = [];
  for (const one of known) {
    // Money of the day of filing may have come after it.
    if (one.amount > rest) continue;
    rest -= one.amount;
    counted.push(one);
  }
  if (rest > 0n) counted.push({ day: null, time: "—", how: words.elsewhere, amount: rest });
  return counted.map(({ time, how, amount }, at) => ({
    n: String(at + 1),
    day: time,
    how,
    amount: moneyAmount(amount, claim.currency, language),
  }));
}

/** Bank rows by which the defendant paid: taken off the draft, and since. */
function rowsBack({ facts, claim }: OfClaim, language: PaperLanguage): Return[] {
  const taken = claim.lines
    .filter((line) => line.amount < 0n)
    .map((line) => ({ ...line, amount: -line.amount }));
  const since = (stateOf({ facts, claim })?.repaid ?? []).map(({ transfer, amount }) => ({
    ...transfer,
    amount,
    sourceName: facts.sources.find((one) => one.sha256 === transfer.sourceId)?.fileName ?? null,
  }));
  return [...taken, ...since].map((row) => ({
    day: dayOf(row.bookedAt),
    time: timeFigures(row.bookedAt, "seconds"),
    how: PAPER_WORDS[language].returned.row(row.from, row.to, fileWritten(row, language)),
    amount: row.amount,
  }));
}

/**
 * Payments that people wrote down and returns of blocked money, as far as the ledger counts them.
 */
function paymentsBack({ facts, claim }: OfClaim, language: PaperLanguage): Return[] {
  const { sources, payer: paidBy, receipt: document } = PAPER_WORDS[language].returned;
  return (stateOf({ facts, claim })?.paid ?? []).flatMap(({ id, day, amount }) => {
    const payment = facts.payments.find((one) => one.id === id);
    if (payment === undefined) return [];
    const { source, receipt, payer } = payment;
    const named = claim.joint !== null && payer !== null;
    const said = [sources[source], named ? paidBy(payer) : null, document(receipt)];
    return [
      {
        day,
        time: writtenDay(dayText(day)),
        how: said.filter((part) => part !== null).join(", "),
        amount,
      },
    ];
  });
}

/** The bank's file and the row in it. */
export function fileWritten(
  { sourceName, sourceId, row }: Pick<ClaimLine, "sourceName" | "sourceId" | "row">,
  language: PaperLanguage,
): string {
  return `${sourceName ?? sourceId.slice(0, 16)}, ${PAPER_WORDS[language].row} ${row}`;
}

/** An account number; cash, shops, exchanges and the like in words, with their bank. */
export function accountWritten(number: string, language: PaperLanguage): string {
  const [, kind, bank] = /^EXIT:([a-z]+):(.*)$/.exec(number) ?? [];
  const words = kind === undefined ? undefined : textsOf(language).flow.exit[kind];
  if (words === undefined || bank === undefined) return number;
  return bank === "-" ? words : `${words} (${bankAddressed(bank, language)})`;
}
