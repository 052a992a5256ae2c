import type { TransferColumns } from "./columns.ts";

export interface Span {
  /** UTC milliseconds, both ends included. */
  readonly from: number;
  readonly until: number;
}

/** Days of one account that a statement covers: UTC milliseconds, both ends included. */
export interface HeldDays extends Span {
  readonly account: number;
}

/**
 * Share of the rows between accounts that no statement witnesses, from which on they are a dump.
 * Below it statements were asked for one by one, and such rows are strays.
 */
export const DUMP_SHARE = 0.2;

/** The rows of one bank that only its own dump can bring. */
export interface OwnRows extends Span {
  readonly count: number;
}

/**
 * The rows that come from a dump, and the banks that were dumped: of each of their accounts every
 * movement is known. Of an account of another bank only what others did with it is known.
 */
export function dumpOf(
  columns: TransferColumns,
  all: Int32Array,
  days: ReadonlyMap<number, readonly Span[]>,
  dumpShare: number,
): { rows: Int32Array; banks: ReadonlyMap<string, OwnRows> } {
  const rows = unwitnessedRows(columns, all, days, dumpShare);
  return { rows, banks: rows.length === 0 ? new Map() : dumpedBanks(columns, rows) };
}

/** Rows between accounts that no statement holds; none where they are too few for a dump. */
function unwitnessedRows(
  columns: TransferColumns,
  all: Int32Array,
  days: ReadonlyMap<number, readonly Span[]>,
  dumpShare: number,
): Int32Array {
  if (days.size === 0) return all;
  const { exitKind } = columns.accounts;
  const holds = (account: number, when: number) =>
    days.get(account)?.some(({ from, until }) => from <= when && when <= until) ?? false;
  const between = all.filter(
    (row) => exitKind[columns.from[row]!] === 0 && exitKind[columns.to[row]!] === 0,
  );
  const without = between.filter((row) => {
    const when = columns.bookedAt[row]!;
    return !holds(columns.from[row]!, when) && !holds(columns.to[row]!, when);
  });
  return without.length < dumpShare * between.length ? without.subarray(0, 0) : without;
}

/**
 * Banks that a dump shows from inside: their accounts pay each other, or pay a bank that is not one
 * of these. A bank that only ever meets dumped ones was not dumped itself. Such payments, and those
 * of its accounts to and from ways out, are the bank's own rows.
 */
function dumpedBanks(columns: TransferColumns, dump: Int32Array): Map<string, OwnRows> {
  const { bank, exitKind } = columns.accounts;
  const names = [...new Set(bank)].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  // -1 = no account: a way out.
  const bankOf = Int32Array.from(bank, (name, account) =>
    exitKind[account] === 0 ? (numbers.get(name) as number) : -1,
  );
  const inside = new Uint8Array(names.length);
  for (const row of dump) {
    const payer = bankOf[columns.from[row]!]!;
    if (payer !== -1 && payer === bankOf[columns.to[row]!]) inside[payer] = 1;
  }
  const dumped = inside.slice();
  const own = names.map(() => ({ from: Infinity, until: -Infinity, count: 0 }));
  const add = (number: number, at: number) => {
    const rows = own[number]!;
    if (at < rows.from) rows.from = at;
    if (at > rows.until) rows.until = at;
    rows.count += 1;
  };
  for (const row of dump) {
    const [payer, payee] = [bankOf[columns.from[row]!]!, bankOf[columns.to[row]!]!];
    const when = columns.bookedAt[row]!;
    if (payer === -1 || payee === -1) {
      if (payer !== payee) add(payer === -1 ? payee : payer, when);
    } else if (payer === payee) {
      add(payer, when);
    } else if (inside[payer] === 0 && inside[payee] === 0) {
      dumped[payer] = 1;
      dumped[payee] = 1;
      add(payer, when);
      add(payee, when);
    }
  }
  const found = names.map((name, number) => [name, own[number]!] as const);
  return new Map(found.filter((_, number) => dumped[number] === 1));
}
