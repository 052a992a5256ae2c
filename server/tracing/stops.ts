import type { TraceStop } from "../../contract/tracing.ts";
import { CHANNELS, type Channel, HOLDER_KINDS, type TransferColumns } from "../columns/columns.ts";

/**
 * Kinds of account where stolen money can no longer be told from everybody else's, as account lists
 * write them. Change it here, or for one trace by letting an account go or stopping at more
 * (contract/tracing.ts, letGo and stopAt).
 */
export const STOP_KINDS: Readonly<Record<string, TraceStop>> = {
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
};

/**
 * An organisation with more transfers than this is taken for a merchant or payer, anybody with more
 * than HUB for a pooled account.
 */
const BUSY_ORGANISATION = 200;
const HUB = 3_000;

/**
 * What an account is that is mostly paid through such a channel: a shop's, an exchange's. Cash may
 * be paid in to anybody.
 */
const STOP_CHANNELS: Readonly<Partial<Record<Channel, TraceStop>>> = {
  pos: "merchant",
  crypto: "exchange",
};

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
  marked: readonly MarkedAccount[],
): Map<number, TraceStop> {
  const stops = new Map<number, TraceStop>();
  const { accounts, outgoing, incoming } = columns;
  const organisation = HOLDER_KINDS.indexOf("organisation");
  const person = HOLDER_KINDS.indexOf("person");
  for (let account = 0; account < accounts.length; account += 1) {
    if (accounts.exitKind[account] !== 0) {
      stops.set(account, "exit");
      continue;
    }
    const sent = (outgoing.offsets[account + 1] as number) - (outgoing.offsets[account] as number);
    const received =
      (incoming.offsets[account + 1] as number) - (incoming.offsets[account] as number);
    if (sent + received > HUB) stops.set(account, "pooled");
    else if (accounts.holderKind[account] === organisation && sent + received > BUSY_ORGANISATION) {
      stops.set(account, "merchant");
    } else if (accounts.holderKind[account] !== person) {
      const paidThrough = channelOfReceipts(columns, account);
      if (paidThrough !== undefined) stops.set(account, paidThrough);
    }
  }
  for (const one of marked) {
    const account = accounts.indexOf(one.number);
    const stop = STOP_KINDS[one.kind?.trim().toLowerCase() ?? ""];
    if (account !== undefined && stop !== undefined && !one.exit) stops.set(account, stop);
  }
  return stops;
}

/** The stop that half or more of an account's receipts say it is, by their channel. */
function channelOfReceipts(
  { incoming, channel }: TransferColumns,
  account: number,
): TraceStop | undefined {
  const rows = incoming.rows.subarray(incoming.offsets[account], incoming.offsets[account + 1]);
  for (const [name, stop] of Object.entries(STOP_CHANNELS)) {
    const code = CHANNELS.indexOf(name as Channel);
    const through = rows.reduce((count, row) => (channel[row] === code ? count + 1 : count), 0);
    if (through > 0 && through * 2 >= rows.length) return stop;
  }
  return undefined;
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
