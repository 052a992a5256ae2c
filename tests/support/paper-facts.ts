import { NOBODY } from "../../contract/dossier.ts";
import type { StoredClaim } from "../../server/claims/claim.ts";
import { type ClaimDossier, NO_FIELDS } from "../../server/dossier/dossier.store.ts";

/** The dossier of a claim of which nothing is known but its parties' names. */
export function bareDossier(claim: StoredClaim, change: Partial<ClaimDossier> = {}): ClaimDossier {
  return {
    claim: claim.id,
    version: 0,
    caseVersion: 0,
    filedOn: null,
    filedCourt: null,
    asked: claim.amount,
    askedByData: claim.amount,
    penaltyByData: null,
    priceByData: null,
    filing: null,
    sum: claim.amount,
    currency: claim.currency,
    penalty: null,
    sources: [],
    fields: NO_FIELDS,
    victim: { ...NOBODY, id: "C1-P1", role: "victim", name: "Сапарова Айгүл" },
    defendant: { ...NOBODY, id: "C1-P2", name: "Омаров Данияр" },
    court: null,
    price: claim.amount,
    procedure: null,
    fee: null,
    readiness: [],
    coDefendants: [],
    alsoVictims: [],
    accounts: [],
    ...change,
  };
}
