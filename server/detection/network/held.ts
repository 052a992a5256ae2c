import type { TransferColumns } from "../../columns/columns.ts";
import { CONSTANTS } from "../parameters.ts";

/** Days of one account that a statement covers: UTC milliseconds, both ends included. */
export interface HeldDays {
  readonly account: number;
  readonly from: number;
  readonly until: number;
}

/**
 * What is held of each account. Of an account without a statement (a stub) only what others did
 * with it is known: it has no silence, no rate, no holding time, no "never before".
 */
export interface Held {
  /** 1 = a statement, or a dump of its bank, shows what it did; by account. */
  readonly account: Uint8Array;
  /** Statements were asked for one by one, and no bank was dumped whole. */
  readonly chosen: boolean;
  /** Milliseconds of the run's time that are held, by account; 0 = a stub. */
  readonly time: Float64Array;
  /** Whether every moment from one instant to another is held of an account. */
  covers(account: number, from: number, until: number): boolean;
}

/**
 * Statements say which days of an account are held. Rows that no statement witnesses come from a
 * dump: of a bank whose own accounts pay each other in them every account is held, for their whole
 * time. Where next to no such rows are (`CONSTANTS.held`), nothing but the statements is held.
 */
export function heldOf(
  columns: TransferColumns,
  all: Int32Array,
  statements: readonly HeldDays[],
): Held {
  const days = daysByAccount(statements, columns.accounts.length);
  const dump = unwitnessedRows(columns, all, days);
  const ofBank = dump.length === 0 ? new Set<string>() : dumpedBanks(columns, dump);
  const { exitKind, bank } = columns.accounts;
  const [start, end] = [at(columns, all, 0), at(columns, all, all.length - 1)];
  const whole = [{ from: at(columns, dump, 0), until: at(columns, dump, dump.length - 1) }];
  const dumped = (account: number) => (ofBank.has(bank[account] as string) ? whole : NO_SPANS);
  const stated = new Map(
    [...days].map(([account, spans]) => [account, joined([...spans, ...dumped(account)])]),
  );
  const spansOf = (account: number): readonly Span[] =>
    exitKind[account] !== 0 ? NO_SPANS : (stated.get(account) ?? dumped(account));
  const held = new Uint8Array(columns.accounts.length);
  const time = new Float64Array(columns.accounts.length);
  for (let account = 0; account < columns.accounts.length; account += 1) {
    const spans = spansOf(account);
    if (spans.length === 0) continue;
    held[account] = 1;
    for (const { from, until } of spans)
      time[account]! += Math.max(0, Math.min(until, end) - Math.max(from, start));
  }
  const covers = (account: number, from: number, until: number) =>
    spansOf(account).some((span) => span.from <= from && until <= span.until);
  return { account: held, chosen: days.size > 0 && ofBank.size === 0, time, covers };
}

interface Span {
  readonly from: number;
  readonly until: number;
}

const NO_SPANS: readonly Span[] = [];

function at(columns: TransferColumns, rows: Int32Array, place: number): number {
  return columns.bookedAt[rows[place] ?? 0] ?? 0;
}

function daysByAccount(statements: readonly HeldDays[], accounts: number): Map<number, Span[]> {
  const days = new Map<number, Span[]>();
  for (const { account, from, until } of statements) {
    if (account < 0 || account >= accounts) continue;
    const own = days.get(account);
    if (own) own.push({ from, until });
    else days.set(account, [{ from, until }]);
  }
  return days;
}

/** Spans in order, joined where one begins no more than a second after the other ends. */
function joined(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans];
  const found: { from: number; until: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from <= last.until + CONSTANTS.held.joinMilliseconds)
      last.until = Math.max(last.until, span.until);
    else found.push({ ...span });
  }
  return found;
}

/** Rows between accounts that no statement holds; none where they are too few for a dump. */
function unwitnessedRows(
  columns: TransferColumns,
  all: Int32Array,
  days: ReadonlyMap<number, readonly Span[]>,
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
  return without.length < CONSTANTS.held.dumpShare * between.length
    ? without.subarray(0, 0)
    : without;
}

/**
 * Banks that a dump shows from inside: their accounts pay each other, or pay a bank that is not one
 * of these. A bank that only ever meets dumped ones was not dumped itself.
 */
function dumpedBanks(columns: TransferColumns, dump: Int32Array): Set<string> {
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
  for (const row of dump) {
    const [payer, payee] = [bankOf[columns.from[row]!]!, bankOf[columns.to[row]!]!];
    if (payer === -1 || payee === -1 || inside[payer] === 1 || inside[payee] === 1) continue;
    dumped[payer] = 1;
    dumped[payee] = 1;
  }
  return new Set(names.filter((_, number) => dumped[number] === 1));
}
