import { z } from "zod";
import { claimStatus, takesPayments } from "../../contract/claim-steps.ts";
import type { MeasureFields } from "../../contract/measures.ts";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { dayText } from "../time/day.ts";
import { personsOf } from "./fitting-persons.ts";
import { type Fitting, isLoose } from "./joined-returns.ts";

const texts = z.array(z.string());
const people = { names: texts, iins: texts };
const fittingRow = z.object({
  blocks: z.array(
    z.object({
      id: z.string(),
      account: z.string(),
      day: count.transform(dayText),
      amount: minorUnits,
      currency: z.string(),
      returned: minorUnits,
      victimNames: texts,
      victimIins: texts,
      reports: texts,
      bound: z.boolean(),
      ...people,
    }),
  ),
  claims: z.array(
    z.object({
      id: z.string(),
      accounts: texts,
      currency: z.string(),
      asked: minorUnits,
      ...people,
    }),
  ),
});

/** The blocks and claims that the returns among these measures may be of. */
export async function fittingOf(
  asking: TransactionQueries,
  measures: readonly MeasureFields[],
): Promise<Fitting> {
  const accounts = [...new Set(measures.filter(isLoose).flatMap(({ account }) => account ?? []))];
  if (accounts.length === 0) return { blocks: [], claims: [] };
  const statuses = claimStatus.options.filter(takesPayments);
  const [found] = await asking.run("measures/fitting-returns", { accounts, statuses }, fittingRow);
  if (!found) throw new Error("measures/fitting-returns returned no row");
  return {
    blocks: found.blocks.map(({ names, iins, victimNames, victimIins, ...block }) => ({
      ...block,
      persons: personsOf(names, iins),
      victims: personsOf(victimNames, victimIins),
    })),
    claims: found.claims.map(({ names, iins, ...claim }) => ({
      ...claim,
      persons: personsOf(names, iins),
      // The query puts the victim first.
      victims: personsOf(names.slice(0, 1), iins.slice(0, 1)),
    })),
  };
}

/** Blocks and claims that returns may be joined to, as measures refer to them. */
export function referredTo({ blocks, claims }: Fitting) {
  const nothingElse = { kind: "return", case: null, transfer: null } as const;
  return [
    ...blocks.map(({ id }) => ({ ...nothingElse, claim: null, block: id })),
    ...claims.map(({ id }) => ({ ...nothingElse, claim: id, block: null })),
  ];
}
