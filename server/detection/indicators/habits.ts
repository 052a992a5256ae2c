import type { TransferColumns } from "../../columns/columns.ts";
import { DAY, HOME_ZONE, HOUR, offsetMilliseconds } from "../../time/instant.ts";
import { calibrate, type Peers } from "../network/peer-groups.ts";
import { PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";

/** Hours of the night in Kazakhstan: from midnight to five. */
const NIGHT_ENDS = 5;
/** Silence in days after which activity counts as woken up. */
export const SILENCE_DAYS = 21;
const WAKE_DAYS = 7;
/**
 * Usual limits in minor units below which sums are split: 500,000, 1, 2, 5 and 10 million tenge.
 */
const LIMITS = [50_000_000, 100_000_000, 200_000_000, 500_000_000, 1_000_000_000];

export function isNight(instant: number): boolean {
  const local = instant + (offsetMilliseconds(HOME_ZONE) ?? 0);
  return (((local % DAY) + DAY) % DAY) / HOUR < NIGHT_ENDS;
}

/** Within a tenth below a usual limit. */
export function isBelowLimit(amount: number): boolean {
  return LIMITS.some((limit) => amount < limit && amount >= limit * 0.9);
}

/**
 * Transfers of which something is true against the share of peers' transfers of which it is:
 * Poisson tail, calibrated.
 */
export function unusualShare(
  columns: TransferColumns,
  rows: Int32Array,
  peers: Peers,
  isSo: (row: number) => boolean,
  receiptsOnly = false,
): Float64Array {
  const { exitKind } = columns.accounts;
  const all = new Float64Array(columns.accounts.length);
  const so = new Float64Array(columns.accounts.length);
  for (const row of rows) {
    const hit = isSo(row) ? 1 : 0;
    for (const account of [columns.from[row] as number, columns.to[row] as number]) {
      if (exitKind[account] !== 0 || (receiptsOnly && account !== columns.to[row])) continue;
      all[account] = (all[account] as number) + 1;
      so[account] = (so[account] as number) + hit;
    }
  }
  const raw = new Float64Array(columns.accounts.length);
  for (const members of peers.members) {
    let sum = 0;
    let hits = 0;
    for (const account of members) {
      sum += all[account] as number;
      hits += so[account] as number;
    }
    const usual = (hits + 1) / (sum + 1);
    for (const account of members) {
      raw[account] = poissonPoints(so[account] as number, (all[account] as number) * usual);
    }
  }
  return calibrate(raw, peers);
}

export interface Wakings {
  readonly points: Float64Array;
  /** First row after the silence, -1 = none. */
  readonly firstRow: Int32Array;
  readonly silentDays: Float64Array;
}

/**
 * Three weeks or more of silence, then a busy week: Poisson tail of that week against the peers'
 * mean week, less the choice of the week.
 */
export function wakings(
  columns: TransferColumns,
  rows: Int32Array,
  peers: Peers,
  span: number,
): Wakings {
  const accounts = columns.accounts.length;
  const firstRow = new Int32Array(accounts).fill(-1);
  const silentDays = new Float64Array(accounts);
  const raw = new Float64Array(accounts);
  const total = new Float64Array(accounts);
  const last = new Float64Array(accounts).fill(Number.NaN);
  const woke = new Float64Array(accounts).fill(Number.NEGATIVE_INFINITY);
  const week = new Float64Array(accounts);
  const most = new Float64Array(accounts);
  const candidate = new Int32Array(accounts);
  const gap = new Float64Array(accounts);
  const start = rows.length > 0 ? (columns.bookedAt[rows[0] as number] as number) : 0;
  for (const row of rows) {
    const at = columns.bookedAt[row] as number;
    for (const account of [columns.from[row] as number, columns.to[row] as number]) {
      total[account] = (total[account] as number) + 1;
      const before = last[account] as number;
      const silence =
        (at -
          (Number.isNaN(before) ? Math.max(start, openedBy(columns, account, start)) : before)) /
        DAY;
      last[account] = at;
      if (silence >= SILENCE_DAYS) {
        woke[account] = at;
        week[account] = 0;
        candidate[account] = row;
        gap[account] = silence;
      }
      if (at - (woke[account] as number) > WAKE_DAYS * DAY) continue;
      week[account] = (week[account] as number) + 1;
      if ((week[account] as number) <= (most[account] as number)) continue;
      most[account] = week[account] as number;
      firstRow[account] = candidate[account] as number;
      silentDays[account] = gap[account] as number;
    }
  }
  for (const members of peers.members) {
    let sum = 0;
    for (const account of members) sum += total[account] as number;
    const usual = (sum / members.length / span) * WAKE_DAYS;
    for (const account of members) {
      raw[account] = Math.max(
        0,
        poissonPoints(most[account] as number, usual) - Math.log10(Math.max(1, span / WAKE_DAYS)),
      );
    }
  }
  return { points: calibrate(raw, peers), firstRow, silentDays };
}

function openedBy(columns: TransferColumns, account: number, start: number): number {
  const opened = columns.accounts.openedAt[account] as number;
  return Number.isNaN(opened) ? start : opened;
}

/**
 * Age in days at the first receipt from a stranger: as rare as the share of peers that were so
 * young; counted up to 60 days of age.
 */
export function youth(
  columns: TransferColumns,
  firstReceipt: Float64Array,
  peers: Peers,
): Float64Array {
  const points = new Float64Array(columns.accounts.length);
  for (const members of peers.members) {
    const known = [...members].filter(
      (account) => !Number.isNaN(columns.accounts.openedAt[account] as number),
    );
    if (known.length < PARAMETERS.peers / 2) continue;
    const ages = Float64Array.from(known, (account) =>
      ageAt(columns, firstReceipt, account),
    ).sort();
    for (const account of known) {
      const age = ageAt(columns, firstReceipt, account);
      if (!(age <= 60)) continue;
      let asYoung = 0;
      while (asYoung < ages.length && (ages[asYoung] as number) <= age) asYoung += 1;
      points[account] = Math.min(PARAMETERS.cap, -Math.log10(asYoung / ages.length));
    }
  }
  return points;
}

/** Days from opening to the first receipt; infinity where there was none. */
export function ageAt(
  columns: TransferColumns,
  firstReceipt: Float64Array,
  account: number,
): number {
  const first = firstReceipt[account] as number;
  if (!Number.isFinite(first)) return Number.POSITIVE_INFINITY;
  return Math.max(0, (first - (columns.accounts.openedAt[account] as number)) / DAY);
}
