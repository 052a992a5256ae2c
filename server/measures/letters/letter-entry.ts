import { hasValidCheckDigit } from "../../../contract/holder-number.ts";
import type { LetterKind } from "../../../contract/letter-facts.ts";
import { type MeasureKind, sentKind } from "../../../contract/measures.ts";
import type { DemandStep, MadeLetter } from "../../evidence/papers/outgoing.ts";
import type { StoredLetter } from "../measure-rows.ts";
import type { EntryWanted } from "../measures.store.ts";

/**
 * The kind of a letter in the register before a person says that it was sent. A request is no
 * block, and no suspended loan, before an answer; a restriction, a notice and an incident are none
 * before they were signed and sent.
 */
export const UNSENT_KINDS: Readonly<Record<LetterKind, MeasureKind>> = {
  demand: "letter-prepared",
  security: "letter-prepared",
  "statement-request": "letter-prepared",
  "freeze-request": "block-asked-prepared",
  "return-notice": "notice-prepared",
  "loan-suspension": "loan-asked-prepared",
  "cover-letter": "letter-prepared",
  incident: "incident-prepared",
  restriction: "restriction-prepared",
};

/** The register takes no number whose check digit is wrong; the letter says it as it was given. */
export function registered<Person extends { readonly iin: string | null }>(person: Person): Person {
  const { iin } = person;
  return { ...person, iin: iin !== null && hasValidCheckDigit(iin) ? iin : null };
}

/**
 * A letter of this day (YYYY-MM-DD) as an entry of the register. A demand made after the claim's
 * step was sent by that step. The term for an answer begins where the letter is sent.
 */
export function letterEntry(
  made: MadeLetter,
  { day, step }: { readonly day: string; readonly step: DemandStep | null },
): EntryWanted & { readonly letter: StoredLetter } {
  const { kind, amount, persons, addressee, language, state } = made;
  const unsent = UNSENT_KINDS[kind];
  const entry = {
    kind: unsent,
    day,
    due: made.due,
    amount: amount !== null && amount > 0n ? amount.toString() : null,
    currency: made.currency,
    persons: persons.map(registered),
    bank: made.bank,
    case: made.case,
    claim: made.claim,
    reports: [...made.reports],
    file: made.file,
    letter: {
      ...{ kind, addressee, languages: [language], how: null, answered: null, state },
      ...{ claims: [...(made.claims ?? [])], parts: [...(made.parts ?? [])] },
    },
  };
  if (step?.day === undefined) return entry;
  return {
    ...entry,
    ...{ kind: sentKind(unsent), day: step.day, due: step.term ?? null },
    paper: step.reference ?? null,
    letter: { ...entry.letter, how: step.how ?? null },
  };
}
