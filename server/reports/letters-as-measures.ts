import type { LetterKind } from "../../contract/letter-facts.ts";
import type { PaperLanguage } from "../../contract/papers.ts";
import { type Place, type UrgentKind, urgentKind } from "../../contract/reports.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { stateOfLetter } from "../evidence/papers/outgoing.ts";
import type { UrgentFacts, UrgentLetter } from "../evidence/urgent/urgent-papers.ts";
import { registered, UNSENT_KINDS } from "../measures/letters/letter-entry.ts";
import type { StoredLetter } from "../measures/measure-rows.ts";
import type { EntryWanted } from "../measures/measures.store.ts";

/** The letters of the first hour as the register of letters has them. */
const KINDS: Readonly<Record<UrgentKind, LetterKind>> = {
  incident: "incident",
  block: "freeze-request",
  restriction: "restriction",
  return: "return-notice",
  loan: "loan-suspension",
};

export const letterKindOf = (kind: UrgentKind): LetterKind => KINDS[kind];

/** The letter of the first hour that an entry of the register is; undefined = another letter. */
export function urgentKindOf(kind: LetterKind): UrgentKind | undefined {
  return urgentKind.options.find((one) => KINDS[one] === kind);
}

export type LetterWanted = EntryWanted & { readonly letter: StoredLetter };

/** A letter as an entry of the register, one for each currency of its sum. */
export function measuresOf(
  letter: UrgentLetter,
  facts: UrgentFacts,
  of: {
    readonly file: string;
    readonly caseId: string | null;
    readonly language: PaperLanguage;
  },
): LetterWanted[] {
  const { file, caseId, language } = of;
  const { name, iin } = facts.victim;
  const [only, ...others] = letter.places;
  const account = only !== undefined && others.length === 0 ? only.account : "";
  const entry = {
    kind: UNSENT_KINDS[KINDS[letter.kind]],
    day: facts.day,
    due: dueOf(letter.kind, facts),
    persons: name === null ? [] : [registered({ name, iin })],
    account: account === "" ? null : account,
    bank: letter.kind === "loan" ? facts.lender : letter.bank,
    case: caseId,
    reports: [facts.report],
    file,
    letter: {
      ...{ kind: KINDS[letter.kind], languages: [language], how: null, answered: null },
      addressee: letter.kind === "loan" ? facts.lender : null,
      ...{ claims: [], parts: [], state: stateOf(letter, facts) },
    },
  };
  const sums = sumsOf(letter.places);
  return sums.length === 0 ? [entry] : sums.map((sum) => ({ ...entry, ...sum }));
}

/**
 * The demand of a letter: the same in every language, and on every day. Other accounts or another
 * sum make another letter of it; a newer statement that shows the same does not.
 */
export function stateOf(
  { kind, bank, places }: Pick<UrgentLetter, "kind" | "bank" | "places">,
  { report, lender, loan, exits }: Pick<UrgentFacts, "report" | "lender" | "loan" | "exits">,
): string {
  const asked = places.map(({ account, holder, currency, held, beyondData }) => [
    account || holder,
    currency,
    (BigInt(held) + BigInt(beyondData)).toString(),
  ]);
  const left = exits.map(({ account, name, currency, amount }) => [
    account,
    name,
    currency,
    amount,
  ]);
  const said = {
    report,
    asked: asked.map((one) => one.join(" ")).sort(),
    loan: kind === "loan" ? loan : null,
    // Only the message to the centre is about money that left the banks.
    left: kind === "incident" && places.length === 0 ? left : [],
  };
  const addressee = kind === "loan" ? lender : null;
  return stateOfLetter({ kind: KINDS[kind], claim: null, bank, addressee }, said);
}

/** The sums that a letter is about, one for each currency. */
export function sumsOf(places: readonly Place[]) {
  return sumByCurrency(
    places.map(({ held, beyondData, currency }) => ({
      currency,
      amount: (BigInt(held) + BigInt(beyondData)).toString(),
    })),
  ).filter(({ amount }) => BigInt(amount) > 0n);
}

/**
 * The last day by which the office acts: what asks for money that may still be there leaves at
 * once. The term for an answer begins where a letter is sent.
 */
function dueOf(kind: UrgentKind, { day, terms }: UrgentFacts): string | null {
  return kind === "restriction" ? terms.judge : kind === "return" ? null : day;
}
