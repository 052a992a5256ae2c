import type { GraphEdge, MoneyText, TransferRow } from "../../../../contract/exploring.ts";
import { majorUnits } from "../../../../contract/format/money.ts";
import { sumByCurrency } from "../../../../contract/sums.ts";

/**
 * Exact sums of transfers, on the page: bigint all the way, one currency never added to another.
 */

export interface Filter {
  readonly since: number | null;
  readonly until: number | null;
  readonly minimum: string | null;
}

export const NO_FILTER: Filter = { since: null, until: null, minimum: null };

/** The filter as the server takes it. */
export function filterBody(filter: Filter) {
  return {
    ...(filter.since === null ? {} : { since: filter.since }),
    ...(filter.until === null ? {} : { until: filter.until }),
    ...(filter.minimum === null ? {} : { minimumAmount: filter.minimum }),
  };
}

export function inTime(row: Pick<TransferRow, "bookedAt">, filter: Filter): boolean {
  return (
    (filter.since === null || row.bookedAt >= filter.since) &&
    (filter.until === null || row.bookedAt < filter.until)
  );
}

export function bigEnough(row: Pick<TransferRow, "amount">, filter: Filter): boolean {
  return filter.minimum === null || BigInt(row.amount) >= BigInt(filter.minimum);
}

/** All transfers from one account to another as one relation, in the order of accounts. */
export function bundle(rows: Iterable<TransferRow>): readonly GraphEdge[] {
  const groups = new Map<string, TransferRow[]>();
  for (const row of rows) {
    const key = `${row.from}>${row.to}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const [first] = group as [TransferRow];
      return {
        from: first.from,
        to: first.to,
        count: group.length,
        sums: sumByCurrency(group),
        first: group.reduce((least, row) => Math.min(least, row.bookedAt), first.bookedAt),
        last: group.reduce((most, row) => Math.max(most, row.bookedAt), first.bookedAt),
      };
    });
}

export interface Turnover {
  readonly inCount: number;
  readonly outCount: number;
  readonly in: readonly MoneyText[];
  readonly out: readonly MoneyText[];
  readonly net: readonly MoneyText[];
}

export interface Totals {
  readonly total: number;
  readonly sums: readonly MoneyText[];
}

/** Number and sums of relations, whoever added them up. */
export function totalsOf(edges: Iterable<GraphEdge>): Totals {
  let total = 0;
  const parts: MoneyText[] = [];
  for (const edge of edges) {
    total += edge.count;
    parts.push(...edge.sums);
  }
  return { total, sums: sumByCurrency(parts) };
}

/**
 * Money that came into a set of accounts from outside, money that left it, and the difference.
 * Transfers inside the set count in neither.
 */
export function turnover(edges: readonly GraphEdge[], accounts: ReadonlySet<string>): Turnover {
  const received = totalsOf(
    edges.filter((edge) => accounts.has(edge.to) && !accounts.has(edge.from)),
  );
  const sent = totalsOf(edges.filter((edge) => accounts.has(edge.from) && !accounts.has(edge.to)));
  const currencies = [
    ...new Set([...received.sums, ...sent.sums].map((sum) => sum.currency)),
  ].sort();
  const of = (sums: readonly MoneyText[], currency: string) =>
    BigInt(sums.find((sum) => sum.currency === currency)?.amount ?? "0");
  return {
    inCount: received.total,
    outCount: sent.total,
    in: received.sums,
    out: sent.sums,
    net: currencies.map((currency) => ({
      currency,
      amount: (of(received.sums, currency) - of(sent.sums, currency)).toString(),
    })),
  };
}

/** The currency to show pictures in: tenge where there is any, else the one with most transfers. */
export function mainCurrency(rows: Iterable<Pick<TransferRow, "currency">>): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.currency, (counts.get(row.currency) ?? 0) + 1);
  if (counts.has("KZT") || counts.size === 0) return "KZT";
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "KZT";
}

/**
 * Minor units of the main currency as a plain number of major ones: for widths and sizes only,
 * never for figures.
 */
export function roughAmount(sums: readonly MoneyText[]): number {
  const main = sums.find((sum) => sum.currency === "KZT") ?? sums[0];
  return main ? majorUnits(main.amount, main.currency) : 0;
}
