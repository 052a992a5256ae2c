import { toOffsets } from "../../columns/typed-arrays.ts";
import { CONSTANTS } from "../parameters.ts";
import type { Flow } from "./flow.ts";
import type { Relations } from "./relations.ts";

/** Stranger relations of one account in time order. */
export interface Strangers {
  /**
   * Other ends of stranger relations by account, both directions, in time order: positions
   * offsets[a] .. offsets[a + 1] - 1.
   */
  readonly offsets: Int32Array;
  readonly other: Int32Array;
  readonly day: Float64Array;
  readonly relation: Int32Array;
  /** 1 = the account received. */
  readonly incoming: Uint8Array;
  /** Number of stranger relations in all. */
  readonly count: number;
  /** Share of transfers on stranger relations, hubs apart. */
  readonly share: number;
  /**
   * 0..1: how much strangers say in this data; where everyone is a stranger, nothing
   * (docs/detection.md, "stranger relation").
   */
  readonly weight: number;
}

export function strangersOf(flow: Flow, relations: Relations): Strangers {
  const { accounts } = flow;
  let all = 0;
  let strange = 0;
  let count = 0;
  const offsets = new Int32Array(accounts + 1);
  for (let index = 0; index < relations.count; index += 1) {
    const [payer, payee] = [relations.from[index]!, relations.to[index]!];
    const hub = relations.hub[payer] === 1 || relations.hub[payee] === 1;
    if (!hub) all += relations.transfers[index]!;
    if (relations.stranger[index] === 0) continue;
    if (!hub) strange += relations.transfers[index]!;
    count += 1;
    offsets[payer + 1]! += 1;
    offsets[payee + 1]! += 1;
  }
  toOffsets(offsets);
  const next = offsets.slice();
  const other = new Int32Array(count * 2);
  const day = new Float64Array(count * 2);
  const relation = new Int32Array(count * 2);
  const incoming = new Uint8Array(count * 2);
  const seen = new Uint8Array(relations.count);
  // Rows come in time order, so each account's list does too.
  for (let at = 0; at < flow.count; at += 1) {
    const index = flow.relation[at]!;
    if (relations.stranger[index] === 0 || seen[index] === 1) continue;
    seen[index] = 1;
    for (const side of [0, 1]) {
      const own = (side === 1 ? relations.to[index] : relations.from[index]) as number;
      const place = next[own]!;
      other[place] = (side === 1 ? relations.from[index] : relations.to[index]) as number;
      day[place] = relations.first[index]!;
      relation[place] = index;
      incoming[place] = side;
      next[own] = place + 1;
    }
  }
  const share = all > 0 ? Math.max(strange, 1) / all : 1;
  const weight = Math.min(1, Math.max(0, -Math.log10(share) / CONSTANTS.strangers.fullWeight));
  return { offsets, other, day, relation, incoming, count, share, weight };
}

/** Accounts that could be in a loop: with two strangers at least. */
export function accountsInReach({ offsets }: Strangers, accounts: number): number {
  let active = 0;
  for (let at = 0; at < accounts; at += 1)
    if (offsets[at + 1]! - offsets[at]! >= CONSTANTS.loops.leastStrangers) active += 1;
  return active;
}
