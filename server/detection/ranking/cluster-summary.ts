import { EXIT_KINDS, type TransferColumns } from "../../columns/columns.ts";
import { DAY, MINUTE } from "../../time/instant.ts";
import type { Context } from "../indicators/context.ts";
import { rowsBetween } from "../indicators/explained-rows.ts";
import { reportedOf } from "../indicators/reported-money.ts";
import { CONSTANTS } from "../parameters.ts";
import type { FoundCluster } from "./clusters.ts";
import type { CurrencySum, RankedCluster } from "./detection-result.ts";
import type { Outcome } from "./outcome.ts";
import { scoreOf } from "./scores.ts";

type Sums = Map<number, bigint>;

/** A cluster with its money, as it is stored. */
export function summaryOf(outcome: Outcome, cluster: FoundCluster, rank: number): RankedCluster {
  const { context, scores, parts } = outcome;
  const { columns, flow } = context;
  const { numbers } = columns.accounts;
  const own = new Set(cluster.members.filter((account) => parts[account]?.role !== "victim"));
  const { first, last } = daysOf(context, cluster);
  const rows = rowsWithin(context, cluster);
  const received = new Map<number, Sums>();
  const sent = new Map<number, Sums>();
  const came: Sums = new Map();
  for (const row of rows) {
    const [from, to] = [columns.from[row]!, columns.to[row]!];
    count(sumsOf(received, to), columns, row);
    count(sumsOf(sent, from), columns, row);
    if (!own.has(from) && own.has(to)) count(came, columns, row);
  }
  const taint = reportedOf(context).taint;
  const reports = new Set([...rows].map((row) => taint.get(row)?.report ?? ""));
  return {
    id: cluster.id,
    rank,
    points: cluster.points,
    score: scoreOf(cluster.points),
    typology: cluster.typology,
    members: cluster.members.map((account) => ({
      account: numbers[account] as string,
      role: parts[account]?.role ?? "none",
      points: scores.points[account]!,
      score: scoreOf(scores.points[account]!),
      received: written(columns, received.get(account)),
      sent: written(columns, sent.get(account)),
    })),
    received: written(columns, came),
    leftThroughExits: written(columns, leftThroughExits(context, own, first, last)),
    transfers: rows.size,
    first: flow.start + first * DAY,
    last: flow.start + last * DAY,
    lookFirst: numbers[cluster.members[0] as number] as string,
    reports: [...reports].filter((id) => id !== "").sort(),
  };
}

/** First and last day of its suspicious relations; zero where it has none. */
function daysOf({ relations }: Context, cluster: FoundCluster): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const relation of cluster.relations) {
    first = Math.min(first, relations.first[relation]!);
    last = Math.max(last, relations.last[relation]!);
  }
  return { first: Number.isFinite(first) ? first : 0, last: Number.isFinite(last) ? last : 0 };
}

/** Rows of its suspicious relations in the time of the run. */
function rowsWithin({ columns, relations, input }: Context, cluster: FoundCluster): Set<number> {
  const rows = new Set<number>();
  for (const relation of cluster.relations) {
    for (const row of rowsBetween(columns, relations.from[relation]!, relations.to[relation]!)) {
      const at = columns.bookedAt[row]!;
      if (at >= input.since && at < input.until) rows.add(row);
    }
  }
  return rows;
}

/** What its droppers paid out of the accounts while it was active; purchases are life. */
function leftThroughExits(
  { columns, flow }: Context,
  own: ReadonlySet<number>,
  first: number,
  last: number,
): Sums {
  const { beforeMinutes, afterDays } = CONSTANTS.clusterMoney;
  const start = flow.start + first * DAY - beforeMinutes * MINUTE;
  const end = flow.start + last * DAY + afterDays * DAY;
  const { exitKind } = columns.accounts;
  const { offsets, rows } = columns.outgoing;
  const left: Sums = new Map();
  for (const account of own) {
    for (const row of rows.subarray(offsets[account], offsets[account + 1])) {
      const when = columns.bookedAt[row]!;
      const kind = exitKind[columns.to[row]!]!;
      if (when < start || when > end || kind === 0 || kind === PURCHASE) continue;
      count(left, columns, row);
    }
  }
  return left;
}

const PURCHASE = EXIT_KINDS.indexOf("pos") + 1;

function sumsOf(all: Map<number, Sums>, account: number): Sums {
  const known = all.get(account) ?? new Map();
  all.set(account, known);
  return known;
}

function count(into: Sums, columns: TransferColumns, row: number): void {
  const currency = columns.currency[row]!;
  into.set(currency, (into.get(currency) ?? 0n) + (columns.amount[row] as bigint));
}

function written(columns: TransferColumns, sums: Sums | undefined): CurrencySum[] {
  return [...(sums ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([currency, amount]) => ({
      currency: columns.currencies[currency] as string,
      amount: amount.toString(),
    }));
}
