import { z } from "zod";
import { saysSomething } from "./clean-text.ts";
import { documentLanguage } from "./document-language.ts";
import { endpoint } from "./endpoint.ts";
import { personal } from "./personal.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * Loading bank dumps: uploads, recognition, mapping, sources, days held, pairs of rows that may be
 * one transfer.
 */

/** "withdrawing" is on its way out; "failed" was cut off while it was loaded and is out again. */
export const sourceState = z.enum(["loading", "loaded", "withdrawing", "withdrawn", "failed"]);

const provenanceText = z.string().trim().max(300).nullable();
/** How a file came to the office. */
const provenance = {
  /** Number of the request the file answers. */
  requestNumber: provenanceText,
  /** Day of the request, YYYY-MM-DD. */
  requestDate: provenanceText,
  /** Who sanctioned the request. */
  sanctionedBy: provenanceText,
  /** Who handed the file over. */
  handedBy: provenanceText,
};
export type Provenance = z.infer<z.ZodObject<typeof provenance>>;

/** One loaded file. */
export const source = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.string(),
  kind: z.string(),
  bytes: z.number(),
  loadedAt: z.number(),
  loadedBy: z.string(),
  state: sourceState,
  read: z.number(),
  loaded: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  warnings: z.number(),
  /** Set once the file is taken out; a reason may be missing where an older version did it. */
  withdrawnAt: z.number().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  version,
  ...provenance,
});
export type Source = z.infer<typeof source>;

/** A warning of the readers, a refusal ("refused:" and its code) or a problem with a file. */
const warning = z.object({
  code: z.string(),
  /** The first column it was seen in. */
  column: z.string().nullable(),
  /**
   * English, of a refusal or a problem that names values; null where contract/texts says it all.
   */
  message: z.string().nullable(),
  count: z.number(),
});
/** The verdict of a printed statement's own figures on the rows read; "none": it gives none. */
const proof = z.object({
  /** Opening + rows = closing. */
  balances: z.enum(["proved", "differs", "none"]),
  /** Rows of each kind = the total printed for it. */
  totals: z.enum(["proved", "differs", "none"]),
  /** How many totals were compared. */
  compared: z.number(),
  /** Some rows may not be carried out yet. */
  maybePending: z.boolean(),
});
export type StatementProof = z.infer<typeof proof>;
const recognised = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  format: z.string(),
  kind: z.string(),
  account: z.string().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  rows: z.number().nullable(),
  warnings: z.array(warning),
  /** Null where the format leaves no doubt how its rows are read. */
  proof: proof.nullable(),
  ready: z.boolean(),
  alreadyLoaded: z.boolean(),
});
export type Recognised = z.infer<typeof recognised>;
/** An uploaded file that nobody loaded or dropped yet. */
const waitingUpload = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  /** Its load was begun and cut off, for example by a power cut. */
  cutOff: z.boolean(),
});
export type WaitingUpload = z.infer<typeof waitingUpload>;
const previewColumn = z.object({
  name: z.string(),
  meaning: z.string().nullable(),
  quality: z.number(),
  example: z.string(),
});
const preview = z.object({
  columns: z.array(previewColumn),
  meanings: z.array(z.string()),
  rows: z.array(
    z.object({
      row: z.number(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      amount: z.string().nullable(),
      currency: z.string().nullable(),
      bookedAt: z.number().nullable(),
      purpose: personal("text").nullable(),
      problem: z.string().nullable(),
      /** The refusal's code, for words in the reader's language. */
      problemCode: z.string().nullable(),
    }),
  ),
});
export type Preview = z.infer<typeof preview>;
const span = z.object({
  from: z.number(),
  to: z.number(),
  state: z.enum(["proved", "differs", "unknown"]),
  difference: z.string().nullable(),
});
const gridRow = z.object({
  account: z.string(),
  holderName: personal("name").nullable(),
  bank: z.string().nullable(),
  currency: z.string(),
  spans: z.array(span),
  gaps: z.array(z.object({ from: z.number(), to: z.number() })),
});
export type GridRow = z.infer<typeof gridRow>;
const pairState = z.enum(["suggested", "accepted", "rejected"]);
const pairSide = z.object({
  transferId: z.string(),
  bookedAt: z.number(),
  /** The source gives a day without a time. */
  dayOnly: z.boolean(),
  from: z.string(),
  fromName: personal("name").nullable(),
  to: z.string(),
  toName: personal("name").nullable(),
  amount: z.string(),
  currency: z.string(),
  documentNumber: z.string().nullable(),
  purpose: personal("text").nullable(),
  sourceName: z.string(),
  row: z.number(),
});
const pair = z.object({
  id: z.string(),
  state: pairState,
  /**
   * "days-apart:3", "other-time", "masked", "corrected" (two statements of one account; the file
   * loaded later counts if they are one).
   */
  why: z.string(),
  left: pairSide,
  right: pairSide,
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().nullable(),
});
export type Pair = z.infer<typeof pair>;
export const loading = {
  upload: endpoint({
    name: "upload",
    method: "PUT",
    path: "/loading/uploads",
    summary: "Stream one file to the server; answers what it was recognised as",
    access: MAY.load,
    about: "data",
    query: z.object({ name: z.string() }),
    answer: recognised,
  }),
  waiting: endpoint({
    name: "waitingUploads",
    method: "GET",
    path: "/loading/uploads",
    summary: "Your uploaded files that are neither loaded nor dropped; none that is being loaded",
    access: MAY.load,
    about: "data",
    answer: z.object({ uploads: z.array(waitingUpload) }),
  }),
  recognise: endpoint({
    name: "recogniseUpload",
    method: "POST",
    path: "/loading/uploads/:id/recognise",
    summary: "What a waiting upload is recognised as",
    access: MAY.load,
    about: "data",
    params: z.object({ id: z.string() }),
    answer: recognised,
  }),
  forget: endpoint({
    name: "forgetUpload",
    method: "DELETE",
    path: "/loading/uploads/:id",
    summary: "Drop an uploaded file that was not loaded",
    access: MAY.load,
    about: "data",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
  }),
  preview: endpoint({
    name: "preview",
    method: "POST",
    path: "/loading/uploads/:id/preview",
    summary: "The first rows as they would be understood with a mapping",
    access: MAY.load,
    about: "data",
    params: z.object({ id: z.string() }),
    body: z.object({ mapping: z.record(z.string(), z.string()).optional() }),
    answer: preview,
  }),
  load: endpoint({
    name: "load",
    method: "POST",
    path: "/loading/uploads/:id/load",
    summary: "Load an uploaded file as a job",
    access: MAY.load,
    about: "data",
    params: z.object({ id: z.string() }),
    body: z.object({
      mapping: z.record(z.string(), z.string()).optional(),
      saveAs: z.string().optional(),
      provenance: z.object(provenance).partial().optional(),
      /** Crime reports of the file correct the sums of those loaded before. */
      corrects: z.boolean().optional(),
    }),
    answer: z.object({ jobId: z.string() }),
  }),
  sources: endpoint({
    name: "sources",
    method: "GET",
    path: "/loading/sources",
    summary: "Loaded files, newest first",
    access: "user",
    about: "data",
    answer: z.object({ sources: z.array(source) }),
  }),
  describe: endpoint({
    name: "describeSource",
    method: "PATCH",
    path: "/loading/sources/:id",
    summary:
      "Say of a loaded file which request it answers, who sanctioned it and who handed it over; earlier words are kept",
    access: MAY.load,
    about: "data",
    params: z.object({ id: z.string() }),
    body: z.object({ version, ...provenance }),
    answer: source,
  }),
  withdraw: endpoint({
    name: "withdraw",
    method: "POST",
    path: "/loading/sources/:id/withdraw",
    summary:
      "Take a loaded file back out, whole, with a reason; what another source also says stays",
    access: MAY.withdraw,
    about: "data",
    params: z.object({ id: z.string() }),
    body: z.object({ reason: z.string().trim().max(500).refine(saysSomething) }),
    answer: z.unknown(),
  }),
  refused: endpoint({
    name: "refusedRows",
    method: "GET",
    path: "/loading/sources/:id/refused",
    summary: "The refused rows of a file, in its layout, with reason and remedy",
    access: "user",
    about: "data",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
    media: "text/csv",
  }),
  warned: endpoint({
    name: "warnedRows",
    method: "GET",
    path: "/loading/sources/:id/warnings",
    summary: "The warnings of a file: row, field, value, and what was done",
    access: "user",
    about: "data",
    params: z.object({ id: z.string() }),
    answer: z.unknown(),
    media: "text/csv",
  }),
  grid: endpoint({
    name: "grid",
    method: "GET",
    path: "/loading/grid",
    summary: "Days held per account, proved where opening + in − out = closing, and gaps",
    access: "user",
    about: "data",
    answer: z.object({ rows: z.array(gridRow) }),
  }),
  gridFile: endpoint({
    name: "gridFile",
    method: "GET",
    path: "/loading/grid.csv",
    summary: "The same as a table: one line a span or gap of an account's time",
    access: "user",
    about: "data",
    query: z.object({ language: documentLanguage.default("ru") }),
    answer: z.unknown(),
    media: "text/csv",
  }),
  pairs: endpoint({
    name: "pairs",
    method: "GET",
    path: "/loading/pairs",
    summary: "Transfers that two sources may both tell of",
    access: "user",
    about: "data",
    query: z.object({ state: pairState.default("suggested") }),
    answer: z.object({ total: z.number(), pairs: z.array(pair) }),
  }),
  decidePair: endpoint({
    name: "decidePair",
    method: "POST",
    path: "/loading/pairs/:id",
    summary: "Decide whether two rows are one transfer",
    access: MAY.load,
    about: "data",
    params: z.object({ id: z.string() }),
    body: z.object({
      /** The state of the pair that the person saw; another one by now is a 409. */
      seen: pairState,
      same: z.boolean(),
      reason: z.string(),
    }),
    answer: z.unknown(),
  }),
} as const;
