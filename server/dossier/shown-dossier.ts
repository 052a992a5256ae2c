import type { Dossier } from "../../contract/dossier.ts";
import { shownPenalty } from "./asked-penalty.ts";
import type { ClaimDossier } from "./dossier.store.ts";
import type { ClaimPerson } from "./parties.ts";

/** The dossier as the API shows it. */
export function shownDossier(dossier: ClaimDossier): Dossier {
  const { claim, version, caseVersion, fields, court, filedOn, price, procedure, fee } = dossier;
  const party = ({ id, ...person }: ClaimPerson) => ({ id, person });
  return {
    claim,
    version,
    caseVersion,
    fields,
    victim: party(dossier.victim),
    defendant: party(dossier.defendant),
    court,
    filedOn,
    filedCourt: dossier.filedCourt,
    asked: dossier.asked.toString(),
    askedByData: dossier.askedByData.toString(),
    penaltyByData: dossier.penaltyByData?.toString() ?? null,
    priceByData: dossier.priceByData?.toString() ?? null,
    filingWorkedOutAt: dossier.filing?.workedOutAt ?? null,
    filedRate: dossier.filing?.rate ?? null,
    cameBack: (dossier.sum - dossier.asked).toString(),
    penalty: dossier.penalty && shownPenalty(dossier.penalty, dossier.currency),
    price: price?.toString() ?? null,
    procedure: procedure && { ...procedure, limit: procedure.limit.toString() },
    fee: fee && { ...fee, amount: fee.amount.toString(), cap: fee.cap.toString() },
    readiness: [...dossier.readiness],
    sanctions: [...new Set(dossier.sources.flatMap(({ sanctionedBy }) => sanctionedBy ?? []))],
    accounts: [...dossier.accounts],
    alsoVictims: [...dossier.alsoVictims],
    coDefendants: dossier.coDefendants.map((one) => ({
      ...party(one.party),
      court: one.court,
      accounts: [...one.accounts],
    })),
  };
}
