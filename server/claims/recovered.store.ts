import { type CurrencySum, sumByCurrency } from "../../contract/sums.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { type Period, within } from "../cases/claimed-together.ts";
import { instantOfDay } from "../time/day.ts";
import type { StoredClaim } from "./claim.ts";
import { ledgerNow } from "./ledger.store.ts";
import { type Recovery, recoveredIn } from "./ledger.ts";

/**
 * The money that came back of the losses behind a case's claims, whoever paid and in whatever case;
 * also by claims of it that were withdrawn since.
 */
export async function recoveredOfCase(
  queries: Queries,
  caseId: string,
  claims: readonly Pick<StoredClaim, "victim">[],
): Promise<CurrencySum[]> {
  const ledger = await ledgerNow(
    { run: queries.read },
    {
      victims: claims.map(({ victim }) => victim.key),
      accounts: claims.flatMap(({ victim }) => victim.accounts),
    },
  );
  const own = ledger.claims.filter((claim) => claim.case === caseId);
  return sumByCurrency(recoveredIn(ledger, own, caseId));
}

/**
 * The money an office reports as recovered: everything that came back of losses behind claims, but
 * for blocked money that was returned. That is a figure of its own (docs/measures.md), so that the
 * two may be added.
 */
export function recoveredByClaims(recoveries: readonly Recovery[]): readonly Recovery[] {
  return recoveries.filter((one) => one.by !== "return");
}

/** The money recovered within a period, of all losses; each payment on its own day. */
export async function recoveredWithin(queries: Queries, period: Period): Promise<CurrencySum[]> {
  const { recoveries } = await ledgerNow({ run: queries.read }, "all");
  return sumByCurrency(
    recoveredByClaims(recoveries).filter((one) => within(instantOfDay(one.day), period)),
  );
}
