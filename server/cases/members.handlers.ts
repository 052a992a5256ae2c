import type { caseMembers } from "../../contract/case-members.ts";
import type { Handlers } from "../api/handlers.ts";
import { UserError } from "../errors/user-error.ts";
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
    set: async ({ params, body, asker }) => {
      if (body.members.length === 0) throw needsMember();
      return setMembers(database.queries, params.id, body.members, actingOn(asker, body));
    },
  };
}

/** Without members nobody but the head would find the case. */
function needsMember(): UserError {
  return new UserError({
    code: "case-needs-member",
    message: "A case has at least one member.",
    remedy: "Choose who works on it from now on.",
  });
}
