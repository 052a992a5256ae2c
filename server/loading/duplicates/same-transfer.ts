import {
  groupKey,
  inOrder,
  recordKey,
  type SourceRecord,
  sourceSideOf,
} from "../record/source-record.ts";

/** What persons decided about pairs of rows; keys as pairName() makes them. */
export interface Decisions {
  readonly rejected: ReadonlySet<string>;
  readonly accepted: readonly (readonly [string, string])[];
  /** Of the accepted pairs, those where one row is the other one corrected. */
  readonly corrections?: ReadonlySet<string>;
}

/** The name of two rows taken together, whichever comes first. */
export function pairName(left: string, right: string): string {
  return left < right ? `${left}~${right}` : `${right}~${left}`;
}

/**
 * Which rows of one group (same accounts, amount, currency; source-record.ts groupKey) are one transfer
 * beyond doubt. Sources in the order of loading; rows matched one to one: the same statement never
 * holds one transfer twice. Per statement first equal ids, then equal seconds, then the other
 * side's statement of the same day, each time those that agree on being a reversal first. Depends
 * only on the records and the decisions, so the outcome is the same however often it is done again.
 */
export function clusterRecords(
  records: readonly SourceRecord[],
  decisions: Decisions,
): SourceRecord[][] {
  const clusters: SourceRecord[][] = [];
  for (const rows of bySourceSide(records)) {
    const waiting = new Set(rows);
    for (const same of [sameId, agreeing(sameSecond), sameSecond, agreeing(otherSide), otherSide]) {
      for (const row of rows) {
        if (!waiting.has(row)) continue;
        const cluster = nearest(
          row,
          clusters,
          (one) => same(row, one) && mayJoin(row, one, decisions),
        );
        if (cluster === undefined) continue;
        cluster.push(row);
        waiting.delete(row);
      }
    }
    for (const row of waiting) clusters.push([row]);
  }
  return clusters.map(inOrder);
}

function bySourceSide(records: readonly SourceRecord[]): SourceRecord[][] {
  const ordered = [...records].sort(
    (left, right) =>
      sideKey(left) - sideKey(right) || left.order - right.order || left.sequence - right.sequence,
  );
  const sides: SourceRecord[][] = [];
  for (const record of ordered) {
    const last = sides.at(-1);
    if (last?.[0] !== undefined && sideKey(last[0]) === sideKey(record)) last.push(record);
    else sides.push([record]);
  }
  return sides;
}

function sideKey({ sequence, ownSide }: SourceRecord): number {
  return sourceSideOf(sequence, ownSide);
}

/** The matching cluster whose time is nearest, the earlier one among equals. */
function nearest(
  row: SourceRecord,
  clusters: readonly SourceRecord[][],
  fits: (cluster: SourceRecord[]) => boolean,
) {
  let best: SourceRecord[] | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const cluster of clusters) {
    if (!fits(cluster)) continue;
    const apart = Math.min(...cluster.map((one) => Math.abs(one.bookedAt - row.bookedAt)));
    if (apart >= distance) continue;
    best = cluster;
    distance = apart;
  }
  return best;
}

const WEEK = 7;

function sameId(row: SourceRecord, cluster: readonly SourceRecord[]): boolean {
  return cluster.some((one) => one.id === row.id && Math.abs(one.day - row.day) <= WEEK);
}

function agreeing(same: typeof sameSecond): typeof sameSecond {
  return (row, cluster) =>
    same(row, cluster) && cluster.some((one) => isReversal(one) === isReversal(row));
}

function isReversal({ properties }: SourceRecord): boolean {
  return properties.reversal === true;
}

function sameSecond(row: SourceRecord, cluster: readonly SourceRecord[]): boolean {
  return cluster.some((one) => one.bookedAt === row.bookedAt && one.dayOnly === row.dayOnly);
}

/**
 * The same day, recorded by the other side; or from the same side (or nobody's) where one of the two
 * gives no time of day. A row of the same side with another second in the same statement period is
 * another transfer.
 */
function otherSide(row: SourceRecord, cluster: readonly SourceRecord[]): boolean {
  const sameDay = cluster.filter((one) => one.day === row.day);
  const vague = sameDay.some((one) => one.dayOnly !== row.dayOnly);
  const complementary = sameDay.some((one) => isOtherSide(one, row));
  const contradicted = cluster.some(
    (one) => one.ownSide === row.ownSide && one.dayOnly === row.dayOnly,
  );
  return (vague || complementary) && !contradicted;
}

/** Two accounts' views of one transfer. */
export function isOtherSide(left: SourceRecord, right: SourceRecord): boolean {
  return left.ownSide !== null && right.ownSide !== null && left.ownSide !== right.ownSide;
}

function mayJoin(
  row: SourceRecord,
  cluster: readonly SourceRecord[],
  decisions: Decisions,
): boolean {
  return cluster.every(
    (one) =>
      (one.sourceId !== row.sourceId || isOtherSide(one, row)) &&
      !decisions.rejected.has(pairName(recordKey(one), recordKey(row))),
  );
}

/**
 * Joins what a person said is one transfer, also across groups (a masked row and the other bank's).
 * Of a row and its correction the one from the file loaded later is what is shown.
 */
export function joinAccepted(
  clusters: readonly SourceRecord[][],
  { accepted, corrections = new Set() }: Decisions,
): SourceRecord[][] {
  let joined = [...clusters];
  const outdated = new Map<SourceRecord, SourceRecord>();
  for (const [left, right] of accepted) {
    const first = joined.find((cluster) => cluster.some((one) => recordKey(one) === left));
    const second = joined.find((cluster) => cluster.some((one) => recordKey(one) === right));
    if (first === undefined || second === undefined || first === second) continue;
    const [one, other] = [rowOf(first, left), rowOf(second, right)];
    if (corrections.has(pairName(left, right))) {
      if (one.sequence < other.sequence) outdated.set(one, other);
      else outdated.set(other, one);
    }
    joined = joined
      .filter((cluster) => cluster !== second)
      .map((one) => (one === first ? inOrder([...first, ...second]) : one));
  }
  return outdated.size === 0 ? joined : joined.map((cluster) => correctedFirst(cluster, outdated));
}

function rowOf(cluster: readonly SourceRecord[], key: string): SourceRecord {
  return cluster.find((one) => recordKey(one) === key) as SourceRecord;
}

/** What was corrected, and records that agree with it, come after the correction. */
function correctedFirst(
  cluster: readonly SourceRecord[],
  outdated: ReadonlyMap<SourceRecord, SourceRecord>,
): SourceRecord[] {
  const isOutdated = (record: SourceRecord) =>
    [...outdated].some(
      ([old, corrected]) =>
        record === old ||
        (groupKey(record) === groupKey(old) && groupKey(old) !== groupKey(corrected)),
    );
  const current = cluster.filter((record) => !isOutdated(record));
  return current.length === 0 ? [...cluster] : [...current, ...cluster.filter(isOutdated)];
}
