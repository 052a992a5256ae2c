import type { Role } from "../../contract/user-roles.ts";
import { addAccounts, openCase } from "../../server/cases/cases.store.ts";
import { setMembers } from "../../server/cases/members.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { settledPerson } from "./http.ts";
import { put, reported } from "./late-money.ts";

/** Whose a case is: of the people of each role, of somebody else, of nobody at all. */
export interface Side {
  readonly case: string;
  readonly claim: string;
  readonly report: string;
  readonly measure: string;
  /** The victim. */
  readonly name: string;
  readonly iin: string;
  /** Words that stand in what belongs to it, and nowhere else. */
  readonly marks: readonly string[];
}

const WORKING: readonly Role[] = ["investigator", "prosecutor", "admin"];
const actor = { by: "elsewhere", at: Date.parse("2026-06-01T00:00:00Z") };

/**
 * Two cases that are alike: one of the people of each role who work on cases (`person-ROLE`, see
 * http.ts), the other of "elsewhere" only. The account A-SHARED is in both. Each has an account
 * holder with a name and an IIN of their own.
 */
export async function twoCases(database: Database): Promise<{ own: Side; other: Side }> {
  await settledPerson(database, "elsewhere", "investigator");
  const sides = [
    ["OWN", "Жанна Своя", "900101400013"],
    ["OTHER", "Чужак Ерлан", "850202300021"],
  ] as const;
  await put(
    database,
    "two-cases",
    sides.flatMap(([side], at) => [
      [`t-${side}`, `V-${side}`, "A-SHARED", "100.00", at * 10] as const,
      [`u-${side}`, "A-SHARED", `E-${side}`, "60.00", at * 10 + 5] as const,
    ]),
    sides.map(([side]) => reported(`R-${side}`, `V-${side}`, `t-${side}`)),
    sides.map(([side, name, iin]) => `V-${side},${iin},${name}`),
  );
  const [own, other] = await Promise.all(
    sides.map(async ([side, name, iin], at) => {
      const title = `Дело-${side}`;
      const { id } = await openCase(database.queries, { title, reports: [`R-${side}`] }, actor);
      await addAccounts(database.queries, id, ["A-SHARED"], actor);
      await openClaims(database.queries, id, actor);
      const working = WORKING.map((role) => `person-${role}`);
      await setMembers(database.queries, id, at === 0 ? working : ["elsewhere"], actor);
      const note = `Мера-${side}`;
      const entry = { kind: "base-entry", day: "2026-06-01", case: id, note } as const;
      const person = { name: `Лицо-${side}`, iin: null };
      const measure = await recordMeasure(
        database.queries,
        { ...entry, persons: [person] },
        { by: "elsewhere", at: Date.parse("2026-06-02T00:00:00Z") },
      );
      return {
        name,
        iin,
        case: id,
        claim: `${id}-1`,
        report: `R-${side}`,
        measure: measure.id,
        marks: [title, `R-${side}`, note, `Лицо-${side}`],
      };
    }),
  );
  if (!own || !other) throw new Error("There are two sides");
  return { own, other };
}
