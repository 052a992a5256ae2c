import { z } from "zod";
import type { DossierFields } from "../../contract/dossier.ts";
import { paymentSource } from "../../contract/ledger.ts";
import type { StatedRate } from "../../contract/rates.ts";
import { jsonOf } from "../money/json.ts";
import { type AskedPenalty, askedPenalty } from "./asked-penalty.ts";
import type { ProposedFee } from "./fee.ts";
import { type FiledWords, filedWords } from "./filed-words.ts";

/**
 * The figures of a claim as they were filed. The step to court keeps it, so that money which
 * becomes known later changes what is outstanding, and never what the court was asked for. Amounts
 * in minor units, price and fee in tiyn.
 */
export interface Filing {
  readonly asked: bigint;
  /** null where no rate was stated. */
  readonly price: bigint | null;
  readonly rate: StatedRate | null;
  readonly fee: ProposedFee | null;
  /** The way the fee was decided; absent in filings of older versions, which did not keep it. */
  readonly feeChoice?: FeeChoice | undefined;
  /** The penalty asked for with its working; absent or null = none was asked for. */
  readonly penalty?: AskedPenalty | null | undefined;
  /** The words of the papers; absent in filings of older versions. */
  readonly words?: FiledWords | undefined;
  /** SHA-256 of what was approved; null where nobody approved the claim. */
  readonly approval: string | null;
  /** Money that had come back by then; what the draft took off is in the claim's lines. */
  readonly returns: readonly FiledReturn[];
  /** What each defendant had paid, the first defendant first. */
  readonly paidByEach: readonly bigint[];
  /**
   * When the facts were worked out, where that was not at the filing: an older version of the
   * program did not keep them. UTC milliseconds.
   */
  readonly workedOutAt: number | null;
}

/** Whether the fee is paid, and the receipt or the ground of exemption. */
export type FeeChoice = Pick<DossierFields, "fee" | "feeBasis">;

export type FiledReturn = z.output<typeof filedReturn>;

const amount = z.string().transform(BigInt);
const filedReturn = z.discriminatedUnion("by", [
  z.object({
    by: z.literal("bank-row"),
    id: z.string(),
    amount,
    at: z.number(),
    from: z.string(),
    to: z.string(),
    sourceId: z.string(),
    sourceName: z.string().nullable(),
    row: z.number(),
  }),
  z.object({
    by: z.literal("payment"),
    id: z.string(),
    amount,
    /** Days since 1970-01-01. */
    day: z.number(),
    source: paymentSource,
    receipt: z.string(),
    /** Name of the defendant who paid, else IIN or account; null = not said. */
    payer: z.string().nullable(),
    /** Tenge that came on a claim in another currency. */
    tenge: z
      .object({
        amount,
        rate: z.string(),
        rateDay: z.string(),
        rateSource: z.string(),
        rateSourceKk: z.string().nullable(),
      })
      .nullish(),
  }),
]);

const filing = z.object({
  asked: amount,
  price: amount.nullable(),
  rate: z.object({ rate: z.string(), day: z.string(), source: z.string() }).nullable(),
  fee: z
    .object({
      amount,
      percent: z.number(),
      cap: amount,
      source: z.string(),
      checked: z.boolean(),
    })
    .nullable(),
  feeChoice: z
    .object({ fee: z.enum(["pay", "exempt"]).nullable(), feeBasis: z.string().nullable() })
    .optional(),
  penalty: askedPenalty.nullish(),
  words: filedWords.optional(),
  approval: z.string().nullable(),
  returns: z.array(filedReturn),
  paidByEach: z.array(amount),
  workedOutAt: z.number().nullable(),
});

/** The text that the step keeps. */
export function writtenFiling(facts: Filing): string {
  return jsonOf(facts);
}

/** The facts of such a text. */
export function readFiling(text: string): Filing {
  return filing.parse(JSON.parse(text));
}
