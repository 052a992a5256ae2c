import type { FigureRecord } from "../../../contract/measures-summary.ts";
import {
  type ClaimedFigure,
  claimedParts,
  lossParts,
  type NamedClaim,
  sinceLeft,
} from "../../cases/claimed-together.ts";
import type { LedgerNow } from "../../claims/ledger.store.ts";
import { recoveredByClaims } from "../../claims/recovered.store.ts";
import { dayOf, dayText } from "../../time/day.ts";

/**
 * Records behind the figures that are counted from claims: each on its own day, so that two periods
 * add up to both. Without a period; the caller takes the days it is asked for. Pending suits alone
 * are a state and no event: they are those at the end of the period.
 */

type Records = readonly FigureRecord[];

/**
 * The part each claim added to the sum claimed, on the day it left the office; apart from it the
 * part that was withdrawn, refused or returned, and the part that was claimed again after that,
 * each on its own day. A month in which more was withdrawn than claimed has both figures, and none
 * is below zero.
 */
export function claimedRecords(
  claims: readonly NamedClaim[],
): Readonly<Record<ClaimedFigure, Records>> {
  const parts = claimedParts(claims).map(({ claim, at, amount, figure, number, step }) => ({
    figure,
    record: {
      ...recordOf(claim, at, amount, paperOf(step)),
      ...(number > 0 && { key: `${claim.id}#${number}` }),
    },
  }));
  const of = (wanted: ClaimedFigure) =>
    parts.flatMap(({ figure, record }) => (figure === wanted ? record : []));
  return { claimed: of("claimed"), withdrawn: of("withdrawn"), again: of("again") };
}

/**
 * Suits that were before a court at the end of a day (YYYY-MM-DD; absent = now): filed by then, and
 * by then neither decided nor taken back. The steps of each claim say so, each on its own day, so
 * what happens later does not change the answer. A loss that several of them ask for counts once,
 * with the suit that was filed first; what another one asks for stands beside its number.
 */
export function pendingSuits(claims: readonly NamedClaim[], until: string | undefined): Records {
  const pending = claims.flatMap((claim) => {
    const by = claim.moves.filter(
      (move) => until === undefined || dayText(dayOf(move.at)) <= until,
    );
    const now = by.at(-1)?.to;
    const filed = by.findLast((move) => move.to === "filed");
    if (filed === undefined || (now !== "filed" && now !== "no-motion")) return [];
    const { at, asked } = filed;
    const amount = suedFor(by) ?? claim.amount;
    return [{ at, amount, paper: suitOf(by), claim: { ...claim, ...asked, amount } }];
  });
  const parts = new Map(lossParts(pending).map((one) => [one.claim, one.amount]));
  return pending.map(({ claim, at, amount, paper }) => {
    const part = parts.get(claim) ?? amount;
    const price = { currency: claim.currency, amount: amount.toString() };
    return { ...recordOf(claim, at, part, paper), paperSum: part === amount ? null : price };
  });
}

/** Number and court of the suit: an appeal that has none of its own speaks of the same. */
function suitOf(moves: NamedClaim["moves"]): Paper {
  return paperOf(
    moves.findLast(({ to, reference, court }) => to === "filed" && (reference || court)),
  );
}

type Paper = Pick<FigureRecord, "paper" | "court">;

/**
 * The paper of a step as a court or a defendant has it: its number, and the court as the step names
 * it.
 */
function paperOf(move: NamedClaim["moves"][number] | null | undefined): Paper {
  const court = move?.court || null;
  return {
    paper: move?.reference || null,
    court: court === null ? null : { ru: court, kk: court },
  };
}

/** A court's decision on a claim; null = nobody wrote it down. */
export interface CourtDecision {
  readonly claim: string;
  readonly court: FigureRecord["court"];
  readonly reference: string | null;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/**
 * The last decision on each claim, a judgment or a refusal, that had been given by the end of a day
 * (YYYY-MM-DD; absent = now). An appeal without a court of its own speaks of the same one.
 */
export function decisionsBy(
  claims: readonly NamedClaim[],
  until: string | undefined,
): CourtDecision[] {
  return claims.flatMap(({ id: claim, moves }) => {
    const by = moves.filter(({ at }) => until === undefined || dayText(dayOf(at)) <= until);
    const place = by.findLastIndex(
      ({ to, reference }) => (to === "judgment" || to === "rejected") && reference != null,
    );
    const decided = by[place];
    if (decided === undefined) return [];
    const { court } = paperOf(by.slice(0, place).findLast((move) => move.court));
    return { claim, court, reference: decided.reference ?? null, day: dayText(dayOf(decided.at)) };
  });
}

/** The sum that the court was asked for: an appeal speaks of the same. */
function suedFor(moves: NamedClaim["moves"]): bigint | null {
  return sinceLeft(moves).find(({ to }) => to === "filed")?.asks ?? null;
}

/** Pre-trial demands, on the day the first one of a claim was sent. */
export function demandRecords(claims: readonly NamedClaim[]): Records {
  return claims.flatMap((claim) => {
    const first = claim.moves.find(({ to }) => to === "demand");
    return first === undefined
      ? []
      : [recordOf(claim, first.at, first.asks ?? claim.amount, paperOf(first))];
  });
}

/**
 * What came back of the losses behind claims, on its own day. Blocked money that was returned is a
 * figure of its own and is not in here: the two may be added.
 */
export function recoveredRecords(
  claims: readonly NamedClaim[],
  { recoveries, payments }: Pick<LedgerNow, "recoveries" | "payments">,
): Records {
  const receipts = new Map(payments.map((one) => [one.id, receiptOf(one)]));
  return recoveredByClaims(recoveries).map(
    backOf(claims, ({ id }, at) => ({
      key: `${id}#${at}`,
      ...(receipts.get(id) ?? { paper: null, paperSum: null }),
    })),
  );
}

/** A penalty that a step to court asked for; `at`: when the step was written down. */
export interface FiledPenalty {
  readonly claim: string;
  readonly at: number;
  /** Minor units of the claim's currency. */
  readonly amount: bigint;
}

/**
 * Penalty that a court was asked for beside the debt, on the day of the first filing with one; both
 * together are the price of the claim. A claim counts once, and so does a loss that is asked of the
 * same defendant by a new claim. Filings that were taken back as mistakes are none.
 */
export function penaltyClaimedRecords(
  claims: readonly NamedClaim[],
  penalties: readonly FiledPenalty[],
): Records {
  const asked = new Map(penalties.map((one) => [`${one.claim}@${one.at}`, one.amount]));
  const filings = claims.flatMap((claim) => {
    const of = (move: NamedClaim["moves"][number]) =>
      (move.to === "filed" && asked.get(`${claim.id}@${move.written ?? move.at}`)) || 0n;
    const first = claim.moves.find((move) => of(move) > 0n);
    return first === undefined
      ? []
      : [{ claim, at: first.at, amount: of(first), paper: paperOf(first) }];
  });
  const counted = new Set<string>();
  return filings
    .sort((one, other) => one.at - other.at)
    .flatMap(({ claim, at, amount, paper }) => {
      const losses = claim.payments.map(({ id }) => `${claim.defendant}@${id}`);
      if (losses.length > 0 && losses.every((one) => counted.has(one))) return [];
      for (const one of losses) counted.add(one);
      return [{ ...recordOf(claim, at, amount, paper), key: `${claim.id}#penalty-claimed` }];
    });
}

/** Penalty that was paid beside the losses: it makes no loss good, so it is not in "recovered". */
export function penaltyRecords(
  claims: readonly NamedClaim[],
  { payments }: Pick<LedgerNow, "payments">,
): Records {
  return payments
    .filter(({ penalty, cancelled }) => penalty > 0n && cancelled === null)
    .map((one) => ({ ...one, amount: one.penalty }))
    .map(backOf(claims, (one) => ({ key: `${one.id}#penalty`, ...receiptOf(one) })));
}

/** The receipt, with the sum on it where tenge came on a claim in another currency. */
function receiptOf({ receipt, tenge }: LedgerNow["payments"][number]): Receipt {
  return {
    paper: receipt,
    paperSum: tenge == null ? null : { currency: "KZT", amount: tenge.amount.toString() },
  };
}

type Receipt = Pick<FigureRecord, "paper" | "paperSum">;

/** Money that came back to a claim. */
interface Back {
  readonly id: string;
  readonly claim: string;
  readonly case: string;
  readonly day: number;
  readonly currency: string;
  readonly amount: bigint;
}

/**
 * Money that came back as a record of its claim; `own`: its key within the claim, and its paper.
 */
function backOf<Money extends Back>(
  claims: readonly NamedClaim[],
  own: (one: Money, at: number) => { readonly key: string } & Receipt,
): (one: Money, at: number) => FigureRecord {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  return (one, at) => {
    const { key, ...receipt } = own(one, at);
    return {
      key: `${one.claim}#${key}`,
      day: dayText(one.day),
      about: aboutOf(known.get(one.claim)),
      case: one.case,
      claim: one.claim,
      measure: null,
      account: null,
      bank: null,
      district: known.get(one.claim)?.district ?? null,
      ...receipt,
      court: null,
      count: 1,
      sums: [{ currency: one.currency, amount: one.amount.toString() }],
    };
  };
}

function recordOf(claim: NamedClaim, at: number, amount: bigint, paper: Paper): FigureRecord {
  return {
    key: claim.id,
    day: dayText(dayOf(at)),
    about: aboutOf(claim),
    case: claim.case,
    claim: claim.id,
    measure: null,
    account: null,
    bank: null,
    district: claim.district,
    ...paper,
    paperSum: null,
    count: 1,
    sums: [{ currency: claim.currency, amount: amount.toString() }],
  };
}

/** "victim → defendant". */
function aboutOf(claim: NamedClaim | undefined): string {
  return [claim?.victim, claim?.defendant].filter(Boolean).join(" → ");
}
