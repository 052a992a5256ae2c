import { textFor } from "../../../contract/foreign-text.ts";
import { formatPhone } from "../../../contract/format/phones.ts";
import { birthDateOf, isBin, isMinor } from "../../../contract/holder-number.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import type { ClaimPerson } from "../../dossier/parties.ts";
import { normalisePhone } from "../../identity/phone.ts";
import { type CaseFacts, stateOf } from "../case-facts.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { writtenDay } from "../words/dates.ts";
import { moneyAmount } from "../words/money.ts";
import { blankIn, type Values } from "./markup.ts";
import type { PaperDay } from "./sums.ts";

interface OfParties {
  readonly facts: Pick<CaseFacts, "states">;
  readonly claim: StoredClaim;
  readonly dossier: ClaimDossier;
  /** YYYY-MM-DD: whether a party is a minor is asked of this day. */
  readonly day: string;
}

type Elements = Values["lists"][string];

/** Fields of a party of the claim, as its papers name them. */
export function partySaid(
  name: "victim" | "defendant",
  party: ClaimPerson,
  accounts: readonly string[],
  { language, day }: { readonly language: PaperLanguage; readonly day: string },
): Values["fields"] {
  const { address, representative } = partyWords(party, language);
  return {
    [`${name}.name`]: party.name || null,
    [`${name}.iin`]: party.iin,
    [`${name}.birth`]: writtenBirth(party),
    [`${name}.address`]: address,
    [`${name}.phone`]: phoneWritten(party.phone),
    [`${name}.email`]: party.email,
    [`${name}.representative`]: representative,
    [`${name}.guardian`]: representative ?? (isMinorParty(party, day) ? missingGuardian : null),
    [`${name}.accounts`]: accounts.join(", ") || null,
  };
}

/** "+7 701 000 10 04", as far as it is one number of Kazakhstan; else as a person wrote it. */
function phoneWritten(phone: string | null): string | null {
  return phone === null ? null : formatPhone(normalisePhone(phone) ?? phone);
}

/** A minor is named with the legal representative, known or not (CPC art. 46). */
const missingGuardian = blankIn("defendant.representative");

/** `day` is YYYY-MM-DD; the IIN says the day of birth where nobody has written it. */
function isMinorParty({ birthDate, iin }: ClaimPerson, day: string): boolean {
  const born = birthDate ?? (iin === null ? null : birthDateOf(iin));
  return born !== null && isMinor(born, day);
}

/**
 * Whether a party is a minor, on the day of the filing once there is one: the juvenile court hears
 * the claim (CPC art. 27(3)).
 */
export function hasMinor({ dossier, day }: Pick<OfParties, "dossier" | "day">): boolean {
  const { victim, defendant, coDefendants, filedOn } = dossier;
  return [victim, defendant, ...coDefendants.map(({ party }) => party)].some((party) =>
    isMinorParty(party, filedOn ?? day),
  );
}

/** Words about a party in the language of the paper; null = nobody has written them in it. */
function partyWords(
  { address, addressKk, representative, representativeKk }: ClaimPerson,
  language: PaperLanguage,
) {
  return {
    address: textFor(language, { text: address, kazakh: addressKk }),
    representative: textFor(language, { text: representative, kazakh: representativeKk }),
  };
}

/**
 * A day that only the IIN gives is proposed; a person writes it down first. An organisation has
 * none.
 */
function writtenBirth({ id, iin, birthDate }: ClaimPerson): string | null {
  if (iin !== null && isBin(iin)) return null;
  return id === null || birthDate === null ? null : writtenDay(birthDate);
}

/**
 * The people asked for the money, the first defendant first; each with what the accounts received.
 */
export function defendantsOf(
  { facts, claim, dossier, day }: OfParties,
  language: PaperLanguage,
  on: PaperDay,
): Elements {
  const words = PAPER_WORDS[language];
  const parties = [claim.defendant, ...(claim.joint?.others ?? [])];
  const people = [dossier.defendant, ...dossier.coDefendants.map((one) => one.party)];
  const state = stateOf(facts, claim);
  const { paidByEach = [] } = (on === "filing" ? dossier.filing : null) ?? state ?? {};
  return people.map((party, at) => {
    const accounts = parties[at]?.accounts ?? [];
    const received = claim.lines
      .filter((line) => line.amount > 0n && accounts.includes(line.to))
      .reduce((sum, line) => sum + line.amount, 0n);
    const { address, representative } = partyWords(party, language);
    const guardian = representative ?? (isMinorParty(party, day) ? missingGuardian : null);
    return {
      n: String(at + 1),
      name: party.name || null,
      iin: party.iin,
      birth: party.iin !== null && isBin(party.iin) ? "—" : writtenBirth(party),
      address,
      guardian: guardian === null ? "" : words.guardian(guardian),
      more: words.more(writtenBirth(party), phoneWritten(party.phone), guardian),
      accounts: accounts.join(", "),
      received: moneyAmount(received, claim.currency, language),
      paid: moneyAmount(paidByEach[at] ?? 0n, claim.currency, language),
    };
  });
}
