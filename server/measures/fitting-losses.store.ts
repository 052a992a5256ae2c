import { z } from "zod";
import type { MeasureFields } from "../../contract/measures.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { dayOf } from "../time/day.ts";
import { type FittingLoss, isLooseBlock } from "./fitting-losses.ts";
import { personsOf } from "./fitting-persons.ts";

const texts = z.array(z.string());
const row = z
  .object({
    transfer: z.string(),
    account: z.string(),
    from: z.string(),
    currency: z.string(),
    at: count,
    reports: texts,
    claim: text,
    case: text,
    names: texts,
    iins: texts,
    holderNames: texts,
    holderIins: texts,
  })
  .transform(({ names, iins, holderNames, holderIins, ...one }) => ({
    ...one,
    day: dayOf(one.at),
    victims: personsOf(names, iins),
    holders: personsOf(holderNames, holderIins),
  }));
const fittingRow = z.object({ reported: z.array(row), claimed: z.array(row) });

interface Wanted {
  readonly accounts: readonly string[];
  readonly reports: readonly string[];
  readonly claims: readonly string[];
}

/** A loss with the case of its claim. */
export type KnownLoss = FittingLoss & { readonly case: string | null };

/** Stolen money that came to accounts, that reports name, or that claims ask for. */
export async function knownLosses(
  asking: TransactionQueries,
  { accounts, reports, claims }: Wanted,
): Promise<KnownLoss[]> {
  const parameters = { accounts, reports, claims };
  const [found] = await asking.run("measures/fitting-losses", parameters, fittingRow);
  if (!found) throw new Error("measures/fitting-losses returned no row");
  return [...found.reported, ...found.claimed];
}

/** The losses that the blocks among these measures may be of, also where the money went on. */
export async function lossesFor(
  asking: TransactionQueries,
  measures: readonly MeasureFields[],
): Promise<FittingLoss[]> {
  const loose = measures.filter(isLooseBlock);
  if (loose.length === 0) return [];
  const accounts = [...new Set(loose.flatMap(({ account }) => account ?? []))];
  const reports = [...new Set(loose.flatMap((one) => one.reports))];
  const known = await knownLosses(asking, { accounts, reports, claims: [] });
  const wanted = onwardPairs(loose, known);
  if (wanted.length === 0) return known;
  const pair = z.object({ report: z.string(), account: z.string(), transfer: z.string() });
  const onward = await asking.run("measures/onward-losses", { wanted }, pair);
  return [
    ...known,
    ...onward.flatMap(({ report, account, transfer }) =>
      known
        .filter((one) => one.transfer === transfer && one.reports.includes(report))
        .map((one) => ({ ...one, account, claim: null, holders: [] })),
    ),
  ];
}

/** Reports and accounts of blocks to which no transfer of the report came at once. */
function onwardPairs(blocks: readonly MeasureFields[], known: readonly FittingLoss[]) {
  const pairs = blocks.flatMap(({ account, reports }) =>
    account === null ? [] : reports.map((report) => ({ report, account })),
  );
  const open = pairs.filter(
    ({ report, account }) =>
      known.some((one) => one.reports.includes(report)) &&
      !known.some((one) => one.account === account && one.reports.includes(report)),
  );
  return [...new Map(open.map((one) => [JSON.stringify([one.report, one.account]), one])).values()];
}
