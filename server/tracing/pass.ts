import type { Reached } from "./account.ts";
import type { Part, Pot } from "./rules/pot.ts";
import type { Tally } from "./tally.ts";
import type { Limits, World } from "./world.ts";

/** What one pass over the rows (propagate.ts) works on and keeps. */
export interface Pass {
  readonly world: World;
  readonly tally: Tally;
  readonly limits: Limits;
  /** By victim: his own accounts, where his money is home again. */
  readonly homes: readonly ReadonlySet<number>[];
  readonly emptyPot: () => Pot;
  /** Accounts that stolen money has reached, with what is on them. */
  readonly reached: Map<number, Reached>;
  /** By account: why its rows are looked at; 0 = they are not. */
  readonly active: Uint8Array;
  /** Money brought by rows that are reversed later. */
  readonly brought: Map<number, readonly Part[]>;
}

export function isHome({ homes }: Pass, tag: number, account: number): boolean {
  return homes[tag]?.has(account) === true;
}
