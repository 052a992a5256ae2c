import type { XlsxPackage } from "./package.ts";

/** A merged block of cells; rows and columns from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const MOST_MERGES = 200_000;

/**
 * Merged blocks of a sheet, top first. They stand behind the rows in the part, so the part is
 * unpacked once for them (about 300 MB a second). That pass also proves the part whole before the
 * first row is believed.
 */
export async function readMerges(parts: XlsxPackage, part: string): Promise<Merge[]> {
  let tail = "";
  let found = false;
  for await (const chunk of parts.read(part)) {
    if (found) {
      if (tail.length < MOST_MERGES * 40) tail += chunk.toString("latin1");
      continue;
    }
    // The word may lie across two chunks: a little of the end is kept.
    const seam = tail + chunk.subarray(0, 16).toString("latin1");
    found = chunk.includes("mergeCell") || seam.includes("mergeCell");
    tail = found ? tail + chunk.toString("latin1") : chunk.subarray(-16).toString("latin1");
  }
  if (!found) return [];
  const merges: Merge[] = [];
  for (const [, ref = ""] of tail.matchAll(/mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"/g)) {
    const [first, last] = ref.split(":").map(cellPlace);
    if (first && last && merges.length < MOST_MERGES) {
      merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
    }
  }
  return merges.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** "C7" is row 6, column 2 (from 0). */
export function cellPlace(ref: string): { row: number; column: number } {
  return { row: Number(/\d+$/.exec(ref)?.[0] ?? 0) - 1, column: columnOf(ref) };
}

/** Column of a cell reference from 0: "A1" is 0, "AB12" is 27. */
export function columnOf(ref: string): number {
  let column = 0;
  for (let index = 0; index < ref.length; index++) {
    const code = ref.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
