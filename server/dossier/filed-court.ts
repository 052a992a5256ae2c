import type { DossierFields } from "../../contract/dossier.ts";
import { COURTS, JUVENILE_COURTS } from "./tables/courts.ts";

/** A court by its name in each language; null = nobody has written it in that language. */
export type FiledCourt = Pick<DossierFields, "court" | "courtKk">;

/**
 * The court that the step of the filing names: papers that are made afterwards go to that court,
 * whichever one was proposed or written down before. A court of the tables has its name in both
 * languages, another one where a person wrote both down at the claim. null = the step names none.
 */
export function courtFiledIn(
  filedIn: string | undefined,
  written: FiledCourt,
  proposed: readonly ({ readonly ru: string; readonly kk: string } | null)[] = [],
): FiledCourt | null {
  const court = filedIn?.trim();
  if (!court) return null;
  if (names(written, court) && written.court && written.courtKk) return namesOf(written);
  const known = [...proposed, ...COURTS, ...JUVENILE_COURTS];
  const line = known.find((one) => one?.ru === court || one?.kk === court);
  if (line) return { court: line.ru, courtKk: line.kk };
  return names(written, court) ? namesOf(written) : { court, courtKk: null };
}

function namesOf({ court, courtKk }: FiledCourt): FiledCourt {
  return { court, courtKk };
}

function names({ court, courtKk }: FiledCourt, name: string): boolean {
  return [court, courtKk].some((one) => one?.trim() === name);
}

/**
 * The court of papers of a filing, with the name in the other language where a person wrote it down
 * for the same court since.
 */
export function courtOfFiling(
  { fields, filedCourt }: { readonly fields: FiledCourt; readonly filedCourt: FiledCourt | null },
  now: FiledCourt,
): FiledCourt {
  if (filedCourt !== null) return filedCourt;
  const { court, courtKk } = fields;
  if (court !== null && court === now.court) return { court, courtKk: courtKk ?? now.courtKk };
  if (courtKk !== null && courtKk === now.courtKk) return { court: court ?? now.court, courtKk };
  return { court, courtKk };
}
