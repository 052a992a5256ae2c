import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { bankCodeOf } from "../../identity/iban.ts";
import type { CaseFacts, SourceFact } from "../case-facts.ts";
import { bankAddressed, bankNamed } from "../letters/bank-legal-names.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { writtenDay } from "../words/dates.ts";
import { blankIn, type Values } from "./markup.ts";

type Elements = Values["lists"][string];

interface OfClaim {
  readonly facts: Pick<CaseFacts, "sources" | "transfers">;
  readonly claim: Pick<StoredClaim, "lines" | "joint">;
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
  of: OfClaim & { readonly minor: boolean; readonly dossier: Pick<ClaimDossier, "penalty"> },
  language: PaperLanguage,
): Elements {
  const words = PAPER_WORDS[language].attachments;
  const { claim } = of;
  const answer = (source: SourceFact) => {
    const bank = bankOf(of, source);
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
    ...(of.minor ? [] : [words.consent]),
    words.fee,
    words.package,
    claim.joint === null ? words.copies : words.copiesForEach,
  ].map((name, at) => ({ n: String(at + 1), name }));
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
    sanctionedBy ?? blankIn("request.sanction"),
  );
}

/**
 * The bank that answered: a person wrote down that it handed the file over, or all transfers of its
 * file touch its accounts. null where two banks could have written the file.
 */
function bankOf({ facts, claim }: OfClaim, { sha256, handedBy }: SourceFact): string | null {
  const handed = handedBy === null ? null : bankNamed(handedBy);
  if (handed !== null) return handed;
  const rows = [...facts.transfers, ...claim.lines].filter((one) => one.sourceId === sha256);
  const sides = rows.map(({ from, to }) => [bankCodeOf(from), bankCodeOf(to)]);
  const [first = []] = sides;
  const touched = [...new Set(first)].filter(
    (bank) => bank !== null && sides.every((side) => side.includes(bank)),
  );
  return touched.length === 1 ? (touched[0] ?? null) : null;
}

function dayOrText(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? writtenDay(day) : day;
}
