import type { watching } from "../../contract/watching.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow } from "../versions/versions.ts";
import { addWatch, removeWatch, shownWatch, watchesOf, watchSeen } from "./watches.store.ts";

/** What each endpoint of contract/watching.ts does. */
export function watchingHandlers({ database }: { database: Database }): Handlers<typeof watching> {
  const { queries } = database;
  return {
    list: async ({ asker }) => ({
      watches: (await watchesOf(queries, asker.login)).map(shownWatch),
    }),
    add: ({ body, asker }) => addWatch(queries, body, actingNow(asker)),
    remove: async ({ params, asker }) => {
      await removeWatch(queries, asker.login, params.id);
      return {};
    },
    seen: async ({ params, asker }) => {
      await watchSeen(queries, asker.login, params.id);
      return {};
    },
  };
}
