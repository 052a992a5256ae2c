import type { dossiers, People } from "../../contract/dossier.ts";
import type { Asker, Handlers } from "../api/handlers.ts";
import { namedCase } from "../api/hidden.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { type ClaimDossier, saveDossier } from "./dossier.store.ts";
import { addNote, peopleOfCase, removePerson, savePerson, setNote } from "./people.store.ts";
import { shownDossier } from "./shown-dossier.ts";

/** What each endpoint of contract/dossier.ts does. */
export function dossierHandlers({
  database,
  dossierOf,
}: {
  database: Database;
  /** A dossier with what the claim asks for in court, which the ledger of claims says. */
  dossierOf: (
    database: Database,
    at: { readonly caseId: string; readonly claim: string },
  ) => Promise<ClaimDossier>;
}): Handlers<typeof dossiers> {
  const { queries } = database;
  return {
    people: async ({ params, asker }) => seenBy(asker, await peopleOfCase(queries, params.id)),
    savePerson: async ({ params, body, asker }) =>
      seenBy(asker, await savePerson(queries, params.id, body, actingOn(asker, body))),
    removePerson: async ({ params, body, asker }) =>
      seenBy(asker, await removePerson(queries, params.id, body, actingOn(asker, body))),
    addNote: async ({ params, body, asker }) =>
      seenBy(asker, await addNote(queries, params.id, body, actingOn(asker, body))),
    setNote: async ({ params, body, asker }) => {
      const wanted = { note: params.note, done: body.done };
      return seenBy(asker, await setNote(queries, params.id, wanted, actingOn(asker, body)));
    },
    dossier: async ({ params }) =>
      shownDossier(await dossierOf(database, { caseId: params.id, claim: params.claim })),
    saveDossier: async ({ params, body, asker }) => {
      const at = { caseId: params.id, claim: params.claim };
      await saveDossier(database, at, body.fields, actingOn(asker, body));
      return shownDossier(await dossierOf(database, at));
    },
  };
}

/** Other people's cases are named without their titles. */
function seenBy({ hidden }: Asker, people: People): People {
  const elsewhere = people.elsewhere.map((one) => ({
    ...one,
    cases: one.cases.map((found) => namedCase(hidden, found)),
  }));
  return { ...people, elsewhere };
}
