import { z } from "zod";

/** A database integer that fits a JavaScript number: counts, milliseconds, row numbers. */
export const count = z.bigint().transform(Number);
/** A database integer that is money: stays bigint. */
export const minorUnits = z.bigint();
/** A text that the graph may not have. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
/** For queries whose rows nobody reads. */
export const nothing = z.unknown();
