import type { Run } from "./account-sums.ts";
import { addTo } from "./tally.ts";
import type { World } from "./world.ts";

/**
 * Money of the victims asked for that came straight from a victim's own account, by receiving
 * account: a fact under every rule and every opening balance. Payments from an account to which
 * another victim's money came do not count, because the balance there decides whose money left.
 */
export function directOf(world: World, base: Run, others: readonly Run[]): Map<number, bigint> {
  const { from, to } = world.columns;
  const mixes = (payer: number, tag: number) =>
    [base, ...others].some(({ tally }) =>
      [...(tally.holdings.get(payer) ?? [])].some(
        ([other, holding]) => other !== tag && holding.received > 0n,
      ),
    );
  const direct = new Map<number, bigint>();
  for (const { row, parts } of base.tally.steps) {
    const payer = from[row] as number;
    for (const [tag, amount] of parts) {
      const victim = base.victims[tag];
      if (!victim?.requested || !victim.home.has(payer) || mixes(payer, tag)) continue;
      addTo(direct, to[row] as number, amount);
    }
  }
  return direct;
}
