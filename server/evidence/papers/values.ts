import type { Loan } from "../../../contract/dossier.ts";
import { textFor, withTableCourt } from "../../../contract/foreign-text.ts";
import { isMinor } from "../../../contract/holder-number.ts";
import type { PaperLanguage } from "../../../contract/papers.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { demandThatLeft, standingSteps } from "../../claims/steps.ts";
import { unknownOpenings } from "../../claims/unknown-openings.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { type CaseFacts, stateOf } from "../case-facts.ts";
import { basisOf } from "../documents/basis.ts";
import { describedSaid } from "../documents/described.ts";
import { withoutStop } from "../documents/full-stop.ts";
import { bankAddressed } from "../letters/bank-legal-names.ts";
import type { OfficeDetails } from "../letters/office-details.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { textsOf } from "../texts/texts.ts";
import { timeFigures, writtenDay } from "../words/dates.ts";
import { moneyAmount, moneyUnit, moneyWords } from "../words/money.ts";
import { accountsAt, askedOfBank, bankOf, holdings, receivedAt, receivedOn } from "./banks.ts";
import { feeFields } from "./fee.ts";
import { cameFields, jointReason, jointReasonOrBlank, paidAccounts } from "./joint.ts";
import type { Values } from "./markup.ts";
import { defendantsOf, hasMinor, partySaid } from "./parties.ts";
import { penaltyFields, penaltyRates, penaltySpans } from "./penalty.ts";
import { priceFields } from "./price.ts";
import { becameKnown, reductionFields } from "./reduction.ts";
import { attachmentsOf, firstDay, sourcesOf } from "./sources.ts";
import {
  accountWritten,
  claimedLines,
  fileWritten,
  type PaperDay,
  receivedOf,
  returnsOf,
  returnsSince,
  subjectOf,
  sumsOn,
} from "./sums.ts";
import { type WayTransfer, wayOf } from "./way.ts";
import { workingOf } from "./working.ts";

/** What the papers of one claim are made of. */
export interface PaperFacts {
  readonly facts: CaseFacts;
  readonly claim: StoredClaim;
  readonly dossier: ClaimDossier;
  /** All transfers of the accounts that a traced claim's money passed through. */
  readonly onWay?: readonly WayTransfer[];
  readonly office: OfficeDetails | null;
  /** The same in each language: a letter is compared in one. */
  readonly offices?: Readonly<Record<PaperLanguage, OfficeDetails | null>>;
  /** Of the key that packages are signed with. */
  readonly fingerprint: string;
  /** YYYY-MM-DD: whether the victim is a minor is asked of this day. */
  readonly day: string;
}

type Elements = Values["lists"][string];

/**
 * Every field and list a template may name (docs/papers.md), with the sums of one day; null is a
 * marked blank.
 */
export function paperValues(
  of: PaperFacts,
  language: PaperLanguage,
  on: PaperDay = "filing",
): Values {
  const words = PAPER_WORDS[language];
  return {
    fields: { ...officeFields(of), ...partyFields(of, language), ...claimFields(of, language, on) },
    lists: {
      defendants: defendantsOf(of, language, on),
      "co-defendants": defendantsOf(of, language, on).slice(1),
      transfers: transfers(of, language),
      returns: returnsOf(of, language, on),
      "returns-since": returnsSince(of, language),
      "became-known": becameKnown(of, language),
      "penalty-spans": penaltySpans(of, language),
      "penalty-rates": penaltyRates(of, language),
      "traced-transfers": of.claim.method === "direct" ? [] : transfers(of, language),
      working: workingOf(of, language),
      way: wayOf(of, language),
      accounts: accounts(of, language),
      sources: sourcesOf(of, language),
      attachments: attachmentsOf({ ...of, minor: isMinorVictim(of.dossier, of.day) }, language),
      "bank-accounts": [],
      "paid-accounts": of.claim.joint === null ? [] : paidAccounts(of, language),
      files: [],
    },
    blanks: words.blanks,
  };
}

/**
 * The same for a paper to one bank: its name, the defendants' accounts there with what came to
 * each, and the most that may be asked of it. `reached` leaves out accounts to which nothing came.
 */
export function ofBank(
  values: Values,
  of: PaperFacts,
  bank: string | null,
  { language, reached }: { readonly language: PaperLanguage; readonly reached: boolean },
): Values {
  const { currency } = of.claim;
  const rows = accountsAt(of, bank, reached).map(({ account, holder, sum }, at) => ({
    n: String(at + 1),
    number: account.number,
    holder: holder.name || null,
    iin: holder.iin,
    received: moneyAmount(sum, currency, language),
  }));
  const sum = receivedAt(of, bank);
  const left = askedOfBank(of, bank);
  const came = {
    "bank.name": bank === null ? null : bankAddressed(bank, language),
    "bank.sum": sum === 0n ? null : moneyAmount(sum, currency, language),
    "bank.sum.words": sum === 0n ? null : moneyWords(sum, currency, language),
    "bank.left": moneyAmount(left, currency, language),
    "bank.left.words": moneyWords(left, currency, language),
    ...cameFields(of, sum),
  };
  const here = new Set(rows.map(({ number }) => number));
  const traced = of.claim.method === "direct" ? [] : transfers(of, language, here);
  return {
    ...values,
    fields: { ...values.fields, ...came },
    lists: { ...values.lists, "bank-accounts": rows, "traced-transfers": traced },
  };
}

/** The same for a letter about one of the victim's loans. */
export function ofLoan(
  values: Values,
  { lender, contract, day, amount, currency }: Loan,
  language: PaperLanguage,
): Values {
  const said = {
    lender,
    "loan.lender": lender,
    "loan.contract": contract,
    "loan.day": writtenDay(day),
    "loan.sum": moneyAmount(BigInt(amount), currency, language),
    "loan.sum.words": moneyWords(BigInt(amount), currency, language),
  };
  return { ...values, fields: { ...values.fields, ...said } };
}

/** The same for a paper to one defendant, the first or the n-th beside it. */
export function ofDefendant(
  values: Values,
  of: PaperFacts,
  place: number,
  language: PaperLanguage,
): Values {
  const party = of.dossier.coDefendants[place - 1]?.party;
  if (party === undefined) return values;
  const { accounts } = of.claim.joint?.others[place - 1] ?? { accounts: [] };
  return {
    ...values,
    fields: {
      ...values.fields,
      ...partySaid("defendant", party, accounts, { language, day: of.day }),
    },
  };
}

/** The office in its own words. */
export function officeSaid(office: OfficeDetails | null): Values["fields"] {
  return {
    "office.name": office?.name ?? null,
    "office.address": office?.address ?? null,
    "office.contacts": office?.contacts ?? null,
    "office.signer": office?.signer ?? null,
  };
}

/** Who writes, and fields that stay empty unless a paper has them. */
export function officeFields({
  office,
  fingerprint,
}: Pick<PaperFacts, "office" | "fingerprint">): Values["fields"] {
  return {
    ...officeSaid(office),
    fingerprint,
    "letter.number": null,
    "letter.day": null,
    "letter.due": null,
    "letter.earlier": null,
    "sanction.number": null,
    "sanction.day": null,
    "bank.name": null,
    "bank.sum": null,
    "bank.sum.words": null,
    "bank.left": null,
    "bank.left.words": null,
    "came-here": null,
    "came-elsewhere": null,
    lender: null,
    "loan.lender": null,
    "loan.contract": null,
    "loan.day": null,
    "loan.sum": null,
    "loan.sum.words": null,
  };
}

function partyFields(
  { claim, dossier, day }: PaperFacts,
  language: PaperLanguage,
): Values["fields"] {
  const said = (name: "victim" | "defendant") =>
    partySaid(name, dossier[name], claim[name].accounts, { language, day });
  const { birthDate } = dossier.victim;
  const minor = isMinorVictim(dossier, day);
  return { ...said("victim"), ...said("defendant"), "victim.minor": minor ? birthDate : null };
}

/** `day` is YYYY-MM-DD. */
export function isMinorVictim({ victim }: ClaimDossier, day: string): boolean {
  return victim.birthDate !== null && isMinor(victim.birthDate, day);
}

function claimFields(of: PaperFacts, language: PaperLanguage, on: PaperDay) {
  const { facts, claim, dossier } = of;
  const { fields, court, procedure } = dossier;
  const { methods } = textsOf(language);
  const { ground } = PAPER_WORDS[language];
  const { subject, arrest, since } = subjectOf(of);
  const { filedOn } = dossier;
  const { asOf, demanded, repaid } = sumsOn(of, on);
  const received = receivedOf(claim);
  const filing = standingSteps(claim.moves).find((step) => step.to === "filed")?.facts;
  const sent = demandThatLeft(claim.moves);
  const state = stateOf(facts, claim);
  const money = (amount: bigint) => moneyAmount(amount, claim.currency, language);
  const spelled = (amount: bigint) => moneyWords(amount, claim.currency, language);
  const tenge = (amount: bigint) => moneyAmount(amount, "KZT", language);
  const openings = unknownOpenings(facts.traces, claim);
  const said = fieldsSaid(withTableCourt(fields, court), language);
  const why = jointReasonOrBlank(claim, language);
  return {
    ...penaltyFields(of, language, demanded),
    ...feeFields(of, language),
    ...priceFields(of, language),
    ...reductionFields(of, language),
    ...transferFields(claim),
    // Of several residences a person chooses one.
    court:
      said.court ??
      (claim.joint === null && fields.court === null && fields.courtKk === null
        ? (court?.[language] ?? null)
        : null),
    "defendant.names": namesOf(dossier) || null,
    joint: claim.joint === null ? null : namesOf(dossier),
    "joint.why": jointReason(claim, language),
    "all-reached": holdings(of).every(({ account }) => receivedOn(of, account.number) > 0n)
      ? "1"
      : null,
    alternatives: state?.alternativeNames.join(", ") || null,
    reports: claim.reports.join(", ") || null,
    "reports.by":
      claim.reports.length === 0 ? null : PAPER_WORDS[language].reportsBy(claim.reports),
    basis: basisOf(
      { ...claim, joint: claim.joint && { ...claim.joint, why } },
      textsOf(language),
      namesOf(dossier),
    ),
    ground:
      claim.joint !== null
        ? ground.joint(withoutStop(namesOf(dossier)), withoutStop(why))
        : claim.method === "direct"
          ? ground.direct
          : ground.traced(methods[claim.method]),
    juvenile: hasMinor(of) ? PAPER_WORDS[language].juvenile : "",
    traced:
      claim.method === "direct" || claim.joint !== null
        ? null
        : PAPER_WORDS[language].traced(methods[claim.method]),
    described: describedSaid(facts, claim, language, textsOf(language)),
    openings: openings.length === 0 ? null : openings.join(", "),
    currency: moneyUnit(claim.currency, language),
    sum: money(received),
    "sum.words": spelled(received),
    demanded: money(demanded),
    "demanded.words": spelled(demanded),
    repaid: repaid === 0n ? null : money(repaid),
    "repaid.words": repaid === 0n ? null : spelled(repaid),
    "as-of": writtenDay(asOf),
    subject: money(subject),
    "subject.words": spelled(subject),
    arrest: money(arrest),
    "arrest.words": spelled(arrest),
    since: since === 0n ? null : money(since),
    "since.words": since === 0n ? null : spelled(since),
    filed: filedOn === null ? null : writtenDay(filedOn),
    "filed.number": filing?.reference ?? null,
    "first.day": firstDay(claim),
    "demand.day": sent?.day === undefined ? null : writtenDay(sent.day),
    "demand.number": sent?.reference ?? null,
    "demand.term": sent?.term === undefined ? null : writtenDay(sent.term),
    circumstances: said.circumstances,
    why: said.whyNotSelf,
    consent: said.consent,
    simplified: procedure?.simplified
      ? PAPER_WORDS[language].simplified(procedure.article, tenge(procedure.limit))
      : null,
  };
}

/** How many transfers reached a single defendant; joint defendants have neither field. */
function transferFields(claim: StoredClaim): Values["fields"] {
  const count = claim.joint === null ? claimedLines(claim).length : 0;
  return {
    "one-transfer": count === 1 ? "1" : null,
    "several-transfers": count > 1 ? String(count) : null,
  };
}

/** Words of the dossier in the language of the paper. */
function fieldsSaid(fields: ClaimDossier["fields"], language: PaperLanguage) {
  const said = (text: string | null, kazakh: string | null) => textFor(language, { text, kazakh });
  return {
    court: said(fields.court, fields.courtKk),
    circumstances: said(fields.circumstances, fields.circumstancesKk),
    whyNotSelf: said(fields.whyNotSelf, fields.whyNotSelfKk),
    consent: said(fields.consent, fields.consentKk),
  };
}

export function namesOf({ defendant, coDefendants }: ClaimDossier): string {
  const people = [defendant, ...coDefendants.map((one) => one.party)];
  return people.map((one) => one.name || one.iin || "—").join(", ");
}

/** The transfers to the defendants, or to some of their accounts. */
export function transfers(
  { claim }: Pick<PaperFacts, "claim">,
  language: PaperLanguage,
  to: ReadonlySet<string> | null = null,
): Elements {
  const money = (amount: bigint) =>
    moneyAmount(amount, claim.currency, language).replaceAll(" ", "\u00a0");
  const own = claimedLines(claim).filter((line) => to === null || to.has(line.to));
  return own.map((line, at) => ({
    n: String(at + 1),
    time: timeFigures(line.bookedAt, "seconds"),
    from: accountWritten(line.from, language),
    to: accountWritten(line.to, language),
    whole: money(line.whole),
    amount: money(line.amount),
    purpose: line.purpose,
    file: fileWritten(line, language),
  }));
}

/**
 * Accounts of the defendants in the data, each with its bank; one blank line where none is known.
 */
function accounts(of: PaperFacts, language: PaperLanguage): Elements {
  const rows = holdings(of).map(({ account, holder }, at) => {
    const bank = bankOf(account);
    return {
      n: String(at + 1),
      number: account.number,
      holder: holder.name || null,
      bank: bank === null ? null : bankAddressed(bank, language),
    };
  });
  return rows.length === 0 ? [{ n: "1", number: null, holder: null, bank: null }] : rows;
}
