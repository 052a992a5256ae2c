import { hasValidCheckDigit } from "../../contract/holder-number.ts";
import type { MeasureKind, MeasureWanted } from "../../contract/measures.ts";
import type { Place, UrgentKind } from "../../contract/reports.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import type { UrgentFacts, UrgentLetter } from "../evidence/urgent/urgent-papers.ts";

/**
 * The kind of a letter in the register. A request is no block, and no suspended loan, before an
 * answer. A restriction, a notice and an incident are none before a person says that they were
 * signed and sent.
 */
const KINDS: Readonly<Record<UrgentKind, MeasureKind>> = {
  incident: "incident-prepared",
  block: "block-asked",
  restriction: "restriction-prepared",
  return: "notice-prepared",
  loan: "loan-asked",
};

/**
 * A letter as an entry of the register, one for each currency of its sum, with the last day of its
 * term.
 */
export function measuresOf(
  letter: UrgentLetter,
  facts: UrgentFacts,
  { file, caseId }: { readonly file: string; readonly caseId: string | null },
): MeasureWanted[] {
  const { name, iin } = facts.victim;
  const [only, ...others] = letter.places;
  const account = only !== undefined && others.length === 0 ? only.account : "";
  const entry = {
    kind: KINDS[letter.kind],
    day: facts.day,
    due: dueOf(letter.kind, facts),
    // The register takes no number whose check digit is wrong; the letter says it as it was given.
    persons:
      name === null ? [] : [{ name, iin: iin !== null && hasValidCheckDigit(iin) ? iin : null }],
    account: account === "" ? null : account,
    bank: letter.kind === "loan" ? facts.lender : letter.bank,
    case: caseId,
    reports: [facts.report],
    file,
  };
  const sums = sumsOf(letter.places);
  return sums.length === 0 ? [entry] : sums.map((sum) => ({ ...entry, ...sum }));
}

function sumsOf(places: readonly Place[]) {
  return sumByCurrency(
    places.map(({ held, beyondData, currency }) => ({
      currency,
      amount: (BigInt(held) + BigInt(beyondData)).toString(),
    })),
  ).filter(({ amount }) => BigInt(amount) > 0n);
}

/** A notice of return has no term of its own. */
function dueOf(kind: UrgentKind, { day, terms }: UrgentFacts): string | null {
  return {
    incident: day,
    block: terms.block,
    restriction: terms.judge,
    return: null,
    loan: terms.loan,
  }[kind];
}
