import { ORGANISATION } from "../../columns/columns.ts";
import { firstNotBelow } from "../../columns/typed-arrays.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import type { Flow } from "./flow.ts";
import type { Held } from "./held.ts";

/**
 * Accounts compared with each other: of one kind of holder and of like activity (transfers by
 * powers of four).
 */
export interface Peers {
  /** Group of each account, -1 for accounts without transfers, for exits and for stubs. */
  readonly group: Int32Array;
  readonly members: readonly Int32Array[];
  /** Accounts with any transfer. */
  readonly active: Int32Array;
}

export function peersOf(flow: Flow, held: Held): Peers {
  const transfers = new Int32Array(flow.accounts);
  for (let at = 0; at < flow.count; at += 1) {
    transfers[flow.from[at]!]! += 1;
    transfers[flow.to[at]!]! += 1;
  }
  const { holderKind, exitKind } = flow.columns.accounts;
  const active: number[] = [];
  const classes = new Map<number, number[]>();
  for (let account = 0; account < flow.accounts; account += 1) {
    if (transfers[account] === 0 || exitKind[account] !== 0) continue;
    active.push(account);
    if (held.account[account] === 0) continue;
    const size = Math.floor(Math.log2(transfers[account]!) / CONSTANTS.peerGroups.activityPower);
    // Firms after people: no activity reaches the hundredth class.
    const key = (holderKind[account] === ORGANISATION ? 100 : 0) + size;
    const members = classes.get(key);
    if (members) members.push(account);
    else classes.set(key, [account]);
  }
  const groups = joinSmall([...classes].sort(([a], [b]) => a - b));
  const group = new Int32Array(flow.accounts).fill(-1);
  groups.forEach((members, index) => {
    for (const account of members) group[account] = index;
  });
  return { group, members: groups, active: Int32Array.from(active) };
}

/**
 * A class too small to compare in joins the next smaller activity of its kind, or else the next.
 */
function joinSmall(classes: readonly (readonly [number, readonly number[]])[]): Int32Array[] {
  const joined: number[][] = [];
  let open: number[] = [];
  for (const [, members] of classes) {
    // One by one: a spread of a million accounts is a million arguments, more than the stack holds.
    for (const account of members) open.push(account);
    if (open.length < PARAMETERS.peers) continue;
    joined.push(open);
    open = [];
  }
  if (open.length > 0) {
    const last = joined.at(-1);
    if (last) for (const account of open) last.push(account);
    else joined.push(open);
  }
  return joined.map((members) => Int32Array.from(members).sort());
}

/** Upper shares of the peers that the tail is read off, the wider first. */
const [WIDER, NARROWER] = CONSTANTS.peerGroups.tailShares;
/** Points of a value that the narrower share reaches. */
const HIGH_POINTS = Math.log10(1 / NARROWER);

/**
 * Turns raw points of a family into points that hold among peers. Where peers show by how much the
 * raw chance is too small (days of the week, pay days, habits), the tail is read off them. It is
 * −log10 of the share of peers with at least this value. Beyond, a straight line goes through the
 * shares of 20 % and 4 %, which one or two droppers in a hundred do not bend. Never more than the
 * raw points.
 */
export function calibrate(raw: Float64Array, peers: Peers): Float64Array {
  const points = new Float64Array(raw.length);
  for (const members of peers.members) {
    const values = Float64Array.from(members, (account) => raw[account]!).sort();
    const count = values.length;
    const low = values[Math.floor(count * (1 - WIDER))] ?? 0;
    const high = values[Math.min(count - 1, Math.floor(count * (1 - NARROWER)))] ?? 0;
    const slope = high > low ? Math.min(1, Math.log10(WIDER / NARROWER) / (high - low)) : 1;
    for (const account of members) {
      const value = raw[account]!;
      if (value <= 0) continue;
      const tail =
        high > low
          ? HIGH_POINTS + slope * (value - high)
          : high > 0
            ? HIGH_POINTS + (value - high)
            : value;
      const share = tail > HIGH_POINTS ? tail : -Math.log10(atLeast(values, value) / count);
      points[account] = Math.min(value, Math.max(0, share), PARAMETERS.cap);
    }
  }
  return points;
}

/** How many of the ascending values are at least `value`. */
export function atLeast(values: Float64Array, value: number): number {
  return values.length - firstNotBelow(values, value);
}
