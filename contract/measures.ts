import { z } from "zod";
import { amountText, dayText, endpoint, givenAmount, instant, money } from "./endpoint.ts";
import { letterFacts } from "./letter-facts.ts";
import { cleanNumber } from "./letter-number.ts";
import { personal } from "./personal.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * The register of measures: what the office did to stop and bring back stolen money, and to prevent
 * the next theft. An office reports these figures (docs/measures.md).
 */

/**
 * The kind of a measure. A new kind is a name here, its needs in server/measures/rules.ts, and its
 * words.
 */
export const measureKind = z.enum([
  /** An incident was given to the Anti-Fraud centre. */
  "incident",
  /** A letter was prepared; nobody said yet that it was signed and sent. No figure counts these. */
  "incident-prepared",
  "restriction-prepared",
  "notice-prepared",
  /** Any other letter of the program; its own kind stands in the entry's `letter`. */
  "letter-prepared",
  "letter",
  "block-asked-prepared",
  "loan-asked-prepared",
  /** A bank was asked to block money; what it blocked is a block. */
  "block-asked",
  /** Money was blocked on an account, for five working days. */
  "block",
  /** A bank refused or suspended a payment. */
  "refusal",
  /** Property was urgently restricted, for ten days. */
  "restriction",
  /** A notice sanctioned by the prosecutor was sent. */
  "notice",
  /** Blocked money was returned to the victim. */
  "return",
  /** A lender was asked to suspend the victim's loan. */
  "loan-asked",
  /** Collection and interest of the victim's loan are suspended. */
  "loan-suspended",
  /** A fraudulent loan was not paid out. */
  "loan-stopped",
  "arrest",
  /** Security for a claim. */
  "security",
  /** A person or an account was entered in the centre's base. */
  "base-entry",
  /** A site or post was blocked. */
  "site",
  /** A criminal fact, by article. */
  "fact",
  "prevention",
]);
export type MeasureKind = z.infer<typeof measureKind>;

/** Kinds whose term is counted in working days. */
export const IN_WORKING_DAYS: ReadonlySet<MeasureKind> = new Set(["block", "block-asked"]);

/** The kind of a prepared letter once a person said that it was sent: it is the same letter. */
export function sentKind(kind: MeasureKind): MeasureKind {
  return measureKind.parse(kind.replace(/-prepared$/, ""));
}

/**
 * The program made this letter, and nobody said yet that it was sent: under which number, on which
 * day.
 */
export function isUnsent({ kind }: Pick<MeasureFields, "kind">): boolean {
  return sentKind(kind) !== kind;
}

/**
 * Letters are counted and not added up: a demand and a motion ask for the same money, and a letter
 * that nobody sent asks for none.
 */
export function hasSums(kind: MeasureKind): boolean {
  return sentKind(kind) === kind && kind !== "letter";
}

export const preventionForm = z.enum([
  "messages",
  "brochures",
  "posts",
  "meetings",
  "billboards",
  /** People whom the outreach robot reached. */
  "robot",
]);

/** Where the criminal case about a fact stands. */
export const factStage = z.enum(["investigated", "in-court", "convicted"]);

/** null and the empty text are the same: nobody wrote it down. */
export const written = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .default(null)
    .transform((text) => text || null);

const person = z.object({
  name: z.string().trim().min(1).max(200).meta({ personal: "name" }),
  iin: written(12).meta({ personal: "iin" }),
});

/** A letter to a bank is about as many claims as one archive of papers holds. */
const MOST_PERSONS = 500;
const MOST_REPORTS = 2_000;

/** A measure as it is written down; everything but kind and day may be absent. */
export const measureFields = z.object({
  kind: measureKind,
  day: dayText,
  /** Minor units. */
  amount: givenAmount.nullable().default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("KZT"),
  /** How many, where the entry is about several: brochures, posts. null = one. */
  count: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
  form: preventionForm.nullable().default(null),
  stage: factStage.nullable().default(null),
  /** Of the Criminal Code, "232-1". */
  article: written(40),
  /** Of a site or post. */
  address: written(2_000),
  persons: z.array(person).max(MOST_PERSONS).default([]),
  account: written(60),
  bank: written(200),
  case: written(40),
  claim: written(40),
  /** The stolen transfer whose money it is. */
  transfer: written(200),
  /** The block (id of a measure) that a return is from. */
  block: written(40),
  /** Crime reports that the site led to, or that the measure answers. */
  reports: z.array(z.string().trim().min(1).max(100)).max(MOST_REPORTS).default([]),
  /** Number of the paper. */
  paper: written(200).transform((number) => (number === null ? null : cleanNumber(number) || null)),
  /**
   * Number and day of the sanction: the prosecutor's, of a restriction the judge's. A notice without
   * its day is not sanctioned.
   */
  sanction: written(200),
  sanctionDay: dayText.nullable().default(null),
  /** Name of the paper's file. */
  file: written(300),
  district: written(100),
  note: written(2_000),
  /** The last day on which it holds or is to be answered. */
  due: dayText.nullable().default(null),
});
export type MeasureFields = z.output<typeof measureFields>;
export type MeasureWanted = z.input<typeof measureFields>;

export const measure = measureFields.extend({
  id: z.string(),
  version,
  /** When it was written down as it is now, and by whom. */
  at: instant,
  by: z.string(),
  /** The table it was imported from. */
  source: z.object({ file: z.string(), row: z.number().int() }).nullable(),
  /** Of a block: what was returned of it, minor units. */
  returned: amountText.nullable(),
  /** The district in whose summary it counts: its own, its block's or that of a case. */
  summaryDistrict: z.string().nullable(),
  /**
   * A block or return that belongs to no loss: it names neither transfer nor claim, or a transfer
   * that nobody calls stolen any more, or that is no longer loaded.
   */
  withoutLoss: z.boolean(),
  /** Where the entry is a letter that the program made. */
  letter: letterFacts.nullable(),
  /** A measure entered by mistake does not count. */
  cancelled: z.object({ reason: z.string(), at: instant, by: z.string() }).nullable(),
});
export type Measure = z.output<typeof measure>;

/** A state before a correction. */
const earlier = measureFields.extend({
  until: instant,
  by: z.string(),
  reason: z.string(),
  letter: letterFacts.nullable(),
});

const SANCTIONED: readonly MeasureKind[] = ["notice", "block-asked", "restriction"];

/** Kinds that a prosecutor sanctions, or, of a restriction, a judge once it was made. */
export function isSanctioned(kind: MeasureKind): boolean {
  return SANCTIONED.includes(sentKind(kind));
}

/** The entries of a filter. Sums of different kinds are never added to each other. */
export const measureTotals = z.object({
  /** All entries, those struck out included. */
  rows: z.number().int(),
  /** Entries struck out: they stand in the register and do not count. */
  struck: z.number().int(),
  /** Blocks and returns among them that belong to no claim and no transfer: of no loss. */
  unjoined: z.number().int(),
  /** The entries that count, by kind, in the order of the kinds. */
  kinds: z.array(
    z.object({
      kind: measureKind,
      rows: z.number().int(),
      /** Their counts together: an entry about 500 brochures counts 500. */
      items: z.number().int(),
      sums: z.array(money),
    }),
  ),
});

const MOST_ROWS = 500;

export const measureFilter = z.object({
  kind: measureKind.optional(),
  form: preventionForm.optional(),
  stage: factStage.optional(),
  /** Both days included. */
  from: dayText.optional(),
  until: dayText.optional(),
  district: z.string().max(100).optional(),
  case: z.string().max(40).optional(),
  claim: z.string().max(40).optional(),
  /** Only blocks and returns that belong to no claim and no transfer: a person joins them. */
  unjoined: z.literal("yes").optional(),
  /** Only those with the day of a sanction of the prosecutor. */
  sanctioned: z.literal("yes").optional(),
  /** Words that all stand in the entry: names, numbers, addresses. */
  search: z.string().max(200).optional(),
});
export type MeasureFilter = z.output<typeof measureFilter>;

const registerPage = z.object({
  rows: z.array(measure),
  /** Where the next page begins; null = this is the last. */
  next: z.string().nullable(),
  /** Of all rows of the filter; only on the first page. */
  totals: measureTotals.nullable(),
});

const reason = z.string().trim().max(2_000);

export const measures = {
  list: endpoint({
    name: "measures",
    method: "GET",
    path: "/measures",
    summary: "The register of measures, the newest day first; a page begins after a key",
    access: "user",
    about: "own",
    query: measureFilter.omit({ search: true }).extend({
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(100),
    }),
    answer: registerPage,
  }),
  search: endpoint({
    name: "searchMeasures",
    method: "POST",
    path: "/measures/search",
    summary: "The same, also by words: they may name a person, and stand in no address",
    access: "user",
    about: "own",
    body: measureFilter.extend({
      after: z.string().max(40).optional(),
      limit: z.number().int().min(1).max(MOST_ROWS).default(100),
    }),
    answer: registerPage,
  }),
  districts: endpoint({
    name: "measureDistricts",
    method: "GET",
    path: "/measures/districts",
    summary: "Districts that stand in the register or at a case",
    access: "user",
    about: "nobody",
    answer: z.object({ districts: z.array(z.string()) }),
  }),
  losses: endpoint({
    name: "measureLosses",
    method: "GET",
    path: "/measures/losses",
    summary: "Stolen transfers that a block may be of: to an account, of crime reports or a claim",
    access: MAY.keepMeasures,
    about: "own",
    query: z.object({
      account: z.string().max(60).optional(),
      /** Numbers of crime reports, separated by commas. */
      reports: z.string().max(20_000).optional(),
      claim: z.string().max(40).optional(),
    }),
    answer: z.object({
      transfers: z.array(
        z.object({
          id: z.string(),
          at: instant,
          /** The sum stolen by it, and the part that is neither blocked nor back; minor units. */
          amount: amountText,
          left: amountText,
          currency: z.string(),
          payer: personal("name").nullable(),
          from: personal("key"),
          account: personal("key"),
        }),
      ),
    }),
  }),
  one: endpoint({
    name: "measure",
    method: "GET",
    path: "/measures/:id",
    summary: "A measure with what stood there before its corrections, the newest first",
    access: "user",
    about: "own",
    params: z.object({ id: z.string() }),
    answer: z.object({ measure, history: z.array(earlier) }),
  }),
  record: endpoint({
    name: "recordMeasure",
    method: "POST",
    path: "/measures",
    summary: "Write down a measure",
    access: MAY.keepMeasures,
    about: "own",
    body: measureFields,
    answer: measure,
  }),
  correct: endpoint({
    name: "correctMeasure",
    method: "POST",
    path: "/measures/:id/corrected",
    summary: "Correct a measure with a reason; what stood there before is kept",
    access: MAY.keepMeasures,
    about: "own",
    params: z.object({ id: z.string() }),
    body: z.object({
      version,
      reason,
      fields: measureFields,
      /** A person knows that another letter has its number. */
      again: z.boolean().optional(),
    }),
    answer: measure,
  }),
  sent: endpoint({
    name: "measureSent",
    method: "POST",
    path: "/measures/:id/sent",
    summary: "Say that a prepared letter was sent: its number, the day and the way",
    access: MAY.keepMeasures,
    about: "own",
    params: z.object({ id: z.string() }),
    body: z.object({
      version,
      day: dayText,
      /** Number of the outgoing letter. */
      paper: z.string().overwrite(cleanNumber).min(1).max(200),
      how: written(300),
      /** Of the prosecutor's sanction; not given = as the entry has it. */
      sanction: written(200).optional(),
      sanctionDay: dayText.nullish(),
      /** A person knows that another letter of the year has this number. */
      again: z.boolean().default(false),
      /** A person knows that it asks for more than it would if it were made today. */
      outdated: z.boolean().default(false),
      /** The last day for the answer; not given = as the letter has it. */
      due: dayText.optional(),
    }),
    answer: measure,
  }),
  cancel: endpoint({
    name: "cancelMeasure",
    method: "POST",
    path: "/measures/:id/cancelled",
    summary: "Strike out a measure that was entered by mistake, with the reason",
    access: MAY.keepMeasures,
    about: "own",
    params: z.object({ id: z.string() }),
    body: z.object({ version, reason }),
    answer: measure,
  }),
} as const;
