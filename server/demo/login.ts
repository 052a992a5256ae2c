import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Database } from "../neo4j/database.ts";
import { ensureFirstAdmin, FIRST_LOGIN } from "../users/first-admin.ts";
import { oneTimePassword, passwordFits } from "../users/passwords.ts";
import { findPerson, storePassword } from "../users/users.store.ts";

const kept = z.object({ login: z.string(), password: z.string() });
type Kept = z.infer<typeof kept>;

/**
 * The demo's admin. The password lies beside the demo's data, readable by this user only, so that
 * the next demo can print it again. `changed` = a person has chosen another one since.
 */
export async function demoLogin(database: Database): Promise<Kept & { readonly changed: boolean }> {
  const path = join(database.dataDir, "demo-login.json");
  const made = await ensureFirstAdmin(database, { mustChange: false });
  if (made) {
    await writeFile(path, JSON.stringify(made), { mode: 0o600 });
    return { ...made, changed: false };
  }
  const known = await readKept(path);
  if (!known) {
    // Stopped before the password was written down: nobody ever saw it.
    const again = { login: FIRST_LOGIN, password: oneTimePassword() };
    await storePassword(database.queries, again.login, again.password, false);
    await writeFile(path, JSON.stringify(again), { mode: 0o600 });
    return { ...again, changed: false };
  }
  const person = await findPerson(database.queries, known.login);
  return { ...known, changed: !(await passwordFits(person?.password, known.password)) };
}

async function readKept(path: string): Promise<Kept | undefined> {
  try {
    return kept.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}
