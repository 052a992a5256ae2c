import type { RowIndex, TransferColumns } from "../columns/columns.ts";
import type { Milliseconds } from "../time/instant.ts";
import { NO_TRAITS, type SharedTrait, type SharedTraits } from "./shared-traits.ts";

/**
 * Ways from one account to another: the accounts passed and, for time-respecting ones, the
 * transfers taken.
 */
export interface FoundPath {
  readonly accounts: readonly number[];
  readonly rows: readonly number[];
}

export interface PathAnswer {
  readonly paths: readonly FoundPath[];
  /** There are more ties than listed. */
  readonly more: boolean;
}

export interface PathOptions {
  readonly maximumLength: number;
  /** Accounts money is not followed through (exits, merchants, hubs). */
  readonly isStop: (account: number) => boolean;
  readonly mostPaths: number;
  /** The transfers that may be on a way in order of time; absent = all. */
  readonly counts?: (row: number) => boolean;
}

/**
 * All shortest time-respecting paths: each transfer leaves after the one before it arrived and at
 * most `largestGap` later. Breadth first over transfers, each visited once, so linear time in the
 * transfers reachable is enough (Wu et al., "Path problems in temporal graphs", PVLDB 2014). Paths
 * are the shortest ones, with a bound on waiting.
 */
export function timeRespectingPaths(
  columns: TransferColumns,
  from: number,
  to: number,
  largestGap: Milliseconds,
  options: PathOptions,
): PathAnswer {
  const { counts = () => true } = options;
  const level = new Int8Array(columns.length);
  const parents = new Map<number, number[]>();
  const { offsets, rows } = columns.outgoing;
  let frontier: number[] = [];
  for (let at = offsets[from] ?? 0; at < (offsets[from + 1] ?? 0); at += 1) {
    const row = rows[at] as number;
    if (columns.to[row] === from || !counts(row)) continue;
    level[row] = 1;
    frontier.push(row);
  }
  for (let length = 1; length <= options.maximumLength && frontier.length > 0; length += 1) {
    const ends = frontier.filter((row) => columns.to[row] === to);
    if (ends.length > 0) return unwind(columns, ends, parents, options.mostPaths);
    const next: number[] = [];
    for (const row of frontier) {
      const via = columns.to[row] as number;
      if (via === from || options.isStop(via)) continue;
      const arrived = columns.bookedAt[row] as number;
      for (let at = firstAfter(columns, via, row); at < (offsets[via + 1] ?? 0); at += 1) {
        const following = rows[at] as number;
        if ((columns.bookedAt[following] as number) > arrived + largestGap) break;
        if (!counts(following)) continue;
        if (level[following] !== 0 && level[following] !== length + 1) continue;
        if (level[following] === 0) {
          level[following] = length + 1;
          next.push(following);
        }
        const known = parents.get(following);
        if (known) known.push(row);
        else parents.set(following, [row]);
      }
    }
    frontier = next;
  }
  return { paths: [], more: false };
}

/**
 * Position in the outgoing rows of `account` of the first row after `row` (rows are in time order).
 */
function firstAfter(columns: TransferColumns, account: number, row: number): number {
  const { offsets, rows } = columns.outgoing;
  let low = offsets[account] ?? 0;
  let high = offsets[account + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function unwind(
  columns: TransferColumns,
  ends: readonly number[],
  parents: ReadonlyMap<number, readonly number[]>,
  mostPaths: number,
): PathAnswer {
  const paths: FoundPath[] = [];
  const open: number[][] = [...ends].reverse().map((row) => [row]);
  while (open.length > 0) {
    const tail = open.pop() as number[];
    const before = parents.get(tail[0] as number);
    if (!before) {
      if (paths.length === mostPaths) return { paths, more: true };
      paths.push({
        accounts: [
          columns.from[tail[0] as number] as number,
          ...tail.map((row) => columns.to[row] as number),
        ],
        rows: tail,
      });
      continue;
    }
    for (const row of before) open.push([row, ...tail]);
  }
  return { paths, more: false };
}

/**
 * Ways between two accounts whatever the direction and time of the transfers, and through what
 * accounts share: "are these two linked?" The shortest ones, and also the ways through one account
 * in between where the two are tied directly: a common payer must not hide behind one transfer.
 */
export function shortestPaths(
  columns: TransferColumns,
  from: number,
  to: number,
  options: PathOptions,
  traits: SharedTraits = NO_TRAITS,
): PathAnswer {
  const neighbours = (account: number) =>
    neighboursOf(columns, account, traits.accountsSharingWith(account));
  const before = earlierOf(from, to, options, neighbours);
  if (before === null) return { paths: [], more: false };
  const found = waysBack(to, before, options.mostPaths);
  if (found.paths[0]?.accounts.length !== 2 || options.maximumLength < 2) return found;
  const others = neighbours(to);
  const paid = new Set([...neighboursOf(columns, from, []), ...neighboursOf(columns, to, [])]);
  for (const account of neighbours(from)) {
    if (account === to || !others.has(account) || options.isStop(account)) continue;
    // A third account of the very phone that the two share says nothing new.
    if (!paid.has(account) && shareOne(traits, from, account, to)) continue;
    if (found.paths.length === options.mostPaths) return { ...found, more: true };
    found.paths.push({ accounts: [from, account, to], rows: [] });
  }
  return found;
}

/** One holder, phone or device of all three. */
function shareOne(traits: SharedTraits, one: number, two: number, three: number): boolean {
  const word = ({ kind, value }: SharedTrait) => `${kind}\n${value}`;
  const first = new Set(traits.shared(one, two).map(word));
  return traits.shared(two, three).some((trait) => first.has(word(trait)));
}

/** Breadth first: of each account met, the accounts one step nearer to `from`. Null: not linked. */
function earlierOf(
  from: number,
  to: number,
  options: PathOptions,
  neighbours: (account: number) => ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> | null {
  const distance = new Map<number, number>([[from, 0]]);
  const before = new Map<number, number[]>();
  let frontier = [from];
  for (
    let length = 1;
    length <= options.maximumLength && frontier.length > 0 && !distance.has(to);
    length += 1
  ) {
    const next: number[] = [];
    for (const account of frontier) {
      if (account !== from && options.isStop(account)) continue;
      for (const neighbour of neighbours(account)) {
        const known = distance.get(neighbour);
        if (known === undefined) {
          distance.set(neighbour, length);
          before.set(neighbour, [account]);
          next.push(neighbour);
        } else if (known === length) {
          before.get(neighbour)?.push(account);
        }
      }
    }
    frontier = next;
  }
  return distance.has(to) ? before : null;
}

function waysBack(
  to: number,
  before: ReadonlyMap<number, readonly number[]>,
  mostPaths: number,
): { paths: FoundPath[]; more: boolean } {
  const paths: FoundPath[] = [];
  const open: number[][] = [[to]];
  while (open.length > 0) {
    const tail = open.pop() as number[];
    const earlier = before.get(tail[0] as number);
    if (!earlier) {
      if (paths.length === mostPaths) return { paths, more: true };
      paths.push({ accounts: tail, rows: [] });
      continue;
    }
    for (const account of earlier) open.push([account, ...tail]);
  }
  return { paths, more: false };
}

function neighboursOf(
  columns: TransferColumns,
  account: number,
  sharing: readonly number[],
): Set<number> {
  const found = new Set<number>(sharing);
  for (const row of rowsOf(columns.outgoing, account)) found.add(columns.to[row] as number);
  for (const row of rowsOf(columns.incoming, account)) found.add(columns.from[row] as number);
  found.delete(account);
  return found;
}

/** The rows of one account in an index, in the order of time. */
export function rowsOf(index: RowIndex, account: number): Int32Array {
  return index.rows.subarray(index.offsets[account] ?? 0, index.offsets[account + 1] ?? 0);
}
