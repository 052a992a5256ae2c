import { z } from "zod";
import { documentLanguage } from "./document-language.ts";
import { endpoint } from "./endpoint.ts";
import { measureKind } from "./measures.ts";
import { MAY } from "./user-roles.ts";

/** Tables of measures: uploaded, their columns mapped, taken into the register. */

const column = z.object({
  name: z.string(),
  /** null = the column is not taken in. */
  meaning: z.string().nullable(),
  /** 0..1 */
  quality: z.number(),
  example: z.string(),
});

const recognised = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  rows: z.number().int(),
  columns: z.array(column),
  meanings: z.array(z.string()),
  /** Name of the saved mapping that was used; null where the columns are proposed. */
  mapping: z.string().nullable(),
  /** Headings that were not understood. */
  notUnderstood: z.array(z.string()),
  /** Columns that are missing for the rows to be understood. */
  missing: z.enum(["day", "kind"]).nullable(),
});
export type RecognisedMeasures = z.infer<typeof recognised>;

const result = z.object({
  file: z.string(),
  sha256: z.string(),
  /** read = loaded + duplicates + rejected. */
  read: z.number().int(),
  loaded: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  /** New blocks and returns that belong to no claim and no transfer: of no loss. */
  unjoined: z.number().int(),
  /** Headings of columns that were not taken in: nobody said what they mean. */
  leftOut: z.array(z.string()),
  /** There is a file of refused rows. */
  refused: z.boolean(),
});
export type MeasureImport = z.infer<typeof result>;

const mapped = z.object({
  /** Column name → meaning, "" = leave out; columns that are not named keep the proposal. */
  mapping: z.record(z.string(), z.string()).default({}),
  /** All rows without a kind of their own are of this kind. */
  kind: measureKind.optional(),
  district: z.string().trim().max(100).optional(),
});

export const measuresImport = {
  upload: endpoint({
    name: "uploadMeasures",
    method: "PUT",
    path: "/measures/imports",
    summary: "Stream a table of measures to the server; answers what its columns may mean",
    access: MAY.keepMeasures,
    about: "data",
    query: z.object({ name: z.string() }),
    answer: recognised,
  }),
  load: endpoint({
    name: "importMeasures",
    method: "POST",
    path: "/measures/imports/:id/load",
    summary: "Take an uploaded table into the register; a dry run only counts",
    access: MAY.keepMeasures,
    about: "data",
    params: z.object({ id: z.string() }),
    body: mapped.extend({
      dryRun: z.boolean().default(false),
      /** Of the reasons and remedies beside refused rows. */
      language: documentLanguage.default("ru"),
      /** Save the mapping under this name, for tables with the same heading. */
      saveAs: z.string().trim().min(1).max(80).optional(),
    }),
    answer: result,
  }),
  refused: endpoint({
    name: "refusedMeasures",
    method: "GET",
    path: "/measures/refused/:sha256",
    summary: "The refused rows of a table, in its layout, with reason and remedy",
    access: "user",
    about: "data",
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: z.unknown(),
    media: "text/csv",
  }),
} as const;
