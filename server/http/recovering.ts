import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";

/**
 * The work's outcome, or a refusal at once when the database goes away meanwhile: the driver alone
 * would try for half a minute. A change may have been saved although it is refused here; that is
 * said.
 */
export function whileReady<Result>(
  database: Pick<Database, "onState" | "stateMessage">,
  work: Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = database.onState((state, message) => {
      if (state === "ready") return;
      reject(
        new UserError({
          code: state === "unavailable" ? "database-unavailable" : "database-recovering",
          status: 503,
          message: message || "The database is coming back.",
          remedy:
            "Wait half a minute and look whether the change was saved before making it again; nothing saved is lost.",
        }),
      );
    });
    work.then(resolve, reject).finally(stop);
  });
}
