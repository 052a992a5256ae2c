import { z } from "zod";
import { instant, money } from "./endpoint.ts";

/** The money of one direction between two accounts that follow each other on a way. */
const tie = z.object({
  count: z.number().int(),
  sums: z.array(money),
  first: instant,
  last: instant,
});
export type WayTie = z.infer<typeof tie>;

/** A way from one account to another, with what ties each account to the next. */
export const way = z.object({
  accounts: z.array(z.string()),
  /** In order of time: the transfer of each hop; else empty. */
  transferIds: z.array(z.string()),
  hops: z.array(
    z.object({
      /** Money along the way and against it; null = none. */
      along: tie.nullable(),
      against: tie.nullable(),
      /** A holder, phone or device of both accounts. */
      shared: z.array(z.object({ kind: z.enum(["holder", "phone", "device"]), value: z.string() })),
    }),
  ),
  /**
   * Longest time from one hop to the next, in milliseconds: in order of time how long the money
   * rested, else the least time between transfers of the two. null = fewer than two hops of money.
   */
  largestGap: z.number().int().nullable(),
});
export type Way = z.infer<typeof way>;
