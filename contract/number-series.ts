/**
 * The outgoing number of the paper that stands `place` papers after the first one; null where the
 * first has no figures to count by. The last run of figures counts, with as many as it had:
 * "11-098/к" is followed by "11-099/к". Where the number ends with its year ("98/2026"), the run
 * before counts.
 */
export function numberAfter(first: string, place: number, year: string): string | null {
  const text = first.trim();
  const runs = [...text.matchAll(/\d+/g)];
  const last = runs.at(-1);
  const counting = runs.length > 1 && last?.[0] === year ? runs.at(-2) : last;
  if (counting === undefined) return null;
  const [figures] = counting;
  const next = `${BigInt(figures) + BigInt(place)}`.padStart(figures.length, "0");
  const end = counting.index + figures.length;
  return `${text.slice(0, counting.index)}${next}${text.slice(end)}`;
}

/** So many outgoing numbers from the first one on; one without figures stays as it is. */
export function numberSeries(first: string, count: number, year: string): string[] {
  return Array.from(
    { length: count },
    (_, place) => numberAfter(first, place, year) ?? first.trim(),
  );
}
