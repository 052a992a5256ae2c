import { EXIT_KINDS, type TransferColumns } from "../../columns/columns.ts";
import { groupByOwner } from "../../columns/typed-arrays.ts";
import { DAY, HOUR } from "../../time/instant.ts";
import { CONSTANTS } from "../parameters.ts";
import type { Flow } from "./flow.ts";
import type { Relations } from "./relations.ts";

/**
 * Receipts from other accounts, and what became of each within three days, first in first out among
 * the receipts of those days.
 */
export interface Ledger {
  readonly accounts: number;
  readonly count: number;
  readonly account: Int32Array;
  /** Row in the columns. */
  readonly row: Int32Array;
  readonly amount: Float64Array;
  /** Until 80 % had left; infinity where it had not within three days. */
  readonly heldHours: Float64Array;
  /** Minor units that left within three days, and within a day as cash, crypto or abroad. */
  readonly left: Float64Array;
  readonly cashedDay: Float64Array;
  /** 1 = from a brief relation: somebody it dealt with for a week at most. */
  readonly stranger: Uint8Array;
  /** Rows that took the receipt out again, in time order. */
  readonly paidBy: (lot: number) => readonly { readonly row: number; readonly share: number }[];
}

const WINDOW = CONSTANTS.ledger.windowDays * DAY;
const CASHED = CONSTANTS.ledger.cashedDays * DAY;

/** Walks each account's rows once. `all` = rows of the run, exits included, in canonical order. */
export function ledgerOf(
  columns: TransferColumns,
  all: Int32Array,
  flow: Flow,
  relations: Relations,
): Ledger {
  const lots = receiptsOf(columns, all, flow, relations);
  const { account, amount, row, count } = lots;
  const left = new Float64Array(flow.count);
  const cashedDay = new Float64Array(flow.count);
  const heldHours = new Float64Array(flow.count).fill(Number.POSITIVE_INFINITY);
  const taken: Taken = { lot: [], row: [], amount: [] };
  const lotOfRow = new Int32Array(columns.length).fill(-1);
  for (let lot = 0; lot < count; lot += 1) lotOfRow[row[lot]!] = lot;
  const open = groupByOwner(account, count, flow.accounts);
  const head = open.offsets.slice();
  const end = open.offsets.slice();
  /** Takes a payment out of the payer's receipts, oldest first. */
  const pay = (payment: number, payer: number): void => {
    const at = columns.bookedAt[payment]!;
    const cash = isCash(columns.accounts.exitKind[columns.to[payment]!]!);
    let rest = Number(columns.amount[payment]);
    for (let place = head[payer]!; place < end[payer]! && rest > 0; place += 1) {
      const lot = open.places[place]!;
      const waited = at - columns.bookedAt[row[lot]!]!;
      const stays = amount[lot]! - left[lot]!;
      if (waited > WINDOW || stays <= 0) {
        if (place === head[payer]) head[payer] = place + 1;
        continue;
      }
      const part = Math.min(stays, rest);
      rest -= part;
      left[lot]! += part;
      if (cash && waited <= CASHED) cashedDay[lot]! += part;
      const gone = left[lot]! >= CONSTANTS.ledger.goneShare * amount[lot]!;
      if (heldHours[lot] === Number.POSITIVE_INFINITY && gone) heldHours[lot] = waited / HOUR;
      taken.lot.push(lot);
      taken.row.push(payment);
      taken.amount.push(part);
    }
  };
  for (const current of all) {
    const payer = columns.from[current]!;
    if (columns.accounts.exitKind[payer] === 0) pay(current, payer);
    const lot = lotOfRow[current]!;
    if (lot !== -1) end[account[lot]!]! += 1;
  }
  const paidBy = paymentsByLot(taken, lots);
  return { ...lots, accounts: flow.accounts, heldHours, left, cashedDay, paidBy };
}

/** Receipts between accounts, in time order. */
function receiptsOf(
  columns: TransferColumns,
  all: Int32Array,
  flow: Flow,
  relations: Relations,
): Pick<Ledger, "count" | "account" | "row" | "amount" | "stranger"> {
  const strangerRow = new Uint8Array(columns.length);
  for (let at = 0; at < flow.count; at += 1)
    if (relations.brief[flow.relation[at]!] === 1) strangerRow[flow.row[at]!] = 1;
  const { exitKind } = columns.accounts;
  const account = new Int32Array(flow.count);
  const row = new Int32Array(flow.count);
  const amount = new Float64Array(flow.count);
  const stranger = new Uint8Array(flow.count);
  let count = 0;
  for (const current of all) {
    const payee = columns.to[current]!;
    if (exitKind[columns.from[current]!] !== 0 || exitKind[payee] !== 0) continue;
    account[count] = payee;
    row[count] = current;
    amount[count] = Number(columns.amount[current]);
    stranger[count] = strangerRow[current]!;
    count += 1;
  }
  return { count, account, row, amount, stranger };
}

/** Cash, crypto and foreign accounts; purchases are life. */
function isCash(exit: number): boolean {
  return CASHED_EXITS.has(exit);
}

const CASHED_EXITS: ReadonlySet<number> = new Set(
  (["cash", "crypto", "foreign"] as const).map((kind) => EXIT_KINDS.indexOf(kind) + 1),
);

/** What payments took out of which receipt, in time order. */
interface Taken {
  readonly lot: number[];
  readonly row: number[];
  readonly amount: number[];
}

function paymentsByLot(
  taken: Taken,
  { count, amount }: Pick<Ledger, "count" | "amount">,
): Ledger["paidBy"] {
  const byLot = groupByOwner(Int32Array.from(taken.lot), taken.lot.length, count);
  return (lot) => {
    const found: { row: number; share: number }[] = [];
    const whole = amount[lot]!;
    const end = byLot.offsets[lot + 1]!;
    for (let at = byLot.offsets[lot]!; at < end; at += 1) {
      const place = byLot.places[at]!;
      const share = (taken.amount[place] as number) / whole;
      found.push({ row: taken.row[place] as number, share });
    }
    return found;
  };
}
