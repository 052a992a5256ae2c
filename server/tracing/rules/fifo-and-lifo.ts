import { least } from "../../money/money.ts";
import type { Part, Pot } from "./pot.ts";

/** First in, first out: Devaynes v Noble, Clayton's Case (1816) 1 Mer 572. */
export function firstInFirstOut(): Pot {
  return lots("first");
}

/**
 * Last in, first out: the reverse, known from insolvency accounting (Todd, "Tracing", 2015,
 * compares both).
 */
export function lastInFirstOut(): Pot {
  return lots("last");
}

/**
 * Money in the order it came, neighbours of one owner joined. Which coin leaves does not depend on
 * whose it is.
 */
function lots(side: "first" | "last"): Pot {
  let tags: number[] = [];
  let amounts: bigint[] = [];
  let head = 0;
  let total = 0n;
  const takeAt = (at: number, most: bigint): bigint => {
    const taken = least(amounts[at] as bigint, most);
    amounts[at] = (amounts[at] as bigint) - taken;
    total -= taken;
    return taken;
  };
  const tidy = () => {
    while (tags.length > head && amounts[tags.length - 1] === 0n) {
      tags.pop();
      amounts.pop();
    }
    while (head < tags.length && amounts[head] === 0n) head += 1;
    if (head < 32 || head * 2 < tags.length) return;
    tags = tags.slice(head);
    amounts = amounts.slice(head);
    head = 0;
  };
  return {
    total: () => total,
    add: (tag, amount) => {
      const last = tags.length - 1;
      if (last >= head && tags[last] === tag) amounts[last] = (amounts[last] as bigint) + amount;
      else {
        tags.push(tag);
        amounts.push(amount);
      }
      total += amount;
    },
    take: (amount) => {
      const parts: Part[] = [];
      let left = amount;
      while (left > 0n && total > 0n) {
        const at = side === "first" ? head : tags.length - 1;
        const taken = takeAt(at, left);
        if (taken > 0n) parts.push({ tag: tags[at] as number, amount: taken });
        left -= taken;
        tidy();
      }
      return parts;
    },
    takeOf: (tag, amount) => {
      let left = amount;
      const count = tags.length - head;
      for (let step = 0; step < count && left > 0n; step += 1) {
        const at = side === "first" ? head + step : head + count - 1 - step;
        if (tags[at] === tag) left -= takeAt(at, left);
      }
      tidy();
      return amount - left;
    },
  };
}
