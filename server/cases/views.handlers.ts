import type { caseViews } from "../../contract/case-views.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { addView, removeView, viewsOfCase } from "./views.store.ts";

/** What each endpoint of contract/case-views.ts does. */
export function caseViewsHandlers({
  database: { queries },
}: {
  database: Database;
}): Handlers<typeof caseViews> {
  return {
    list: ({ params }) => viewsOfCase(queries, params.id),
    add: ({ params, body, asker }) =>
      addView(queries, params.id, body, { by: asker.login, at: Date.now() }),
    remove: ({ params }) => removeView(queries, params.id, params.view),
  };
}
