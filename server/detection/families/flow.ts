import { poissonPoints } from "../chance.ts";
import { PARAMETERS } from "../parameters.ts";
import { calibrate, type Peers } from "../peers.ts";
import type { Flow, Relations } from "../relations.ts";
import type { Strangers } from "../strangers.ts";

/**
 * Received from a stranger and within three days 80 to 102 % of it paid to another stranger. The number of such pairs against what the account's
 * own rate of paying strangers and the spread of all amounts would give by chance; calibrated on peers. Half weight: it overlaps with bursts.
 */
export function matchedFlow(
  flow: Flow,
  relations: Relations,
  strangers: Strangers,
  peers: Peers,
): { points: Float64Array; pairs: (account: number) => readonly (readonly [number, number])[] } {
  const likely = chanceOfRatio(relations);
  const raw = new Float64Array(flow.accounts);
  const pairs = (account: number) => pairsOf(relations, strangers, account);
  for (const account of peers.active) {
    let received = 0;
    let paid = 0;
    for (let at = strangers.offsets[account] as number; at < (strangers.offsets[account + 1] as number); at += 1) {
      if (strangers.incoming[at] === 1) received += 1;
      else paid += 1;
    }
    if (received === 0 || paid === 0) continue;
    const found = pairs(account).length;
    if (found === 0) continue;
    const perReceipt = 1 - Math.exp(((-(paid + 1) * PARAMETERS.flowDays) / flow.span) * likely);
    raw[account] = poissonPoints(found, received * perReceipt);
  }
  const points = calibrate(raw, peers);
  for (const account of peers.active) points[account] = (points[account] as number) * 0.5 * strangers.weight;
  return { points, pairs };
}

function pairsOf(relations: Relations, strangers: Strangers, account: number): [number, number][] {
  const { offsets, incoming, day, relation } = strangers;
  const end = offsets[account + 1] as number;
  const used = new Set<number>();
  const found: [number, number][] = [];
  for (let received = offsets[account] as number; received < end; received += 1) {
    if (incoming[received] === 0) continue;
    const amount = relations.amount[relation[received] as number] as number;
    for (let paid = received + 1; paid < end; paid += 1) {
      if ((day[paid] as number) > (day[received] as number) + PARAMETERS.flowDays) break;
      if (incoming[paid] === 1 || used.has(paid)) continue;
      const ratio = (relations.amount[relation[paid] as number] as number) / amount;
      if (ratio < PARAMETERS.flowRatio[0] || ratio > PARAMETERS.flowRatio[1]) continue;
      used.add(paid);
      found.push([relation[received] as number, relation[paid] as number]);
      break;
    }
  }
  return found;
}

/** Chance that one stranger relation's amount is 80 to 102 % of another's, over evenly chosen pairs of all. */
function chanceOfRatio(relations: Relations): number {
  const amounts: number[] = [];
  for (let index = 0; index < relations.count; index += 1) {
    if (relations.stranger[index] === 1) amounts.push(relations.amount[index] as number);
  }
  const sorted = Float64Array.from(amounts).sort();
  const step = Math.max(1, Math.floor(sorted.length / 2_000));
  let inside = 0;
  let tried = 0;
  for (let at = 0; at < sorted.length; at += step) {
    const amount = sorted[at] as number;
    inside += below(sorted, amount * PARAMETERS.flowRatio[1]) - below(sorted, amount * PARAMETERS.flowRatio[0]);
    tried += sorted.length;
  }
  return tried > 0 ? inside / tried : 1;
}

function below(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
