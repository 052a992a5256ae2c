import type { TraceStop } from "../../contract/tracing.ts";
import {
  CHANNELS,
  type Channel,
  HOLDER_KINDS,
  type HolderKind,
  type TransferColumns,
} from "../columns/columns.ts";

/**
 * Kinds of account where stolen money can no longer be told from everybody else's, as account lists
 * write them. Change it here, or for one trace by letting an account go or stopping at more
 * (contract/tracing.ts, letGo and stopAt).
 */
const STOP_KINDS: ReadonlyMap<string, NaturalStop> = new Map(
  Object.entries({
    merchant: "merchant",
    shop: "merchant",
    utility: "merchant",
    biller: "merchant",
    pooled: "pooled",
    bank: "pooled",
    transit: "pooled",
    correspondent: "pooled",
    nostro: "pooled",
    internal: "pooled",
    exchange: "exchange",
    crypto: "exchange",
    escrow: "pooled",
    terminal: "terminal",
    atm: "terminal",
    pos: "terminal",
    магазин: "merchant",
    мерчант: "merchant",
    дүкен: "merchant",
    банк: "pooled",
    транзитный: "pooled",
    корреспондентский: "pooled",
    эскроу: "pooled",
    биржа: "exchange",
    терминал: "terminal",
    банкомат: "terminal",
  }),
);

/** The words that count, in small letters. */
export const STOPPING_KINDS: readonly string[] = [...STOP_KINDS.keys()];

/**
 * An organisation with more transfers than this is taken for a merchant or payer, anybody with more
 * than MOST_TRANSFERS for a pooled account.
 */
const BUSY_ORGANISATION = 200;
export const MOST_TRANSFERS = 3_000;

/**
 * What an account is that is mostly paid through such a channel: a shop's, an exchange's. Cash may
 * be paid in to anybody.
 */
const STOP_CHANNELS: ReadonlyMap<Channel, NaturalStop> = new Map([
  ["pos", "merchant"],
  ["crypto", "exchange"],
]);

/** Channels of payments received that can make an account a stop. */
export const STOPPING_CHANNELS: readonly Channel[] = [...STOP_CHANNELS.keys()];

/** A stop that the data alone says; a reader's own choices come on top (`chosenStops`). */
export type NaturalStop = Exclude<TraceStop, "chosen">;

/** What the database knows of an account that decides whether money can be followed through it. */
export interface StopFacts {
  readonly exit: boolean;
  /** As the account list writes it; null = not written. */
  readonly kind: string | null;
  readonly holderKind: HolderKind;
  /** Transfers sent and received in the whole data. */
  readonly sent: number;
  readonly received: number;
  /** How many of the received ones came through a channel. */
  readonly receivedThrough: (channel: Channel) => number;
}

/**
 * Why following money ends at an account; null = it goes on. The only place where that is decided:
 * a trace, the expansion of a picture and the search for paths all ask here. An exit first, then
 * what the account list says, then how busy the account is and how it is paid.
 */
export function stopOf(account: StopFacts): NaturalStop | null {
  if (account.exit) return "exit";
  const listed = STOP_KINDS.get(account.kind?.trim().toLowerCase() ?? "");
  if (listed !== undefined) return listed;
  const transfers = account.sent + account.received;
  if (transfers > MOST_TRANSFERS) return "pooled";
  if (account.holderKind === "organisation" && transfers > BUSY_ORGANISATION) return "merchant";
  if (account.holderKind === "person") return null;
  for (const [channel, stop] of STOP_CHANNELS) {
    const through = account.receivedThrough(channel);
    if (through > 0 && through * 2 >= account.received) return stop;
  }
  return null;
}

/** `stopOf` an account of the columns; `kind` is what the account list says of it. */
export function stopInColumns(
  columns: TransferColumns,
  account: number,
  kind: string | null,
): NaturalStop | null {
  const { accounts, outgoing, incoming, channel } = columns;
  const degree = ({ offsets }: TransferColumns["outgoing"]) =>
    (offsets[account + 1] ?? 0) - (offsets[account] ?? 0);
  return stopOf({
    exit: (accounts.exitKind[account] ?? 0) !== 0,
    kind,
    holderKind: HOLDER_KINDS[accounts.holderKind[account] ?? 0] ?? "unknown",
    sent: degree(outgoing),
    received: degree(incoming),
    receivedThrough: (name) => {
      const code = CHANNELS.indexOf(name);
      const rows = incoming.rows.subarray(incoming.offsets[account], incoming.offsets[account + 1]);
      return rows.reduce((count, row) => (channel[row] === code ? count + 1 : count), 0);
    },
  });
}

/** An account as the account list describes it. */
export interface MarkedAccount {
  readonly number: string;
  readonly kind: string | null;
  readonly stub: boolean;
  readonly exit: boolean;
}

/** Why the trace ends at each account where it does, before a reader's own choices. */
export function stopsOf(
  columns: TransferColumns,
  marked: readonly Pick<MarkedAccount, "number" | "kind">[],
): Map<number, TraceStop> {
  const kinds = kindsByIndex(columns, marked);
  const stops = new Map<number, TraceStop>();
  for (let account = 0; account < columns.accounts.length; account += 1) {
    const stop = stopInColumns(columns, account, kinds.get(account) ?? null);
    if (stop !== null) stops.set(account, stop);
  }
  return stops;
}

/** Kinds of the account list by the accounts' places in the columns. */
export function kindsByIndex(
  { accounts }: TransferColumns,
  marked: readonly Pick<MarkedAccount, "number" | "kind">[],
): ReadonlyMap<number, string> {
  const kinds = new Map<number, string>();
  for (const { number, kind } of marked) {
    const account = accounts.indexOf(number);
    if (account !== undefined && kind !== null) kinds.set(account, kind);
  }
  return kinds;
}

/**
 * The stops with a reader's choices: accounts let go and accounts to stop at. Exits stay ways
 * out.
 */
export function chosenStops(
  stops: ReadonlyMap<number, TraceStop>,
  letGo: readonly number[],
  stopAt: readonly number[],
): Map<number, TraceStop> {
  const chosen = new Map(stops);
  for (const account of letGo) if (chosen.get(account) !== "exit") chosen.delete(account);
  for (const account of stopAt) if (!chosen.has(account)) chosen.set(account, "chosen");
  return chosen;
}
