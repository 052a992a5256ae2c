import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { listCases } from "../cases/cases.store.ts";
import { membersOfCase, setMembers } from "../cases/members.store.ts";
import type { Database } from "../neo4j/database.ts";
import { demoLoginPath } from "../users/demo-login.ts";
import { ensureFirstAdmin, FIRST_LOGIN } from "../users/first-admin.ts";
import { oneTimePassword, passwordFits } from "../users/passwords.ts";
import { addPerson, findPerson, storePassword } from "../users/users.store.ts";

const kept = z.object({ login: z.string(), password: z.string() });
type Kept = z.infer<typeof kept>;

/**
 * The demo's admin. The password lies beside the demo's data, readable by this user only, so that
 * the next demo can print it again. `changed` = a person has chosen another one since.
 */
export async function demoLogin(database: Database): Promise<Kept & { readonly changed: boolean }> {
  const path = demoLoginPath(database.dataDir);
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

const OFFICE = [
  {
    login: "investigator",
    name: "Нұрланов Ержан",
    role: "investigator",
    what: "enters crime reports and makes the letters of the first hour",
  },
  { login: "prosecutor", name: "Ахметова Сәуле", role: "prosecutor", what: "prepares claims" },
  {
    login: "head",
    name: "Сейтов Марат",
    role: "head",
    what: "approves them, also where something is missing",
  },
] as const;
const office = z.array(kept);

/**
 * An investigator who enters reports, a prosecutor, and the head of the office, so that a claim can
 * be approved by another person than the one who prepared it. Made once; whom somebody has changed since is left as he is.
 */
export async function demoOffice(
  database: Database,
): Promise<{ login: string; password: string; what: string }[]> {
  const path = join(database.dataDir, "demo-office.json");
  const known = await readFile(path, "utf8").then(
    (text) => office.safeParse(JSON.parse(text)).data ?? [],
    () => [],
  );
  const people: Kept[] = [...known];
  for (const { login, name, role } of OFFICE) {
    if (people.some((one) => one.login === login)) continue;
    if (await findPerson(database.queries, login)) continue;
    people.push(await addPerson(database.queries, { login, name, role }, { mustChange: false }));
  }
  await writeFile(path, JSON.stringify(people), { mode: 0o600 });
  const shown = [];
  for (const { login, what } of OFFICE) {
    const one = people.find((person) => person.login === login);
    const person = await findPerson(database.queries, login);
    if (!one || !person || person.disabled) continue;
    const fits = await passwordFits(person.password, one.password);
    shown.push({ login, password: fits ? one.password : "(the one you chose)", what });
  }
  return shown;
}

/** Puts people on the cases that nobody is a member of yet. */
export async function demoMembers({ queries }: Database, logins: readonly string[]): Promise<void> {
  for (const { id } of await listCases(queries)) {
    const { members, others } = await membersOfCase(queries, id);
    const able = logins.filter((login) => others.some((one) => one.login === login));
    if (members.length > 0 || able.length === 0) continue;
    await setMembers(queries, id, able, { by: "demo", at: Date.now() });
  }
}

async function readKept(path: string): Promise<Kept | undefined> {
  try {
    return kept.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}
