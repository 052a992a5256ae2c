import type { TransferColumns } from "../../columns/columns.ts";
import { DAY, HOUR } from "../../time/instant.ts";
import type { Flow, Relations } from "./relations.ts";

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

const WINDOW = 3 * DAY;
const MOST = 0.8;

/** Walks each account's rows once. `all` = rows of the run, exits included, in canonical order. */
export function ledgerOf(
  columns: TransferColumns,
  all: Int32Array,
  flow: Flow,
  relations: Relations,
): Ledger {
  const strangerRow = new Uint8Array(columns.length);
  for (let at = 0; at < flow.count; at += 1) {
    if (relations.brief[flow.relation[at] as number] === 1) strangerRow[flow.row[at] as number] = 1;
  }
  const { exitKind } = columns.accounts;
  const accounts = columns.accounts.length;
  const size = flow.count;
  const account = new Int32Array(size);
  const row = new Int32Array(size);
  const amount = new Float64Array(size);
  const heldHours = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const left = new Float64Array(size);
  const cashedDay = new Float64Array(size);
  const stranger = new Uint8Array(size);
  const takenLot: number[] = [];
  const takenRow: number[] = [];
  const takenAmount: number[] = [];
  const lotOfRow = new Int32Array(columns.length).fill(-1);
  let count = 0;
  for (const current of all) {
    const payee = columns.to[current] as number;
    if (exitKind[columns.from[current] as number] !== 0 || exitKind[payee] !== 0) continue;
    account[count] = payee;
    row[count] = current;
    amount[count] = Number(columns.amount[current]);
    stranger[count] = strangerRow[current] as number;
    lotOfRow[current] = count;
    count += 1;
  }
  const open: { lots: Int32Array; head: Int32Array } = queues(account, count, accounts);
  const end = open.head.slice();
  for (const current of all) {
    const lot = lotOfRow[current] as number;
    const at = columns.bookedAt[current] as number;
    const payer = columns.from[current] as number;
    if (exitKind[payer] === 0) {
      let rest = Number(columns.amount[current]);
      const kind = exitKind[columns.to[current] as number] as number;
      const cash = kind === 1 || kind === 3 || kind === 4;
      for (
        let place = open.head[payer] as number;
        place < (end[payer] as number) && rest > 0;
        place += 1
      ) {
        const taken = open.lots[place] as number;
        const came = columns.bookedAt[row[taken] as number] as number;
        const stays = (amount[taken] as number) - (left[taken] as number);
        if (at - came > WINDOW || stays <= 0) {
          if (place === open.head[payer]) open.head[payer] = place + 1;
          continue;
        }
        const part = Math.min(stays, rest);
        rest -= part;
        left[taken] = (left[taken] as number) + part;
        if (cash && at - came <= DAY) cashedDay[taken] = (cashedDay[taken] as number) + part;
        if (
          heldHours[taken] === Number.POSITIVE_INFINITY &&
          (left[taken] as number) >= MOST * (amount[taken] as number)
        ) {
          heldHours[taken] = (at - came) / HOUR;
        }
        takenLot.push(taken);
        takenRow.push(current);
        takenAmount.push(part);
      }
    }
    if (lot !== -1) {
      const payee = account[lot] as number;
      end[payee] = (end[payee] as number) + 1;
    }
  }
  const byLot = positionsByLot(takenLot, count);
  const paidBy = (lot: number) => {
    const found: { row: number; share: number }[] = [];
    for (
      let place = byLot.offsets[lot] as number;
      place < (byLot.offsets[lot + 1] as number);
      place += 1
    ) {
      const at = byLot.positions[place] as number;
      found.push({
        row: takenRow[at] as number,
        share: (takenAmount[at] as number) / (amount[lot] as number),
      });
    }
    return found;
  };
  return { accounts, count, account, row, amount, heldHours, left, cashedDay, stranger, paidBy };
}

/** Room for each account's receipts side by side, in time order. */
function queues(
  account: Int32Array,
  count: number,
  accounts: number,
): { lots: Int32Array; head: Int32Array } {
  const offsets = new Int32Array(accounts + 1);
  for (let lot = 0; lot < count; lot += 1) {
    offsets[(account[lot] as number) + 1] = (offsets[(account[lot] as number) + 1] as number) + 1;
  }
  for (let at = 0; at < accounts; at += 1)
    offsets[at + 1] = (offsets[at + 1] as number) + (offsets[at] as number);
  const lots = new Int32Array(count);
  const next = offsets.slice();
  for (let lot = 0; lot < count; lot += 1) {
    const owner = account[lot] as number;
    lots[next[owner] as number] = lot;
    next[owner] = (next[owner] as number) + 1;
  }
  return { lots, head: offsets };
}

function positionsByLot(
  takenLot: readonly number[],
  lots: number,
): { offsets: Int32Array; positions: Int32Array } {
  const offsets = new Int32Array(lots + 1);
  for (const lot of takenLot) offsets[lot + 1] = (offsets[lot + 1] as number) + 1;
  for (let lot = 0; lot < lots; lot += 1)
    offsets[lot + 1] = (offsets[lot + 1] as number) + (offsets[lot] as number);
  const positions = new Int32Array(takenLot.length);
  const next = offsets.slice();
  takenLot.forEach((lot, at) => {
    positions[next[lot] as number] = at;
    next[lot] = (next[lot] as number) + 1;
  });
  return { offsets, positions };
}
