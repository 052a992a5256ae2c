import { randomUUID } from "node:crypto";
import { z } from "zod";
import { secondFactorState } from "../../contract/second-factor.ts";
import { may, type Role, role } from "../../contract/user-roles.ts";
import type { Approver, User } from "../../contract/users.ts";
import { count, nothing, text } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { hashPassword, oneTimePassword } from "./passwords.ts";

/** People who may sign in, in the database. */

export const person = z.object({
  login: z.string(),
  name: z.string(),
  role,
  mustChangePassword: z.boolean(),
  secondFactor: secondFactorState,
});
export type Person = z.infer<typeof person>;

const personWithPassword = person.extend({
  password: z.string(),
  passwordAt: count,
  disabled: z.boolean(),
  /** The sealed secret of the second factor. */
  factor: text,
});
const listedPerson = person.extend({ disabled: z.boolean(), lastSeenAt: count.nullable() });
const loginRow = z.object({ login: z.string() });

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

/** Logins are compared without case. */
export function sameLogin(login: string): string {
  return login.trim().toLowerCase();
}

export async function findPerson(
  queries: Queries,
  login: string,
): Promise<z.infer<typeof personWithPassword> | undefined> {
  const [row] = await queries.read("users/user", { login: sameLogin(login) }, personWithPassword);
  return row;
}

export function listPeople(queries: Queries): Promise<User[]> {
  return queries.read("users/users", {}, listedPerson);
}

/** Everybody's name by login, also of people who may no longer sign in: records name them. */
export async function listNames(queries: Queries): Promise<Pick<User, "login" | "name">[]> {
  const people = await listPeople(queries);
  return people.map(({ login, name }) => ({ login, name }));
}

/** People who may approve a claim and can sign in. */
export async function listApprovers(queries: Queries): Promise<Approver[]> {
  const people = await listPeople(queries);
  return people
    .filter((one) => !one.disabled && may("approve", one.role))
    .map(({ login, name, role }) => ({ login, name, role }));
}

export async function countPeople(queries: Queries): Promise<number> {
  const [row] = await queries.read("users/count-users", {}, z.object({ total: count }));
  return row?.total ?? 0;
}

/** Adds a person; answers the password. UserError "login-taken". */
export async function addPerson(
  queries: Queries,
  added: NewPerson,
  options: { readonly mustChange: boolean } = { mustChange: true },
): Promise<{ login: string; password: string }> {
  const login = requireLogin(added.login);
  const password = oneTimePassword();
  const [row] = await queries.write(
    "users/create-user",
    {
      login,
      name: added.name.trim(),
      role: added.role,
      password: await hashPassword(password),
      mustChange: options.mustChange,
      at: BigInt(Date.now()),
      mark: randomUUID(),
    },
    z.object({ created: z.boolean() }),
  );
  if (row?.created) return { login, password };
  throw new UserError({
    code: "login-taken",
    status: 409,
    message: `There is already a person with the login ${login}.`,
    remedy: "Choose another login, or reset that person's password.",
    params: { login },
  });
}

/** The form of a login; the contract asks for the same. */
export const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,63}$/;

function requireLogin(given: string): string {
  const login = sameLogin(given);
  if (LOGIN.test(login)) return login;
  throw new UserError({
    code: "bad-login",
    status: 422,
    message: `"${given}" cannot be a login.`,
    remedy: "Use 2 to 64 Latin letters, digits and . _ @ - beginning with a letter or digit.",
  });
}

/**
 * Changes role or disabled. A disabled person's sessions and tokens end in the same transaction;
 * the last admin stays one.
 */
export async function updatePerson(
  queries: Queries,
  given: string,
  change: { readonly role?: Role | undefined; readonly disabled?: boolean | undefined },
): Promise<void> {
  const login = sameLogin(given);
  await queries.transaction(async (transaction) => {
    const admins = await transaction.run(
      "users/lock-admins",
      { mark: randomUUID() },
      loginAndDisabled,
    );
    const parameters = { login, role: change.role ?? null, disabled: change.disabled ?? null };
    const [row] = await transaction.run("users/update-user", parameters, loginRow);
    if (!row) throw nobody(login);
    const leaves =
      change.disabled === true || (change.role !== undefined && change.role !== "admin");
    const others = admins.filter((admin) => admin.login !== login && !admin.disabled);
    const wasAdmin = admins.some((admin) => admin.login === login && !admin.disabled);
    if (leaves && wasAdmin && others.length === 0) throw lastAdmin(login);
    if (change.disabled === true) await endAccessOf(transaction, login);
  });
}

const loginAndDisabled = z.object({ login: z.string(), disabled: z.boolean() });

/** A new one-time password; every session and token of the person ends. */
export async function resetPassword(
  queries: Queries,
  given: string,
): Promise<{ login: string; password: string }> {
  const login = sameLogin(given);
  const password = oneTimePassword();
  await storePassword(queries, login, password, true);
  return { login, password };
}

/**
 * Ends every session of a person and revokes the tokens of his scripts, within a change of him.
 */
export async function endAccessOf(transaction: TransactionQueries, login: string): Promise<void> {
  await transaction.run("users/end-sessions-of", { login }, nothing);
  await transaction.run("users/revoke-tokens-of", { login }, nothing);
}

/** The same by an admin, of a person who stays. */
export async function endAccess(queries: Queries, given: string): Promise<void> {
  const login = sameLogin(given);
  await queries.transaction(async (transaction) => {
    const [row] = await transaction.run("users/user", { login }, loginRow);
    if (!row) throw nobody(login);
    await endAccessOf(transaction, login);
  });
}

/** Stores a password and ends every session of the person, in one transaction. */
export async function storePassword(
  queries: Queries,
  login: string,
  password: string,
  mustChange: boolean,
): Promise<void> {
  const parameters = {
    login,
    password: await hashPassword(password),
    mustChange,
    at: BigInt(Date.now()),
  };
  await queries.transaction(async (transaction) => {
    const [row] = await transaction.run("users/set-password", parameters, loginRow);
    if (!row) throw nobody(login);
    // A one-time password is given where somebody else may have got in.
    if (mustChange) await endAccessOf(transaction, login);
    else await transaction.run("users/end-sessions-of", { login }, nothing);
  });
}

export function nobody(login: string): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `There is nobody with the login ${login}.`,
    remedy: "See who there is with: dropper-graph user list.",
    params: { what: "user", id: login },
  });
}

function lastAdmin(login: string): UserError {
  return new UserError({
    code: "last-admin",
    status: 409,
    message: `${login} is the only admin left; nobody could manage people afterwards.`,
    remedy: "Make somebody else an admin first.",
    params: { login },
  });
}
