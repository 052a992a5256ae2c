import { allocate } from "../../money/money.ts";
import { addTo, type Holding, holdingOf, type Step, type Tally } from "../tally.ts";
import type { World } from "../world.ts";

/**
 * The last step of pari passu. Of the money that ended on one account, what is still there is
 * shared by what each victim's money there came to, whatever the dates (Re Framjee; Cunningham v
 * Brown 265 US 1 (1924)). Every victim's total, every account's total and every payment stay as
 * they were. Only who bears what left through this account's exits, and who has what remains, is
 * evened out.
 */
export function evenOut(world: World, tally: Tally): void {
  let exits: Map<number, Step[]> | undefined;
  for (const [account, byVictim] of [...tally.holdings]) {
    if (world.stops.has(account)) continue;
    const sharing = [...byVictim]
      .filter(([, holding]) => holding.generation > 0 && ended(holding) > 0n)
      .sort(([left], [right]) => left - right);
    const held = sharing.reduce((sum, [, holding]) => sum + holding.held, 0n);
    if (sharing.length < 2 || held === 0n) continue;
    const shares = allocate(
      held,
      sharing.map(([, holding]) => ended(holding)),
    );
    sharing.forEach(([, holding], at) => {
      const share = shares[at] as bigint;
      holding.exited += holding.held - share;
      holding.held = share;
    });
    exits ??= exitSteps(world, tally);
    shareExits(world, tally, exits.get(account) ?? [], sharing);
  }
}

/** Money of the victim that can be evened out: it stayed here or left from here for good. */
function ended(holding: Holding): bigint {
  return holding.held + holding.exited;
}

/** Steps through an exit, by payer. */
function exitSteps(world: World, tally: Tally): Map<number, Step[]> {
  const exits = new Map<number, Step[]>();
  for (const step of tally.steps) {
    const payer = world.columns.from[step.row] as number;
    if (world.stops.get(world.columns.to[step.row] as number) !== "exit") continue;
    const list = exits.get(payer);
    if (list === undefined) exits.set(payer, [step]);
    else list.push(step);
  }
  return exits;
}

/**
 * Divides an account's payments out anew, so that they add up to what each victim now bears of
 * them.
 */
function shareExits(
  world: World,
  tally: Tally,
  steps: readonly Step[],
  sharing: readonly [number, Holding][],
): void {
  const left = sharing.map(([, holding]) => holding.exited);
  for (const step of steps) {
    const way = world.columns.to[step.row] as number;
    // Money that a victim pays straight into an exit is his own and not shared.
    const whole = [...step.parts].reduce(
      (sum, [tag, part]) => (step.generation.get(tag) === 1 ? sum : sum + part),
      0n,
    );
    const parts = allocate(whole, left);
    sharing.forEach(([victim, holding], at) => {
      const part = parts[at] as bigint;
      left[at] = (left[at] as bigint) - part;
      const before = step.parts.get(victim) ?? 0n;
      if (part === before) return;
      addTo(step.parts, victim, part - before);
      step.generation.set(victim, step.generation.get(victim) ?? holding.generation + 1);
      const there = holdingOf(tally, way, victim);
      there.received += part - before;
      there.generation = Math.min(there.generation, holding.generation + 1);
      there.firstReceivedAt ??= world.columns.bookedAt[step.row] as number;
    });
  }
}
