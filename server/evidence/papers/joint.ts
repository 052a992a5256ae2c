import { textFor } from "../../../contract/foreign-text.ts";
import { wordsOfJoint } from "../../../contract/joint.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { bankAddressed } from "../letters/bank-legal-names.ts";
import { moneyAmount } from "../words/money.ts";
import { bankOf, holdings, receivedOn } from "./banks.ts";
import { blankIn, type Values } from "./markup.ts";

/** The words of papers about several people who answer for one loss (claims/joint.ts). */

type Elements = Values["lists"][string];

interface OfClaim {
  readonly claim: StoredClaim;
  readonly dossier: ClaimDossier;
}

/**
 * Why they answer together, in the language of the paper. null = the claim is not joint, or nobody
 * has written the reason in this language.
 */
export function jointReason(
  { joint }: Pick<StoredClaim, "joint">,
  language: PaperLanguage,
): string | null {
  const words = wordsOfJoint(joint);
  return words === null ? null : textFor(language, words);
}

/** The same inside a sentence: words that nobody has written are a blank in it. */
export function jointReasonOrBlank(
  claim: Pick<StoredClaim, "joint">,
  language: PaperLanguage,
): string {
  return jointReason(claim, language) ?? blankIn("joint.why");
}

/** The defendants' accounts to which the victim's money came, each with its holder and bank. */
export function paidAccounts(of: OfClaim, language: PaperLanguage): Elements {
  const { claim, dossier } = of;
  const people = [dossier.defendant, ...dossier.coDefendants.map(({ party }) => party)];
  const known = holdings(of).map(({ account }) => account);
  const paid = [claim.defendant, ...(claim.joint?.others ?? [])].flatMap(({ accounts }, at) =>
    accounts.map((number) => ({ number, holder: people[at], sum: receivedOn(of, number) })),
  );
  const reached = paid.filter(({ sum }) => sum > 0n);
  return reached.map(({ number, holder, sum }, at) => {
    const bank = bankOf(known.find((one) => one.number === number) ?? { number, bank: null });
    return {
      n: String(at + 1),
      number,
      holder: holder?.name || null,
      bank: bank === null ? null : bankAddressed(bank, language),
      received: moneyAmount(sum, claim.currency, language).replaceAll(" ", "\u00a0"),
    };
  });
}

/**
 * Whether the money came to this bank: of a claim against one person. Of joint defendants the
 * letter says of each account whose it is, so it has neither field.
 */
export function cameFields({ claim }: Pick<OfClaim, "claim">, here: bigint): Values["fields"] {
  const alone = claim.joint === null;
  return {
    "came-here": alone && here > 0n ? "1" : null,
    "came-elsewhere": alone && here === 0n ? "1" : null,
  };
}
