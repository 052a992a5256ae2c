import { z } from "zod";
import { claimStatus } from "./claim-steps.ts";
import { dayText, endpoint, money, offsetInAddress } from "./endpoint.ts";
import { personal } from "./personal.ts";

/**
 * The records behind the figures of `GET /summary`: what the data show in a period. The records of
 * a figure add up to it. Figures of what the office did: contract/measures-summary.ts.
 */

export const dataFigure = z.enum([
  "reports",
  "stolen",
  "victims",
  "cases",
  "claims",
  "withdrawals",
  "claimsAgain",
  "files",
]);
/** A figure of the tiles, or the claims that came to a status: "status-filed". */
const dataFigureId = z.union([dataFigure, z.templateLiteral(["status-", claimStatus])]);
export type DataFigureId = z.infer<typeof dataFigureId>;

const sums = z.array(money);

const record = z.object({
  key: personal("key"),
  /** null = the report has no date. */
  day: dayText.nullable(),
  /** Names or titles: what the record is about. */
  about: personal("name"),
  report: z.string().nullable(),
  case: z.string().nullable(),
  claim: z.string().nullable(),
  /** A loaded file, by its id. */
  file: z.string().nullable(),
  count: z.number().int(),
  sums,
  /** The part of `sums` known only from the victim's words: no bank's row shows it. */
  unconfirmed: sums,
});
export type DataRecord = z.infer<typeof record>;

const MOST_RECORDS = 500;

export const overviewRecords = {
  records: endpoint({
    name: "summaryDataRecords",
    method: "GET",
    path: "/summary/records",
    summary: "The records behind a figure of the summary of the data, the newest day first",
    access: "user",
    about: "own",
    query: z.object({
      figure: dataFigureId,
      /** UTC milliseconds: the first instant, and the first one after the period. */
      from: z.coerce.number().int().optional(),
      until: z.coerce.number().int().optional(),
      /** Records before these are left out: a page begins here. */
      offset: offsetInAddress,
      limit: z.coerce.number().int().min(1).max(MOST_RECORDS).default(100),
    }),
    answer: z.object({
      figure: z.object({ count: z.number().int(), sums }),
      records: z.array(record),
      /** Where the next page begins; null = this is the last. */
      next: z.number().int().nullable(),
    }),
  }),
} as const;
