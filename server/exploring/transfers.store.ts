import { z } from "zod";
import type { ExploreFilter, MoneyText, TransferRow } from "../../contract/exploring.ts";
import type { ReportRow } from "../../contract/report-row.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { hiddenParameters, NOTHING_HIDDEN } from "../api/hidden.ts";
import { UserError } from "../errors/user-error.ts";
import { HOUR } from "../time/instant.ts";
import { dayText } from "./card.store.ts";
import { histogramRow, nextRow, reportRecord, totalRow, transferRecord } from "./picture-rows.ts";
import { HOME_OFFSET, queryFilter } from "./query-filter.ts";

/** Single transfers, their totals, their rhythm by day, and the reports they are in. */

export interface TransferRequest extends ExploreFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly scope: "within" | "around" | "in" | "out";
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly order: "time" | "time-down" | "amount-down";
  readonly offset: number;
  readonly limit: number;
}

export interface TransferPage {
  readonly total: number;
  readonly sums: MoneyText[];
  readonly transfers: TransferRow[];
}

export async function transferPage(
  queries: Queries,
  request: TransferRequest,
): Promise<TransferPage> {
  if (request.ids !== undefined) return transfersById(queries, request.ids);
  const numbers =
    request.accounts ?? [request.from, request.to].filter((number) => number !== undefined);
  const parameters = {
    numbers,
    scope: request.scope,
    from: request.from ?? null,
    to: request.to ?? null,
    ...queryFilter(request),
  };
  const page = {
    ...parameters,
    order: request.order,
    offset: BigInt(request.offset),
    limit: BigInt(request.limit),
  };
  const [totals, transfers] = await Promise.all([
    queries.read("exploring/transfer-totals", parameters, totalRow),
    queries.read("exploring/transfers", page, transferRecord),
  ]);
  return {
    total: totals.reduce((sum, row) => sum + row.count, 0),
    sums: totals.map((row) => ({ currency: row.currency, amount: row.amount.toString() })),
    transfers,
  };
}

async function transfersById(queries: Queries, ids: readonly string[]): Promise<TransferPage> {
  const transfers = await queries.read("exploring/transfers-by-id", { ids }, transferRecord);
  return {
    total: transfers.length,
    sums: sumByCurrency(transfers),
    transfers,
  };
}

/** Transfers of the payee within `hours` after the transfer, each at least `minimumShare` of it. */
export async function nextHop(
  queries: Queries,
  request: { readonly transferId: string; readonly hours: number; readonly minimumShare: number },
): Promise<{ transfers: TransferRow[]; leftOut: number }> {
  const seed = await transfersById(queries, [request.transferId]);
  if (seed.total === 0) {
    throw new UserError({
      code: "not-found",
      status: 404,
      message: `There is no transfer ${request.transferId} in this database.`,
      remedy: "Check the id; a withdrawn source takes its transfers with it.",
      params: { what: "transfer", id: request.transferId },
    });
  }
  const window = BigInt(Math.round(request.hours * HOUR));
  const rows = await queries.read(
    "exploring/next-hop",
    { id: request.transferId, window },
    nextRow,
  );
  const share = BigInt(Math.round(request.minimumShare * 10_000));
  const kept = rows.filter((row) => row.amount * 10_000n >= row.seed * share);
  const { transfers } = await transfersById(
    queries,
    kept.map((row) => row.id),
  );
  return { transfers, leftOut: rows.length - kept.length };
}

export async function histogram(
  queries: Queries,
  request: {
    readonly accounts: readonly string[];
    readonly of?: string | undefined;
    readonly minimumAmount?: string | undefined;
  },
): Promise<{
  days: { day: string; currency: string; amount: string; count: number; own: string }[];
}> {
  const parameters = {
    numbers: request.accounts,
    of: request.of ?? null,
    minimumAmount: request.minimumAmount === undefined ? null : BigInt(request.minimumAmount),
    zone: HOME_OFFSET,
  };
  const rows = await queries.read("exploring/histogram", parameters, histogramRow);
  return {
    days: rows.map((row) => ({
      day: dayText(row.day),
      currency: row.currency,
      amount: row.amount.toString(),
      count: row.count,
      own: row.own.toString(),
    })),
  };
}

export async function reportPage(
  queries: Queries,
  page: { readonly offset: number; readonly limit: number },
  hidden = NOTHING_HIDDEN,
): Promise<{ total: number; reports: ReportRow[] }> {
  const { hiddenReports } = hiddenParameters(hidden);
  const [[total], reports] = await Promise.all([
    queries.read("exploring/report-count", { hiddenReports }, z.object({ total: count })),
    queries.read(
      "exploring/reports",
      { offset: BigInt(page.offset), limit: BigInt(page.limit), hiddenReports },
      reportRecord,
    ),
  ]);
  return { total: total?.total ?? 0, reports };
}
