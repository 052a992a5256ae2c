import { inOrder, type Telling, tellingKey } from "./telling.ts";

/** What persons decided about pairs of rows; keys as pairName() makes them. */
export interface Decisions {
  readonly rejected: ReadonlySet<string>;
  readonly accepted: readonly (readonly [string, string])[];
}

export const NO_DECISIONS: Decisions = { rejected: new Set(), accepted: [] };

/** The name of two rows taken together, whichever comes first. */
export function pairName(left: string, right: string): string {
  return left < right ? `${left}~${right}` : `${right}~${left}`;
}

/**
 * Which rows of one group (same accounts, amount, currency; telling.ts groupKey) are one transfer beyond doubt. Sources in
 * the order of loading; rows matched one to one: the same source never tells twice of one transfer. Per source first equal
 * ids, then equal seconds, then the other side's statement of the same day. Depends only on what is told and decided, so
 * the outcome is the same however often it is done again.
 */
export function clusterTellings(tellings: readonly Telling[], decisions: Decisions): Telling[][] {
  const clusters: Telling[][] = [];
  for (const rows of bySource(tellings)) {
    const waiting = new Set(rows);
    for (const same of [sameId, sameSecond, otherSide]) {
      for (const row of rows) {
        if (!waiting.has(row)) continue;
        const cluster = nearest(row, clusters, (one) => same(row, one) && mayJoin(row, one, decisions));
        if (cluster === undefined) continue;
        cluster.push(row);
        waiting.delete(row);
      }
    }
    for (const row of waiting) clusters.push([row]);
  }
  return clusters.map(inOrder);
}

function bySource(tellings: readonly Telling[]): Telling[][] {
  const ordered = [...tellings].sort((left, right) => left.sequence - right.sequence || left.order - right.order);
  const sources: Telling[][] = [];
  for (const telling of ordered) {
    const last = sources.at(-1);
    if (last !== undefined && last[0]?.sequence === telling.sequence) last.push(telling);
    else sources.push([telling]);
  }
  return sources;
}

/** The matching cluster whose time is nearest, the earlier one among equals. */
function nearest(row: Telling, clusters: readonly Telling[][], fits: (cluster: Telling[]) => boolean) {
  let best: Telling[] | undefined;
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

function sameId(row: Telling, cluster: readonly Telling[]): boolean {
  return cluster.some((one) => one.id === row.id && Math.abs(one.day - row.day) <= WEEK);
}

function sameSecond(row: Telling, cluster: readonly Telling[]): boolean {
  return cluster.some((one) => one.bookedAt === row.bookedAt && one.dayOnly === row.dayOnly);
}

/**
 * The same day, told from the other side; or from the same side (or nobody's) where one of the two gives no time of day.
 * A row of the same side with another second in the same statement period is another transfer.
 */
function otherSide(row: Telling, cluster: readonly Telling[]): boolean {
  const sameDay = cluster.filter((one) => one.day === row.day);
  const vague = sameDay.some((one) => one.dayOnly !== row.dayOnly);
  const complementary = sameDay.some((one) => isOtherSide(one, row));
  const contradicted = cluster.some((one) => one.ownSide === row.ownSide && one.dayOnly === row.dayOnly);
  return (vague || complementary) && !contradicted;
}

function isOtherSide(left: Telling, right: Telling): boolean {
  return left.ownSide !== null && right.ownSide !== null && left.ownSide !== right.ownSide;
}

function mayJoin(row: Telling, cluster: readonly Telling[], decisions: Decisions): boolean {
  return cluster.every(
    (one) => one.sourceId !== row.sourceId && !decisions.rejected.has(pairName(tellingKey(one), tellingKey(row))),
  );
}

/** Joins what a person said is one transfer, also across groups (a masked row and the other bank's). */
export function joinAccepted(clusters: readonly Telling[][], { accepted }: Decisions): Telling[][] {
  let joined = [...clusters];
  for (const [left, right] of accepted) {
    const first = joined.find((cluster) => cluster.some((one) => tellingKey(one) === left));
    const second = joined.find((cluster) => cluster.some((one) => tellingKey(one) === right));
    if (first === undefined || second === undefined || first === second) continue;
    joined = joined
      .filter((cluster) => cluster !== second)
      .map((one) => (one === first ? inOrder([...first, ...second]) : one));
  }
  return joined;
}
