import { z } from "zod";
import type { ReadinessItem } from "../../contract/dossier.ts";
import { isMinor } from "../../contract/holder-number.ts";
import { priceInTenge } from "../../contract/rates.ts";
import type { Database } from "../neo4j/database.ts";
import { proposedCourt } from "./court.ts";
import { NO_FIELDS, requestRow } from "./dossier.store.ts";
import { legalTables } from "./office-tables.ts";
import { knownOf, partyOf } from "./parties.ts";
import { writtenPeople } from "./people.store.ts";
import { readiness } from "./readiness.ts";

interface Party {
  readonly key: string;
  readonly name: string | null;
  readonly iin: string | null;
}

/** A claim that nobody has opened yet. */
export interface NewClaim {
  readonly victim: Party;
  readonly defendant: Party;
  readonly currency: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly reports: readonly string[];
  /** SHA-256 of the files its transfers come from. */
  readonly sources: readonly string[];
}

/** Finds what each of these claims would lack at court on a day (YYYY-MM-DD), in their order. */
export async function readinessOfNew(
  { queries, dataDir }: Database,
  caseId: string,
  claims: readonly NewClaim[],
  day: string,
): Promise<ReadinessItem[][]> {
  const tables = await legalTables(dataDir);
  const { people } = await writtenPeople(queries, caseId);
  const ids = [...new Set(claims.flatMap((claim) => claim.sources))];
  const row = requestRow.extend({ id: z.string() });
  const sources = await queries.read("dossier/sources", { ids }, row);
  return claims.map((claim) => {
    const victim = partyOf(people, { ...claim.victim, role: "victim" });
    const defendant = partyOf(people, { ...claim.defendant, role: "dropper" });
    const minor = [victim, defendant].some(
      ({ birthDate }) => birthDate !== null && isMinor(birthDate, day),
    );
    return readiness({
      ...NO_FIELDS,
      victim: knownOf(victim),
      defendant: knownOf(defendant),
      coDefendants: [],
      court: proposedCourt(defendant.address, minor, tables)?.ru ?? null,
      price: priceInTenge(claim.amount, claim.currency, null),
      reports: claim.reports,
      penalty: null,
      untranslated: [],
      sources: sources.filter(({ id }) => claim.sources.includes(id)),
      day,
    });
  });
}
