import { z } from "zod";
import { courtNames } from "./court-names.ts";
import { amountText, dayText, endpoint, instant } from "./endpoint.ts";
import { penalty, penaltyTerms } from "./penalty.ts";
import { statedRate } from "./rates.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * The dossier: the people of a case, notes and tasks, and what a court takes of each claim beside
 * its sum (Code of Civil Procedure art. 148, 149).
 */

export const personRole = z.enum(["victim", "dropper", "recruiter", "curator", "cash-drawer"]);

/** Written by a person; an empty field is unknown. */
const written = (most: number) => z.string().trim().max(most).nullable();

const personFields = z.object({
  role: personRole,
  name: z.string().trim().min(1).max(200),
  /** IIN or BIN. */
  iin: written(12),
  birthDate: dayText.nullable(),
  address: written(500),
  phone: written(40),
  email: written(200),
  /** Of a minor or an incapable person: the legal representative, with the address. */
  representative: written(500),
  /** Address and representative for papers in Kazakh. */
  addressKk: written(500).default(null),
  representativeKk: written(500).default(null),
  /** Where all this is known from: a statement, a register, the bank's answer. */
  known: written(500),
  /** Key of the account holder this person is; null = nobody in the data. */
  holderKey: z.string().max(80).nullable(),
});
/** As the data have a party: an account holder may have no name. */
const partyFields = personFields.extend({ name: z.string() });
const person = personFields.extend({ id: z.string(), at: instant, by: z.string() });
export type Person = z.infer<typeof person>;
export type PersonFields = z.infer<typeof personFields>;

/** A person of whom nothing is known yet but the part. */
export const NOBODY: PersonFields = {
  role: "dropper",
  name: "",
  iin: null,
  birthDate: null,
  address: null,
  phone: null,
  email: null,
  representative: null,
  addressKk: null,
  representativeKk: null,
  known: null,
  holderKey: null,
};

const note = z.object({
  id: z.string(),
  text: z.string(),
  /** The last day of a task; null = a note only. */
  due: dayText.nullable(),
  done: z.object({ at: instant, by: z.string() }).nullable(),
  at: instant,
  by: z.string(),
});
export type Note = z.infer<typeof note>;

/** A person or account of this case that another case has too. */
const elsewhere = z.object({
  name: z.string().nullable(),
  /** IIN or account number. */
  id: z.string(),
  kind: z.enum(["person", "account"]),
  cases: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type Elsewhere = z.infer<typeof elsewhere>;

const people = z.object({
  /** Of the case, read together with what follows: a change of it starts from this state. */
  version,
  people: z.array(person),
  /** Parties of the claims nobody has written down yet; the day of birth is that of the IIN. */
  proposed: z.array(partyFields),
  notes: z.array(note),
  elsewhere: z.array(elsewhere),
});
export type People = z.infer<typeof people>;

export const readinessCode = z.enum([
  "court",
  "claimant-name",
  "claimant-birth-date",
  "claimant-address",
  "claimant-iin",
  "claimant-phone",
  "claimant-email",
  "representative",
  "why-not-self",
  "consent",
  "defendant-name",
  "defendant-address",
  "defendant-iin",
  "defendant-birth-date",
  "defendant-representative",
  "circumstances",
  "price",
  "report",
  "statements",
  "fee",
  "penalty",
  "texts-in-russian",
  "texts-in-kazakh",
]);

export type ReadinessCode = z.infer<typeof readinessCode>;

const readinessItem = z.object({
  code: readinessCode,
  /** Of the Code of Civil Procedure; several as "54, 148". */
  article: z.string(),
  /** Where a person fills it in. */
  where: z.enum(["victim", "defendant", "claim", "report", "source"]),
  /** Which defendant a joint claim means: 0 = the first, n = the n-th beside it. */
  defendant: z.number().int(),
  asked: z.enum(["always", "if-known", "no"]),
  state: z.enum(["there", "missing", "not-needed"]),
});
export type ReadinessItem = z.infer<typeof readinessItem>;

/** A loan of the victim whose money was stolen, as a person wrote it down. */
const loan = z.object({
  lender: z.string().trim().max(200),
  /** Number of the contract. */
  contract: z.string().trim().max(100),
  /** Of the contract. */
  day: dayText,
  /** Minor units. */
  amount: amountText,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("KZT"),
});
export type Loan = z.infer<typeof loan>;
/** More loans of one victim than any report has named. */
export const MOST_LOANS = 20;

const dossierFields = z.object({
  /** In place of the proposed court. */
  court: written(300),
  /** The document of the victim's consent: kind, number, date. */
  consent: written(500),
  whyNotSelf: written(2_000),
  circumstances: written(10_000),
  fee: z.enum(["pay", "exempt"]).nullable(),
  /** The ground of exemption from the fee, or the paper that shows it was paid. */
  feeBasis: written(500),
  /** Of a claim in another currency. */
  rate: statedRate.nullable(),
  /** The day the limitation ends by a person's reckoning, with suspension and interruption. */
  limitationEnd: dayText.nullable().default(null),
  /** The ground of it: articles 180 to 184 of the Civil Code, with the facts. */
  limitationBasis: written(500).default(null),
  loans: z.array(loan).max(MOST_LOANS).default([]),
  /** The same words in Kazakh, for papers in that language (foreign-text.ts). */
  courtKk: written(300).default(null),
  consentKk: written(500).default(null),
  whyNotSelfKk: written(2_000).default(null),
  circumstancesKk: written(10_000).default(null),
  feeBasisKk: written(500).default(null),
  /** Of the rate. */
  rateSourceKk: written(200).default(null),
  /** The penalty of article 353 is asked for too; null = it is not. */
  penalty: penaltyTerms.nullable().default(null),
});
export type DossierFields = z.infer<typeof dossierFields>;
/** Words that the claims of a case mostly share: written once for many of them. */
export const sharedTexts = dossierFields.pick({
  court: true,
  courtKk: true,
  circumstances: true,
  circumstancesKk: true,
  whyNotSelf: true,
  whyNotSelfKk: true,
  consent: true,
  consentKk: true,
  fee: true,
  feeBasis: true,
  feeBasisKk: true,
});
/** Words of a dossier that papers print, each with the field of the same in Kazakh. */
export const IN_BOTH_LANGUAGES = [
  ["court", "courtKk"],
  ["consent", "consentKk"],
  ["whyNotSelf", "whyNotSelfKk"],
  ["circumstances", "circumstancesKk"],
  ["feeBasis", "feeBasisKk"],
] as const;
/** What a dossier says in words that papers print, each as it came and in Kazakh. */
export function wordsOfDossier(
  fields: DossierFields,
): { readonly text: string | null; readonly kazakh: string | null }[] {
  return [
    ...IN_BOTH_LANGUAGES.map(([own, kk]) => ({ text: fields[own], kazakh: fields[kk] })),
    ...(fields.rate === null ? [] : [{ text: fields.rate.source, kazakh: fields.rateSourceKk }]),
  ];
}
/** The same of a party. */
export const PARTY_IN_BOTH_LANGUAGES = [
  ["address", "addressKk"],
  ["representative", "representativeKk"],
] as const;
export type PenaltyTermsWritten = z.infer<typeof penaltyTerms>;

const sourced = { source: z.string(), checked: z.boolean() };
/** A party of the claim: the person written down, or what the claim itself says (id null). */
const party = z.object({ id: z.string().nullable(), person: partyFields });
const proposedCourt = courtNames.extend({ juvenile: z.boolean(), ...sourced }).nullable();
const accounts = z.array(z.object({ number: z.string(), bank: z.string().nullable() }));
const dossier = z.object({
  claim: z.string(),
  /** Of the claim. */
  version,
  /** Of the case: a party is written down from this state. */
  caseVersion: version,
  fields: dossierFields,
  victim: party,
  defendant: party,
  court: proposedCourt,
  /** Day of the filing in court; null where the claim is not filed. */
  filedOn: dayText.nullable(),
  /** The court that the step of the filing names; null = that of the fields. */
  filedCourt: z.object({ court: z.string().nullable(), courtKk: z.string().nullable() }).nullable(),
  /** Outstanding on the day of filing, or today; in the currency of the claim. */
  asked: amountText,
  /**
   * The same by the data of today. Of a filed claim it differs where money of an earlier day became
   * known since: the court is told, what was asked stays.
   */
  askedByData: amountText,
  /** Of a filed claim: penalty and price (tiyn) by the same; null where it has none. */
  penaltyByData: amountText.nullable(),
  priceByData: amountText.nullable(),
  /** When the facts of the filing were worked out, if an older version filed the claim. */
  filingWorkedOutAt: instant.nullable(),
  /** The rate by which the filed price was worked out; null = none, or the claim is not filed. */
  filedRate: statedRate.nullable(),
  /** The part of the claim's sum that came back before the filing. */
  cameBack: amountText,
  /** The penalty that is asked for beside it; null where none is, or no rate is known for it. */
  penalty: penalty.nullable(),
  /** Tiyn, of what is asked with the penalty; null where a rate is missing. */
  price: amountText.nullable(),
  procedure: z
    .object({ simplified: z.boolean(), limit: amountText, article: z.string(), ...sourced })
    .nullable(),
  fee: z
    .object({ amount: amountText, percent: z.number(), cap: amountText, ...sourced })
    .nullable(),
  readiness: z.array(readinessItem),
  /** The sanctions of the requests that the claim's bank files answer, each once. */
  sanctions: z.array(z.string()),
  /** Defendants (as in readiness) who are victims of crime reports of this case themselves. */
  alsoVictims: z.array(z.object({ defendant: z.number().int(), reports: z.array(z.string()) })),
  /** Accounts of the defendant in the data, for security and enforcement. */
  accounts,
  /** The people who answer for the same loss with the defendant, each with the court proposed. */
  coDefendants: z.array(party.extend({ court: proposedCourt, accounts })),
});
export type Dossier = z.infer<typeof dossier>;

const ofCase = z.object({ id: z.string() });
const ofClaim = z.object({ id: z.string(), claim: z.string() });

export const dossiers = {
  people: endpoint({
    name: "people",
    method: "GET",
    path: "/cases/:id/people",
    summary: "People of a case with role and how each is known, notes, and who is in other cases",
    access: "user",
    about: "case",
    params: ofCase,
    answer: people,
  }),
  savePerson: endpoint({
    name: "savePerson",
    method: "PUT",
    path: "/cases/:id/people",
    summary: "Write down a person of the case, or change what is written",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    body: z.object({
      /** Of the case. */
      version,
      /** null = a new person. */
      id: z.string().nullable(),
      person: personFields,
    }),
    answer: people,
  }),
  removePerson: endpoint({
    name: "removePerson",
    method: "POST",
    path: "/cases/:id/people/removed",
    summary: "Take a person out of the case, with the reason",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    body: z.object({ version, id: z.string(), reason: z.string().trim().max(2_000) }),
    answer: people,
  }),
  addNote: endpoint({
    name: "addNote",
    method: "POST",
    path: "/cases/:id/notes",
    summary: "Write a note, or a task with its last day",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    body: z.object({
      version,
      text: z.string().trim().max(4_000),
      due: dayText.nullable().default(null),
    }),
    answer: people,
  }),
  setNote: endpoint({
    name: "setNote",
    method: "PATCH",
    path: "/cases/:id/notes/:note",
    summary: "Say that a task is done, or that it is not",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase.extend({ note: z.string() }),
    body: z.object({ version, done: z.boolean() }),
    answer: people,
  }),
  dossier: endpoint({
    name: "dossier",
    method: "GET",
    path: "/cases/:id/claims/:claim/dossier",
    summary: "What a court takes of a claim: court, price in tenge, fee, and what is missing",
    access: "user",
    about: "case",
    params: ofClaim,
    answer: dossier,
  }),
  saveDossier: endpoint({
    name: "saveDossier",
    method: "PUT",
    path: "/cases/:id/claims/:claim/dossier",
    summary: "Write down what a court takes of a claim beside its sum",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim,
    body: z.object({
      /** Of the claim. */
      version,
      fields: dossierFields,
    }),
    answer: dossier,
  }),
} as const;
