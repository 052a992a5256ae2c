import type { caseMembers } from "../../contract/case-members.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { membersOfCase, setMembers } from "./members.store.ts";

/** What each endpoint of contract/case-members.ts does. */
export function caseMembersHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof caseMembers> {
  return {
    list: ({ params }) => membersOfCase(database.queries, params.id),
    set: ({ params, body, asker }) =>
      setMembers(database.queries, params.id, body.members, actingOn(asker, body)),
  };
}
