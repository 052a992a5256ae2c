import { z } from "zod";
import { saysSomething } from "./clean-text.ts";
import { documentLanguage } from "./document-language.ts";
import { endpoint, instant, offset } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";

/**
 * Both logs, for the auditor and the head: what was done (the chain of entries), and who looked at
 * whom. Asking for a person is a look itself.
 */

/** More rows than a person reads in a spreadsheet; a narrower filter gives the rest. */
export const MOST_LOGGED = 100_000;
const MOST_OF_A_PAGE = 500;

const word = z.string().trim().min(1).max(200);
const inAddress = z.coerce.number().pipe(instant);

const entryFilter = z.object({
  /** The beginning of a login, in either case; "root" also finds "root (command line)". */
  who: word.optional(),
  /** The act as one word: "sign-in", "load". */
  what: word.optional(),
  /** The number of a case, or the id of what it was done to. */
  target: word.optional(),
  /** From this instant on, and before that one. */
  from: inAddress.optional(),
  until: inAddress.optional(),
});

const logEntry = z.object({
  seq: z.number().int(),
  at: z.number(),
  who: z.string(),
  what: z.string(),
  target: z.string(),
  /** JSON as it is hashed. */
  details: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;

const lookFilter = z.object({
  /**
   * An IIN, a BIN, the number of an account, or a searched word; of a person all accounts count.
   */
  whom: word.optional(),
  who: word.optional(),
  what: word.optional(),
  inCase: word.optional(),
  from: instant.optional(),
  until: instant.optional(),
});
export type LookFilter = z.infer<typeof lookFilter>;

const look = z.object({
  at: z.number(),
  who: z.string(),
  /** The question by its name in the contract. */
  what: z.string(),
  case: z.string().nullable(),
  /** The ground that the person gave. */
  why: z.string().nullable(),
  /** The script that asked in the person's name. */
  token: z.string().nullable(),
});
export type LoggedLook = z.infer<typeof look>;

const page = z.number().int().min(1).max(MOST_OF_A_PAGE).default(100);
const language = documentLanguage.default("ru");

export const auditLog = {
  entries: endpoint({
    name: "logEntries",
    method: "GET",
    path: "/log/entries",
    summary: "What was done: by whom, what, to what, when; the newest first",
    access: MAY.readLog,
    about: "nobody",
    query: entryFilter.extend({
      /** Entries before this number; what a page answers as `next`. */
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(MOST_OF_A_PAGE).default(100),
    }),
    answer: z.object({ entries: z.array(logEntry), next: z.number().int().nullable() }),
  }),
  entriesFile: endpoint({
    name: "logEntriesFile",
    method: "GET",
    path: "/log/entries.csv",
    summary: "The same as a table, with the hashes that chain the entries",
    access: MAY.readLog,
    about: "nobody",
    query: entryFilter.extend({ language }),
    answer: z.unknown(),
    media: "text/csv",
  }),
  looks: endpoint({
    name: "searchLooks",
    method: "POST",
    path: "/log/looks",
    summary: "Who looked at data of people, or of one person, when and on what ground",
    access: MAY.readLog,
    about: "nobody",
    body: lookFilter.extend({ offset, limit: page }),
    answer: z.object({ looks: z.array(look), total: z.number().int() }),
  }),
  looksFile: endpoint({
    name: "searchLooksFile",
    method: "POST",
    path: "/log/looks.csv",
    summary: "The same as a table",
    access: MAY.readLog,
    about: "nobody",
    body: lookFilter.extend({ language }),
    answer: z.unknown(),
    media: "text/csv",
  }),
  personHeld: endpoint({
    name: "personHeld",
    method: "POST",
    path: "/log/person",
    summary:
      "All that is held about a person, as a ZIP of JSON and CSV, with a reason; it is an entry of the log",
    access: MAY.readLog,
    about: "nobody",
    body: z.object({
      /** An IIN, a BIN, or the number of an account. */
      whom: word,
      /** The request of the person, by its number or in a sentence. */
      reason: z.string().trim().max(300).refine(saysSomething),
      language,
    }),
    answer: z.unknown(),
    media: "application/zip",
  }),
} as const;
