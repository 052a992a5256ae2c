import type { Queries } from "../../graph-queries/runner.ts";
import { type ColumnsBuilder, columnsBuilder } from "./build.ts";
import {
  CHANNELS,
  type Channel,
  EXIT_KINDS,
  type ExitKind,
  type HolderKind,
  type TransferColumns,
} from "./columns.ts";

export interface StreamOptions {
  readonly signal?: AbortSignal;
  readonly report?: (done: number, total: number) => void;
}

/**
 * Columns plus the transfers of the sources named; undefined where `total` transfers is not what
 * comes of it.
 */
export async function withSources(
  queries: Queries,
  columns: TransferColumns,
  sources: readonly string[],
  total: number,
  options: StreamOptions,
): Promise<TransferColumns | undefined> {
  const builder = columnsBuilder();
  const places = await streamAccounts(queries, builder, options);
  for (let row = 0; row < columns.length; row += 1) {
    builder.transfer({
      id: columns.idOf(row),
      from: columns.accounts.numbers[columns.from[row] as number] as string,
      to: columns.accounts.numbers[columns.to[row] as number] as string,
      amount: columns.amount[row] as bigint,
      currency: columns.currencies[columns.currency[row] as number] as string,
      bookedAt: columns.bookedAt[row] as number,
      channel: CHANNELS[columns.channel[row] as number] as Channel,
      order: columns.order[row] as number,
    });
  }
  const watch = watcher(options, total - columns.length);
  await streamRows(
    queries,
    "columns/transfers-of-sources",
    { sources: [...sources] },
    places,
    builder,
    watch,
  );
  return columns.length + watch.done() === total ? builder.finish() : undefined;
}

/** Everything the database holds, as columns; `total` is for the progress. */
export async function streamColumns(
  queries: Queries,
  total: number,
  options: StreamOptions,
): Promise<TransferColumns> {
  const builder = columnsBuilder();
  const places = await streamAccounts(queries, builder, options);
  const watch = watcher(options, total);
  await streamPayers(queries, places, builder, watch);
  await streamRows(
    queries,
    "columns/transfers-of-hubs",
    { most: MOST_IN_A_ROW },
    places,
    builder,
    watch,
  );
  watch.finish();
  return builder.finish();
}

/**
 * The queries of `streamColumns` with nothing made of their rows: what streaming itself costs.
 * Returns how many rows came.
 */
export async function streamNothing(queries: Queries): Promise<number> {
  const parameters = { most: MOST_IN_A_ROW };
  let rows = 0;
  for (const stream of [
    queries.stream("columns/holders"),
    queries.stream("columns/accounts"),
    queries.stream("columns/transfers", parameters, { fetchSize: PAYERS_FETCHED }),
    queries.stream("columns/transfers-of-hubs", parameters),
  ]) {
    for await (const _row of stream) rows += 1;
  }
  return rows;
}

/** An account that pays more often comes a transfer at a time. */
const MOST_IN_A_ROW = 5_000n;
/** Payers fetched at once: some ten transfers each. */
const PAYERS_FETCHED = 1_000;

/** Places in the builder by the database's own id of an account. */
type Places = ReadonlyMap<number, number>;

async function streamAccounts(
  queries: Queries,
  builder: ColumnsBuilder,
  options: StreamOptions,
): Promise<Places> {
  const holders = await streamHolders(queries, options);
  const places = new Map<number, number>();
  for await (const row of queries.stream("columns/accounts")) {
    options.signal?.throwIfAborted();
    const [id, number, bank, exit, openedAt, phone, device] = row as [
      number,
      string,
      string | null,
      string | null,
      number | null,
      string | null,
      string | null,
    ];
    const holder = holders.get(id);
    const exitKind =
      exit === null ? null : EXIT_KINDS.includes(exit as ExitKind) ? (exit as ExitKind) : "other";
    const place = builder.account({
      number,
      bank,
      holderKey: holder?.key ?? null,
      holderKind: holder?.kind ?? "unknown",
      exitKind,
      openedAt,
      phone,
      device,
    });
    places.set(id, place);
  }
  return places;
}

interface AccountHolder {
  readonly key: string;
  readonly kind: HolderKind;
}

/** By the database's id of the account; of several holders the one with the lowest key. */
async function streamHolders(
  queries: Queries,
  options: StreamOptions,
): Promise<Map<number, AccountHolder>> {
  const holders = new Map<number, AccountHolder>();
  for await (const row of queries.stream("columns/holders")) {
    options.signal?.throwIfAborted();
    const [account, key, kind] = row as [number, string, HolderKind | null];
    const known = holders.get(account);
    if (!known || key < known.key) holders.set(account, { key, kind: kind ?? "unknown" });
  }
  return holders;
}

/** Counts transfers, tells how far it is, and stops where the caller wants to. */
function watcher(options: StreamOptions, total: number) {
  let done = 0;
  let told = 0;
  return {
    done: () => done,
    add: (more: number) => {
      done += more;
      if (done - told < 20_000 && told > 0) return;
      told = done;
      options.signal?.throwIfAborted();
      options.report?.(done, total);
    },
    finish: () => options.report?.(done, total),
  };
}

/** Transfers that come a payer at a time, as lists side by side. */
async function streamPayers(
  queries: Queries,
  places: Places,
  builder: ColumnsBuilder,
  watch: ReturnType<typeof watcher>,
): Promise<void> {
  const parameters = { most: MOST_IN_A_ROW };
  for await (const row of queries.stream("columns/transfers", parameters, {
    fetchSize: PAYERS_FETCHED,
  })) {
    const [payer, ids, to, amounts, currencies, instants, channels, orders] = row as [
      number,
      string[],
      number[],
      bigint[],
      string[],
      number[],
      string[],
      number[],
    ];
    const from = places.get(payer);
    let taken = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const payee = places.get(to[at] as number);
      // An account that came after the accounts were read: the count will not agree, see
      // makeSnapshot.
      if (from === undefined || payee === undefined) continue;
      builder.row(
        from,
        payee,
        ids[at] as string,
        amounts[at] as bigint,
        currencies[at] as string,
        instants[at] as number,
        channels[at] as string,
        orders[at] as number,
      );
      taken += 1;
    }
    watch.add(taken);
  }
}

/** Transfers that come a row each. */
async function streamRows(
  queries: Queries,
  query: string,
  parameters: Record<string, unknown>,
  places: Places,
  builder: ColumnsBuilder,
  watch: ReturnType<typeof watcher>,
): Promise<void> {
  for await (const row of queries.stream(query, parameters)) {
    const [payer, id, to, amount, currency, instant, channel, order] = row as [
      number,
      string,
      number,
      bigint,
      string,
      number,
      string,
      number,
    ];
    const from = places.get(payer);
    const payee = places.get(to);
    if (from === undefined || payee === undefined) continue;
    builder.row(from, payee, id, amount, currency, instant, channel, order);
    watch.add(1);
  }
}
