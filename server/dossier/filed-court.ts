import type { DossierFields } from "../../contract/dossier.ts";
import { COURTS, JUVENILE_COURTS } from "./tables/courts.ts";

/** A court by its name in each language; null = nobody has written it in that language. */
export type FiledCourt = Pick<DossierFields, "court" | "courtKk">;

/** The court that a filing names, and those that stood there before corrections. */
export interface NamedCourts {
  readonly court: string;
  readonly before: readonly (string | null)[];
}

/**
 * The court that a correction of the filing names: papers that are made afterwards go to that
 * court. A court of the tables has its name in both languages, another one where a person wrote
 * both down at the claim. null = the filing keeps the court that it had.
 */
export function correctedCourt(
  filed: NamedCourts | undefined,
  written: FiledCourt,
): FiledCourt | null {
  const court = filed?.court.trim();
  if (!court || filed?.before.every((one) => one?.trim() === court)) return null;
  const line = [...COURTS, ...JUVENILE_COURTS].find(({ ru, kk }) => [ru, kk].includes(court));
  if (line !== undefined) return { court: line.ru, courtKk: line.kk };
  if (!names(written, court)) return { court, courtKk: null };
  return { court: written.court, courtKk: written.courtKk };
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
