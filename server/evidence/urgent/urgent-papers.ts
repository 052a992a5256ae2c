import { cleanTexts } from "../../../contract/clean-text.ts";
import { formatPhone } from "../../../contract/format/phones.ts";
import type { PaperFormat, PaperLanguage } from "../../../contract/papers.ts";
import type { Exit, Place, UrgentKind } from "../../../contract/reports.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
import { bankCodeOf } from "../../identity/iban.ts";
import { bankAddressed, bankCalled } from "../letters/bank-legal-names.ts";
import type { OfficeDetails } from "../letters/office-details.ts";
import { translationNote } from "../letters/translation-note.ts";
import type { TemplateText, Values } from "../papers/markup.ts";
import {
  printedBlocks,
  type SentAs,
  sanctionFields,
  type WrittenLetter,
} from "../papers/outgoing.ts";
import { type PaperFile, paperFiles } from "../papers/papers.ts";
import { kkUrgent } from "../texts/urgent/kk.ts";
import { ruUrgent } from "../texts/urgent/ru.ts";
import type { UrgentWords } from "../texts/urgent/urgent-words.ts";
import { dayFigures, timeFigures, writtenDay } from "../words/dates.ts";
import { moneyAmount, moneyWords } from "../words/money.ts";
import { type EarlierLetter, sentBefore } from "./sent-before.ts";

export const URGENT_WORDS: Readonly<Record<PaperLanguage, UrgentWords>> = {
  ru: ruUrgent,
  kk: kkUrgent,
};

/** A stolen transfer as a letter lists it. */
export interface ListedTransfer {
  /** UTC milliseconds; null = not known. */
  readonly at: number | null;
  readonly dayOnly: boolean;
  readonly from: string | null;
  readonly to: string | null;
  /** As accounts have it, or as the victim named it; null = nobody knows. */
  readonly bank: string | null;
  /** Minor units as text. */
  readonly amount: string;
  readonly currency: string;
}

/** The last days of the terms that the letters name, YYYY-MM-DD. */
export interface UrgentTerms {
  readonly block: string;
  readonly restriction: string;
  readonly judge: string;
  readonly loan: string;
}

/** The facts that all letters of one report share, whatever the bank. */
export interface UrgentFacts {
  readonly report: string;
  readonly reportedAt: number | null;
  readonly lure: string | null;
  readonly victim: {
    readonly name: string | null;
    readonly iin: string | null;
    readonly accounts: readonly string[];
  };
  readonly transfers: readonly ListedTransfer[];
  /** Where the money left the banks. */
  readonly exits: readonly Exit[];
  /** IIN or BIN of the holder, by account. */
  readonly iins: Readonly<Record<string, string>>;
  readonly office: OfficeDetails | null;
  /** Name of the investigator who is signed in; null = another person makes the letters. */
  readonly investigator: string | null;
  readonly terms: UrgentTerms;
  readonly lender: string | null;
  readonly loan: string | null;
  /** Day (YYYY-MM-DD) and sum of the contract, where `loan` is only its number. */
  readonly loanDay?: string | null;
  readonly loanSum?: { readonly amount: string; readonly currency: string } | null;
  /** Number of the criminal case; nobody wrote it down where it is missing. */
  readonly erdr?: string | null;
  /** The day of the letters, YYYY-MM-DD. */
  readonly day: string;
}

/** One letter to be written: a kind, and the bank with its accounts. */
export interface UrgentLetter {
  readonly kind: UrgentKind;
  /** Three digits, the name as written, or null = not known. */
  readonly bank: string | null;
  readonly places: readonly Place[];
  /** How it was sent already; absent = it was not. */
  readonly sent?: SentAs | undefined;
  /** What the bank was sent before of the same kind, the newest first. */
  readonly earlier?: readonly EarlierLetter[];
}

/** The words of a letter in a language. */
export function writtenLetter(
  facts: UrgentFacts,
  letter: UrgentLetter,
  language: PaperLanguage,
  template: TemplateText,
): WrittenLetter {
  return { template, values: urgentValues(cleanTexts(facts), letter, language) };
}

/** The fields that say how and when a letter was sent; all else stays as it was written. */
export function sentAnew(
  { template, values }: WrittenLetter,
  sent: SentAs,
  terms: UrgentTerms,
): WrittenLetter {
  return {
    template,
    values: { ...values, fields: { ...values.fields, ...sendingOf(sent), ...lastDays(terms) } },
  };
}

/** A letter in the formats asked for. The same words and day give the same bytes. */
export async function urgentPaper(
  { template, values }: WrittenLetter,
  options: {
    readonly kind: UrgentKind;
    readonly language: PaperLanguage;
    readonly formats: readonly PaperFormat[];
    /** The day of the letter, YYYY-MM-DD. */
    readonly day: string;
    /** How it was sent already; absent = it was not. */
    readonly sent?: SentAs | undefined;
  },
): Promise<PaperFile[]> {
  const { kind, language, formats, day, sent } = options;
  const note = sent === undefined ? null : translationNote(sent, language);
  const words = URGENT_WORDS[language];
  const paper = {
    title: words.titles[kind],
    draft: null,
    blocks: printedBlocks({ template, values, note }),
  };
  const dated = new Date(`${day}T00:00:00Z`);
  return paperFiles(paper, words.fileNames[kind], { formats, language, dated });
}

function sendingOf(sent: SentAs | undefined) {
  return {
    "letter.number": sent?.number ?? null,
    "letter.day": sent === undefined ? null : writtenDay(sent.day),
    ...sanctionFields(sent),
  };
}

function lastDays(terms: UrgentTerms) {
  return {
    "block.until": writtenDay(terms.block),
    "restriction.until": writtenDay(terms.restriction),
    "judge.until": writtenDay(terms.judge),
    "loan.until": writtenDay(terms.loan),
  };
}

/** Every field and list that a template of these letters may name (docs/first-hour.md). */
function urgentValues(facts: UrgentFacts, letter: UrgentLetter, language: PaperLanguage): Values {
  const { office, victim, terms } = facts;
  const words = URGENT_WORDS[language];
  const placeSum = ({ held, beyondData }: Place) => BigInt(held) + BigInt(beyondData);
  const sums = sumByCurrency(
    letter.places.map((place) => ({ ...place, amount: placeSum(place).toString() })),
  );
  const written = (spell: typeof moneyAmount) =>
    sums.map(({ amount, currency }) => spell(BigInt(amount), currency, language)).join(" + ") ||
    null;
  const asked = letter.places.map((place, at) => ({
    n: String(at + 1),
    number: numberOf(place),
    holder: place.holder,
    iin: facts.iins[place.account] ?? null,
    came: place.cameAt === null ? null : timeOf(place.cameAt, place.dayOnly),
    amount: moneyAmount(placeSum(place), place.currency, language),
    known: place.knownUntil === null ? words.notKnown : dayFigures(place.knownUntil),
  }));
  const { earlier, news } = sentBefore(letter.earlier ?? [], asked, words);
  return {
    fields: {
      earlier,
      "office.name": office?.name ?? null,
      "office.address": office?.address ?? null,
      "office.contacts": office?.contacts ?? null,
      "office.signer": office?.signer ?? null,
      "office.place": office?.place ?? null,
      investigator: facts.investigator,
      // The data do not say who supervises the investigation.
      prosecutor: null,
      // The register's number of the report is not that of the criminal case.
      erdr: facts.erdr ?? null,
      ...sendingOf(letter.sent),
      "bank.name": letter.bank === null ? null : bankAddressed(letter.bank, language),
      "victim.name": victim.name,
      "victim.iin": victim.iin,
      "victim.accounts": victim.accounts.join(", ") || null,
      report: facts.report,
      reported: facts.reportedAt === null ? null : dayFigures(facts.reportedAt),
      lure: facts.lure,
      lender: lenderAddressed(facts.lender, language),
      loan: contractOf(facts, language),
      sum: written(moneyAmount),
      "sum.words": written(moneyWords),
      ...lastDays(terms),
    },
    lists: {
      "bank-accounts": asked,
      news,
      "not-there": letter.places
        .filter(({ notThere }) => BigInt(notThere) > 0n)
        .map((place) => ({
          number: numberOf(place),
          amount: moneyAmount(BigInt(place.notThere), place.currency, language),
        })),
      exits: facts.exits.map(({ kind, name, bank, amount, currency }) => ({
        what: [
          words.exits[kind] ?? words.exits.other ?? kind,
          name,
          bank === null ? null : bankAddressed(bank, language),
        ]
          .filter(Boolean)
          .join(", "),
        amount: moneyAmount(BigInt(amount), currency, language),
      })),
      transfers: facts.transfers.map((one, at) => listed(one, at, language)),
      paid: facts.transfers.map((one, at) => ({
        ...listed(one, at, language),
        to: paidTo(one, letter, language),
      })),
    },
    blanks: words.blanks,
  };
}

/** A bank by its legal name, whichever of its names a person chose; another lender as written. */
function lenderAddressed(lender: string | null, language: PaperLanguage): string | null {
  const code = lender === null ? null : bankCalled(lender);
  return code === null ? lender : bankAddressed(code, language);
}

/** The contract of the loan as its letter names it: number, day and sum, where they are known. */
function contractOf(
  { loan, loanDay = null, loanSum = null }: UrgentFacts,
  language: PaperLanguage,
): string | null {
  if (loan === null) return null;
  const number = loanDay === null || /№/u.test(loan) ? loan : `№ ${loan}`;
  const { of, sum } = URGENT_WORDS[language].contract;
  const dated = loanDay === null ? number : of(number, writtenDay(loanDay));
  if (loanSum === null) return dated;
  return sum(dated, moneyAmount(BigInt(loanSum.amount), loanSum.currency, language));
}

function listed(
  { at, dayOnly, from, to, amount, currency }: ListedTransfer,
  place: number,
  language: PaperLanguage,
) {
  return {
    n: String(place + 1),
    time: at === null ? null : timeOf(at, dayOnly),
    from,
    to,
    amount: moneyAmount(BigInt(amount), currency, language),
  };
}

/**
 * A bank reads the accounts that are its own; of others it reads which bank they are at. What may
 * be at any bank, this one too, stands there with its number.
 */
function paidTo(
  { to, bank: told }: ListedTransfer,
  { bank, places }: UrgentLetter,
  language: PaperLanguage,
): string | null {
  const { bankNotKnown, exits } = URGENT_WORDS[language];
  const [, exit] = /^EXIT:([a-z]+):/.exec(to ?? "") ?? [];
  if (exit !== undefined) return exits[exit] ?? exits.other ?? exit;
  const code = bankCodeOf(to ?? "") ?? told;
  if (to === null || code === bank) return to;
  const isOwn = places.some(({ account, holder }) =>
    account === "" ? holder === to : to.startsWith(account),
  );
  if (isOwn) return to;
  if (code !== null) return bankAddressed(code, language);
  return `${bankNotKnown}, ${to.replace(CARD, maskedCard)}`;
}

/** Sixteen digits and no more, as a payment card has them. */
const CARD = /(?<!\d)\d{16}(?!\d)/g;

/** The first six digits name the bank that issued the card, the last four the card itself. */
function maskedCard(number: string): string {
  return `${number.slice(0, 6)}******${number.slice(-4)}`;
}

/** A masked card finds nobody; the phone that the victim named beside it does. */
function numberOf({ account, phone }: Place): string | null {
  return (
    [account, phone]
      .filter(Boolean)
      .map((one) => formatPhone(one ?? ""))
      .join(", ") || null
  );
}

function timeOf(at: number, dayOnly: boolean): string {
  return dayOnly ? dayFigures(at) : timeFigures(at, "minutes");
}
