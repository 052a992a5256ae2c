import { z } from "zod";
import type { ClaimStatus } from "../../contract/claim-steps.ts";
import type { DataFigureId, DataRecord, overviewRecords } from "../../contract/overview-records.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../api/hidden.ts";
import { askedClaims } from "../cases/cases.store.ts";
import {
  type ClaimedFigure,
  cameTo,
  claimedParts,
  lossParts,
  type NamedClaim,
  type Period,
  within,
} from "../cases/claimed-together.ts";
import { dayOf, dayText } from "../time/day.ts";
import { refuseReversed } from "../time/period.ts";
import { boundsOf } from "./overview.store.ts";

type Wanted = z.output<typeof overviewRecords.records.query>;
type Page = z.input<typeof overviewRecords.records.answer>;

const when = count.nullish().transform((at) => at ?? null);
const reportRow = z.object({ id: z.string(), at: when, name: text, person: z.string() });
const stolenRow = z.object({
  id: z.string(),
  at: when,
  name: text,
  currency: z.string(),
  confirmed: z.boolean(),
  amount: minorUnits,
  count,
});
const titledRow = z.object({ id: z.string(), title: text, at: when });

/**
 * A page of the records behind a figure of the data, the newest day first; see overview.store.ts.
 * The figure counts what is hidden, the list leaves it out.
 */
export async function dataRecords(
  queries: Queries,
  wanted: Wanted,
  hidden = NOTHING_HIDDEN,
): Promise<Page> {
  const { figure, offset, limit } = wanted;
  refuseReversed(wanted.from, wanted.until);
  const period: Period = { from: wanted.from ?? null, until: wanted.until ?? null };
  const all = (await recordsOf(queries, figure, period)).sort(newestFirst);
  const shown = all.filter(
    (one) => !hidden.cases.has(one.case ?? "") && !hidden.reports.has(one.report ?? ""),
  );
  const rest = shown.length - offset - limit;
  return {
    figure: {
      count: all.reduce((sum, one) => sum + one.count, 0),
      sums: sumByCurrency(all.flatMap((one) => one.sums)),
    },
    records: shown.slice(offset, offset + limit),
    next: rest > 0 ? offset + limit : null,
  };
}

function recordsOf(queries: Queries, id: DataFigureId, period: Period): Promise<DataRecord[]> {
  const bounds = boundsOf(period);
  if (id === "reports" || id === "victims") return ofReports(queries, bounds, id);
  if (id === "stolen") return ofStolen(queries, bounds);
  if (id === "cases" || id === "files") return ofTitled(queries, bounds, id);
  return ofClaims(queries, id, period);
}

type Bounds = ReturnType<typeof boundsOf>;

/** Each report once, or each victim once at the first report. */
async function ofReports(
  queries: Queries,
  bounds: Bounds,
  figure: "reports" | "victims",
): Promise<DataRecord[]> {
  const rows = await queries.read("overview/report-records", { ...bounds }, reportRow);
  const seen = new Set<string>();
  return rows.flatMap(({ id, at, name, person }) => {
    const key = figure === "reports" ? id : person;
    if (seen.has(key)) return [];
    seen.add(key);
    const about = [name, id].filter(Boolean).join(" · ");
    return [{ ...BLANK, key, day: dayOr(at), about, report: id }];
  });
}

/** The stolen money of each report; several currencies of one report are one record. */
async function ofStolen(queries: Queries, bounds: Bounds): Promise<DataRecord[]> {
  const rows = await queries.read("overview/stolen-records", { ...bounds }, stolenRow);
  const reports = new Map<string, DataRecord>();
  for (const { id, at, name, currency, confirmed, amount, count: transfers } of rows) {
    const before = reports.get(id);
    const sum = { currency, amount: amount.toString() };
    reports.set(id, {
      ...BLANK,
      key: id,
      day: dayOr(at),
      about: [name, id].filter(Boolean).join(" · "),
      report: id,
      count: (before?.count ?? 0) + transfers,
      sums: sumByCurrency([...(before?.sums ?? []), sum]),
      unconfirmed: [...(before?.unconfirmed ?? []), ...(confirmed ? [] : [sum])],
    });
  }
  return [...reports.values()];
}

async function ofTitled(
  queries: Queries,
  bounds: Bounds,
  figure: "cases" | "files",
): Promise<DataRecord[]> {
  const query = figure === "cases" ? "overview/case-records" : "overview/file-records";
  const rows = await queries.read(query, { ...bounds }, titledRow);
  return rows.map(({ id, title, at }) => ({
    ...BLANK,
    key: id,
    day: dayOr(at),
    about: title ?? id,
    ...(figure === "cases" ? { case: id } : { file: id }),
  }));
}

const CLAIMED: ReadonlyMap<DataFigureId, ClaimedFigure> = new Map([
  ["claims", "claimed"],
  ["withdrawals", "withdrawn"],
  ["claimsAgain", "again"],
]);

/**
 * Claims that left the office in the period, that were over or came back in it, that asked again,
 * or that came to the status that they had at its end.
 */
async function ofClaims(
  queries: Queries,
  figure: DataFigureId,
  period: Period,
): Promise<DataRecord[]> {
  const status = figure.startsWith("status-")
    ? (figure.slice("status-".length) as ClaimStatus)
    : null;
  const claims = await askedClaims(queries, null);
  const wanted = CLAIMED.get(figure);
  if (wanted !== undefined)
    return claimedParts(claims)
      .filter((part) => within(part.at, period) && part.figure === wanted)
      .map(({ claim, at, amount, number }) => ({
        ...ofClaim(claim, at, amount),
        ...(number > 0 && { key: `${claim.id}#${number}` }),
      }));
  const dated = claims.flatMap((claim) => {
    const came = cameTo(claim, period);
    return came?.to === status ? [{ claim, at: came.at }] : [];
  });
  return lossParts(dated).map(({ claim, at, amount }) => ofClaim(claim, at, amount));
}

function ofClaim(claim: NamedClaim, at: number, amount: bigint): DataRecord {
  return {
    ...BLANK,
    key: claim.id,
    day: dayText(dayOf(at)),
    about: [claim.victim, claim.defendant].filter(Boolean).join(" → ") || claim.id,
    case: claim.case,
    claim: claim.id,
    sums: [{ currency: claim.currency, amount: amount.toString() }],
  };
}

const BLANK = {
  report: null,
  case: null,
  claim: null,
  file: null,
  count: 1,
  sums: [],
  unconfirmed: [],
};

function dayOr(at: number | null): string | null {
  return at === null ? null : dayText(dayOf(at));
}

function newestFirst(one: DataRecord, other: DataRecord): number {
  const [left, right] = [one.day ?? "", other.day ?? ""];
  if (left !== right) return left < right ? 1 : -1;
  return one.key < other.key ? -1 : 1;
}
