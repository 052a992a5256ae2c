import type { ClaimMove } from "../../claims/claim.ts";
import { standingSteps } from "../../claims/steps.ts";
import type { ClaimDossier } from "../../dossier/dossier.store.ts";
import { COURTS, JUVENILE_COURTS } from "../../dossier/tables/courts.ts";

/**
 * A dossier with the court that a correction of its filing names: papers that are made afterwards
 * go to that court. A court of the tables has its name in both languages; another one has it in the
 * language in which it was written.
 */
export function withCorrectedCourt(
  dossier: ClaimDossier,
  moves: readonly ClaimMove[],
): ClaimDossier {
  const standing = standingSteps(moves).find(({ to }) => to === "filed");
  const filed = moves.find((move) => move === standing);
  const court = filed?.facts.court?.trim();
  const isCorrected = filed?.corrections?.some(({ facts }) => facts.court?.trim() !== court);
  if (dossier.filedOn === null || court === undefined || isCorrected !== true) return dossier;
  const line = [...COURTS, ...JUVENILE_COURTS].find(({ ru, kk }) => [ru, kk].includes(court));
  const fields = { court: line?.ru ?? court, courtKk: line?.kk ?? null };
  return { ...dossier, fields: { ...dossier.fields, ...fields } };
}
