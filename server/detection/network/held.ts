import type { TransferColumns } from "../../columns/columns.ts";
import { dumpOf, type HeldDays, type OwnRows, type Span } from "../../columns/dumped-banks.ts";
import { DAY } from "../../time/instant.ts";
import { CONSTANTS } from "../parameters.ts";

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
 * dump: of a bank whose own accounts pay each other in them every account is held, for the time of
 * the bank's dump. Where next to no such rows are (`CONSTANTS.held`), nothing but the statements is held.
 */
export function heldOf(
  columns: TransferColumns,
  all: Int32Array,
  statements: readonly HeldDays[],
): Held {
  const days = daysByAccount(statements, columns.accounts.length);
  const { rows: dump, banks: ofBank } = dumpOf(columns, all, days, CONSTANTS.held.dumpShare);
  const { exitKind, bank } = columns.accounts;
  const [start, end] = [at(columns, all, 0), at(columns, all, all.length - 1)];
  const whole = { from: at(columns, dump, 0), until: at(columns, dump, dump.length - 1) };
  const spans = new Map(
    [...ofBank].map(([name, own]) => [name, [timeOfDump(own, whole)]] as const),
  );
  const dumped = (account: number) => spans.get(bank[account] as string) ?? NO_SPANS;
  const stated = new Map(
    [...days].map(([account, spans]) => [account, joined([...spans, ...dumped(account)])]),
  );
  const spansOf = (account: number): readonly Span[] =>
    exitKind[account] !== 0 ? NO_SPANS : (stated.get(account) ?? dumped(account));
  const held = new Uint8Array(columns.accounts.length);
  const time = new Float64Array(columns.accounts.length);
  for (let account = 0; account < columns.accounts.length; account += 1) {
    const own = spansOf(account);
    if (own.length === 0) continue;
    held[account] = 1;
    for (const { from, until } of own)
      time[account]! += Math.max(0, Math.min(until, end) - Math.max(from, start));
  }
  const covers = (account: number, from: number, until: number) =>
    spansOf(account).some((span) => span.from <= from && until <= span.until);
  return { account: held, chosen: days.size > 0 && ofBank.size === 0, time, covers };
}

/**
 * The time of one bank's dump: that of all dumps, unless the bank's own rows begin (or end) days
 * away from it, and so many rows spread over all that time would hardly ever leave that gap.
 */
function timeOfDump(own: OwnRows, whole: Span): Span {
  const { edgeDays, edgeChance } = CONSTANTS.held;
  const time = whole.until - whole.from;
  const isByChance = (gap: number) =>
    gap <= edgeDays * DAY || (1 - gap / time) ** own.count >= edgeChance;
  return {
    from: isByChance(own.from - whole.from) ? whole.from : own.from,
    until: isByChance(whole.until - own.until) ? whole.until : own.until,
  };
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
