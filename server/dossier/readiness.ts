import { saysSomething } from "../../contract/clean-text.ts";
import {
  type DossierFields,
  PARTY_IN_BOTH_LANGUAGES,
  type PersonFields,
  type ReadinessItem,
  wordsOfDossier,
} from "../../contract/dossier.ts";
import { isUntranslated, type Written } from "../../contract/foreign-text.ts";
import { birthDateOf, isBin, isMinor } from "../../contract/holder-number.ts";
import { type PaperLanguage, paperLanguage } from "../../contract/papers.ts";

/** A party of the claim as the people of the case know it; null = nobody has written it down. */
export interface KnownParty {
  readonly name: string | null;
  readonly iin: string | null;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly representative: string | null;
}

/** What readiness looks at: everything a court asks of a prosecutor's claim for a victim. */
export interface ReadinessFacts {
  readonly victim: KnownParty;
  readonly defendant: KnownParty;
  /** The people who answer for the same loss together with the defendant. */
  readonly coDefendants: readonly KnownParty[];
  /** Chosen by a person, or proposed from the defendant's address. */
  readonly court: string | null;
  readonly consent: string | null;
  readonly whyNotSelf: string | null;
  readonly circumstances: string | null;
  /**
   * Tiyn outstanding on the day of filing, or today; null where the claim is in another currency
   * and no rate is stated.
   */
  readonly price: bigint | null;
  /** Whether a rate is known for the penalty that is asked for; null = none is asked for. */
  readonly penalty: { readonly reckoned: boolean } | null;
  /** Languages of papers in which something that a person wrote would be a blank. */
  readonly untranslated: readonly PaperLanguage[];
  readonly fee: "pay" | "exempt" | null;
  readonly feeBasis: string | null;
  /** Numbers of the crime reports the claim rests on. */
  readonly reports: readonly string[];
  /** Files the claim's transfers come from. */
  readonly sources: readonly {
    readonly requestNumber: string | null;
    readonly requestDate: string | null;
    readonly sanctionedBy: string | null;
  }[];
  /** YYYY-MM-DD: whether a party is a minor is asked of this day. */
  readonly day: string;
}

/**
 * What articles 148 and 149 of the Code of Civil Procedure ask of the claim, with what is missing.
 * Article 54 lets a prosecutor sue for a citizen who has a valid reason not to, with that citizen's
 * consent. A minor's consent is not needed: the representative is named instead.
 */
export function readiness(facts: ReadinessFacts): ReadinessItem[] {
  const { victim, defendant } = facts;
  const minor = victim.birthDate !== null && isMinor(victim.birthDate, facts.day);
  const item = (
    code: ReadinessItem["code"],
    article: string,
    where: ReadinessItem["where"],
    there: unknown,
    asked: ReadinessItem["asked"] = "always",
  ): ReadinessItem => ({
    code,
    article,
    where,
    defendant: 0,
    asked,
    state: asked === "no" ? "not-needed" : isThere(there) ? "there" : "missing",
  });
  return [
    item("court", "148", "claim", facts.court),
    item("claimant-name", "148", "victim", victim.name),
    item("claimant-birth-date", "148", "victim", victim.birthDate),
    item("claimant-address", "148", "victim", victim.address),
    item("claimant-iin", "148", "victim", victim.iin),
    item("claimant-phone", "148", "victim", victim.phone, "if-known"),
    item("claimant-email", "148", "victim", victim.email, "if-known"),
    item("representative", "54, 148", "victim", victim.representative, minor ? "always" : "no"),
    item("why-not-self", "54, 148", "claim", facts.whyNotSelf),
    item("consent", "54, 148", "claim", facts.consent, minor ? "no" : "always"),
    ...[defendant, ...facts.coDefendants].flatMap((one, place) =>
      ofDefendant(one, facts.day).map(([code, there, asked]) => ({
        ...item(code, "148", "defendant", there, asked),
        defendant: place,
      })),
    ),
    item("circumstances", "148", "claim", facts.circumstances),
    item("price", "148", "claim", facts.price !== null && facts.price > 0n),
    item("report", "149", "report", facts.reports.length > 0),
    item(
      "statements",
      "149",
      "source",
      facts.sources.length > 0 && facts.sources.every(sanctioned),
    ),
    item("fee", "149", "claim", facts.fee === "pay" || (facts.fee === "exempt" && facts.feeBasis)),
    item("penalty", "148", "claim", facts.penalty?.reckoned, facts.penalty ? "always" : "no"),
    // A court may hear the case in either language.
    item("texts-in-russian", "14", "claim", !facts.untranslated.includes("ru"), "if-known"),
    item("texts-in-kazakh", "14", "claim", !facts.untranslated.includes("kk"), "if-known"),
  ];
}

/** In which languages papers would print a blank for something that a person wrote. */
export function untranslatedIn(
  fields: DossierFields,
  parties: readonly PersonFields[],
  others: readonly Written[] = [],
): PaperLanguage[] {
  const written = [
    ...wordsOfDossier(fields),
    ...others,
    ...parties.flatMap((one) =>
      PARTY_IN_BOTH_LANGUAGES.map(([own, kk]) => ({ text: one[own], kazakh: one[kk] })),
    ),
  ];
  return paperLanguage.options.filter((language) =>
    written.some((one) => isUntranslated(language, one)),
  );
}

/** The items that article 148 wants of each defendant. */
function ofDefendant(
  { name, address, iin, birthDate, representative }: KnownParty,
  day: string,
): [ReadinessItem["code"], unknown, ReadinessItem["asked"]][] {
  const isOrganisation = iin !== null && isBin(iin);
  const born = birthDate ?? (iin === null ? null : birthDateOf(iin));
  const minor = born !== null && isMinor(born, day);
  return [
    ["defendant-name", name, "always"],
    ["defendant-address", address, "always"],
    ["defendant-iin", iin, "if-known"],
    ["defendant-birth-date", birthDate, isOrganisation ? "no" : "if-known"],
    ["defendant-representative", representative, minor ? "if-known" : "no"],
  ];
}

/** A text counts only where somebody can read it. */
function isThere(there: unknown): boolean {
  return typeof there === "string" ? saysSomething(there) : Boolean(there);
}

/** A bank's answer is evidence where it says which request and whose sanction it answers. */
function sanctioned(source: ReadinessFacts["sources"][number]): boolean {
  return [source.requestNumber, source.requestDate, source.sanctionedBy].every(isThere);
}

/** What keeps the claim from being approved. */
export function missing(items: readonly ReadinessItem[]): ReadinessItem[] {
  return items.filter((item) => item.asked === "always" && item.state === "missing");
}
