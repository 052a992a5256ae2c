import { DUMP_SHARE } from "../columns/dumped-banks.ts";
import { DAY, type Instant } from "../time/instant.ts";
import type { Days } from "./world.ts";

/** The accounts of one bank in a file of transfers that is no statement of one account. */
export interface BankInFile {
  readonly source: string;
  readonly bank: string;
  /** Its first and its last booking. */
  readonly from: Instant;
  readonly until: Instant;
  readonly rows: number;
}

/** An account that stray files alone name. */
export interface StrayAccount {
  readonly number: string;
  readonly sources: readonly string[];
}

/** The days for which dumps say of an account all that happened, the earliest first. */
export interface Dumps {
  of(account: string, bank: string): readonly Days[];
}

/** A file with fewer rows of a bank is its dump only where no larger file says more a day. */
const HANDFUL = 20;

/**
 * The banks in files that are no dump of their days: far fewer rows of the bank a day than its
 * largest file has, or a handful in a file with far fewer a day than the largest of all. A few rows
 * say nothing of the bank's other accounts.
 */
export function strays(files: readonly BankInFile[]): BankInFile[] {
  if (files.length === 0) return [];
  const bySource = groups(files, ({ source }) => source);
  const ofSource = new Map([...bySource].map(([source, own]) => [source, together(own)] as const));
  const largest = largestOf([...ofSource.values()]);
  return [...groups(files, ({ bank }) => bank).values()].flatMap((own) => {
    const ofBank = largestOf(own);
    return own.filter((one) => {
      const file = ofSource.get(one.source) ?? one;
      const isHandful = one.rows < HANDFUL && perDay(file) < perDay(largest) * DUMP_SHARE;
      return isHandful || perDay(one) < perDay(ofBank) * DUMP_SHARE;
    });
  });
}

/**
 * Files of a bank meet where no more days lie between them than this, or so few that the bank's
 * largest file would have had so many rows in them: days that no file has are not known.
 */
const MEETING_DAYS = 3;
const ROWS_BETWEEN = 7;

/**
 * The time that dumps cover, bank by bank; null where no file is one. Of an account that stray
 * files alone name they are all there is, so it is known for their time.
 */
export function dumpsOf(
  files: readonly BankInFile[],
  strayFiles: readonly BankInFile[],
  ofStrays: readonly StrayAccount[],
): Dumps | null {
  if (files.length === 0) return null;
  const left = new Set(strayFiles);
  const whole = groups(
    files.filter((one) => !left.has(one)),
    ({ bank }) => bank,
  );
  const banks = new Map(
    [...whole].map(([bank, own]) => [bank, joined(own, meetingTime(own))] as const),
  );
  const spans = groups(files, ({ source }) => source);
  const alone = new Map(
    ofStrays.map(({ number, sources }) => [
      number,
      sources.flatMap((source) => {
        const own = spans.get(source);
        return own === undefined ? [] : [together(own)];
      }),
    ]),
  );
  return {
    of: (account, bank) => joined([...(banks.get(bank) ?? []), ...(alone.get(account) ?? [])], 0),
  };
}

function meetingTime(own: readonly BankInFile[]): number {
  return Math.max(MEETING_DAYS, ROWS_BETWEEN / perDay(largestOf(own))) * DAY;
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const own = found.get(keyOf(item));
    if (own === undefined) found.set(keyOf(item), [item]);
    else own.push(item);
  }
  return found;
}

type Rows = Days & { readonly rows: number };

function together(all: readonly Rows[]): Rows {
  return {
    from: Math.min(...all.map(({ from }) => from)),
    until: Math.max(...all.map(({ until }) => until)),
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
  };
}

function perDay({ from, until, rows }: Rows): number {
  return rows / Math.max(1, (until - from) / DAY);
}

function largestOf(all: readonly Rows[]): Rows {
  return all.reduce((largest, one) => (one.rows > largest.rows ? one : largest));
}

/** In order of time; those with no more time between them than `meeting` are one. */
function joined(all: readonly Days[], meeting: number): Days[] {
  const found: { from: Instant; until: Instant }[] = [];
  for (const { from, until } of [...all].sort((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.until + meeting)
      last.until = Math.max(last.until, until);
    else found.push({ from, until });
  }
  return found;
}
