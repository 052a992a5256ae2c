import type { Penalty } from "../../contract/penalty.ts";
import { unknown } from "../cases/unknown.ts";
import { reckonedPenalty, shownPenalty } from "../dossier/asked-penalty.ts";
import { penaltyRates } from "../dossier/tables/penalty-rates.ts";
import type { Database } from "../neo4j/database.ts";
import { claimsOfCase } from "./claims.store.ts";
import { countingIn, ledgerNow } from "./ledger.store.ts";
import { penaltyBase } from "./penalty-base.ts";
import { penaltyPaidBy } from "./penalty-paid.ts";

/** Days as YYYY-MM-DD; without `rateDay` the rate in force on each day counts. */
export interface PenaltyWanted {
  readonly from: string;
  readonly until: string;
  readonly rateDay?: string | undefined;
}

/**
 * The penalty on what a claim asks for, less what came back of it, from one day to another, by the
 * ledger of today. Nothing is stored: a person decides in the dossier to ask for it.
 */
export async function penaltyOfClaim(
  { queries, dataDir }: Database,
  at: { readonly caseId: string; readonly claim: string },
  { from, until, rateDay }: PenaltyWanted,
): Promise<Penalty> {
  const claim = (await claimsOfCase(queries, at.caseId)).find((one) => one.id === at.claim);
  if (claim === undefined) throw unknown("claim", at.claim);
  const { key, accounts } = claim.victim;
  const ledger = await ledgerNow({ run: queries.read }, { victims: [key], accounts });
  const own = ledger.claims.find((one) => one.id === at.claim);
  if (own === undefined) throw unknown("claim", at.claim);
  const terms = { from, until, rateDay: rateDay ?? null };
  const ground = {
    movements: () => penaltyBase(own, ledger),
    paid: penaltyPaidBy(own.id, countingIn(ledger), own.filed),
  };
  const penalty = reckonedPenalty(terms, ground, await penaltyRates(dataDir));
  return shownPenalty(penalty, claim.currency);
}
