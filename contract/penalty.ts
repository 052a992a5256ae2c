import { z } from "zod";
import { amountText, dayText } from "./endpoint.ts";

/** The penalty of Civil Code art. 353 with its working. */
export const penalty = z.object({
  currency: z.string(),
  penalty: amountText,
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
