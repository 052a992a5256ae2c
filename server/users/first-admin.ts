import { asAct, auditedDatabase } from "../audit/acts.ts";
import { isUserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { addPerson, countPeople } from "./users.store.ts";

export const FIRST_LOGIN = "admin";

/**
 * An empty database gets its first admin; answers the one-time password, undefined where there are
 * people already.
 */
export async function ensureFirstAdmin(
  database: Database,
  options: { readonly mustChange: boolean } = { mustChange: true },
): Promise<{ login: string; password: string } | undefined> {
  if ((await countPeople(database.queries)) > 0) return undefined;
  try {
    const { queries } = auditedDatabase(database);
    const admin = { login: FIRST_LOGIN, name: "Administrator", role: "admin" } as const;
    const event = { who: "command line", what: "first-admin", target: FIRST_LOGIN };
    return await asAct(database, event, () => addPerson(queries, admin, options));
  } catch (error) {
    // Another process was quicker and has printed the password.
    if (isUserError(error) && error.code === "login-taken") return undefined;
    throw error;
  }
}
