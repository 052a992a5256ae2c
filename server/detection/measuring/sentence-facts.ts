import { EXIT_KINDS, type TransferColumns } from "../../columns/columns.ts";
import type { HeldDays } from "../../columns/dumped-banks.ts";
import { DAY } from "../../time/instant.ts";
import type { DeviceUse } from "../indicators/context.ts";
import type { DetectionResult, RankedAccount } from "../ranking/detection-result.ts";

/**
 * A sentence as said and the rows it names, with the whole source to check it against. Everything
 * here is worked out from rows anew: nothing is taken from what detection worked out.
 */
export interface SaidSentence {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Rows of the columns, in time order; all that the sentence rests on. */
  readonly rows: readonly number[];
  readonly account: number;
}

/** The source a sentence speaks of. */
export interface Facts {
  readonly columns: TransferColumns;
  /** Ids of reported transfers, by report. */
  readonly reports: readonly { readonly stolen: readonly string[] }[];
  readonly statements: readonly HeldDays[];
  readonly devices: readonly DeviceUse[];
  readonly ranked: ReadonlyMap<string, RankedAccount>;
  /** The first and the last instant of the data. */
  readonly first: number;
  readonly last: number;
}

export function factsOf(
  columns: TransferColumns,
  options: {
    readonly reports: Facts["reports"];
    readonly statements?: readonly HeldDays[];
    readonly devices?: readonly DeviceUse[];
  },
  result: DetectionResult,
): Facts {
  return {
    columns,
    reports: options.reports,
    statements: options.statements ?? [],
    devices: options.devices ?? [],
    ranked: new Map(result.ranking.map((item) => [item.account, item])),
    first: columns.bookedAt[0] ?? 0,
    last: columns.bookedAt[columns.length - 1] ?? 0,
  };
}

/** Rows of an account in time order, those it paid and those it received. */
export function rowsOf({ columns }: Facts, account: number): number[] {
  const own = [columns.outgoing, columns.incoming].flatMap(({ offsets, rows }) => [
    ...rows.subarray(offsets[account], offsets[account + 1]),
  ]);
  return [...new Set(own)]
    .filter((row) => columns.from[row] !== columns.to[row] && columns.amount[row] !== 0n)
    .sort((a, b) => a - b);
}

/** Rows from one account to another. */
export function pairRows({ columns }: Facts, from: number, to: number): number[] {
  const { offsets, rows } = columns.outgoing;
  return [...rows.subarray(offsets[from], offsets[from + 1])].filter(
    (row) => columns.to[row] === to && columns.amount[row] !== 0n,
  );
}

/** Days from the first to the last of rows. */
export function lifeOf({ columns }: Facts, rows: readonly number[]): number {
  const times = rows.map((row) => columns.bookedAt[row]!);
  return rows.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / DAY;
}

/** One way, for so many days at most: strangers of a day, brief dealings of a week. */
export function isOneWayFor(facts: Facts, from: number, to: number, days: number): boolean {
  const none = pairRows(facts, to, from).length === 0;
  return none && lifeOf(facts, pairRows(facts, from, to)) <= days;
}

/** The kind of a way out, "" for an account. */
export function exitOf({ columns }: Facts, account: number): string {
  return EXIT_KINDS[columns.accounts.exitKind[account]! - 1] ?? "";
}

/** Whether statements, where there are any, show the account from one instant to another. */
export function isShown({ statements }: Facts, account: number, from: number, until: number) {
  if (statements.length === 0) return true;
  const own = statements.filter((days) => days.account === account).sort((a, b) => a.from - b.from);
  let reached = from;
  for (const days of own)
    if (days.from <= reached + 1_000) reached = Math.max(reached, days.until + 1);
  return reached >= until;
}

/** What became of each receipt of an account: first in first out among those of three days. */
export interface Fate {
  readonly row: number;
  readonly left: number;
  /** Hours until four fifths had left; infinity where they stayed. */
  readonly hours: number;
  /** Left as cash, crypto or abroad within a day. */
  readonly cashed: number;
}

export function fatesOf(facts: Facts, account: number): Fate[] {
  const { columns } = facts;
  const open: {
    row: number;
    at: number;
    whole: number;
    left: number;
    hours: number;
    cashed: number;
  }[] = [];
  for (const row of rowsOf(facts, account)) {
    const at = columns.bookedAt[row]!;
    const sum = Number(columns.amount[row]);
    if (columns.to[row] === account) {
      if (exitOf(facts, columns.from[row]!) !== "") continue;
      open.push({ row, at, whole: sum, left: 0, hours: Number.POSITIVE_INFINITY, cashed: 0 });
      continue;
    }
    const isCash = ["cash", "crypto", "foreign"].includes(exitOf(facts, columns.to[row]!));
    let rest = sum;
    for (const lot of open) {
      const part = at - lot.at > 3 * DAY ? 0 : Math.min(rest, lot.whole - lot.left);
      if (part <= 0) continue;
      rest -= part;
      lot.left += part;
      if (isCash && at - lot.at <= DAY) lot.cashed += part;
      if (lot.left >= 0.8 * lot.whole) lot.hours = Math.min(lot.hours, (at - lot.at) / 3_600_000);
    }
  }
  return open;
}

/** The most pairs of a receipt and a payment that fit, each used once (augmenting paths, Kuhn). */
export function mostPairs(
  left: readonly number[],
  right: readonly number[],
  fits: (left: number, right: number) => boolean,
): number {
  const takenBy = new Map<number, number>();
  const find = (one: number, seen: Set<number>): boolean => {
    for (const other of right) {
      if (seen.has(other) || !fits(one, other)) continue;
      seen.add(other);
      const owner = takenBy.get(other);
      if (owner === undefined || find(owner, seen)) {
        takenBy.set(other, one);
        return true;
      }
    }
    return false;
  };
  return left.filter((one) => find(one, new Set())).length;
}
