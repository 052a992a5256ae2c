import type { Ledger } from "../network/ledger.ts";
import { calibrate, type Peers } from "../network/peer-groups.ts";
import type { Flow, Relations } from "../network/relations.ts";
import type { Strangers } from "../network/strangers.ts";
import { PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import type { Explanation, FamilyEvidence } from "./indicator.ts";

/**
 * Many people who never dealt with the account before, in few days: the Poisson tail of the fullest
 * window against the account's own long-run rate of strangers plus its peers' mean rate, minus
 * log10(span / window) for the choice of the window, times the share of strangers among all it
 * dealt with in that time (who is busy with everybody has a busy fortnight, not a burst of
 * strangers), then calibrated on peers.
 */
export interface Bursts {
  readonly points: Float64Array;
  /** Positions in `strangers` of the fullest window, per account: from, to (exclusive). */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function bursts(
  flow: Flow,
  relations: Relations,
  strangers: Strangers,
  peers: Peers,
  incoming: boolean,
): Bursts {
  const side = incoming ? 1 : 0;
  const raw = new Float64Array(flow.accounts);
  const from = new Int32Array(flow.accounts);
  const to = new Int32Array(flow.accounts);
  const totals = new Int32Array(flow.accounts);
  for (const account of peers.active) {
    for (
      let at = strangers.offsets[account] as number;
      at < (strangers.offsets[account + 1] as number);
      at += 1
    ) {
      if (strangers.incoming[at] === side) totals[account] = (totals[account] as number) + 1;
    }
  }
  const known = knownOccasions(flow, relations, incoming);
  for (const members of peers.members) {
    let sum = 0;
    for (const account of members) sum += totals[account] as number;
    const peerRate = sum / members.length / flow.span;
    for (const account of members) {
      const total = totals[account] as number;
      if (total < 2) continue;
      const best = fullestWindow(flow.span, strangers, account, side, total, peerRate);
      raw[account] = best.points * strangerShare(strangers, known, account, side, best);
      from[account] = best.from;
      to[account] = best.to;
    }
  }
  const points = calibrate(raw, peers);
  // Who deals with many all along (a pension fund on its pay day) meets new ones among them by the
  // way.
  for (const account of peers.active)
    points[account] =
      relations.settled[account] === 1 ? 0 : (points[account] as number) * strangers.weight;
  return { points, from, to };
}

/**
 * Dealings with people the account knows, in one direction: days by account, in time order, places
 * offsets[a] .. offsets[a + 1] - 1.
 */
interface KnownOccasions {
  readonly offsets: Int32Array;
  readonly day: Float64Array;
}

/**
 * An occasion is what a stranger relation is, all that passed within a day; shops and utilities are
 * no acquaintances.
 */
function knownOccasions(flow: Flow, relations: Relations, incoming: boolean): KnownOccasions {
  const own = incoming ? flow.to : flow.from;
  const last = new Float64Array(relations.count).fill(Number.NEGATIVE_INFINITY);
  const isOccasion = new Uint8Array(flow.count);
  const offsets = new Int32Array(flow.accounts + 1);
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at] as number;
    if (relations.stranger[relation] === 1) continue;
    if (relations.hub[flow.from[at] as number] === 1 || relations.hub[flow.to[at] as number] === 1)
      continue;
    const day = flow.day[at] as number;
    if (day - (last[relation] as number) > PARAMETERS.strangerDays) {
      isOccasion[at] = 1;
      const place = (own[at] as number) + 1;
      offsets[place] = (offsets[place] as number) + 1;
    }
    last[relation] = day;
  }
  for (let at = 0; at < flow.accounts; at += 1)
    offsets[at + 1] = (offsets[at + 1] as number) + (offsets[at] as number);
  const next = offsets.slice();
  const days = new Float64Array(offsets[flow.accounts] as number);
  for (let at = 0; at < flow.count; at += 1) {
    if (isOccasion[at] === 0) continue;
    const account = own[at] as number;
    const place = next[account] as number;
    days[place] = flow.day[at] as number;
    next[account] = place + 1;
  }
  return { offsets, day: days };
}

/**
 * Strangers among all whom the account dealt with, in this direction, while the burst went on (at
 * least a day).
 */
function strangerShare(
  strangers: Strangers,
  known: KnownOccasions,
  account: number,
  side: number,
  burst: { readonly from: number; readonly to: number },
): number {
  if (burst.to === burst.from) return 1;
  let met = 0;
  for (let at = burst.from; at < burst.to; at += 1) if (strangers.incoming[at] === side) met += 1;
  const first = strangers.day[burst.from] as number;
  const last = Math.max(strangers.day[burst.to - 1] as number, first + PARAMETERS.strangerDays);
  let others = 0;
  for (
    let at = known.offsets[account] as number;
    at < (known.offsets[account + 1] as number);
    at += 1
  ) {
    const day = known.day[at] as number;
    if (day >= first && day <= last) others += 1;
  }
  return met / (met + others);
}

/**
 * A burst whose money stays, or that everyone pays the same sum into, keeps this share of its
 * points.
 */
const KEPT = 0.4;
const SAME = 0.4;
/** Sums are the same when they spread by less than this share of their mean. */
const SPREAD = 0.1;

/**
 * Weighs bursts of receipts by what became of the money within three days, against what becomes of
 * strangers' money at large: collections and fees are kept or spent slowly (`haste`: how much haste
 * says in this data, see bearing.ts), and collections, fees and prices are one sum for all (at
 * least five payers).
 */
export function retained(
  burst: Bursts,
  strangers: Strangers,
  ledger: Ledger,
  flow: Flow,
  relations: Relations,
  haste: number,
): Bursts {
  const kept = 1 - (1 - KEPT) * haste;
  const came = new Float64Array(relations.count);
  const left = new Float64Array(relations.count);
  const relationOfRow = new Int32Array(flow.columns.length).fill(-1);
  for (let at = 0; at < flow.count; at += 1)
    relationOfRow[flow.row[at] as number] = flow.relation[at] as number;
  let shares = 0;
  let lots = 0;
  for (let lot = 0; lot < ledger.count; lot += 1) {
    const relation = relationOfRow[ledger.row[lot] as number] as number;
    if (relation === -1 || relations.stranger[relation] === 0) continue;
    came[relation] = (came[relation] as number) + (ledger.amount[lot] as number);
    left[relation] = (left[relation] as number) + (ledger.left[lot] as number);
    shares += (ledger.left[lot] as number) / (ledger.amount[lot] as number);
    lots += 1;
  }
  const usual = lots > 0 ? Math.max(0.05, shares / lots) : 1;
  const points = burst.points.map((value, account) => {
    if (value === 0) return 0;
    const sums = burstPositions(burst, strangers, account, true).map(
      (at) => strangers.relation[at] as number,
    );
    let all = 0;
    let gone = 0;
    let squares = 0;
    for (const relation of sums) {
      const sum = came[relation] as number;
      all += sum;
      gone += left[relation] as number;
      squares += sum * sum;
    }
    const mean = all / sums.length;
    const spread = Math.sqrt(Math.max(0, squares / sums.length - mean * mean)) / mean;
    const same = sums.length >= 5 && spread < SPREAD ? SAME : 1;
    return value * same * (kept + (1 - kept) * Math.min(1, gone / all / usual));
  });
  return { ...burst, points };
}

function fullestWindow(
  span: number,
  strangers: Strangers,
  account: number,
  side: number,
  total: number,
  peerRate: number,
): { points: number; from: number; to: number } {
  let best = { points: 0, from: 0, to: 0 };
  const end = strangers.offsets[account + 1] as number;
  for (const window of PARAMETERS.burstWindows) {
    if (window >= span) break;
    let count = 0;
    let tail = strangers.offsets[account] as number;
    let most = { count: 0, from: 0, to: 0 };
    for (let head = tail; head < end; head += 1) {
      if (strangers.incoming[head] !== side) continue;
      count += 1;
      while ((strangers.day[head] as number) - (strangers.day[tail] as number) > window) {
        if (strangers.incoming[tail] === side) count -= 1;
        tail += 1;
      }
      if (count > most.count) most = { count, from: tail, to: head + 1 };
    }
    if (most.count < 2) continue;
    const ownRate = (total - most.count) / (span - window);
    const expected = (ownRate + peerRate) * window;
    const points = poissonPoints(most.count, expected) - Math.log10(span / window);
    if (points > best.points) best = { points, from: most.from, to: most.to };
  }
  return best;
}

/** Positions in `strangers` of the burst's own relations. */
export function burstPositions(
  burst: Bursts,
  strangers: Strangers,
  account: number,
  incoming: boolean,
): number[] {
  const positions: number[] = [];
  for (let at = burst.from[account] as number; at < (burst.to[account] as number); at += 1) {
    if (strangers.incoming[at] === (incoming ? 1 : 0)) positions.push(at);
  }
  return positions;
}

/**
 * Gives the burst's relations its points, shared when there are many, and remembers the best burst
 * each other end was part of.
 */
export function shareBurst(
  burst: Bursts,
  strangers: Strangers,
  peers: Peers,
  incoming: boolean,
  relationPoints: Float64Array,
  ends: Float64Array,
  endShare: number,
): void {
  for (const account of peers.active) {
    const points = burst.points[account] as number;
    if (points <= 0) continue;
    const positions = burstPositions(burst, strangers, account, incoming);
    const share = points * Math.min(1, PARAMETERS.burstShare / positions.length);
    for (const at of positions) {
      const relation = strangers.relation[at] as number;
      relationPoints[relation] = (relationPoints[relation] as number) + share;
      const other = strangers.other[at] as number;
      ends[other] = Math.max(ends[other] as number, share * endShare);
    }
  }
}

export function burstEvidence(
  flow: Flow,
  relations: Relations,
  strangers: Strangers,
  burst: Bursts,
  rowsOf: (relation: number) => readonly number[],
  incoming: boolean,
): FamilyEvidence {
  const explain = (account: number): Explanation | undefined => {
    const positions = burstPositions(burst, strangers, account, incoming);
    if (positions.length === 0) return undefined;
    const ids = positions.map((at) => strangers.relation[at] as number);
    const rows = ids.flatMap((id) => rowsOf(id)).sort((a, b) => a - b);
    const first = ids.reduce(
      (least, id) => Math.min(least, relations.first[id] as number),
      Number.POSITIVE_INFINITY,
    );
    const last = ids.reduce((most, id) => Math.max(most, relations.last[id] as number), 0);
    return {
      code: incoming ? "burst-in" : "burst-out",
      params: { people: positions.length, hours: (last - first) * 24, ...sumOf(flow, rows) },
      rows,
    };
  };
  return { family: incoming ? "burst-in" : "burst-out", points: burst.points, explain };
}

/** Exact sum of rows in the currency of the first of them. */
export function sumOf(flow: Flow, rows: readonly number[]): { amount: string; currency: string } {
  const { columns } = flow;
  const currency = columns.currency[rows[0] ?? 0] ?? 0;
  let sum = 0n;
  for (const row of rows)
    if (columns.currency[row] === currency) sum += columns.amount[row] as bigint;
  return { amount: sum.toString(), currency: columns.currencies[currency] ?? "KZT" };
}
