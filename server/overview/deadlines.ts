import type { ClaimStatus } from "../../contract/claim-steps.ts";
import type { CaseDeadline } from "../../contract/overview.ts";
import { openPlan, type Planned } from "../claims/plan.ts";
import { standingSteps, type TakenStep } from "../claims/steps.ts";
import { dayNumber, dayText, monthsAfter } from "../time/day.ts";
import { DAY } from "../time/instant.ts";
import { type IsDayOff, nextWorkingDay } from "../time/working-days.ts";

/**
 * What has to be done by a day: tasks of open cases, the terms that were given, the next part of a
 * plan of payment, the end of limitation of claims that are not in court yet, and today every
 * recovered claim whose money is gone.
 */

export interface ClaimInTime {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly currency: string;
  /** Day of the first claimed transfer, in days since 1970-01-01; null where nothing is claimed. */
  readonly first: number | null;
  /** The days on which the dropper paid a part voluntarily. */
  readonly acknowledged: readonly number[];
  /** As a person reckoned it, YYYY-MM-DD, with the ground. */
  readonly limitationEnd: string | null;
  readonly limitationBasis: string | null;
  readonly plan: readonly { readonly day: number; readonly amount: bigint }[];
  readonly moves: readonly TakenStep[];
  /** Minor units; null = not worked out. */
  readonly outstanding: bigint | null;
  /** The sums owed and paid, where there is a plan of payment; null = not worked out. */
  readonly planned: Planned | null;
}

type Due = Omit<CaseDeadline, "case">;

/** Civil Code art. 178: the general term of limitation, in years. */
const LIMITATION_YEARS = 3;
/** So many days before its end a limitation is shown. */
const LIMITATION_NOTICE = 180;
/** The money is asked for in court once a claim is filed: limitation runs before that only. */
const BEFORE_COURT: readonly ClaimStatus[] = ["draft", "review", "approved", "demand", "returned"];

/** Deadlines of the claims of one case; those whose limitation ends on one day are one line. */
export function claimDeadlines(
  claims: readonly ClaimInTime[],
  today: number,
  isOff: IsDayOff,
): Due[] {
  return [
    ...claims.flatMap((claim) => moneyGone(claim, today)),
    ...claims.flatMap(termOf),
    ...claims.flatMap(nextPart),
    ...limitations(claims, today, isOff),
  ];
}

/**
 * The last day of limitation by articles 178 and 180 of the Civil Code. A voluntary part payment
 * restarts it (article 183) as long as it runs; one that has ended is not restarted. A term whose
 * last day is a day off ends on the next working day (article 175).
 */
export function limitationOf(
  first: number,
  acknowledged: readonly number[],
  isOff: IsDayOff,
): number {
  return [...acknowledged]
    .sort((one, other) => one - other)
    .filter((day) => day > first)
    .reduce(
      (end, day) => (day <= end ? threeYearsAfter(day, isOff) : end),
      threeYearsAfter(first, isOff),
    );
}

function threeYearsAfter(start: number, isOff: IsDayOff): number {
  return nextWorkingDay(monthsAfter(start * DAY, 12 * LIMITATION_YEARS) / DAY, isOff);
}

/** Of a claim that was made good nothing can be demanded or sued for any more. */
const isMadeGood = ({ outstanding }: ClaimInTime) => outstanding === 0n;

/** The term of a demand, or that of the court where a claim is left without motion. */
function termOf(claim: ClaimInTime): Due[] {
  const { id, status, moves } = claim;
  if (isMadeGood(claim)) return [];
  if (status !== "demand" && status !== "no-motion") return [];
  const term = standingSteps(moves).findLast((move) => move.to === status)?.facts.term;
  if (term === undefined || dayNumber(term) === null) return [];
  return [{ ...BLANK, kind: `${status}-term`, day: term, claim: id }];
}

/** The first part of the plan that what has been paid does not cover. */
function nextPart({ id, plan, planned, currency }: ClaimInTime): Due[] {
  if (planned === null) return [];
  const [next] = openPlan(plan, planned);
  if (next === undefined) return [];
  const sum = { amount: next.amount.toString(), currency };
  return [{ ...BLANK, kind: "instalment", day: dayText(next.day), claim: id, sum }];
}

/** A recovered claim of which something is outstanding: a person looks at it today. */
function moneyGone({ id, moves, outstanding, currency }: ClaimInTime, today: number): Due[] {
  const isRecovered = standingSteps(moves).some((move) => move.to === "recovered");
  if (!isRecovered || outstanding === null || outstanding === 0n) return [];
  const sum = { amount: outstanding.toString(), currency };
  return [{ ...BLANK, kind: "money-gone", day: dayText(today), claim: id, sum }];
}

function limitations(claims: readonly ClaimInTime[], today: number, isOff: IsDayOff): Due[] {
  const found = new Map<string, Due>();
  for (const claim of claims) {
    if (!BEFORE_COURT.includes(claim.status) || isMadeGood(claim)) continue;
    const { first, acknowledged, limitationEnd, limitationBasis: text } = claim;
    const own = limitationEnd === null ? null : dayNumber(limitationEnd);
    const end = own ?? (first === null ? null : limitationOf(first, acknowledged, isOff));
    if (end === null || end - today > LIMITATION_NOTICE) continue;
    const kind = own === null ? "limitation" : "limitation-own";
    const key = `${kind} ${end} ${text}`;
    const known = found.get(key);
    if (known) found.set(key, { ...known, claims: known.claims + 1 });
    else found.set(key, { ...BLANK, kind, day: dayText(end), claim: claim.id, text });
  }
  return [...found.values()];
}

const BLANK = { claim: null, claims: 1, text: null, sum: null } as const;
