import { textFor } from "../../../contract/foreign-text.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { demandThatLeft } from "../../claims/steps.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { CaseFacts, SourceFact } from "../case-facts.ts";
import { bankAddressed, bankNamed } from "../letters/bank-legal-names.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { writtenDay } from "../words/dates.ts";
import { blankIn, type Values } from "./markup.ts";

type Elements = Values["lists"][string];

interface OfClaim {
  readonly facts: Pick<CaseFacts, "sources">;
  readonly claim: Pick<StoredClaim, "lines" | "joint" | "moves">;
}

/** The day of the first claimed transfer; null = nothing is claimed. */
export function firstDay({ lines }: Pick<StoredClaim, "lines">): string | null {
  const booked = lines.filter(({ amount }) => amount > 0n).map(({ bookedAt }) => bookedAt);
  return booked.length === 0 ? null : writtenDay(dayText(dayOf(Math.min(...booked))));
}

/** The banks' files that the claim's transfers come from; what nobody wrote down is a blank. */
export function sourcesOf(of: OfClaim, language: PaperLanguage): Elements {
  return ownSources(of).map((source, at) => ({
    n: String(at + 1),
    name: source.fileName,
    request: requestOf(source, language),
    sha256: source.sha256,
  }));
}

/** What articles 148 and 149 want attached, numbered. */
export function attachmentsOf(
  of: OfClaim & {
    readonly minor: boolean;
    readonly dossier: Pick<ClaimDossier, "penalty" | "fields" | "filing">;
  },
  language: PaperLanguage,
): Elements {
  const words = PAPER_WORDS[language].attachments;
  const { claim } = of;
  const sent = demandThatLeft(claim.moves);
  const answer = (source: SourceFact) => {
    const bank = bankOf(source);
    return words.statement(
      bank === null ? blankIn("bank.name") : bankAddressed(bank, language),
      requestOf(source, language),
      source.fileName ?? source.sha256.slice(0, 16),
    );
  };
  return [
    of.dossier.penalty === null ? words.calculation : words.calculationWithPenalty,
    words.transfers,
    ...(claim.joint === null ? [] : [words.defendants]),
    ...ownSources(of).map(answer),
    ...(sent?.day === undefined
      ? []
      : [words.demand(sent.reference ?? blankIn("demand.number"), writtenDay(sent.day))]),
    of.minor ? words.representative : words.consent,
    feeWords((of.dossier.filing?.feeChoice ?? of.dossier.fields).fee, words),
    words.package,
    claim.joint === null ? words.copies : words.copiesForEach,
  ].map((name, at) => ({ n: String(at + 1), name }));
}

/** Until it is decided who pays the fee, either paper is attached. */
function feeWords(
  fee: "pay" | "exempt" | null,
  words: Readonly<Record<"fee" | "feePaid" | "feeExempt", string>>,
): string {
  if (fee === null) return words.fee;
  return fee === "pay" ? words.feePaid : words.feeExempt;
}

function ownSources({ facts, claim }: OfClaim): SourceFact[] {
  const own = new Set(claim.lines.map((line) => line.sourceId));
  return facts.sources.filter((source) => own.has(source.sha256));
}

function requestOf(source: SourceFact, language: PaperLanguage): string {
  const { requestNumber, requestDate, sanctionedBy } = source;
  return PAPER_WORDS[language].request(
    requestNumber ?? blankIn("request.number"),
    requestDate === null ? blankIn("request.day") : dayOrText(requestDate),
    textFor(language, { text: sanctionedBy, kazakh: null }) ?? blankIn("request.sanction"),
  );
}

/**
 * The bank that answered, where a person wrote down that it handed the file over. Transfers do not
 * say it: a case knows only some rows of a file that may be of several banks.
 */
function bankOf({ handedBy }: SourceFact): string | null {
  return handedBy === null ? null : bankNamed(handedBy);
}

function dayOrText(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? writtenDay(day) : day;
}
