import { audit } from "../audit/audit.ts";
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
    const made = await addPerson(
      database.queries,
      { login: FIRST_LOGIN, name: "Administrator", role: "admin" },
      options,
    );
    await audit(database, { who: "command line", what: "first-admin", target: made.login });
    return made;
  } catch (error) {
    // Another process was quicker and has printed the password.
    if (isUserError(error) && error.code === "login-taken") return undefined;
    throw error;
  }
}
