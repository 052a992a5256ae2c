import { z } from "zod";
import type { CaseMembers } from "../../contract/case-members.ts";
import { MAY, type Role, role } from "../../contract/user-roles.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { changeCase } from "./cases.store.ts";
import { unknown } from "./unknown.ts";

const member = z.object({ login: z.string(), name: z.string(), role });
const membersRow = z.object({
  version: count,
  members: z.array(member),
  others: z.array(member),
});

/** A case has members of these roles only. */
const roles: readonly Role[] = MAY.workOnCases;

/** The people who work on a case; an unknown case is a UserError. */
export async function membersOfCase(queries: Queries, id: string): Promise<CaseMembers> {
  const [found] = await queries.read("cases/members", { id, roles }, membersRow);
  if (!found) throw unknown("case", id);
  return found;
}

/** Says who works on a case from now on; a login that nobody has is a UserError. */
export async function setMembers(
  queries: Queries,
  id: string,
  wanted: readonly string[],
  actor: Actor,
): Promise<CaseMembers> {
  const logins = [...new Set(wanted)];
  await changeCase(queries, id, actor, async (transaction) => {
    const parameters = { id, logins, roles, by: actor.by, at: BigInt(actor.at) };
    const row = z.object({ login: z.string() });
    const found = await transaction.run("cases/set-members", parameters, row);
    const missing = logins.find((login) => !found.some((one) => one.login === login));
    if (missing !== undefined)
      throw unknown("person who works on cases", missing, "Choose people of the list.");
    await recordChanges(transaction, [id], "members-set", actor, logins.join(", "));
  });
  return membersOfCase(queries, id);
}
