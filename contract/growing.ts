import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { accountNumbers, exploreFilter, graphAnswer } from "./exploring.ts";

/** How a picture of Explore grows: neighbours that come in, and how many there would be. */

/** The side of its money on which an account's neighbours stand. */
const side = z.enum(["in", "out", "both"]);

/** Accounts of the picture already: they are not added again. */
const known = z.array(z.string()).max(20_000);

/** Accounts that would be found, and those of them that are not in the picture yet. */
const reached = z.object({ found: z.number().int(), fresh: z.number().int() });
export type Reached = z.infer<typeof reached>;

export const growing = {
  around: endpoint({
    name: "around",
    method: "POST",
    path: "/graph/around",
    summary:
      "The neighbours of some accounts that are not on the stage yet, largest money first; limit 0 only counts them",
    access: "user",
    about: "data",
    body: exploreFilter.extend({
      /** Exits, merchants and hubs among them are no centre: their customers are strangers. */
      accounts: accountNumbers,
      direction: side.default("both"),
      /** Only those tied to every one of the accounts that are centres. */
      common: z.boolean().default(false),
      known,
      run: z.string().optional(),
      limit: z.number().int().min(0).max(500).default(100),
    }),
    answer: graphAnswer,
  }),
  reach: endpoint({
    name: "reach",
    method: "POST",
    path: "/graph/reach",
    summary: "How many accounts each way of growing around some accounts would bring",
    access: "user",
    about: "data",
    body: exploreFilter.extend({ accounts: accountNumbers, known }),
    answer: z.object({
      in: reached,
      out: reached,
      both: reached,
      /** Tied to every one of the accounts; null = fewer than two of them are centres. */
      common: reached.nullable(),
      /** Accounts that are no centre: exits, merchants and hubs beside other accounts. */
      noCentre: z.number().int(),
    }),
  }),
  expand: endpoint({
    name: "expand",
    method: "POST",
    path: "/graph/expand",
    summary: "The neighbours of one account that are not on the stage yet, largest money first",
    access: "user",
    about: "data",
    body: exploreFilter.extend({
      account: z.string().min(1),
      direction: side.default("both"),
      known,
      run: z.string().optional(),
      limit: z.number().int().min(1).max(500).default(40),
      /** Go on although following money ends at the account. */
      letGo: z.boolean().default(false),
    }),
    answer: graphAnswer,
  }),
} as const;
