import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal } from "../money/money.ts";
import { ledgerWithSums } from "./ledger.store.ts";
import { blocksAround, stolenBy } from "./loss-blocks.store.ts";
import { connected, placed } from "./loss-blocks.ts";
import { type Squeezed, squeezedBy } from "./money-change.ts";

/**
 * Reports, decisions about them and about the victim's figure say how much was stolen. Where that
 * becomes less, it leaves room for what was written down before: returned <= blocked <= stolen, and
 * no more comes back than was lost.
 */

/** Another sum that was stolen by a transfer, in minor units of its currency. */
export interface LossChange {
  readonly transferId: string;
  readonly from: string;
  /** Key of the payer's holder; null = nobody is known. */
  readonly payer: string | null;
  readonly currency: string;
  readonly sum: bigint;
  /** Nobody reports it any more; what claims past draft ask for of it still counts for blocks. */
  readonly held?: bigint;
}

/** Payments and returns that would count for less: they are corrected before the change. */
export async function refuseBelowBack(
  asking: TransactionQueries,
  changes: readonly LossChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const whose = {
    victims: [...new Set(changes.flatMap(({ payer }) => payer ?? []))],
    accounts: [...new Set(changes.map(({ from }) => from))],
  };
  // A claim past draft keeps its sum for now; it may go back to draft and follow the change.
  const sums = new Map(changes.map(({ transferId, sum }) => [transferId, sum]));
  const { now, would } = await ledgerWithSums(asking, whose, ({ id }) => sums.get(id));
  // Nobody corrects money that a bank's row brought back: it counts as far as there was a loss.
  const squeezed = squeezedBy(now, would).filter(({ by }) => by !== "bank-row");
  refuseSqueezed(squeezed, changes);
}

/** Names the entries that would count for less, and the transfers that they are of. */
export function refuseSqueezed(
  squeezed: readonly Squeezed[],
  changes: readonly Pick<LossChange, "transferId" | "currency" | "sum">[],
): void {
  if (squeezed.length === 0) return;
  const named = new Set(squeezed.flatMap(({ entry }) => entry.parts.map((one) => one.transferId)));
  const own = changes.filter(({ transferId }) => named.has(transferId));
  const { transfer, amount } = shownChanges(own.length > 0 ? own : changes, ({ sum }) => sum);
  const entries = namesOf(squeezed.map(({ entry }) => entry));
  throw new UserError({
    code: "figure-below-back",
    status: 409,
    message: `More than ${amount} of transfer ${transfer} came back already: ${entries}.`,
    remedy: "Correct these payments and returns first, or leave what was stolen as it is.",
    params: { transfer, amount, entries },
  });
}

/** Writes the change down. Blocks that stand keep the room they had in what was stolen. */
export async function notBelowBlocks(
  asking: TransactionQueries,
  changes: readonly LossChange[],
  write: () => Promise<unknown>,
): Promise<void> {
  const ids = changes.map(({ transferId }) => transferId);
  const around = await blocksAround(
    asking,
    ids.map((transfer) => ({ transfer, claim: null })),
    null,
  );
  const blocks = connected(ids, around.blocks);
  const losses = [...new Set([...ids, ...blocks.flatMap((one) => one.losses)])];
  const before = placed(blocks, await stolenBy(asking, losses));
  await write();
  const stolen = await stolenBy(asking, losses);
  // Drafts follow the data later; they call nothing stolen by themselves.
  for (const { transferId, held } of changes) if (held !== undefined) stolen.set(transferId, held);
  if (placed(blocks, stolen) >= before) return;
  const held = new Set(blocks.flatMap((one) => one.losses));
  const own = changes.filter(({ transferId }) => held.has(transferId));
  const left = ({ transferId }: { readonly transferId: string }) => stolen.get(transferId) ?? 0n;
  const { transfer, amount } = shownChanges(own, left);
  const all = namesOf(blocks);
  throw new UserError({
    code: "figure-below-block",
    status: 409,
    message: `More than ${amount} of transfer ${transfer} is blocked: ${all}.`,
    remedy: "Correct these blocks in the register first, or leave what was stolen as it is.",
    params: { transfer, amount, blocks: all },
  });
}

/** The transfers of a refusal, and the sum that would be left of each. */
function shownChanges<Lost extends Pick<LossChange, "transferId" | "currency">>(
  changes: readonly Lost[],
  left: (change: Lost) => bigint,
) {
  const sums = changes.map((one) => shown(left(one), one.currency));
  return {
    transfer: [...new Set(changes.map(({ transferId }) => transferId))].join(", "),
    amount: [...new Set(sums)].join(", "),
  };
}

function namesOf(entries: readonly { readonly id: string }[]): string {
  return entries.map(({ id }) => id).join(", ");
}

function shown(amount: bigint, currency: string): string {
  return `${formatDecimal(amount, currency)} ${currency}`;
}
