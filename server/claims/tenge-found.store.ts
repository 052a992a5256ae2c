import { z } from "zod";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { dayOf } from "../time/day.ts";
import type { LedgerNow } from "./ledger.store.ts";
import { mayTakeTenge, type TengeFound, tengeFound } from "./tenge-found.ts";

const freeReturnRow = z.object({
  id: z.string(),
  amount: minorUnits,
  day: count,
  payer: z.string(),
});

/** Tenge that look like a repayment of a claim in another currency (tenge-found.ts). */
export async function tengeFoundOn(
  asking: TransactionQueries,
  ledger: LedgerNow,
  id: string,
): Promise<TengeFound[]> {
  const own = ledger.claims.find((one) => one.id === id);
  if (own === undefined || own.received.length === 0 || !mayTakeTenge(ledger, id)) return [];
  const parameters = {
    claim: id,
    people: own.debtors.map(({ key }) => key),
    accounts: [...new Set(own.received.map(({ account }) => account))],
    since: BigInt(Math.min(...own.received.map(({ at }) => dayOf(at)))),
  };
  const returns = await asking.run("claims/free-returns", parameters, freeReturnRow);
  return tengeFound(ledger, id, returns);
}
