import { z } from "zod";
import type { ReportWords } from "../../contract/report-entry.ts";
import { minorUnits, nothing, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { knownHolder, namingVictim } from "../claims/claim-rows.ts";
import { type LossChange, notBelowBlocks, refuseBelowBack } from "../claims/figure-room.store.ts";
import { paidByVictim } from "../claims/form.ts";
import { lossesChanged } from "../claims/record.ts";
import { groupBy } from "../exploring/sums.ts";
import { compactAccountNumber } from "../identity/iban.ts";
import { tableOf } from "./report-table.ts";

/**
 * Reports that are corrected or taken out, and decisions that are taken back, may call less stolen
 * than before. They leave room for what stands on the losses already, as a decision about the
 * victim's figure does.
 */

const link = z.object({ key: z.string(), transferId: z.string() });
const lossRow = z.object({
  report: z.string(),
  transferId: z.string(),
  cited: text,
  links: z.array(link),
  described: z.array(z.string()),
  from: z.string(),
  payer: knownHolder,
  currency: z.string(),
  others: z.array(namingVictim),
  held: minorUnits,
  decided: z.array(minorUnits),
});
type Loss = z.output<typeof lossRow>;

/** The part of the losses of some reports that stays. */
interface Staying {
  readonly isLeft: (loss: Loss) => boolean;
  /** The sum that a person decided for of one that stays; null = there is none. */
  readonly decidedOf?: (loss: Loss) => bigint | null;
}

/**
 * Takes its transfers off a report, until its new words are loaded: until then nobody rests a step
 * or a block on them. `words`: null = the report is taken out.
 */
export async function dropLosses(
  asking: TransactionQueries,
  id: string,
  was: ReportWords,
  words: ReportWords | null,
): Promise<void> {
  const isSaid = staysIn(was, words);
  const [before, after] = [await victimIn(asking, was), words && (await victimIn(asking, words))];
  // Somebody else's payment is no loss of the victim that the report names now.
  const isLeft = (loss: Loss) =>
    isSaid(loss) && after !== null && (paidByVictim(after, loss) || !paidByVictim(before, loss));
  const losses = await lose(asking, [id], {
    isLeft,
    decidedOf: (loss) => decidedOf(loss, words),
  });
  const dropped = [{ report: id, transfers: losses.map(idOf) }];
  await asking.run("reports/drop-transfers", { dropped }, nothing);
}

/** A decision that a transfer of the data is the described one, or is not, or is open again. */
interface LinkDecision {
  readonly report: string;
  readonly key: string;
  readonly transferId: string;
  readonly same: boolean | null;
}

/** Takes the transfers off their reports that people's decisions join no more. */
export async function dropUnlinked(
  asking: TransactionQueries,
  decisions: readonly LinkDecision[],
): Promise<void> {
  const ended = decisions.filter(({ same }) => same !== true);
  if (ended.length === 0) return;
  const nameOf = ({ report, key, transferId }: Omit<LinkDecision, "same">) =>
    JSON.stringify([report, key, transferId]);
  const taken = new Set(ended.map(nameOf));
  await lose(asking, [...new Set(ended.map(({ report }) => report))], {
    isLeft: ({ report, cited, links }) =>
      cited !== null || links.some((one) => !taken.has(nameOf({ report, ...one }))),
  });
}

/** A report whose file is taken out, as other files go on telling it. */
export interface LeftOfReport {
  readonly cited: readonly string[];
  readonly keys: readonly string[];
}

/** Takes the transfers off reports of a file that is taken out, by their ids. */
export async function dropStated(
  asking: TransactionQueries,
  left: ReadonlyMap<string, LeftOfReport>,
): Promise<void> {
  if (left.size === 0) return;
  await lose(asking, [...left.keys()], {
    isLeft: ({ report, cited, links }) => {
      const said = left.get(report);
      if (cited !== null) return said?.cited.includes(cited) === true;
      return links.some(({ key }) => said?.keys.includes(key) === true);
    },
  });
}

/**
 * Holds what stands on the losses to the room that is left, and refuses with the entries by name
 * where there is less; else the reports name those transfers no more. Answers all losses of the
 * reports. The caller holds all money still (lockMoney).
 */
async function lose(
  asking: TransactionQueries,
  ids: readonly string[],
  { isLeft, decidedOf: decided = () => null }: Staying,
): Promise<Loss[]> {
  const losses = await asking.run("reports/losses", { ids }, lossRow);
  const changes = [...groupBy(losses, idOf).values()].flatMap((named): LossChange[] => {
    const [one] = named;
    // Another report goes on calling it stolen.
    if (one === undefined || one.others.some((victim) => paidByVictim(victim, one))) return [];
    const { transferId, from, payer, currency, held } = one;
    const about = { transferId, from, payer: payer?.key ?? null, currency };
    const staying = named.filter(isLeft);
    if (staying.length === 0) return [{ ...about, sum: 0n, held }];
    const sums = staying.map((loss) => decided(loss));
    const sum = sums.length === 1 ? (sums[0] ?? null) : null;
    return sum === null ? [] : [{ ...about, sum }];
  });
  const gone = groupBy(
    losses.filter((one) => !isLeft(one)),
    ({ report }) => report,
  );
  const dropped = [...gone].map(([report, all]) => ({ report, transfers: all.map(idOf) }));
  await refuseBelowBack(asking, changes);
  await notBelowBlocks(asking, changes, () =>
    asking.run("reports/drop-transfers", { dropped }, nothing),
  );
  await lossesChanged(asking, losses.map(idOf));
  return losses;
}

/** The victim of a report, as the data know the holder of the account that it names. */
async function victimIn(asking: TransactionQueries, { victim }: ReportWords) {
  const { iin } = victim;
  const account = victim.account === null ? null : compactAccountNumber(victim.account);
  const [holder] =
    account === null
      ? []
      : await asking.run("reports/victim-holder", { account }, z.object({ key: z.string() }));
  return { key: holder?.key ?? iin ?? account, iin, account };
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
    loss.links.some(({ key }) => rows.has(before[loss.described.indexOf(key)] ?? ""));
}

/** The sum that a person decided for where the report says it again; null = there is none. */
function decidedOf({ cited, decided }: Loss, words: ReportWords | null): bigint | null {
  const said = words?.stolen.find((one) => cited !== null && one.transferId === cited);
  return decided.find((sum) => said !== undefined && sum === BigInt(said.amount)) ?? null;
}

function idOf<Id>({ transferId }: { readonly transferId: Id }): Id {
  return transferId;
}
