import { z } from "zod";
import { courtNames } from "../../contract/court-names.ts";
import type { LetterKind } from "../../contract/letter-facts.ts";
import type { FigureRecord } from "../../contract/measures-summary.ts";
import type { LetterRow } from "../../contract/outgoing.ts";
import { courtFiledIn } from "../dossier/filed-court.ts";
import { legalTables } from "../dossier/office-tables.ts";
import type { Database } from "../neo4j/database.ts";

const TO_COURT: readonly LetterKind[] = ["security", "cover-letter"];
const courtRow = courtNames.extend({ claim: z.string() });

/** Letters with the names of their courts in both languages. */
export async function withCourts(
  database: Pick<Database, "queries" | "dataDir">,
  letters: readonly LetterRow[],
): Promise<LetterRow[]> {
  const toCourts = letters.filter(({ letter }) => letter && TO_COURT.includes(letter.kind));
  if (toCourts.length === 0) return [...letters];
  const namesOf = await namesOfCourts(database, toCourts);
  return letters.map((one) =>
    toCourts.includes(one) ? { ...one, court: namesOf(one.claim, one.letter?.addressee) } : one,
  );
}

/** Records with the names of their courts in both languages, where they are known. */
export async function recordsWithCourts<One extends Pick<FigureRecord, "claim" | "court">>(
  database: Pick<Database, "queries" | "dataDir">,
  records: readonly One[],
): Promise<One[]> {
  const inCourt = records.filter(({ court }) => court !== null);
  if (inCourt.length === 0) return [...records];
  const namesOf = await namesOfCourts(database, inCourt);
  return records.map((one) => ({
    ...one,
    court: one.court && (namesOf(one.claim, one.court.ru) ?? one.court),
  }));
}

/**
 * How a court that papers of a claim name is called in both languages: as a person wrote it down at
 * the claim, else as the table of courts has it; null = it is known by one name only.
 */
async function namesOfCourts(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  of: readonly { readonly claim: string | null }[],
) {
  const claims = [...new Set(of.flatMap(({ claim }) => claim ?? []))];
  const rows = await queries.read("measures/courts-of-claims", { claims }, courtRow);
  const written = new Map(rows.map(({ claim, ru, kk }) => [claim, { court: ru, courtKk: kk }]));
  const { courts } = await legalTables(dataDir);
  return (claim: string | null, name: string | null | undefined) => {
    const own = written.get(claim ?? "") ?? { court: null, courtKk: null };
    const { court, courtKk } = courtFiledIn(name ?? undefined, own, courts) ?? {};
    return court && courtKk ? { ru: court, kk: courtKk } : null;
  };
}
