export interface Rings {
  /** Two holders are in one ring where the numbers are equal; -1 = no move names the holder. */
  ringOf(holder: string): number;
  /** False where one holder alone is the ring: what has left him never comes back to him. */
  isShared(ring: number): boolean;
}

/**
 * Which holders can pass money round to each other: the strongly connected parts of the moves
 * (Tarjan, SIAM J. Comput. 1 (1972) 146), without recursion.
 */
export function ringsOf(moves: Iterable<readonly [from: string, to: string]>): Rings {
  const next = new Map<string, string[]>();
  for (const [from, to] of moves) {
    const targets = next.get(from);
    if (targets) targets.push(to);
    else next.set(from, [to]);
    if (!next.has(to)) next.set(to, []);
  }
  const seen = new Map<string, number>();
  const low = new Map<string, number>();
  const ring = new Map<string, number>();
  const open: string[] = [];
  const shared = new Set<number>();
  let rings = 0;
  for (const start of next.keys()) {
    if (seen.has(start)) continue;
    const path: { holder: string; at: number }[] = [];
    const enter = (holder: string) => {
      low.set(holder, seen.size);
      seen.set(holder, seen.size);
      open.push(holder);
      path.push({ holder, at: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { holder } = top;
      const target = next.get(holder)?.[top.at];
      top.at += 1;
      if (target === undefined) {
        path.pop();
        const above = path.at(-1)?.holder;
        if (above !== undefined)
          low.set(above, Math.min(low.get(above) as number, low.get(holder) as number));
        if (low.get(holder) !== seen.get(holder)) continue;
        if (open.at(-1) !== holder) shared.add(rings);
        for (
          let member = open.pop();
          member !== undefined;
          member = member === holder ? undefined : open.pop()
        ) {
          ring.set(member, rings);
        }
        rings += 1;
      } else if (!seen.has(target)) enter(target);
      else if (!ring.has(target))
        low.set(holder, Math.min(low.get(holder) as number, seen.get(target) as number));
    }
  }
  return {
    ringOf: (holder) => ring.get(holder) ?? -1,
    isShared: (number) => shared.has(number),
  };
}
