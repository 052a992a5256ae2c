import { z } from "zod";
import { amountText, instant } from "./endpoint.ts";
import { personal } from "./personal.ts";
import { surePair } from "./report-candidates.ts";
import { newHits, seenAgain } from "./watching.ts";

const ofFile = { file: z.string().nullable(), loadedAt: instant };
export const ofClaim = z.object({ case: z.string(), claim: z.string() });

/** What newly loaded files say of old questions. */
export const news = z.object({
  /** A victim's money left an account that it had reached: further, or back to the victim. */
  movedOn: z.array(
    z.object({
      /** 1 = the account that the victim paid, 2 = the next one. */
      hop: z.number().int(),
      /** It came back to an account of the victim's own. */
      back: z.boolean(),
      /** The claim for money of that account, where it came back. */
      claim: ofClaim.nullable(),
      report: z.string(),
      victim: personal("name").nullable(),
      account: z.string(),
      holder: personal("name").nullable(),
      count: z.number().int(),
      amount: amountText,
      currency: z.string(),
      ...ofFile,
    }),
  ),
  /** Accounts of open cases are in the files. */
  seenAgain: z.array(
    z.object({
      case: z.string(),
      title: z.string(),
      account: z.string(),
      holder: personal("name").nullable(),
      count: z.number().int(),
      ...ofFile,
    }),
  ),
  /** Transfers that victims describe may be in the data now. */
  answers: z.array(
    z.object({
      report: z.string(),
      victim: personal("name").nullable(),
      amount: amountText,
      currency: z.string(),
      /** Transfers that may be it. */
      candidates: z.number().int(),
    }),
  ),
  /** Those that agree with exactly one of the data: they can be confirmed all at once. */
  sure: z.array(surePair),
  /** Statements that a letter asked for are loaded now. */
  statements: z.array(
    z.object({
      account: z.string(),
      holder: personal("name").nullable(),
      bank: z.string().nullable(),
      from: instant,
      until: instant.nullable(),
      askedAt: instant,
      by: z.string(),
      /** All the days that were asked for are there. */
      whole: z.boolean(),
      ...ofFile,
    }),
  ),
  /** Of what the person watches. */
  watched: z.array(seenAgain),
  searches: z.array(newHits),
});
export type News = z.infer<typeof news>;
