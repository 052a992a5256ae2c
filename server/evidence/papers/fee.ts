import { textFor } from "../../../contract/foreign-text.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { moneyAmount, moneyWords } from "../words/money.ts";
import { blankIn, type Values } from "./markup.ts";

interface OfFee {
  readonly claim: Pick<StoredClaim, "joint">;
  readonly dossier: Pick<ClaimDossier, "fee" | "fields" | "filing">;
}

/**
 * The state fee in papers: how it was decided, its sum, and whom the court is asked to lay it on.
 */
export function feeFields({ claim, dossier }: OfFee, language: PaperLanguage): Values["fields"] {
  const { fields, filing } = dossier;
  const choice = filing?.feeChoice ?? fields;
  // The filing keeps the ground as it was written; the words in Kazakh are those of the dossier.
  const basis = textFor(language, { text: choice.feeBasis, kazakh: fields.feeBasisKk });
  // Decided without a ground or receipt in this language, it asks for just that.
  const decided = (fee: "pay" | "exempt", blank: string) =>
    choice.fee === fee ? (basis ?? blankIn(blank)) : null;
  const [exempt, paid] = [decided("exempt", "fee.exempt"), decided("pay", "fee.paid")];
  const sum = dossier.fee?.amount ?? null;
  const known = choice.fee === "pay" ? sum : null;
  const laid = choice.fee === "pay" ? (spelled(sum, language) ?? blankIn("fee.sum")) : null;
  return {
    "fee.exempt": exempt,
    "fee.paid": paid,
    "fee.sum": known === null ? null : moneyAmount(known, "KZT", language),
    "fee.decided": exempt ?? paid,
    "fee.one": claim.joint === null ? laid : null,
    "fee.joint": claim.joint === null ? null : laid,
  };
}

/** In figures and in words. */
function spelled(sum: bigint | null, language: PaperLanguage): string | null {
  if (sum === null) return null;
  return `${moneyAmount(sum, "KZT", language)} (${moneyWords(sum, "KZT", language)})`;
}
