import type { TransferRow } from "../../../../contract/exploring.ts";

/**
 * Amounts over time as bars: minutes for a night, hours for a few days, else days, weeks for years. Pure; a picture
 * only.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Kazakhstan's zone: bars begin at its midnight. */
const ZONE = 5 * HOUR;
const MOST_BARS = 220;

export interface Bucket {
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  readonly own: number;
  readonly count: number;
}

export interface Rhythm {
  readonly buckets: readonly Bucket[];
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export type BucketRow = Pick<TransferRow, "bookedAt" | "amount" | "currency" | "from" | "to">;

export function widthFor(from: number, to: number): number {
  const span = to - from;
  for (const width of [HOUR, 3 * HOUR, 6 * HOUR, DAY, 7 * DAY, 28 * DAY])
    if (span / width <= MOST_BARS && (width >= DAY || span <= 21 * DAY)) return width;
  return 91 * DAY;
}

/** Of a part that is looked at closely: a night by minutes. */
function finestFor(from: number, to: number): number {
  for (const width of [5 * MINUTE, 15 * MINUTE]) if ((to - from) / width <= MOST_BARS) return width;
  return widthFor(from, to);
}

/** `part`: only this time, in finer bars; the ends of the first and last bar lie around it. */
export function rhythmOf(
  rows: readonly BucketRow[],
  currency: string,
  own: ReadonlySet<string>,
  part: readonly [number, number] | null = null,
): Rhythm {
  let [first, last] = part
    ? [part[0], part[1] - 1]
    : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of part === null ? rows : []) {
    first = Math.min(first, row.bookedAt);
    last = Math.max(last, row.bookedAt);
  }
  if (!Number.isFinite(first)) return { buckets: [], from: 0, to: DAY, width: DAY };
  const width = part === null ? widthFor(first, last + 1) : finestFor(first, last + 1);
  const from = Math.floor((first + ZONE) / width) * width - ZONE;
  const count = Math.floor((last - from) / width) + 1;
  const bars = Array.from({ length: count }, (_, index) => ({
    start: from + index * width,
    end: from + (index + 1) * width,
    amount: 0,
    own: 0,
    count: 0,
  }));
  for (const row of rows) {
    const bar = bars[Math.floor((row.bookedAt - from) / width)];
    if (!bar) continue;
    bar.count += 1;
    if (row.currency !== currency) continue;
    const amount = Number(BigInt(row.amount));
    bar.amount += amount;
    if (own.has(row.from) || own.has(row.to)) bar.own += amount;
  }
  return { buckets: bars, from, to: from + count * width, width };
}

/**
 * A window moved or stretched, kept inside the data and at least one bar wide, its ends on bars.
 */
export function clampWindow(
  since: number,
  until: number,
  rhythm: Pick<Rhythm, "from" | "to" | "width">,
): readonly [number, number] {
  const snap = (at: number) =>
    rhythm.from + Math.round((at - rhythm.from) / rhythm.width) * rhythm.width;
  const from = Math.max(
    rhythm.from,
    Math.min(snap(Math.min(since, until)), rhythm.to - rhythm.width),
  );
  const to = Math.min(rhythm.to, Math.max(snap(Math.max(since, until)), from + rhythm.width));
  return [from, to];
}

/** About five marks under the bars, at bar starts. */
export function marks(rhythm: Rhythm): readonly number[] {
  const every = Math.max(1, Math.ceil(rhythm.buckets.length / 6));
  return rhythm.buckets.filter((_, index) => index % every === 0).map((bucket) => bucket.start);
}
