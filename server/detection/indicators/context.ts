import type { HeldDays } from "../../columns/dumped-banks.ts";
import type { Network } from "../network/network.ts";
import type { Cycle } from "./find-cycles.ts";

/** A crime report, used only as a sign that somebody received stolen money. */
export interface KnownReport {
  readonly id: string;
  readonly victims: readonly number[];
  /** Ids of the stolen transfers; unknown ones are passed over. */
  readonly stolen: readonly string[];
}

/** A device that operated an account, as logs of sessions say. */
export interface DeviceUse {
  readonly account: number;
  readonly device: string;
  /** The first and the last session, UTC milliseconds. */
  readonly first: number;
  readonly last: number;
  /** Sessions. */
  readonly count: number;
}

/** What people outside the data say, and the time looked at. */
export interface RunInput {
  /** UTC milliseconds, from inclusive, to exclusive. */
  readonly since: number;
  readonly until: number;
  readonly reports: readonly KnownReport[];
  /** Days held, as statements say; left out: none are known. */
  readonly statements?: readonly HeldDays[];
  /** Accounts in the Anti-Fraud Centre's base. */
  readonly listed: readonly number[];
  /** Which devices operated accounts, where session logs are loaded; left out: none are. */
  readonly devices?: readonly DeviceUse[];
}

/** What indicators are worked out from. */
export interface Context extends Network {
  readonly input: RunInput;
  /** Every cycle, once the search has ended. */
  readonly foundCycles: () => readonly Cycle[];
}

/**
 * Works something out the first time it is asked for in a run: indicators build on each other
 * without knowing who asks first.
 */
export function once<Value>(work: (context: Context) => Value): (context: Context) => Value {
  const known = new WeakMap<Context, { readonly value: Value }>();
  return (context) => {
    let found = known.get(context);
    if (!found) {
      found = { value: work(context) };
      known.set(context, found);
    }
    return found.value;
  };
}

/** Points of accounts that are established count nothing: a business is busy all along. */
export function exceptEstablished({ relations }: Context, points: Float64Array): Float64Array {
  return points.map((value, account) => (relations.established[account] === 1 ? 0 : value));
}

/** Adds `points` of each relation to what relations carry. */
export function addAll(into: Float64Array, points: Float64Array, weight = 1): void {
  for (let at = 0; at < into.length; at += 1) into[at] = into[at]! + points[at]! * weight;
}

/** Keeps the larger of two. */
export function raise(values: Float64Array, place: number, value: number): void {
  values[place] = Math.max(values[place]!, value);
}
