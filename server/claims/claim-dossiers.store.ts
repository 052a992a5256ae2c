import { unknown } from "../cases/unknown.ts";
import {
  type ClaimAsked,
  type ClaimDossier,
  dossiersWith,
  type InCourt,
} from "../dossier/dossier.store.ts";
import type { Database } from "../neo4j/database.ts";
import { dayOf, dayText } from "../time/day.ts";
import { ledgerInCourt } from "./asked.ts";
import { askedNow, askedToday, countingIn, type LedgerNow, ledgerNow } from "./ledger.store.ts";
import { penaltyBase } from "./penalty-base.ts";
import { penaltyPaidBy } from "./penalty-paid.ts";

/** A claim's dossier as of a day (YYYY-MM-DD, else today); an unknown claim is a UserError. */
export async function dossierOf(
  database: Database,
  { caseId, claim }: { readonly caseId: string; readonly claim: string },
  day?: string,
): Promise<ClaimDossier> {
  const found = (await dossiersOf(database, caseId, [claim], { day })).get(claim);
  if (!found) throw unknown("claim", claim);
  return found;
}

/**
 * The dossiers of claims of a case by claim: price and fee follow what was outstanding on the day
 * of filing, or is today. `ledger`: of these claims, where it was made already.
 */
export function dossiersOf(
  database: Database,
  caseId: string,
  claims: readonly string[],
  options: { readonly day?: string | undefined; readonly ledger?: LedgerNow } = {},
): Promise<ReadonlyMap<string, ClaimDossier>> {
  const { day = dayText(dayOf(Date.now())), ledger } = options;
  return dossiersWith(database, caseId, claims, day, async (asked) =>
    inCourt(ledger ?? (await ledgerFor(database, asked)), asked),
  );
}

function ledgerFor({ queries }: Database, claims: readonly ClaimAsked[]): Promise<LedgerNow> {
  const victims = claims.map((claim) => claim.victimKey);
  const accounts = claims.flatMap((claim) => claim.victimAccounts);
  return ledgerNow({ run: queries.read }, { victims, accounts });
}

/** A withdrawn claim is in no ledger: its papers say what it was. */
function inCourt(ledger: LedgerNow, asked: readonly ClaimAsked[]): Map<string, InCourt> {
  return new Map(
    ledger.claims
      .filter(({ id }) => asked.some((one) => one.id === id))
      .map(({ filed, ...claim }) => [
        claim.id,
        {
          asked: askedNow(ledger, claim.id),
          byData: askedToday(ledger, claim.id),
          filedOn: filed === null ? null : dayText(filed.day),
          filing: filed?.facts ?? null,
          movements: () =>
            penaltyBase(
              { ...claim, filed },
              ledgerInCourt(ledger.claims, countingIn(ledger), claim.id),
            ),
          paid: penaltyPaidBy(claim.id, countingIn(ledger), filed),
        },
      ]),
  );
}
