import { calibrate, type Peers } from "../network/peer-groups.ts";
import type { Flow, Relations } from "../network/relations.ts";
import { PARAMETERS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";

/**
 * A pair that never dealt before pays again and again within three days and then never more:
 * Poisson tail of the number of such repeats against the peers' mean, calibrated on peers.
 * Structuring below a limit and a collector milked in several steps look like this.
 */
export function repeats(flow: Flow, relations: Relations, peers: Peers): Float64Array {
  const counts = new Float64Array(flow.accounts);
  for (let index = 0; index < relations.count; index += 1) {
    const again = (relations.transfers[index] as number) - 1;
    const life = (relations.last[index] as number) - (relations.first[index] as number);
    if (again < 1 || life > PARAMETERS.repeatDays || relations.back[index] !== -1) continue;
    for (const account of [relations.from[index] as number, relations.to[index] as number]) {
      counts[account] = (counts[account] as number) + again;
    }
  }
  const raw = new Float64Array(flow.accounts);
  for (const members of peers.members) {
    let sum = 0;
    for (const account of members) sum += counts[account] as number;
    const mean = sum / members.length;
    for (const account of members) raw[account] = poissonPoints(counts[account] as number, mean);
  }
  return calibrate(raw, peers);
}
