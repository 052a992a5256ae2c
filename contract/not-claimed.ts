import { z } from "zod";
import { money } from "./endpoint.ts";

/** Stolen transfers no claim is opened for, and why. */
const notClaimed = z.enum([
  "not-loaded",
  "not-confirmed",
  "left-through-exit",
  "own-account",
  "not-paid-by-victim",
  "reversal",
  "already-claimed",
  "returned",
  "below-smallest",
]);
export type NotClaimed = z.infer<typeof notClaimed>;

export const leftOut = z.object({
  report: z.string(),
  /** null = no transfer of the data: only the victim describes it. */
  transferId: z.string().nullable(),
  reason: notClaimed,
  claim: z.string().nullable(),
  /** The victim's words about a transfer that no bank has confirmed. */
  described: money.extend({ key: z.string() }).nullable().default(null),
});
export type LeftOut = z.output<typeof leftOut>;
