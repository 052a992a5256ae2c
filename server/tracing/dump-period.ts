import { DUMP_SHARE } from "../columns/dumped-banks.ts";
import { DAY, type Instant } from "../time/instant.ts";
import type { Days } from "./world.ts";

/** A file of transfers that is no statement of one account. */
export interface DumpFile {
  /** Its first and its last booking. */
  readonly from: Instant;
  readonly until: Instant;
  readonly rows: number;
}

/**
 * The time that dumps of whole banks cover; null where there are none. A file of a few rows is no
 * dump of its days: it counts only where it has about as many rows a day as the largest file.
 */
export function dumpPeriod(files: readonly DumpFile[]): Days | null {
  const perDay = ({ from, until, rows }: DumpFile) => rows / Math.max(1, (until - from) / DAY);
  const [largest] = [...files].sort((one, other) => other.rows - one.rows);
  if (largest === undefined) return null;
  const dumps = files.filter((file) => perDay(file) >= perDay(largest) * DUMP_SHARE);
  return {
    from: Math.min(...dumps.map(({ from }) => from)),
    until: Math.max(...dumps.map(({ until }) => until)),
  };
}
