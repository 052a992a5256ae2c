import { z } from "zod";
import { transferRow } from "./exploring.ts";

/** Why a transfer of the data may be the described one, or speaks against it. */
const ground = z.enum([
  "amount",
  "other-amount",
  "minute",
  "day",
  "days-apart",
  "payer",
  "payer-name",
  "other-payer",
  "recipient",
  "recipient-digits",
  "recipient-name",
  "recipient-phone",
  "recipient-bank",
]);
export type Ground = z.infer<typeof ground>;
export const candidate = z.object({
  transfer: transferRow,
  /** Grounds that speak for it. */
  fits: z.array(ground),
  /** A crime report that names it already. */
  reportedAs: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidate>;

/**
 * A described transfer of a report, and the one of the data that agrees with it in sum, day and
 * both accounts; the sum is the bank's.
 */
export const surePair = z.object({
  report: z.string(),
  key: z.string(),
  transferId: z.string(),
  currency: z.string(),
  amount: z.string(),
});
export type SurePair = z.infer<typeof surePair>;
