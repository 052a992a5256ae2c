import type { SessionRow } from "./session-record.ts";

/** Which device operated which account, as one source tells (property names of OPERATED). */
export interface Operated {
  readonly device: string;
  readonly account: string;
  /** UTC milliseconds of the first and last session. */
  first: number;
  last: number;
  count: number;
  /** As the latest row calls it. */
  model: string | null;
}

/** Pairs of device and account, by a key of both. */
export type OperatedByPair = Map<string, Operated>;

/** Pairs that are gathered before they are written; some 30 MB. */
export const MOST_GATHERED = 100_000;

/** What one more row says; a row without a device says nothing. */
export function gatherOperated(pairs: OperatedByPair, row: SessionRow): void {
  const { device, account, at, model } = row;
  if (device === null) return;
  const known = pairs.get(keyOf(device, account));
  if (known === undefined)
    pairs.set(keyOf(device, account), { device, account, first: at, last: at, count: 1, model });
  else join(known, at, at, 1, model);
}

/** What later rows of the source say of a pair goes together with what earlier ones said. */
export function addOperated(pairs: OperatedByPair, later: Operated): void {
  const key = keyOf(later.device, later.account);
  const known = pairs.get(key);
  if (known === undefined) pairs.set(key, { ...later });
  else join(known, later.first, later.last, later.count, later.model);
}

function join(
  known: Operated,
  first: number,
  last: number,
  count: number,
  model: string | null,
): void {
  known.count += count;
  known.first = Math.min(known.first, first);
  if (last < known.last) return;
  known.last = last;
  known.model = model ?? known.model;
}

function keyOf(device: string, account: string): string {
  return `${device}\n${account}`;
}
