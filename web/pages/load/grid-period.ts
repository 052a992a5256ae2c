import { isoDay } from "../../../contract/format/dates.ts";
import type { GridRow } from "../../../contract/loading.ts";

export interface Period {
  readonly from: number;
  readonly to: number;
}

/** First to last instant of any statement or gap. */
export function periodOf(rows: readonly GridRow[]): Period {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    for (const part of [...row.spans, ...row.gaps]) {
      from = Math.min(from, part.from);
      to = Math.max(to, part.to);
    }
  }
  return from <= to ? { from, to } : { from: 0, to: 1 };
}

/** The place of a part in the whole period, in per cent; never thinner than a hair. */
export function placeOf(part: Period, whole: Period): { left: string; width: string } {
  const length = Math.max(1, whole.to - whole.from);
  const left = ((part.from - whole.from) / length) * 100;
  const width = Math.max(0.3, ((part.to - part.from) / length) * 100);
  return { left: `${left}%`, width: `${Math.min(width, 100 - left)}%` };
}

/** Of the ruler's width. */
const ROOM_OF_A_NAME = 0.15;

/** Starts of months inside the period, thinned out to at most `most`. */
export function monthsOf(whole: Period, most: number): number[] {
  const starts: number[] = [];
  const first = isoDay(whole.from).slice(0, 7).split("-").map(Number);
  const [year = 1970, month = 1] = first;
  for (let step = 1; ; step += 1) {
    const at = Date.UTC(year, month - 1 + step, 1) - 5 * 3_600_000;
    if (at > whole.to) break;
    starts.push(at);
  }
  // The month the period begins in, where its name has room before the next one.
  const next = starts[0] ?? whole.to;
  if (next - whole.from > (whole.to - whole.from) * ROOM_OF_A_NAME) starts.unshift(whole.from);
  const every = Math.max(1, Math.ceil(starts.length / most));
  return starts.filter((_, index) => index % every === 0);
}
