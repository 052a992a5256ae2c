import type { SessionRow } from "./session-record.ts";

/** Which device operated which account, as one source tells (property names of OPERATED). */
export interface Operated {
  readonly device: string;
  readonly account: string;
  /** UTC milliseconds of the first and last session. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** As the latest row calls it. */
  readonly model: string | null;
}

/** Pairs of device and account, by a key of both. */
export type OperatedByPair = Map<string, Operated>;

/** Pairs that are gathered before they are written; some 30 MB. */
export const MOST_GATHERED = 100_000;

/** What one more row says; a row without a device says nothing. */
export function gatherOperated(pairs: OperatedByPair, row: SessionRow): void {
  const { device, account, at, model } = row;
  if (device === null) return;
  addOperated(pairs, { device, account, first: at, last: at, count: 1, model });
}

/** What later rows of the source say of a pair goes together with what earlier ones said. */
export function addOperated(pairs: OperatedByPair, later: Operated): void {
  const key = `${later.device}\n${later.account}`;
  const known = pairs.get(key);
  pairs.set(key, known === undefined ? later : joined(known, later));
}

function joined(known: Operated, later: Operated): Operated {
  return {
    ...known,
    first: Math.min(known.first, later.first),
    last: Math.max(known.last, later.last),
    count: known.count + later.count,
    model: later.last < known.last ? known.model : (later.model ?? known.model),
  };
}
