import { dataSecret } from "../neo4j/data-secret.ts";
import type { Database } from "../neo4j/database.ts";
import { browserName } from "./browser-name.ts";
import { withMark } from "./device-marks.ts";
import { startSession } from "./sign-in-sessions.store.ts";
import type { Person } from "./users.store.ts";
import type { Visit } from "./visit.ts";

/** A new session of a person who has proved who he is; undefined where he was disabled meanwhile. */
export async function beginSession(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  visit: Visit,
  person: Person,
): Promise<Person | undefined> {
  const place = { browser: browserName(visit.agent), address: visit.address };
  const token = await startSession(queries, person.login, Date.now(), place);
  if (token === undefined) return undefined;
  visit.giveToken(token);
  const secret = await dataSecret(dataDir, "devices");
  visit.giveDevice(withMark(secret, person.login, visit.device));
  const { login, name, role, mustChangePassword, secondFactor } = person;
  return { login, name, role, mustChangePassword, secondFactor };
}
