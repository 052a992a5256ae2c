import { maximumFlow, type Pipe } from "../money/maximum-flow.ts";

/**
 * Blocks of the register beside the losses whose money they hold. Where money was mixed, a block
 * may be of one of several losses. Amounts in minor units.
 */
export interface LossBlock {
  readonly id: string;
  readonly amount: bigint;
  /** Stolen transfers whose money it is or may be. */
  readonly losses: readonly string[];
}

/** The losses behind transfers, and behind claims. */
export interface LossesBehind {
  readonly ofTransfer: ReadonlyMap<string, readonly string[]>;
  readonly ofClaim: ReadonlyMap<string, readonly string[]>;
}

/** The losses that an entry is about, by its transfer, its claim or both. */
export function lossesOf(
  behind: LossesBehind | null,
  { transfer, claim }: { readonly transfer: string | null; readonly claim: string | null },
): readonly string[] {
  const carried = behind?.ofTransfer.get(transfer ?? "") ?? [];
  const asked = behind?.ofClaim.get(claim ?? "") ?? [];
  if (transfer === null) return asked;
  const both = carried.filter((loss) => asked.includes(loss));
  return both.length > 0 ? both : carried;
}

/** Blocks that share a loss with these, or with such a block. */
export function connected(losses: readonly string[], all: readonly LossBlock[]): LossBlock[] {
  const reached = new Set(losses);
  for (;;) {
    const size = reached.size;
    const found = all.filter((one) => one.losses.some((loss) => reached.has(loss)));
    for (const loss of found.flatMap((one) => one.losses)) reached.add(loss);
    if (reached.size === size) return found;
  }
}

/** The sum of blocks that finds room in what is `free` of their losses. */
export function placed(blocks: readonly LossBlock[], free: ReadonlyMap<string, bigint>): bigint {
  // From the source through blocks to their losses, and through what is left of these to the
  // target.
  const into = ({ id, losses, amount }: LossBlock): Pipe[] => [
    { from: "source", to: `block ${id}`, room: amount },
    ...losses
      .filter((loss) => free.has(loss))
      .map((loss) => ({ from: `block ${id}`, to: `loss ${loss}`, room: amount })),
  ];
  const out = [...free].map(([loss, left]) => ({ from: `loss ${loss}`, to: "target", room: left }));
  return maximumFlow([...blocks.flatMap(into), ...out], "source", "target");
}
