import { z } from "zod";
import { text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { knownHolder, namingVictim } from "./claim-rows.ts";
import { refuseSqueezed } from "./figure-room.store.ts";
import { paidByVictim } from "./form.ts";
import { ledgerWithSums } from "./ledger.store.ts";
import { squeezedBy } from "./money-change.ts";
import { lossesChanged } from "./record.ts";

const lostRow = z.object({
  claim: z.string(),
  transferId: z.string(),
  victim: z.string(),
  accounts: z.array(z.string()),
  currency: z.string(),
  from: text,
  payer: knownHolder,
  others: z.array(namingVictim),
});

/**
 * Reports are about to be taken out of a case: its drafts lose what only these call stolen. Refused
 * where payments on such a draft, or returns that name it, would count for less. What names the
 * transfer stays with the loss. The caller holds all money still (lockMoney).
 */
export async function reportsLeaveCase(
  asking: TransactionQueries,
  caseId: string,
  reports: readonly string[],
): Promise<void> {
  const named = await asking.run("claims/lost-to-case", { case: caseId, reports }, lostRow);
  const lost = named.filter(
    ({ from, payer, others }) =>
      !others.some((victim) => from === null || paidByVictim(victim, { from, payer })),
  );
  if (lost.length === 0) return;
  const whose = {
    victims: [...new Set(lost.map(({ victim }) => victim))],
    accounts: [...new Set(lost.flatMap(({ accounts }) => accounts))],
  };
  const gone = new Set(lost.map(({ claim, transferId }) => `${claim} ${transferId}`));
  const { now, would } = await ledgerWithSums(asking, whose, ({ id, claim }) =>
    claim !== null && gone.has(`${claim} ${id}`) ? 0n : undefined,
  );
  const drafts = new Set(lost.map(({ claim }) => claim));
  const squeezed = squeezedBy(now, would).filter(
    ({ by, entry }) =>
      drafts.has(entry.claim) &&
      (by === "payment" || (by === "return" && entry.parts.length === 0)),
  );
  refuseSqueezed(
    squeezed,
    lost.map((one) => ({ ...one, sum: 0n })),
  );
  await lossesChanged(
    asking,
    lost.map(({ transferId }) => transferId),
  );
}
