import { z } from "zod";
import { claimStatus } from "./claim-steps.ts";
import { amountText, endpoint, instant, money } from "./endpoint.ts";

/**
 * Where a defendant's money is: known accounts and regular income, for security of a claim (CPC
 * chapter 15), for enforcement, and for the choice whom to sue first.
 */

/** What a receipt's words or its rhythm say it is. */
export const incomeKind = z.enum([
  "salary",
  "pension",
  "scholarship",
  "benefit",
  "breadwinner",
  "disabled-child",
  "harm",
  "alimony",
  "regular",
]);
export type IncomeKind = z.infer<typeof incomeKind>;

/**
 * How far a bailiff may take it. "half" = at least half stays with the debtor, and no less than the
 * subsistence level; "whole" = nothing may be taken; "unclear" = to be found out.
 */
export const incomeProtection = z.enum(["half", "whole", "unclear"]);

export const balance = z.object({
  amount: amountText,
  currency: z.string(),
  /** The moment up to which the statement goes. */
  until: instant,
  file: z.string().nullable(),
});

const account = z.object({
  number: z.string(),
  bank: z.string().nullable(),
  currency: z.string().nullable(),
  /** Known only from other accounts' statements. */
  stub: z.boolean(),
  lastTransfer: instant.nullable(),
  /** What the latest statement that states one closes with; null = no statement says. */
  balance: balance.nullable(),
});

const income = z.object({
  kind: incomeKind,
  protection: incomeProtection,
  /** Article of law the protection stands in; null where it is unclear. */
  article: z.string().nullable(),
  payer: z.object({ key: z.string(), name: z.string().nullable(), iin: z.string().nullable() }),
  accounts: z.array(z.string()),
  count: z.number().int(),
  /** Calendar months in Kazakhstan with a receipt. */
  months: z.number().int(),
  first: instant,
  last: instant,
  /** The middle receipt, and all together; minor units. */
  usual: amountText,
  total: amountText,
  currency: z.string(),
  /** The last receipt: what its words are and where they stand. */
  example: z.object({
    transferId: z.string(),
    purpose: z.string().nullable(),
    sourceName: z.string().nullable(),
    row: z.number().int(),
  }),
});
export type Income = z.infer<typeof income>;

const defendantAssets = z.object({
  key: z.string(),
  name: z.string().nullable(),
  iin: z.string().nullable(),
  /** Standing claims of the case against this holder. */
  claims: z.array(z.string()),
  accounts: z.array(account),
  incomes: z.array(income),
});
export type DefendantAssets = z.infer<typeof defendantAssets>;

/** A defendant beside the others of a case: what is owed, and where money for it may be. */
const defendantBeside = defendantAssets.omit({ claims: true }).extend({
  claims: z.array(
    z.object({
      id: z.string(),
      status: claimStatus,
      currency: z.string(),
      outstanding: amountText,
      /** Others answer for the same sum. */
      joint: z.boolean(),
    }),
  ),
  /** The sums that the claims may still ask for, each currency by itself. */
  outstanding: z.array(money),
  /** The closing sums of the latest statements of the accounts, together. */
  held: z.array(money),
});
export type DefendantBeside = z.infer<typeof defendantBeside>;

export const assets = {
  beside: endpoint({
    name: "defendants",
    method: "GET",
    path: "/cases/:id/defendants",
    summary:
      "All defendants of a case side by side: outstanding, accounts, last balances, regular income",
    access: "user",
    about: "case",
    params: z.object({ id: z.string() }),
    answer: z.object({
      /** The holder of most money by the last statements comes first. */
      defendants: z.array(defendantBeside),
      /** Receipts that were not looked at, because there are too many. */
      leftOut: z.boolean(),
    }),
  }),
  ofCase: endpoint({
    name: "assets",
    method: "GET",
    path: "/cases/:id/assets",
    summary: "Known accounts and regular income of everybody a claim of the case is against",
    access: "user",
    about: "case",
    params: z.object({ id: z.string() }),
    answer: z.object({
      defendants: z.array(defendantAssets),
      /** Receipts that were not looked at, because there are too many. */
      leftOut: z.boolean(),
    }),
  }),
} as const;
