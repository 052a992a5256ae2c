import { DAY, HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import type { HeldItem, StatementItem, TransferItem } from "../record/load-item.ts";
import { dayOf } from "../record/transfer-record.ts";

/**
 * One account's statement in one file: days covered, balances where the form has them, what its
 * rows add up to.
 */
export interface BookedStatement {
  readonly account: string;
  readonly currency: string;
  /**
   * Days since 1970 in the country's zone, both included; null where the file has neither dates nor
   * rows.
   */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly totalIn: bigint | null;
  readonly totalOut: bigint | null;
  /** Sums of the rows that were read; null where the rows stand in other files. */
  readonly rowsIn: bigint | null;
  readonly rowsOut: bigint | null;
  /** From a list of statements, not from the statement itself. */
  readonly listed: boolean;
}

export interface StatementBook {
  statement(item: StatementItem): void;
  held(item: HeldItem): void;
  transfer(item: TransferItem): void;
  statements(): BookedStatement[];
}

interface DaySums {
  in: bigint;
  out: bigint;
}

/** Gathers what a file says about the accounts whose statements it holds. */
export function statementBook(): StatementBook {
  const items: StatementItem[] = [];
  const listed: BookedStatement[] = [];
  /** By account and currency, then by day. */
  const rows = new Map<string, Map<number, DaySums>>();
  return {
    statement: (item) => {
      items.push(item);
    },
    held: (item) => {
      listed.push(listedBy(item));
    },
    transfer: (item) => {
      if (item.ownSide === null) return;
      const account = item[item.ownSide].account;
      if (account === null) return;
      const { amount, currency } = item.accountAmount ?? item;
      const key = `${account}|${currency}`;
      const days = rows.get(key) ?? new Map<number, DaySums>();
      rows.set(key, days);
      const day = dayOf(item.bookedAt, item.zone);
      const sums = days.get(day) ?? { in: 0n, out: 0n };
      days.set(day, sums);
      if (item.ownSide === "to") sums.in += amount;
      else sums.out += amount;
    },
    statements: () => {
      const headed = items.map((item) =>
        bookedFrom(item, rows.get(`${item.account}|${item.currency}`)),
      );
      const heads = new Set(items.map((item) => `${item.account}|${item.currency}`));
      const implied = [...rows]
        .filter(([key]) => !heads.has(key))
        .map(([key, days]) => impliedBy(key, days));
      return [...headed, ...implied, ...listed];
    },
  };
}

function bookedFrom(
  item: StatementItem,
  days: ReadonlyMap<number, DaySums> = new Map(),
): BookedStatement {
  const present = [...days.keys()];
  const firstDay = item.from === null ? lowest(present) : dayOf(item.from, HOME_ZONE);
  const lastDay = item.to === null ? highest(present) : dayOf(item.to, HOME_ZONE);
  const within = [...days].filter(
    ([day]) => firstDay !== null && lastDay !== null && day >= firstDay && day <= lastDay,
  );
  return {
    account: item.account,
    currency: item.currency,
    firstDay,
    lastDay,
    opening: item.opening,
    closing: item.closing,
    totalIn: item.totalIn,
    totalOut: item.totalOut,
    rowsIn: within.reduce((sum, [, one]) => sum + one.in, 0n),
    rowsOut: within.reduce((sum, [, one]) => sum + one.out, 0n),
    listed: false,
  };
}

function listedBy({ account, currency, from, to, opening, closing }: HeldItem): BookedStatement {
  return {
    account,
    currency,
    firstDay: dayOf(from, HOME_ZONE),
    lastDay: dayOf(to, HOME_ZONE),
    opening,
    closing,
    totalIn: null,
    totalOut: null,
    rowsIn: null,
    rowsOut: null,
    listed: true,
  };
}

/** A form without a heading: the days from the first to the last row, balances unknown. */
function impliedBy(key: string, days: ReadonlyMap<number, DaySums>): BookedStatement {
  const [account = "", currency = ""] = key.split("|");
  const unknown = {
    from: null,
    to: null,
    opening: null,
    closing: null,
    totalIn: null,
    totalOut: null,
  };
  const item = {
    ...unknown,
    kind: "statement",
    account,
    bank: null,
    currency,
    position: { row: 0 },
    raw: "",
  } as const;
  return bookedFrom(item, days);
}

/** First instant of a day of the country's zone. */
export function startOfDay(day: number): number {
  return day * DAY - (offsetMilliseconds(HOME_ZONE) ?? 0);
}

function lowest(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((least, day) => Math.min(least, day));
}

function highest(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((most, day) => Math.max(most, day));
}
