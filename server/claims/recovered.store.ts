import { type CurrencySum, sumByCurrency } from "../../contract/sums.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { type Period, within } from "../cases/claimed-together.ts";
import { instantOfDay } from "../time/day.ts";
import { ledgerNow } from "./ledger.store.ts";
import { type Recovery, recoveredIn } from "./ledger.ts";
import type { ClaimState } from "./today.store.ts";

/**
 * The money that came back of the losses behind a case's claims, whoever paid and in whatever case.
 */
export async function recoveredOfCase(
  queries: Queries,
  caseId: string,
  states: readonly Pick<ClaimState, "claim">[],
): Promise<CurrencySum[]> {
  const ledger = await ledgerNow(
    { run: queries.read },
    {
      victims: states.map(({ claim }) => claim.victim.key),
      accounts: states.flatMap(({ claim }) => claim.victim.accounts),
    },
  );
  const own = ledger.claims.filter((claim) => claim.case === caseId);
  return sumByCurrency(recoveredIn(ledger, own));
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
