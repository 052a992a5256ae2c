import { z } from "zod";
import type { DossierFields, PenaltyTermsWritten } from "../../contract/dossier.ts";
import type { Penalty } from "../../contract/penalty.ts";
import { UserError } from "../errors/user-error.ts";
import { dayNumber, dayOf, dayText } from "../time/day.ts";
import { type Movement, type PenaltyTerms, penaltyOf, ratesWithin } from "./penalty.ts";
import type { PenaltyRate } from "./tables/penalty-rates.ts";

/** The penalty of a claim with its working: what the page shows and the papers and filing keep. */
export type AskedPenalty = z.output<typeof askedPenalty>;

const amount = z.string().transform(BigInt);
const rate = { rateFrom: z.string(), rate: z.number(), source: z.string(), checked: z.boolean() };

/** As a filing keeps it; amounts in minor units, days as YYYY-MM-DD. */
export const askedPenalty = z.object({
  from: z.string(),
  until: z.string(),
  rateDay: z.string().nullable(),
  /** Of the spans together, less what had been paid of it. */
  amount,
  /** The penalty that came before: filings of older versions did not take it off. */
  paid: z.string().default("0").transform(BigInt),
  spans: z.array(
    z.object({
      from: z.string(),
      until: z.string(),
      days: z.number(),
      principal: amount,
      ...rate,
      penalty: amount,
    }),
  ),
  /** The rates in force within the time, or the one of the day chosen. */
  rates: z.array(z.object(rate)),
});

/** The money that a penalty runs on, and what was paid of the penalty already, in minor units. */
export interface PenaltyGround {
  readonly movements: () => readonly Movement[];
  readonly paid: bigint;
}

/** Works the penalty out by what came and what came back; unusable terms are a UserError. */
export function reckonedPenalty(
  wanted: PenaltyTermsWritten,
  { movements, paid }: PenaltyGround,
  rates: readonly PenaltyRate[],
): AskedPenalty {
  const terms = termsOf(wanted);
  const rateOf = ({ from, ...one }: PenaltyRate) => ({ rateFrom: from, ...one });
  const spans = penaltyOf(movements(), terms, rates).map(({ rate, ...span }) => ({
    ...span,
    ...rateOf(rate),
    from: dayText(span.from),
    until: dayText(span.until),
  }));
  const whole = spans.reduce((sum, span) => sum + span.penalty, 0n);
  return {
    from: wanted.from,
    until: wanted.until,
    rateDay: wanted.rateDay,
    amount: whole > paid ? whole - paid : 0n,
    paid,
    spans,
    rates: ratesWithin(terms, rates).map(rateOf),
  };
}

/**
 * The same of what a dossier asks for; null where it asks for none, or where the table of rates has
 * no rate for it any more. Nothing is asked where nothing is owed.
 */
export function penaltyAsked(
  { penalty }: Pick<DossierFields, "penalty">,
  owed: bigint,
  ground: PenaltyGround,
  rates: readonly PenaltyRate[],
): AskedPenalty | null {
  if (penalty === null || owed <= 0n) return null;
  try {
    return reckonedPenalty(penalty, ground, rates);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** A penalty that was filed, by its own days and rates and the money that is known today. */
export function reckonedAgain({ rates, ...filed }: AskedPenalty, ground: PenaltyGround): bigint {
  const own = rates.map(({ rateFrom: from, ...one }) => ({ ...one, from }));
  return reckonedPenalty(filed, ground, own).amount;
}

/** The same, where something of it is left to ask for. */
export function leftToAsk(penalty: AskedPenalty | null): AskedPenalty | null {
  return penalty !== null && penalty.amount > 0n ? penalty : null;
}

/** Terms that can be asked for: known rates, and no day to come. `at`: today. */
export function refusePenalty(
  wanted: PenaltyTermsWritten,
  rates: readonly PenaltyRate[],
  at: number,
): void {
  const terms = termsOf(wanted);
  penaltyOf([{ day: terms.from - 1, amount: 1n }], terms, rates);
  if (Math.max(terms.until, terms.rateDay ?? 0) <= dayOf(at)) return;
  throw new UserError({
    code: "penalty-to-come",
    message: "The penalty is asked for days that are still to come.",
    remedy: "Choose today or an earlier day: until then it is known what came back.",
  });
}

/** A court is not asked on a day (YYYY-MM-DD) for a penalty of later days. */
export function refusePenaltyAfter(day: string, wanted: PenaltyTermsWritten | null): void {
  if (wanted === null || wanted.until <= day) return;
  throw new UserError({
    code: "penalty-after-filing",
    status: 409,
    message: `The penalty is asked for until ${wanted.until}, the claim is filed on ${day}.`,
    remedy: "Correct the day of filing, or ask for the penalty until that day.",
    params: { day, until: wanted.until },
  });
}

/** The penalty as the API shows it. */
export function shownPenalty(penalty: AskedPenalty, currency: string): Penalty {
  const { from, until, rateDay, amount: sum, paid, spans } = penalty;
  return {
    from,
    until,
    rateDay,
    currency,
    penalty: sum.toString(),
    paid: paid.toString(),
    spans: spans.map((span) => ({
      ...span,
      principal: span.principal.toString(),
      penalty: span.penalty.toString(),
    })),
  };
}

function termsOf({ from, until, rateDay }: PenaltyTermsWritten): PenaltyTerms {
  return {
    from: dayIn("from", from),
    until: dayIn("until", until),
    rateDay: rateDay === null ? null : dayIn("rateDay", rateDay),
  };
}

function dayIn(field: string, text: string): number {
  const day = dayNumber(text);
  if (day !== null) return day;
  throw new UserError({
    code: "penalty-day",
    message: `"${text}" (${field}) is no day of the form YYYY-MM-DD.`,
    remedy: "Give days like this: 2026-03-05.",
    params: { day: text },
  });
}
