import type { Penalty } from "../../contract/penalty.ts";
import { unknown } from "../cases/unknown.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { dayNumber, dayOf, dayText } from "../time/day.ts";
import { penaltyOf } from "./penalty.ts";
import { penaltyRates } from "./penalty-rates.ts";
import { claimsToday } from "./today.store.ts";

/** Days as YYYY-MM-DD; without `rateDay` the rate in force on each day counts. */
export interface PenaltyWanted {
  readonly from: string;
  readonly until: string;
  readonly rateDay?: string | undefined;
}

/**
 * The penalty on what a claim asks for, less what was paid back by bank rows, payments written down
 * and returns of blocked money, from one day to another. Nothing is stored: the claim itself asks
 * for the money received only.
 */
export async function penaltyOfClaim(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  wanted: PenaltyWanted,
  signal?: AbortSignal,
): Promise<Penalty> {
  const terms = {
    from: dayIn("from", wanted.from),
    until: dayIn("until", wanted.until),
    rateDay: wanted.rateDay === undefined ? null : dayIn("rateDay", wanted.rateDay),
  };
  const states = await claimsToday(database, at.caseId, { signal });
  const state = states.find((one) => one.claim.id === at.claim);
  if (!state) throw unknown("claim", at.claim);
  const movements = [
    ...state.claim.lines.map((line) => ({ day: dayOf(line.bookedAt), amount: line.amount })),
    ...state.repaid.map((one) => ({ day: dayOf(one.transfer.bookedAt), amount: -one.amount })),
    ...state.paid.map((one) => ({ day: one.day, amount: -one.amount })),
  ];
  const spans = penaltyOf(movements, terms, await penaltyRates(database.dataDir));
  return {
    currency: state.claim.currency,
    penalty: spans.reduce((sum, span) => sum + span.penalty, 0n).toString(),
    spans: spans.map((span) => ({
      from: dayText(span.from),
      until: dayText(span.until),
      days: span.days,
      principal: span.principal.toString(),
      rate: span.rate.rate,
      rateFrom: span.rate.from,
      source: span.rate.source,
      checked: span.rate.checked,
      penalty: span.penalty.toString(),
    })),
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
