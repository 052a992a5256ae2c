import { z } from "zod";
import type { ReportWords } from "../../contract/report-entry.ts";
import { minorUnits, nothing, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { type LossChange, notBelowBlocks, refuseBelowBack } from "../claims/figure-room.store.ts";
import { tableOf } from "./enter.ts";

/**
 * A report that is corrected or taken out may call less stolen than before. It leaves room for what
 * stands on the loss already, as a decision about the victim's figure does.
 */

const lossRow = z.object({
  transferId: z.string(),
  cited: text,
  keys: z.array(z.string()),
  described: z.array(z.string()),
  from: z.string(),
  payer: text,
  currency: z.string(),
  others: z.boolean(),
  held: minorUnits,
  decided: z.array(minorUnits),
});
type Loss = z.output<typeof lossRow>;

/**
 * Takes the transfers off the report that it will not name any more, and holds what stands on them
 * to the room that is left: the refusal names the entries. `words`: null = the report is taken out.
 * The caller holds all money still (lockMoney).
 */
export async function dropLosses(
  asking: TransactionQueries,
  id: string,
  was: ReportWords,
  words: ReportWords | null,
): Promise<void> {
  const losses = await asking.run("reports/losses", { id }, lossRow);
  const isLeft = staysIn(was, words);
  const gone = losses.filter((one) => !isLeft(one));
  const changes = losses.flatMap((one): LossChange[] => {
    // Another report goes on calling it stolen.
    if (one.others) return [];
    const { transferId, from, payer, currency } = one;
    const about = { transferId, from, payer, currency };
    if (!isLeft(one)) return [{ ...about, sum: 0n, held: one.held }];
    const sum = decidedOf(one, words);
    return sum === null ? [] : [{ ...about, sum }];
  });
  await refuseBelowBack(asking, changes);
  await notBelowBlocks(asking, changes, () =>
    asking.run("reports/drop-transfers", { id, transfers: gone.map(idOf) }, nothing),
  );
}

/** Whether the report goes on naming a transfer, by its id or by a description of it. */
function staysIn(was: ReportWords, words: ReportWords | null): (loss: Loss) => boolean {
  if (words === null) return () => false;
  const rowOf = (one: ReportWords["stolen"][number]) =>
    tableOf({ number: "", ...was, stolen: [one] });
  const cited = new Set(words.stolen.map(idOf));
  const rows = new Set(words.stolen.map(rowOf));
  const before = was.stolen.filter((one) => one.transferId === null).map(rowOf);
  return (loss) =>
    (loss.cited !== null && cited.has(loss.cited)) ||
    loss.keys.some((key) => rows.has(before[loss.described.indexOf(key)] ?? ""));
}

/** The sum that a person decided for where the report says it again; null = there is none. */
function decidedOf({ cited, decided }: Loss, words: ReportWords | null): bigint | null {
  const said = words?.stolen.find((one) => cited !== null && one.transferId === cited);
  return decided.find((sum) => said !== undefined && sum === BigInt(said.amount)) ?? null;
}

function idOf<Id>({ transferId }: { readonly transferId: Id }): Id {
  return transferId;
}
