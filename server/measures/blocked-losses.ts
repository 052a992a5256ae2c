import type { MeasureFields } from "../../contract/measures.ts";
import { formatDecimal } from "../money/money.ts";
import { dayNumber } from "../time/day.ts";
import { least } from "../tracing/rules/pot.ts";
import type { MeasureFault } from "./rules.ts";

/**
 * The same stolen money is blocked at most once, wherever it went on to. A block is about a loss of
 * a victim, or where the money was mixed about one of several; all blocks together must find room
 * in their losses. Amounts in minor units, days since 1970-01-01.
 */

export interface LossBlock {
  readonly id: string;
  readonly amount: bigint;
  /** Stolen transfers whose money it is or may be. */
  readonly losses: readonly string[];
}

/** Losses that blocks are about, as the data and the register are now. */
export interface LossStanding {
  /** The losses behind transfers, and behind claims. */
  readonly ofTransfer: ReadonlyMap<string, readonly string[]>;
  readonly ofClaim: ReadonlyMap<string, readonly string[]>;
  readonly stolen: ReadonlyMap<string, bigint>;
  /** What came back without a block: payments and bank rows. */
  readonly back: ReadonlyMap<string, readonly { readonly day: number; readonly amount: bigint }[]>;
  readonly blocks: LossBlock[];
}

/** The losses that an entry is about, by its transfer, its claim or both. */
export function lossesOf(
  standing: LossStanding | null,
  { transfer, claim }: Pick<MeasureFields, "transfer" | "claim">,
): readonly string[] {
  const carried = standing?.ofTransfer.get(transfer ?? "") ?? [];
  const asked = standing?.ofClaim.get(claim ?? "") ?? [];
  if (transfer === null) return asked;
  const both = carried.filter((loss) => asked.includes(loss));
  return both.length > 0 ? both : carried;
}

/** A block of money that is back or blocked already, here or further on; null = there is room. */
export function lossFault(
  fields: MeasureFields,
  standing: LossStanding | null,
  amount: bigint,
): MeasureFault | null {
  const losses = lossesOf(standing, fields);
  if (standing === null || losses.length === 0) return null;
  const { room, blocks } = roomOn(dayNumber(fields.day) ?? 0, losses, standing);
  if (amount <= room) return null;
  const left = `${formatDecimal(room, fields.currency)} ${fields.currency}`;
  const all = blocks.join(", ") || "—";
  return {
    field: "amount",
    code: "measure-above-loss",
    message: `Of this stolen money ${left} are neither back nor blocked yet. Blocks: ${all}.`,
    remedy: "The same money is blocked once, also further on: correct or strike out a block first.",
    params: { amount: left, blocks: all },
  };
}

/** What may still be blocked of some losses on a day, and the blocks that stand in the way. */
export function roomOn(
  day: number,
  losses: readonly string[],
  standing: LossStanding,
): { readonly room: bigint; readonly blocks: readonly string[] } {
  const blocks = connected(losses, standing.blocks);
  const free = new Map<string, bigint>();
  for (const loss of [...losses, ...blocks.flatMap((one) => one.losses)]) {
    const back = (standing.back.get(loss) ?? []).filter((one) => one.day < day);
    const sum = back.reduce((total, one) => total + one.amount, 0n);
    const left = (standing.stolen.get(loss) ?? 0n) - sum;
    free.set(loss, left > 0n ? left : 0n);
  }
  const placed = blocks.map(() => new Map<string, bigint>());
  const place = (own: readonly string[], into: Map<string, bigint>, wanted: bigint) => {
    let left = wanted;
    while (left > 0n) {
      const moved = moveOnce({ own, into, wanted: left, blocks, placed, free });
      if (moved === 0n) break;
      left -= moved;
    }
    return wanted - left;
  };
  for (const [at, { losses: own, amount }] of blocks.entries())
    place(own, placed[at] ?? new Map(), amount);
  const all = [...free.values()].reduce((sum, one) => sum + one, 0n);
  return { room: place(losses, new Map(), all), blocks: blocks.map((one) => one.id) };
}

/** Blocks that share a loss with these, or with such a block. */
function connected(losses: readonly string[], all: readonly LossBlock[]): LossBlock[] {
  const reached = new Set(losses);
  for (;;) {
    const size = reached.size;
    const found = all.filter((one) => one.losses.some((loss) => reached.has(loss)));
    for (const loss of found.flatMap((one) => one.losses)) reached.add(loss);
    if (reached.size === size) return found;
  }
}

interface Placing {
  readonly own: readonly string[];
  readonly into: Map<string, bigint>;
  readonly wanted: bigint;
  readonly blocks: readonly LossBlock[];
  readonly placed: readonly Map<string, bigint>[];
  readonly free: Map<string, bigint>;
}

/**
 * Puts a part of a block on a loss with room; where there is none, other blocks make way that have
 * room elsewhere (an augmenting path: Ford and Fulkerson, "Maximal flow through a network", 1956).
 * Answers how much was put.
 */
function moveOnce({ own, into, wanted, blocks, placed, free }: Placing): bigint {
  /** By loss: from which loss, and by which block's making way, it was reached. */
  const reached = new Map<string, { from: string; block: number } | null>();
  const queue = own.filter((loss) => free.has(loss));
  for (const loss of queue) reached.set(loss, null);
  for (let loss = queue.shift(); loss !== undefined; loss = queue.shift()) {
    const room = free.get(loss) ?? 0n;
    if (room > 0n) return along({ loss, room, wanted, reached, into, placed, free });
    for (const [block, parts] of placed.entries()) {
      if ((parts.get(loss) ?? 0n) === 0n) continue;
      for (const next of blocks[block]?.losses ?? [])
        if (!reached.has(next)) {
          reached.set(next, { from: loss, block });
          queue.push(next);
        }
    }
  }
  return 0n;
}

/** Moves as much as the whole way takes, from the loss with room back to the first. */
function along(way: {
  readonly loss: string;
  readonly room: bigint;
  readonly wanted: bigint;
  readonly reached: ReadonlyMap<string, { from: string; block: number } | null>;
  readonly into: Map<string, bigint>;
  readonly placed: readonly Map<string, bigint>[];
  readonly free: Map<string, bigint>;
}): bigint {
  const steps: { from: string; to: string; parts: Map<string, bigint> }[] = [];
  let first = way.loss;
  for (let step = way.reached.get(first); step; step = way.reached.get(first)) {
    steps.push({ from: step.from, to: first, parts: way.placed[step.block] ?? new Map() });
    first = step.from;
  }
  const part = steps.reduce(
    (sum, { from, parts }) => least(sum, parts.get(from) ?? 0n),
    least(way.room, way.wanted),
  );
  for (const { from, to, parts } of steps) {
    parts.set(from, (parts.get(from) ?? 0n) - part);
    parts.set(to, (parts.get(to) ?? 0n) + part);
  }
  way.into.set(first, (way.into.get(first) ?? 0n) + part);
  way.free.set(way.loss, way.room - part);
  return part;
}
