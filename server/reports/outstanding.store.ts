import { z } from "zod";
import { minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { type LedgerNow, ledgerNow } from "../claims/ledger.store.ts";
import { transferRecord } from "../exploring/picture-rows.ts";
import { sameHolder } from "../identity/holder-key.ts";
import type { StoredReport, Unconfirmed } from "./reports.store.ts";
import type { ReturnedMoney } from "./still-sought.ts";

const returnedRow = z.object({
  id: z.string(),
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
  const ledger = await ledgerNow(
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
    const paid = paidOf(ledger, [id]).reduce((sum, one) => sum + one.amount, 0n);
    add(currency, ledger.leftOf(id) ?? BigInt(amount) - back - paid);
  }
  for (const { amount, currency } of [...unconfirmed, ...report.waiting])
    add(currency, BigInt(amount));
  for (const { transfer, amount, currency } of returned)
    if (transfer === null) add(currency, -amount);
  const known = new Set(returned.map(({ id }) => id));
  return {
    outstanding,
    returned: [
      ...returned.map(({ account, ...one }) => ({ ...one, accounts: account ? [account] : [] })),
      ...moneyBack(ledger, ids, known),
    ],
  };
}

/** Payments that people wrote down, as far as they are of these stolen transfers. */
function paidOf({ recoveries }: Pick<LedgerNow, "recoveries">, ids: readonly string[]) {
  return recoveries
    .filter((one) => one.by === "payment")
    .flatMap((one) => one.parts.filter((part) => ids.includes(part.transferId)));
}

/**
 * Payments, and returns from accounts further on: they leave the accounts of the defendant who
 * paid. The returns `known` are named by the register with their account.
 */
function moneyBack(
  { recoveries, claims, shown }: LedgerNow,
  ids: readonly string[],
  known: ReadonlySet<string>,
): ReturnedMoney[] {
  const received = claims.flatMap((claim) => claim.received);
  return recoveries.flatMap(({ id, by, payer, currency, parts }) => {
    const own = parts.filter((part) => ids.includes(part.transferId));
    const isInData = by === "bank-row" || shown.has(id);
    if (isInData || known.has(id) || payer === null || own.length === 0) return [];
    const accounts = received
      .filter(({ account, holder }) => sameHolder(payer, account, holder))
      .map(({ account }) => account);
    const amount = own.reduce((sum, part) => sum + part.amount, 0n);
    return [{ accounts: [...new Set(accounts)], currency, amount }];
  });
}
