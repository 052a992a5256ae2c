import { allocate } from "../money/money.ts";
import type { Holding, Tally } from "./tally.ts";
import type { World } from "./world.ts";

/**
 * The last step of pari passu: of the money that ended on one account, what is still there is shared by what each victim's money there came
 * to, whatever the dates (Re Framjee; Cunningham v Brown 265 US 1 (1924)). Every victim's total and every account's total stay as they were; only who
 * bears what left through this account's exits and who has what remains is evened out.
 */
export function evenOut(world: World, tally: Tally): void {
  for (const [account, byVictim] of tally.holdings) {
    if (world.stops.has(account)) continue;
    const holdings = [...byVictim].sort(([left], [right]) => left - right).map(([, holding]) => holding);
    const sharing = holdings.filter((holding) => holding.generation > 0 && ended(holding) > 0n);
    const held = sharing.reduce((sum, holding) => sum + holding.held, 0n);
    if (sharing.length < 2 || held === 0n) continue;
    const shares = allocate(held, sharing.map(ended));
    sharing.forEach((holding, at) => {
      const share = shares[at] as bigint;
      holding.exited += holding.held - share;
      holding.held = share;
    });
  }
}

/** What can be evened out: money of the victim that stayed here or left from here for good. */
function ended(holding: Holding): bigint {
  return holding.held + holding.exited;
}
