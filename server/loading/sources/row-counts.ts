/** What became of a file's data rows: read = loaded + duplicates + rejected, always. */
export interface Counts {
  read: number;
  loaded: number;
  duplicates: number;
  rejected: number;
}

export function noCounts(): Counts {
  return { read: 0, loaded: 0, duplicates: 0, rejected: 0 };
}

export function addCounts(to: Counts, more: Counts): void {
  to.read += more.read;
  to.loaded += more.loaded;
  to.duplicates += more.duplicates;
  to.rejected += more.rejected;
}

/** The counts of one source, with the warnings of its rows. */
export interface SourceCounts extends Counts {
  warnings: number;
}

export function noSourceCounts(): SourceCounts {
  return { ...noCounts(), warnings: 0 };
}
