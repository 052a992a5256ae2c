import type { MeasureFields } from "../../contract/measures.ts";
import {
  connected,
  type LossBlock,
  type LossesBehind,
  lossesOf,
  placed,
} from "../claims/loss-blocks.ts";
import { formatDecimal } from "../money/money.ts";
import { dayNumber } from "../time/day.ts";
import type { MeasureFault } from "./rules.ts";

/**
 * The same stolen money is blocked at most once, wherever it went on to. A block is about a loss of
 * a victim, or where the money was mixed about one of several; all blocks together must find room
 * in their losses. Amounts in minor units, days since 1970-01-01.
 */

interface CameBack {
  readonly day: number;
  readonly amount: bigint;
  /**
   * A person wrote it down as a payment. Then it was known before the block was, also of one day;
   * a bank's row of that day may be later than the block.
   */
  readonly written?: boolean;
}

/** Losses that blocks are about, as the data and the register are now. */
export interface LossStanding extends LossesBehind {
  readonly stolen: ReadonlyMap<string, bigint>;
  /** What came back without a block: payments and bank rows. */
  readonly back: ReadonlyMap<string, readonly CameBack[]>;
  readonly blocks: LossBlock[];
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
    const back = (standing.back.get(loss) ?? []).filter(
      (one) => one.day < day || (one.day === day && one.written === true),
    );
    const sum = back.reduce((total, one) => total + one.amount, 0n);
    const left = (standing.stolen.get(loss) ?? 0n) - sum;
    free.set(loss, left > 0n ? left : 0n);
  }
  const everything = [...free.values()].reduce((sum, one) => sum + one, 0n);
  const withNew = [...blocks, { id: "new", losses, amount: everything }];
  return { room: placed(withNew, free) - placed(blocks, free), blocks: blocks.map(({ id }) => id) };
}
