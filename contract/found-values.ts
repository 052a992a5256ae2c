import { z } from "zod";

/** The values that a pasted text has of a theft. */

/** The party that a value of a text belongs to, where the words beside it say so. */
const party = z.enum(["victim", "recipient"]);
export const foundValue = z.object({
  kind: z.enum(["amount", "time", "clock", "account", "phone", "iin", "name", "number"]),
  /**
   * Minor units, UTC milliseconds, HH:MM of no day, an account key, 7XXXXXXXXXX, 12 digits, a name,
   * a number.
   */
  value: z.string(),
  currency: z.string().nullable(),
  /** Of a time: the text gives a day without a clock. */
  dayOnly: z.boolean(),
  party: party.nullable(),
  /** An amount that was not paid away, by the text: a balance or a fee. */
  beside: z.enum(["balance", "fee"]).nullable(),
  /** Of an IIN: its check digit is wrong, so a digit was misheard or mistyped. */
  doubtful: z.boolean(),
  /** Of an amount: by the text it went where the one before it went. */
  toSame: z.boolean(),
  /** The sentences or lines of the text that say it, from 0. */
  sentences: z.array(z.number().int()),
  /** The value as the text writes it. */
  written: z.string(),
});
export type FoundValue = z.infer<typeof foundValue>;
