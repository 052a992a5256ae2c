import { z } from "zod";
import { paymentSource } from "../../contract/ledger.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { LedgerPayment } from "./ledger.ts";
import type { PaidInTenge } from "./paid-in-tenge.ts";

/** A payment as written down, or a return of blocked money as far as the ledger counts it. */
export interface StoredPayment extends LedgerPayment {
  /** An entry of the register of measures; it is corrected there. */
  readonly measure: boolean;
  readonly penalty: bigint;
  /** The claim that asks on for the same losses, where its own is withdrawn. */
  readonly goesOn?: string | undefined;
  readonly receipt: string;
  readonly payer: string | null;
  readonly at: number;
  readonly by: string;
  readonly cancelled: { readonly reason: string; readonly at: number; readonly by: string } | null;
}

const when = count.nullish().transform((value) => value ?? null);

/** A row of the queries claims/payments and claims/returned. */
export const paymentRow = z.object({
  id: z.string(),
  claim: z.string(),
  case: z.string(),
  currency: z.string(),
  amount: minorUnits,
  penalty: minorUnits.nullish().transform((value) => value ?? 0n),
  day: count,
  source: paymentSource,
  receipt: z.string(),
  payer: text,
  apart: text.optional(),
  apartFrom: z.array(z.string()).nullish(),
  at: count,
  by: z.string(),
  transfers: z.array(z.string()),
  parts: z.array(minorUnits),
  cancelReason: text,
  cancelledAt: when,
  cancelledBy: text,
  over: z.boolean(),
  behind: z.array(z.string()).nullish(),
  defendant: text.optional(),
  victim: text.optional(),
  tenge: minorUnits.nullish(),
  rate: text.optional(),
  rateDay: text.optional(),
  rateSource: text.optional(),
  rateSourceKk: text.optional(),
});

export type PaymentRow = z.output<typeof paymentRow>;

function tengeIn(row: PaymentRow): PaidInTenge | null {
  const { tenge, rate, rateDay, rateSource, rateSourceKk = null } = row;
  if (tenge == null || rate == null || rateDay == null || rateSource == null) return null;
  return { amount: tenge, rate, rateDay, rateSource, rateSourceKk };
}

/** A payment of people, or a return of the register (`measure`). */
export function storedPayment(measure: boolean) {
  return (row: PaymentRow): StoredPayment => {
    const { id, claim, case: of, currency, amount, penalty, day, source, receipt, payer } = row;
    const { at, by, apart, transfers, parts, cancelReason, cancelledAt, cancelledBy } = row;
    return {
      ...{ id, claim, case: of, currency, amount, penalty, day, source, receipt, payer, at, by },
      apart: apart ?? undefined,
      apartFrom: row.apartFrom ?? undefined,
      tenge: tengeIn(row),
      victim: row.victim ?? undefined,
      measure,
      parts: transfers.map((transferId, at) => ({ transferId, amount: parts[at] ?? 0n })),
      cancelled:
        cancelledAt === null
          ? null
          : { reason: cancelReason ?? "", at: cancelledAt, by: cancelledBy ?? "" },
    };
  };
}
