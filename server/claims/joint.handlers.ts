import type { joint } from "../../contract/joint.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { setJoint } from "./joint.store.ts";

/** What each endpoint of contract/joint.ts does. */
export function jointHandlers({ database }: { database: Database }): Handlers<typeof joint> {
  return {
    setJoint: ({ params, body, asker }) =>
      setJoint(
        database.queries,
        { caseId: params.id, claim: params.claim },
        body,
        actingOn(asker, body),
      ),
  };
}
