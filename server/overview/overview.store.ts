import { z } from "zod";
import { claimStatus } from "../../contract/cases.ts";
import { sourceState } from "../../contract/loading.ts";
import type { overview } from "../../contract/overview.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { DAY, HOME_ZONE, offsetMilliseconds } from "../time/instant.ts";

/** Figures of the start page and of a period, counted from the graph at the time of asking. */

type Today = z.input<typeof overview.today.answer>;
type Summary = z.input<typeof overview.summary.answer>;

const HOME_OFFSET = BigInt(offsetMilliseconds(HOME_ZONE) ?? 0);
const NEWEST = 6;
/** Nothing is booked outside of these. */
const EVER = { from: -8_640_000_000_000_000n, until: 8_640_000_000_000_000n };

const countsRow = z.object({ accounts: count, transfers: count, reports: count });
const reportedRow = z.object({
  day: count.nullable(),
  currency: z.string(),
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
    requestNumber: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
  }),
});
const periodRow = z.object({
  reports: count,
  victims: count,
  clusters: count,
  droppers: count,
  cases: count,
  files: count,
});
const claimsRow = z.object({
  status: claimStatus,
  currency: z.string(),
  count,
  amount: minorUnits,
});

export async function today(queries: Queries): Promise<Today> {
  const [[counts], reported, sources] = await Promise.all([
    queries.read("overview/counts", {}, countsRow),
    queries.read("overview/reported", { from: null, until: null, zone: HOME_OFFSET }, reportedRow),
    queries.read("overview/newest-sources", { limit: BigInt(NEWEST) }, sourceRow),
  ]);
  return {
    accounts: counts?.accounts ?? 0,
    transfers: counts?.transfers ?? 0,
    reports: counts?.reports ?? 0,
    stolen: sumByCurrency(reported),
    sources: sources.map((row) => row.source),
  };
}

/** `from` inclusive, `until` exclusive, UTC milliseconds; each may be absent. */
export async function summary(
  queries: Queries,
  period: { readonly from?: number | undefined; readonly until?: number | undefined },
): Promise<Summary> {
  const bounds = {
    from: period.from === undefined ? null : BigInt(period.from),
    until: period.until === undefined ? null : BigInt(period.until),
  };
  const unbounded = bounds.from === null && bounds.until === null;
  const [[figures], reported, claims, transfers] = await Promise.all([
    queries.read("overview/period", bounds, periodRow),
    queries.read("overview/reported", { ...bounds, zone: HOME_OFFSET }, reportedRow),
    queries.read("overview/claims", bounds, claimsRow),
    unbounded
      ? queries.read("overview/counts", {}, countsRow)
      : queries.read(
          "overview/transfers",
          { from: bounds.from ?? EVER.from, until: bounds.until ?? EVER.until },
          z.object({ transfers: count }),
        ),
  ]);
  if (!figures) throw new Error("overview/period returned no row");
  const live = claims.filter((row) => row.status !== "withdrawn" && row.status !== "rejected");
  return {
    ...figures,
    stolen: sumByCurrency(reported),
    claims: claims.reduce((total, row) => total + row.count, 0),
    claimed: sumByCurrency(live),
    transfers: transfers[0]?.transfers ?? 0,
    byStatus: byStatus(claims),
    perDay: reported.flatMap(({ day, amount, ...row }) =>
      day === null
        ? []
        : [
            {
              day: new Date(day * DAY).toISOString().slice(0, 10),
              amount: amount.toString(),
              ...row,
            },
          ],
    ),
  };
}

/** In the order of a claim's life. */
function byStatus(claims: readonly z.output<typeof claimsRow>[]): Summary["byStatus"] {
  return claimStatus.options.flatMap((status) => {
    const rows = claims.filter((row) => row.status === status);
    if (rows.length === 0) return [];
    return [
      {
        status,
        count: rows.reduce((total, row) => total + row.count, 0),
        sums: sumByCurrency(rows),
      },
    ];
  });
}
