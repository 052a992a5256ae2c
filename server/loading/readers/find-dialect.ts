import type { Dialect } from "./dialect.ts";
import { createRowMachine } from "./row-machine.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SAMPLED_CHARACTERS = 64 * 1024;

/**
 * The delimiter that splits the most of the sample into equally many cells; null where the text is
 * no table.
 */
export function findDialect(sample: string): Dialect | null {
  let best: (Dialect & { readonly score: number }) | null = null;
  for (const delimiter of DELIMITERS) {
    const candidate = {
      delimiter,
      ...usualColumns(sample.slice(0, SAMPLED_CHARACTERS), delimiter),
    };
    if (candidate.columns > 1 && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best === null ? null : { delimiter: best.delimiter, columns: best.columns };
}

function usualColumns(sample: string, delimiter: string): { columns: number; score: number } {
  const rows = createRowMachine({ delimiter, columns: 0 }).push(sample, true);
  const counts = new Map<number, number>();
  let filled = 0;
  for (const { cells, raw } of rows) {
    if (raw.trim() === "") continue;
    filled += 1;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  let columns = 0;
  let score = 0;
  for (const [count, times] of counts) {
    const worth = (count - 1) * times * times;
    if (worth > score) [columns, score] = [count, worth];
  }
  return { columns, score: filled === 0 ? 0 : score / (filled * filled) };
}
