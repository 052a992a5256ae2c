import { DUMP_SHARE } from "../columns/dumped-banks.ts";
import { DAY, type Instant } from "../time/instant.ts";
import type { Days } from "./world.ts";

/** A file of transfers that is no statement of one account. */
export interface DumpFile {
  readonly source: string;
  /** Its first and its last booking. */
  readonly from: Instant;
  readonly until: Instant;
  readonly rows: number;
}

/** How many accounts a file names, and how many of these are in other files too. */
export interface AccountsOfFile {
  readonly source: string;
  readonly accounts: number;
  readonly elsewhere: number;
}

/** Files with far fewer rows a day than the largest one. */
export function sparseFiles<File extends DumpFile>(files: readonly File[]): File[] {
  const perDay = ({ from, until, rows }: DumpFile) => rows / Math.max(1, (until - from) / DAY);
  const [largest] = [...files].sort((one, other) => other.rows - one.rows);
  if (largest === undefined) return [];
  return files.filter((file) => perDay(file) < perDay(largest) * DUMP_SHARE);
}

/**
 * The time that dumps of whole banks cover; null where there are none. A sparse file mostly of
 * accounts that other files know better is no dump of its days: a few rows say nothing of the rest.
 * Of accounts that it alone names it is all there is.
 */
export function dumpPeriod(
  files: readonly DumpFile[],
  ofSparse: readonly AccountsOfFile[],
): Days | null {
  const strays = new Set(
    ofSparse.filter((one) => one.elsewhere * 2 > one.accounts).map(({ source }) => source),
  );
  const dumps = files.filter(({ source }) => !strays.has(source));
  if (dumps.length === 0) return null;
  return {
    from: Math.min(...dumps.map(({ from }) => from)),
    until: Math.max(...dumps.map(({ until }) => until)),
  };
}
