import { z } from "zod";
import { minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { ledgerNow } from "../claims/ledger.store.ts";
import { transferRecord } from "../exploring/picture-rows.ts";
import type { StoredReport, Unconfirmed } from "./reports.store.ts";
import type { ReturnedMoney } from "./still-sought.ts";

const returnedRow = z.object({
  transfer: text,
  account: text,
  currency: z.string(),
  amount: minorUnits,
});

export interface StillOwed {
  /** Minor units by currency: stolen, less what came back by any way. */
  readonly outstanding: ReadonlyMap<string, bigint>;
  readonly returned: readonly ReturnedMoney[];
}

/**
 * The money of a report that did not come back yet. The ledger of claims says so where there are
 * claims; else the transfers of the report, less the returns of the register.
 */
export async function stillOwed(
  queries: Queries,
  report: StoredReport,
  unconfirmed: readonly Unconfirmed[],
): Promise<StillOwed> {
  const ids = [...report.transferIds];
  const [transfers, returned] = await Promise.all([
    queries.read("exploring/transfers-by-id", { ids }, transferRecord),
    queries.read("reports/returned", { report: report.id, transfers: ids }, returnedRow),
  ]);
  const { iin, accounts } = report.victim;
  const { leftOf } = await ledgerNow(
    { run: queries.read },
    {
      victims: iin === null ? [] : [iin],
      accounts: [...accounts, ...transfers.map(({ from }) => from)],
    },
  );
  const outstanding = new Map<string, bigint>();
  const add = (currency: string, amount: bigint) => {
    const sum = (outstanding.get(currency) ?? 0n) + amount;
    outstanding.set(currency, sum < 0n ? 0n : sum);
  };
  for (const { id, amount, currency } of transfers) {
    const back = returned
      .filter(({ transfer }) => transfer === id)
      .reduce((sum, one) => sum + one.amount, 0n);
    add(currency, leftOf(id) ?? BigInt(amount) - back);
  }
  for (const { amount, currency } of unconfirmed) add(currency, BigInt(amount));
  for (const { transfer, amount, currency } of returned)
    if (transfer === null) add(currency, -amount);
  return { outstanding, returned };
}
