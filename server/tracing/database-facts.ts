import type { TraceStop } from "../../contract/tracing.ts";
import type { TransferColumns } from "../columns/columns.ts";
import { DUMP_SHARE, dumpOf } from "../columns/dumped-banks.ts";
import type { Instant } from "../time/instant.ts";
import { DAY } from "../time/instant.ts";
import { bothLegs } from "./conversions.ts";
import type { Dumps } from "./dump-period.ts";
import { balancesStated, daysCovered, endOf, type StatedAccount } from "./statements.ts";
import type { MarkedAccount } from "./stops.ts";
import type { Days, World } from "./world.ts";

/** Facts of the database about its data, besides transfers and reports. */
export interface Facts {
  readonly statements: readonly StatedAccount[];
  readonly marked: readonly MarkedAccount[];
  /** Ids of transfers that take back an earlier one. */
  readonly reversals: readonly string[];
  /** Dumps of whole banks; null where there are only statements of single accounts. */
  readonly dump: Dumps | null;
}

/** A taken back transfer is looked for this long before its reversal. */
const REVERSAL_DAYS = 180 * DAY;

/** The world a trace in one currency rests on (world.ts). */
export function worldOf(
  columns: TransferColumns,
  currency: number,
  facts: Facts,
  stops: ReadonlyMap<number, TraceStop>,
): World {
  const { stated, covered, days, dumped } = knownDays(columns, currency, facts);
  const checkpoints = new Map(
    [...stated].map(([account, list]) => [
      account,
      balancesStated(list, (from, until) => turnover(columns, currency, account, from, until)),
    ]),
  );
  return {
    columns,
    currency,
    stops,
    checkpoints,
    days,
    openingKnown: (account) => {
      const first = firstRow(columns, currency, account);
      const known = checkpoints.get(account)?.[0];
      if (known !== undefined && known.at <= (first ?? known.at)) return true;
      const begun = covered.get(account)?.[0]?.from ?? dumped(account)[0]?.from;
      return begun !== undefined && (columns.accounts.openedAt[account] as number) >= begun;
    },
    conversions: bothLegs(columns, (account) => stops.has(account)),
    reversals: matchReversals(columns, facts.reversals),
  };
}

/**
 * The days that each account is known for in one currency: by its statements, or its bank's dump.
 */
export function knownDays(columns: TransferColumns, currency: number, facts: Facts) {
  const name = columns.currencies[currency];
  const stated = new Map<number, StatedAccount[]>();
  for (const statement of facts.statements) {
    const account = columns.accounts.indexOf(statement.account);
    if (account === undefined || (statement.currency !== null && statement.currency !== name))
      continue;
    stated.set(account, [...(stated.get(account) ?? []), statement]);
  }
  const stubs = new Set(
    facts.marked.filter((one) => one.stub).map((one) => columns.accounts.indexOf(one.number)),
  );
  const covered = new Map([...stated].map(([account, list]) => [account, daysCovered(list)]));
  const { bank, numbers } = columns.accounts;
  const { dump } = facts;
  const banks = dump === null ? new Set<string>() : dumpedBanks(columns, facts);
  // An account in its bank's own dump is known for the time of the bank's dumps.
  const dumped = (account: number) => {
    const own = bank[account] as string;
    if (dump === null || stubs.has(account) || !banks.has(own)) return [];
    return dump.of(numbers[account] as string, own);
  };
  const days = (account: number) => covered.get(account) ?? dumped(account);
  return { stated, covered, days, dumped };
}

const banksDumped = new WeakMap<Facts, ReadonlySet<string>>();

/** The banks whose own dump the data are, kept with the facts: all rows are looked at once. */
function dumpedBanks(columns: TransferColumns, facts: Facts): ReadonlySet<string> {
  const known = banksDumped.get(facts);
  if (known !== undefined) return known;
  const days = new Map<number, Days[]>();
  for (const { account, from, until } of facts.statements) {
    const index = columns.accounts.indexOf(account);
    if (index === undefined || from === null || until === null) continue;
    days.set(index, [...(days.get(index) ?? []), { from, until: endOf(until) }]);
  }
  const all = Int32Array.from(columns.bookedAt, (_, row) => row);
  const banks = new Set(dumpOf(columns, all, days, DUMP_SHARE).banks.keys());
  banksDumped.set(facts, banks);
  return banks;
}

function firstRow(
  columns: TransferColumns,
  currency: number,
  account: number,
): Instant | undefined {
  let first: Instant | undefined;
  for (const index of [columns.outgoing, columns.incoming]) {
    for (
      let at = index.offsets[account] as number;
      at < (index.offsets[account + 1] as number);
      at += 1
    ) {
      const row = index.rows[at] as number;
      if (columns.currency[row] !== currency) continue;
      const instant = columns.bookedAt[row] as number;
      if (first === undefined || instant < first) first = instant;
      break;
    }
  }
  return first;
}

function turnover(
  columns: TransferColumns,
  currency: number,
  account: number,
  from: Instant,
  until: Instant,
): bigint {
  let sum = 0n;
  for (const [index, sign] of [
    [columns.incoming, 1n],
    [columns.outgoing, -1n],
  ] as const) {
    for (
      let at = index.offsets[account] as number;
      at < (index.offsets[account + 1] as number);
      at += 1
    ) {
      const row = index.rows[at] as number;
      const booked = columns.bookedAt[row] as number;
      if (columns.currency[row] === currency && booked >= from && booked <= until) {
        sum += sign * (columns.amount[row] as bigint);
      }
    }
  }
  return sum;
}

/**
 * Each reversal with the latest earlier transfer the other way round of the same amount that is not
 * taken back already.
 */
function matchReversals(columns: TransferColumns, ids: readonly string[]): Map<number, number> {
  const matched = new Map<number, number>();
  const used = new Set<number>();
  const rows = ids.map((id) => columns.rowOfId(id)).filter((row) => row !== undefined);
  for (const row of rows.sort((left, right) => left - right)) {
    const payee = columns.to[row] as number;
    const { offsets, rows: paid } = columns.outgoing;
    for (let at = (offsets[payee + 1] as number) - 1; at >= (offsets[payee] as number); at -= 1) {
      const earlier = paid[at] as number;
      if (earlier >= row || used.has(earlier)) continue;
      if ((columns.bookedAt[earlier] as number) < (columns.bookedAt[row] as number) - REVERSAL_DAYS)
        break;
      const same =
        columns.to[earlier] === columns.from[row] &&
        columns.amount[earlier] === columns.amount[row] &&
        columns.currency[earlier] === columns.currency[row];
      if (!same) continue;
      matched.set(row, earlier);
      used.add(earlier);
      break;
    }
  }
  return matched;
}
