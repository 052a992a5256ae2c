import { z } from "zod";
import type { LetterKind } from "../../../contract/letter-facts.ts";
import type { LetterRow } from "../../../contract/outgoing.ts";
import { legalTables } from "../../dossier/office-tables.ts";
import { JUVENILE_COURTS } from "../../dossier/tables/courts.ts";
import type { Database } from "../../neo4j/database.ts";

const TO_COURT: readonly LetterKind[] = ["security", "cover-letter"];
const courtRow = z.object({ claim: z.string(), ru: z.string(), kk: z.string() });

/**
 * Letters with the names of their courts in both languages: as a person wrote them down at the
 * claim, else as the table of courts has them.
 */
export async function withCourts(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  letters: readonly LetterRow[],
): Promise<LetterRow[]> {
  const toCourts = letters.filter(({ letter }) => letter && TO_COURT.includes(letter.kind));
  if (toCourts.length === 0) return [...letters];
  const claims = [...new Set(toCourts.flatMap(({ claim }) => claim ?? []))];
  const written = await queries.read("measures/courts-of-claims", { claims }, courtRow);
  const known = [...(await legalTables(dataDir)).courts, ...JUVENILE_COURTS];
  const courtOf = ({ letter, claim }: LetterRow): LetterRow["court"] => {
    const own = written.filter((one) => one.claim === claim);
    const isIt = ({ ru, kk }: { ru: string; kk: string }) =>
      ru === letter?.addressee || kk === letter?.addressee;
    const found = [...own, ...known].find(isIt);
    return found === undefined ? null : { ru: found.ru, kk: found.kk };
  };
  return letters.map((one) => (toCourts.includes(one) ? { ...one, court: courtOf(one) } : one));
}
