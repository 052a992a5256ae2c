import { z } from "zod";
import { amountText, dayText } from "./endpoint.ts";

/** From which day to which, both counted, and by the base rate of which day. */
export const penaltyTerms = z.object({
  from: dayText,
  until: dayText,
  /** null = the rate in force on each day. */
  rateDay: dayText.nullable(),
});

/** The penalty of Civil Code art. 353 with its working. */
export const penalty = penaltyTerms.extend({
  currency: z.string(),
  /** The sum left of it. */
  penalty: amountText,
  /** The part paid before, on this claim or on a withdrawn one for the same losses. */
  paid: amountText,
  /** The working: days with one principal and one rate. */
  spans: z.array(
    z.object({
      from: dayText,
      until: dayText,
      days: z.number().int(),
      principal: amountText,
      /** Hundredths of a per cent a year: 1650 = 16.5 %. */
      rate: z.number().int(),
      rateFrom: dayText,
      source: z.string(),
      /** False: nobody has compared the rate with its source yet. */
      checked: z.boolean(),
      penalty: amountText,
    }),
  ),
});
export type Penalty = z.infer<typeof penalty>;
