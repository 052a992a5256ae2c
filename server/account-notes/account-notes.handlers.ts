import type { accountNotes } from "../../contract/account-notes.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { addNote, notesOfCase, notesOn, removeNote } from "./account-notes.store.ts";

/** What each endpoint of contract/account-notes.ts does. */
export function accountNotesHandlers({
  database: { queries },
}: {
  database: Database;
}): Handlers<typeof accountNotes> {
  return {
    list: async ({ query }) => ({ notes: await notesOn(queries, query) }),
    ofCase: async ({ params }) => ({ notes: await notesOfCase(queries, params.id) }),
    add: async ({ body, asker }) => ({
      notes: await addNote(queries, body, { by: asker.login, at: Date.now() }),
    }),
    remove: async ({ params, asker }) => {
      await removeNote(queries, params.id, asker.login);
      return {};
    },
  };
}
