import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal } from "../money/money.ts";
import type { FigureDifference } from "./figures.ts";
import { ledgerWithSum } from "./ledger.store.ts";
import { blocksAround, stolenBy } from "./loss-blocks.store.ts";
import { connected, placed } from "./loss-blocks.ts";
import { squeezedBy } from "./money-change.ts";

/**
 * A decision about the victim's figure says how much was stolen. It leaves room for what was written
 * down before it: returned <= blocked <= stolen, and no more comes back than was lost.
 */

type Decided = Pick<FigureDifference, "transferId" | "transfer">;

/** Payments and returns that would count for less: they are corrected before the decision. */
export async function refuseBelowBack(
  asking: TransactionQueries,
  { transferId, transfer }: Decided,
  sum: bigint,
): Promise<void> {
  const { payer, from, currency } = transfer;
  const whose = { victims: payer === null ? [] : [payer.key], accounts: [from] };
  // A claim past draft keeps its sum for now; it may go back to draft and follow the decision.
  const { now, would } = await ledgerWithSum(asking, whose, { transferId, sum });
  // Nobody corrects money that a bank's row brought back: it counts as far as there was a loss.
  const squeezed = squeezedBy(now, would).filter(({ by }) => by !== "bank-row");
  if (squeezed.length === 0) return;
  const [entries, amount] = [namesOf(squeezed.map(({ entry }) => entry)), shown(sum, currency)];
  throw new UserError({
    code: "figure-below-back",
    status: 409,
    message: `More than ${amount} of transfer ${transferId} came back already: ${entries}.`,
    remedy: "Correct these payments and returns first, or claim the other sum.",
    params: { transfer: transferId, amount, entries },
  });
}

/** Writes the decision down. Blocks that stand keep the room they had in what was stolen. */
export async function notBelowBlocks(
  asking: TransactionQueries,
  { transferId, transfer }: Decided,
  decide: () => Promise<unknown>,
): Promise<void> {
  const named = [{ transfer: transferId, claim: null }];
  const around = await blocksAround(asking, named, null);
  const blocks = connected([transferId], around.blocks);
  const losses = [transferId, ...blocks.flatMap((one) => one.losses)];
  const before = placed(blocks, await stolenBy(asking, losses));
  await decide();
  const stolen = await stolenBy(asking, losses);
  if (placed(blocks, stolen) >= before) return;
  const amount = shown(stolen.get(transferId) ?? 0n, transfer.currency);
  const all = namesOf(blocks);
  throw new UserError({
    code: "figure-below-block",
    status: 409,
    message: `More than ${amount} of transfer ${transferId} is blocked: ${all}.`,
    remedy: "Correct these blocks in the register first, or claim the other sum.",
    params: { transfer: transferId, amount, blocks: all },
  });
}

function namesOf(entries: readonly { readonly id: string }[]): string {
  return entries.map(({ id }) => id).join(", ");
}

function shown(amount: bigint, currency: string): string {
  return `${formatDecimal(amount, currency)} ${currency}`;
}
