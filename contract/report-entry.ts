import { z } from "zod";
import { givenAmount, instant } from "./endpoint.ts";

/** A crime report as a person writes it down. */

/** As many stolen transfers as one form takes; longer lists come as a table. */
export const MOST_STOLEN = 50;

export const person = z.object({
  name: z.string().trim().max(200).meta({ personal: "name" }).nullable().default(null),
  iin: z
    .string()
    .regex(/^\d{12}$/)
    .meta({ personal: "iin" })
    .nullable()
    .default(null),
  account: z.string().trim().max(64).nullable().default(null),
});
const recipient = z.object({
  account: z.string().trim().max(64).nullable().default(null),
  name: z.string().trim().max(200).meta({ personal: "name" }).nullable().default(null),
  phone: z.string().trim().max(30).meta({ personal: "phone" }).nullable().default(null),
  /** Three digits where known, else the name as written. */
  bank: z.string().trim().max(100).nullable().default(null),
});
/** A stolen transfer as the victim describes it. */
export const described = z.object({
  amount: givenAmount,
  currency: z.string().length(3).default("KZT"),
  at: instant.nullable(),
  dayOnly: z.boolean().default(false),
  recipient,
});

/** All that a report says beside its number. */
export const reportWords = z.object({
  reportedAt: instant,
  victim: person,
  lure: z.string().trim().max(300).nullable().default(null),
  stolen: z
    .array(described.extend({ transferId: z.string().max(200).nullable().default(null) }))
    .min(1)
    .max(MOST_STOLEN),
});
export type ReportWords = z.output<typeof reportWords>;

export const reportEntry = reportWords.extend({
  /** In the register. */
  number: z.string().trim().min(1).max(64),
});
