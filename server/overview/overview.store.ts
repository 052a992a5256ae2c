import { z } from "zod";
import { claimStatus } from "../../contract/claim-steps.ts";
import { sourceState } from "../../contract/loading.ts";
import type { overview } from "../../contract/overview.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { askedClaims } from "../cases/cases.store.ts";
import {
  type AskedClaim,
  cameTo,
  claimedWithin,
  lossOf,
  type Period,
} from "../cases/claimed-together.ts";
import { recoveredWithin } from "../claims/recovered.store.ts";
import { groupBy } from "../exploring/sums.ts";
import { DAY, HOME_ZONE, offsetMilliseconds } from "../time/instant.ts";
import { refuseReversed } from "../time/period.ts";

/** Figures of the start page and of a period, counted from the graph at the time of asking. */

type Today = z.input<typeof overview.today.answer>;
type Summary = z.input<typeof overview.summary.answer>;

const HOME_OFFSET = BigInt(offsetMilliseconds(HOME_ZONE) ?? 0);
const NEWEST = 6;
/** A load that was cut off is told for so long, in milliseconds. */
const CUT_OFF_TOLD = 7 * DAY;
/** Nothing is booked outside of these. */
const EVER = { from: -8_640_000_000_000_000n, until: 8_640_000_000_000_000n };

const countsRow = z.object({ accounts: count, transfers: count, reports: count });
const reportedRow = z.object({
  day: count.nullable(),
  currency: z.string(),
  /** A bank's row shows it; else it is known from the report only. */
  confirmed: z.boolean(),
  amount: minorUnits,
  count,
});
const whole = z
  .bigint()
  .transform(Number)
  .nullish()
  .transform((value) => value ?? 0);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const optional = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const sourceRow = z.object({
  source: z.object({
    id: z.string(),
    fileName: text,
    format: text,
    kind: text,
    bytes: whole,
    loadedAt: whole,
    loadedBy: text,
    state: sourceState.default("loaded"),
    read: whole,
    loaded: whole,
    duplicates: whole,
    rejected: whole,
    warnings: whole,
    version: whole,
    requestNumber: optional,
    requestDate: optional,
    sanctionedBy: optional,
    handedBy: optional,
    withdrawnAt: count.nullable().default(null),
    withdrawnBy: optional,
    withdrawnReason: optional,
  }),
});
const periodRow = z.object({
  reports: count,
  victims: count,
  clusters: count,
  cases: count,
  files: count,
});
const identifiedRow = z.object({
  /** Key of the holder, else the number of the account. */
  person: z.string(),
  name: optional,
  /** null = written down by name, without an account. */
  account: optional,
  case: optional,
  district: optional,
  at: count,
});
type IdentifiedDropper = z.output<typeof identifiedRow>;

export async function today(queries: Queries, now: number): Promise<Today> {
  const [[counts], reported, sources, cutOff] = await Promise.all([
    queries.read("overview/counts", {}, countsRow),
    queries.read("overview/reported", { from: null, until: null, zone: HOME_OFFSET }, reportedRow),
    queries.read("overview/newest-sources", { limit: BigInt(NEWEST) }, sourceRow),
    queries.read("loading/cut-off-sources", { since: BigInt(now - CUT_OFF_TOLD) }, sourceRow),
  ]);
  return {
    accounts: counts?.accounts ?? 0,
    transfers: counts?.transfers ?? 0,
    reports: counts?.reports ?? 0,
    stolen: sumByCurrency(reported),
    sources: sources.map((row) => row.source),
    cutOff: cutOff.map(({ source }) => ({
      fileName: source.fileName,
      loadedBy: source.loadedBy,
      at: source.loadedAt,
    })),
  };
}

/**
 * `from` inclusive, `until` exclusive, UTC milliseconds; each may be absent. Each figure is dated
 * by its own event. A report counts by its day, a claim by the day it left the office, a status by
 * the move. A dropper counts by the first day a person took the holder for one, what came back by
 * the day it came.
 */
export async function summary(
  queries: Queries,
  asked: { readonly from?: number | undefined; readonly until?: number | undefined },
): Promise<Summary> {
  refuseReversed(asked.from, asked.until);
  const period: Period = { from: asked.from ?? null, until: asked.until ?? null };
  const bounds = boundsOf(period);
  const unbounded = bounds.from === null && bounds.until === null;
  const [[figures], identified, reported, claims, recovered, transfers] = await Promise.all([
    queries.read("overview/period", bounds, periodRow),
    identifiedDroppers(queries, period, null),
    queries.read("overview/reported", { ...bounds, zone: HOME_OFFSET }, reportedRow),
    askedClaims(queries, null),
    recoveredWithin(queries, period),
    unbounded
      ? queries.read("overview/counts", {}, countsRow)
      : queries.read(
          "overview/transfers",
          { from: bounds.from ?? EVER.from, until: bounds.until ?? EVER.until },
          z.object({ transfers: count }),
        ),
  ]);
  if (!figures) throw new Error("overview/period returned no row");
  const { claimed, withdrawn, again } = claimedWithin(claims, period);
  return {
    ...figures,
    droppers: identified.length,
    stolen: sumByCurrency(reported),
    unconfirmed: sumByCurrency(reported.filter(({ confirmed }) => !confirmed)),
    claims: claimed.count,
    claimed: sumByCurrency(claimed.sums),
    withdrawals: withdrawn.count,
    withdrawn: sumByCurrency(withdrawn.sums),
    claimsAgain: again.count,
    claimedAgain: sumByCurrency(again.sums),
    recovered,
    transfers: transfers[0]?.transfers ?? 0,
    byStatus: byStatus(claims, period),
    perDay: perDay(reported),
  };
}

/** Confirmed or not, what was stolen of a day in one currency is one figure of it. */
function perDay(reported: readonly z.output<typeof reportedRow>[]): Summary["perDay"] {
  const days = groupBy(
    reported.filter(({ day }) => day !== null),
    ({ day, currency }) => `${day} ${currency}`,
  );
  return [...days.values()].flatMap((rows) => {
    const [{ day, currency } = { day: null, currency: "" }] = rows;
    if (day === null) return [];
    const amount = rows.reduce((sum, row) => sum + row.amount, 0n);
    const many = rows.reduce((sum, row) => sum + row.count, 0);
    const text = new Date(day * DAY).toISOString().slice(0, 10);
    return [{ day: text, currency, amount: amount.toString(), count: many }];
  });
}

/** People whom somebody took for droppers in the period for the first time, the first day first. */
export function identifiedDroppers(
  queries: Queries,
  period: Period,
  district: string | null,
): Promise<IdentifiedDropper[]> {
  const parameters = { ...boundsOf(period), district };
  return queries.read("overview/identified", parameters, identifiedRow);
}

/** A period as queries take it. */
export function boundsOf({ from, until }: Period) {
  return {
    from: from === null ? null : BigInt(from),
    until: until === null ? null : BigInt(until),
  };
}

/** In the order of a claim's life; a loss counts once within a status. */
function byStatus(claims: readonly AskedClaim[], period: Period): Summary["byStatus"] {
  return claimStatus.options.flatMap((status) => {
    const own = claims.filter((claim) => cameTo(claim, period)?.to === status);
    if (own.length === 0) return [];
    return [{ status, count: own.length, sums: sumByCurrency(lossOf(own)) }];
  });
}
