import { z } from "zod";
import { amountText, dayText, endpoint, instant, money } from "./endpoint.ts";
import { transferRow } from "./exploring.ts";
import { foundValue } from "./found-values.ts";
import { letterKind } from "./letter-facts.ts";
import { measureKind } from "./measures.ts";
import { news } from "./news.ts";
import { paperFormat, paperLanguage } from "./papers.ts";
import { personal } from "./personal.ts";
import { candidate, surePair } from "./report-candidates.ts";
import { correctedSum, reportCorrections } from "./report-corrections.ts";
import { described, person, reportEntry } from "./report-entry.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * The first hour: a crime report comes in, where its money is now, and the letters to the banks.
 */

/** As many characters of a pasted text as are read. */
export const LONGEST_TEXT = 20_000;

const link = z.object({
  transferId: z.string(),
  same: z.boolean(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  /** Earlier decisions about the same two, the oldest first. */
  earlier: z.array(
    z.object({ same: z.boolean(), reason: z.string(), by: z.string(), at: instant }),
  ),
});

const reportedTransfer = described.extend({
  /** Names it in decisions. */
  key: z.string(),
  /** People's decisions that a transfer of the data is it, or is not. */
  links: z.array(link),
  /** Transfers of the data that may be it; empty once one was accepted. */
  candidates: z.array(candidate),
});

/** A described transfer, and the one of the data that it is. */
const sure = z.object({ key: z.string(), transferId: z.string() });

/** An account where the victim's money is, or was when its statement ended. */
const place = z.object({
  /** Where the victim knows none: the phone or the person paid. */
  account: z.string(),
  /** Phones that the victim names beside the card or account. */
  phone: personal("phone").nullable(),
  holder: personal("name").nullable(),
  bank: z.string().nullable(),
  currency: z.string(),
  /** Still there at the end of what is known of the account. */
  held: amountText,
  /** Came there, and nothing shows what happened next. */
  beyondData: amountText,
  /** The lowest and the highest figure of `held` over the rules of tracing. */
  heldLeast: amountText,
  heldMost: amountText,
  /** The last moment the account is known for; null = no statement of it is held. */
  knownUntil: instant.nullable(),
  /** Single rows of the account are known until then, beyond its statement. null = none are. */
  partlyUntil: instant.nullable(),
  cameAt: instant.nullable(),
  /** `cameAt` is a day without a clock. */
  dayOnly: z.boolean(),
  /** The part of `beyondData` that only the victim speaks of: no bank has confirmed it yet. */
  reported: amountText,
  /**
   * The part of `reported` that the account's statement does not show, though it covers the time
   * that the victim names: day, account and sum are to be asked of the victim again.
   */
  notThere: amountText,
});
export type Place = z.infer<typeof place>;

const bankPlaces = z.object({
  /** Three digits, the name as written, or null = not known. */
  bank: z.string().nullable(),
  places: z.array(place),
  /** Statements to ask this bank for. */
  statements: z.array(z.object({ account: z.string(), from: instant, until: instant.nullable() })),
});
export type BankPlaces = z.infer<typeof bankPlaces>;

/**
 * Where money left the banks: cash, shops, exchanges, abroad; or an account where tracing stops.
 */
const exit = z.object({
  kind: z.string(),
  /** Of an account where tracing stops: a shop, an exchange. null = the bank says no more. */
  account: z.string().nullable(),
  name: z.string().nullable(),
  bank: z.string().nullable(),
  currency: z.string(),
  amount: amountText,
  /** When the first of it came there. */
  at: instant.nullable(),
});
export type Exit = z.infer<typeof exit>;

/** A measure with its last day, as Today and the page of a report list it. */
const deadline = z.object({
  id: z.string(),
  kind: measureKind,
  bank: z.string().nullable(),
  /** Minor units; null = the measure has no sum. */
  amount: amountText.nullable(),
  currency: z.string().nullable(),
  day: dayText,
  due: dayText.nullable(),
  /** Days until the last one; below zero = it is past. null = it has none. */
  daysLeft: z.number().int().nullable(),
  /** The same in working days, for what holds for working days; never below zero. */
  workingDaysLeft: z.number().int().nullable(),
  case: z.string().nullable(),
  claim: z.string().nullable(),
  report: z.string().nullable(),
  version,
  /** Where the measure is a letter of the program. */
  letter: letterKind.nullable(),
  /** The program made this letter, and nobody said yet that it was sent. */
  unsent: z.boolean(),
  /** A letter that was made before its report was corrected. */
  outdated: z.boolean(),
});
export type Deadline = z.infer<typeof deadline>;

/** The letters of the first hour. */
export const urgentKind = z.enum(["incident", "block", "restriction", "return", "loan"]);
export type UrgentKind = z.infer<typeof urgentKind>;

/** Described transfers of several reports, confirmed with one reason. */
const confirmed = z.object({
  pairs: z
    .array(sure.extend({ report: z.string() }))
    .min(1)
    .max(2_000),
  reason: z.string().trim().min(1).max(2_000),
});

const oneReport = z.object({ id: z.string() });

export const reports = {
  ...reportCorrections,
  readText: endpoint({
    name: "readReportText",
    method: "POST",
    path: "/reports/text",
    summary: "What a pasted text says: amounts, times, accounts, phones, people; nothing is kept",
    access: MAY.load,
    about: "nobody",
    body: z.object({ text: z.string().max(LONGEST_TEXT) }),
    answer: z.object({ found: z.array(foundValue) }),
  }),
  candidates: endpoint({
    name: "reportCandidates",
    method: "POST",
    path: "/reports/candidates",
    summary: "Transfers of the data that a description fits, the best first, with the grounds",
    access: MAY.load,
    about: "data",
    body: z.object({ victim: person, stolen: described }),
    answer: z.object({ candidates: z.array(candidate) }),
  }),
  enter: endpoint({
    name: "enterReport",
    method: "POST",
    path: "/reports",
    summary: "Enter a crime report; it is kept as a loaded table of one report",
    access: MAY.load,
    about: "data",
    body: reportEntry,
    answer: z.object({ id: z.string() }),
  }),
  one: endpoint({
    name: "report",
    method: "GET",
    path: "/reports/:id",
    summary: "A crime report: who, what was stolen, what of it was found in the data",
    access: "user",
    about: "report",
    params: oneReport,
    answer: z.object({
      id: z.string(),
      reportedAt: instant.nullable(),
      lure: z.string().nullable(),
      victim: z.object({
        name: personal("name").nullable(),
        iin: personal("iin").nullable(),
        accounts: z.array(z.string()),
      }),
      /** Stolen transfers that are in the data. */
      transfers: z.array(transferRow),
      /** Those that only the victim describes so far. */
      reported: z.array(reportedTransfer),
      /** Described transfers that agree in everything with one of the data, and with no other. */
      sure: z.array(sure),
      /** Earlier sums of its transfers, which a later table corrected. */
      corrected: z.array(correctedSum),
      /** Measures that answer it: first what nobody sent yet, by its day; then the newest. */
      measures: z.array(deadline),
      /** Open cases it belongs to. */
      cases: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  }),
  link: endpoint({
    name: "linkReport",
    method: "POST",
    path: "/reports/:id/links",
    summary: "Say whether a transfer of the data is the one that the report describes",
    access: MAY.load,
    about: "report",
    params: oneReport,
    body: z.object({
      key: z.string(),
      transferId: z.string(),
      /** null = an earlier decision is taken back, and the transfer is proposed again. */
      same: z.boolean().nullable(),
      reason: z.string().trim().min(1).max(2_000),
      /** The last decision that the person saw; null = there was none. */
      seen: z.boolean().nullable(),
    }),
    answer: z.object({}),
  }),
  linkAll: endpoint({
    name: "linkReportAll",
    method: "POST",
    path: "/reports/:id/links/all",
    summary: "Say of several described transfers at once which ones of the data they are",
    access: MAY.load,
    about: "report",
    params: oneReport,
    body: z.object({
      pairs: z.array(sure).min(1).max(500),
      reason: z.string().trim().min(1).max(2_000),
    }),
    answer: z.object({}),
  }),
  sureOfCase: endpoint({
    name: "sureOfCase",
    method: "GET",
    path: "/cases/:id/sure-transfers",
    summary:
      "Described transfers of the reports of a case that agree with one of the data in sum, day and both accounts",
    access: "user",
    about: "case",
    params: oneReport,
    answer: z.object({ pairs: z.array(surePair) }),
  }),
  linkCase: endpoint({
    name: "linkReportsOfCase",
    method: "POST",
    path: "/cases/:id/sure-transfers",
    summary:
      "Say of described transfers of a case's reports at once which ones of the data they are",
    access: MAY.load,
    about: "case",
    params: oneReport,
    body: confirmed,
    answer: z.object({}),
  }),
  linkSure: endpoint({
    name: "linkSureTransfers",
    method: "POST",
    path: "/sure-transfers",
    summary: "Say of described transfers of any reports at once which ones of the data they are",
    access: MAY.load,
    about: "own",
    body: confirmed,
    answer: z.object({}),
  }),
  standing: endpoint({
    name: "reportStanding",
    method: "GET",
    path: "/reports/:id/standing",
    summary:
      "Where the money of a report is now, the largest sum first, and what to ask which bank",
    access: "user",
    about: "report",
    params: oneReport,
    answer: z.object({
      sums: z.array(
        z.object({
          currency: z.string(),
          stolen: amountText,
          held: amountText,
          beyondData: amountText,
          exited: amountText,
          /** Stolen, less what came back by any way: on the victim's accounts, or returned. */
          outstanding: amountText,
        }),
      ),
      banks: z.array(bankPlaces),
      /** Where the money left the banks, the largest sum first. */
      exits: z.array(exit),
    }),
  }),
  papers: endpoint({
    name: "urgentPapers",
    method: "POST",
    path: "/reports/:id/papers",
    summary: "The letters of the first hour, a folder for each bank, as one ZIP",
    access: MAY.workOnCases,
    about: "report",
    params: oneReport,
    body: z.object({
      kinds: z.array(urgentKind).min(1),
      language: paperLanguage.default("ru"),
      formats: z.array(paperFormat).min(1).default(["docx"]),
      /** Banks to write to, as `standing` names them; empty = all of them. */
      banks: z.array(z.string()).max(100).default([]),
      /** The lender of the victim's loan, its contract: only the letter about the loan has them. */
      lender: z.string().trim().max(200).nullable().default(null),
      loan: z.string().trim().max(200).nullable().default(null),
      /** Day and sum of that contract, where `loan` is only its number. */
      loanDay: dayText.nullable().default(null),
      loanSum: money.nullable().default(null),
      /** Number of the criminal case in the unified register; null = a blank. */
      erdr: z.string().trim().max(60).nullable().default(null),
      /** The day of the letters, from which the terms run. */
      day: dayText.optional(),
    }),
    answer: z.unknown(),
    media: "application/zip",
  }),
  sentLetter: endpoint({
    name: "sentLetter",
    method: "GET",
    path: "/reports/:id/letters/:letter",
    summary: "A letter of the first hour as it was sent, with its number and day",
    access: "user",
    about: "report",
    params: oneReport.extend({ letter: z.string() }),
    query: z.object({
      /** Not given = the one it was made in first. */
      language: paperLanguage.optional(),
      format: paperFormat.default("pdf"),
    }),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  deadlines: endpoint({
    name: "deadlines",
    method: "GET",
    path: "/deadlines",
    summary:
      "Measures by their last day, the nearest first: of one case all, else those of these weeks",
    access: "user",
    about: "own",
    query: z.object({ case: z.string().max(40).optional() }),
    answer: z.object({ deadlines: z.array(deadline) }),
  }),
  news: endpoint({
    name: "news",
    method: "GET",
    path: "/news",
    summary:
      "What the files of the last two weeks say of older reports, open cases, requests and what the person watches",
    access: "user",
    about: "own",
    answer: news,
  }),
  template: endpoint({
    name: "urgentTemplate",
    method: "GET",
    path: "/reports/papers/template",
    summary:
      "The text of a letter with its fields, to be edited by the office (docs/first-hour.md)",
    access: "user",
    about: "nobody",
    query: z.object({ kind: urgentKind, language: paperLanguage.default("ru") }),
    answer: z.unknown(),
    media: "text/plain",
  }),
} as const;
