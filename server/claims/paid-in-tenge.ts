import { saidOrNull, saysSomething } from "../../contract/clean-text.ts";
import type { TengePaid } from "../../contract/ledger.ts";
import {
  isWithinRounding,
  paidByTenge,
  rateOf,
  rateWritten,
  type TengeAndSum,
} from "../../contract/rates.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal } from "../money/money.ts";
import { dayNumber } from "../time/day.ts";

/**
 * A payment in tenge on a claim in another currency. Both sums are kept: what came, and what it
 * pays of the claim at the stated rate (docs/claims.md, "A payment in tenge").
 */
export interface PaidInTenge {
  /** Tiyn, as on the receipt. */
  readonly amount: bigint;
  /** Decimal text with a point: tenge for one unit of the claim's currency. */
  readonly rate: string;
  /** YYYY-MM-DD. */
  readonly rateDay: string;
  readonly rateSource: string;
  /** The source for papers in Kazakh; null = nobody wrote it. */
  readonly rateSourceKk: string | null;
}

/** A payment as somebody wants to write it down. */
interface Wanted {
  /** Minor units of the claim's currency as text; null = worked out of the tenge. */
  readonly amount?: string | null;
  readonly tenge?: TengePaid | null;
}

interface OnClaim {
  readonly id: string;
  readonly currency: string;
  /** Debt and penalty that are outstanding, in minor units. */
  readonly owed: bigint;
  /** Payments of the claim that count. */
  readonly payments: readonly {
    readonly amount: bigint;
    readonly penalty: bigint;
    readonly tenge?: PaidInTenge | null | undefined;
  }[];
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** The sum that a payment pays in the claim's currency, and the tenge that came where it was so. */
export function sumPaid(
  { amount, tenge }: Wanted,
  claim: OnClaim,
): { readonly whole: bigint; readonly tenge: PaidInTenge | null } {
  if (tenge == null) {
    if (amount != null) return { whole: BigInt(amount), tenge: null };
    throw noSum();
  }
  const { id, currency, owed } = claim;
  if (currency === "KZT") {
    throw new UserError({
      code: "payment-no-rate-needed",
      message: `Claim ${id} is in tenge, so a payment on it has no rate.`,
      remedy: "Give the sum alone.",
      params: { claim: id },
    });
  }
  const { rate, paid } = readTenge(tenge, claim.today);
  const earlier = atRate(claim, rate);
  if (amount == null)
    return { whole: paidByTenge(paid.amount, currency, rate, { earlier, owed }), tenge: paid };
  const whole = BigInt(amount);
  if (isWithinRounding({ tenge: paid.amount, amount: whole }, currency, rate))
    return { whole, tenge: paid };
  const money = (sum: bigint, of: string) => `${formatDecimal(sum, of)} ${of}`;
  const params = {
    tenge: money(paid.amount, "KZT"),
    amount: money(whole, currency),
    rate: paid.rate,
    proposed: money(paidByTenge(paid.amount, currency, rate, { earlier, owed }), currency),
  };
  throw new UserError({
    code: "payment-rate-sum",
    message: `${params.tenge} at ${params.rate} are not ${params.amount}, but ${params.proposed}.`,
    remedy: "Correct the sum, the tenge or the rate. The two sums differ by rounding only.",
    params,
  });
}

function readTenge(
  { amount, rate: text, day, source, sourceKk = null }: TengePaid,
  today: number,
): { readonly rate: bigint; readonly paid: PaidInTenge } {
  const rate = rateOf(text);
  const rateDay = dayNumber(day);
  if (rate === null || rateDay === null || rateDay > today || !saysSomething(source)) {
    throw new UserError({
      code: "payment-rate",
      message: `"${text}" of ${day} is no rate that could be checked.`,
      remedy: "Give tenge for one unit like 523.45, its day until today, and its source.",
      params: { rate: text, day },
    });
  }
  const tenge = BigInt(amount);
  if (tenge <= 0n) throw noSum();
  const stated = { rateDay: day, rateSource: source.trim(), rateSourceKk: saidOrNull(sourceKk) };
  return { rate, paid: { amount: tenge, rate: rateWritten(text, "en"), ...stated } };
}

function noSum(): UserError {
  return new UserError({
    code: "payment-no-sum",
    message: "The payment has no sum.",
    remedy: "Give the sum of the receipt.",
  });
}

/** The claim's payments in tenge at this rate, whatever its day and source. */
function atRate({ payments }: OnClaim, rate: bigint): TengeAndSum[] {
  return payments.flatMap(({ amount, penalty, tenge }) =>
    tenge != null && rateOf(tenge.rate) === rate
      ? [{ tenge: tenge.amount, amount: amount + penalty }]
      : [],
  );
}
