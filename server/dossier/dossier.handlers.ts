import type { dossiers } from "../../contract/dossier.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { type ClaimDossier, saveDossier, shownDossier } from "./dossier.store.ts";
import { addNote, peopleOfCase, removePerson, savePerson, setNote } from "./people.store.ts";

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
    people: ({ params }) => peopleOfCase(queries, params.id),
    savePerson: ({ params, body, asker }) =>
      savePerson(queries, params.id, body, actingOn(asker, body)),
    removePerson: ({ params, body, asker }) =>
      removePerson(queries, params.id, body, actingOn(asker, body)),
    addNote: ({ params, body, asker }) => addNote(queries, params.id, body, actingOn(asker, body)),
    setNote: ({ params, body, asker }) =>
      setNote(queries, params.id, { note: params.note, done: body.done }, actingOn(asker, body)),
    dossier: async ({ params }) =>
      shownDossier(await dossierOf(database, { caseId: params.id, claim: params.claim })),
    saveDossier: async ({ params, body, asker }) => {
      const at = { caseId: params.id, claim: params.claim };
      await saveDossier(queries, at, body.fields, actingOn(asker, body));
      return shownDossier(await dossierOf(database, at));
    },
  };
}
