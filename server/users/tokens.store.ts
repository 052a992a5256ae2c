import { createHash, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { type Token, type TokenScope, tokenScope } from "../../contract/sign-ins.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { DAY, MINUTE } from "../time/instant.ts";
import { type Person, person } from "./users.store.ts";

/**
 * Tokens of scripts: 256 random bits, shown once, only their SHA-256 in the database. A token does
 * what its person may do within its scope, until its end. docs/decisions/059-tokens-of-scripts.md.
 */
const PREFIX = "dg_";
const FORM = /^dg_[\w-]{43}$/;
/** How often use is written down. */
const TOUCH_EVERY = MINUTE;
const MOST = 20;

const tokenRow = z.object({
  id: z.string(),
  script: z.string(),
  scope: tokenScope,
  since: count,
  until: count,
  seenAt: count.nullable(),
});
const holderRow = person.extend({ token: z.string(), scope: tokenScope, seenAt: count.nullable() });

/** The scope of a request by a token, and its name in the log. */
export interface UsedToken {
  readonly name: string;
  readonly scope: TokenScope;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Makes a token of a person. UserError "too-many-tokens". */
export async function createToken(
  queries: Queries,
  login: string,
  wanted: { readonly script: string; readonly scope: TokenScope; readonly days: number },
  now: number,
): Promise<{ readonly token: string; readonly until: number }> {
  const token = `${PREFIX}${randomBytes(32).toString("base64url")}`;
  const until = now + wanted.days * DAY;
  const parameters = {
    login,
    id: randomUUID(),
    hash: hashOf(token),
    script: wanted.script,
    scope: wanted.scope,
    at: BigInt(now),
    until: BigInt(until),
    most: BigInt(MOST),
    mark: randomUUID(),
  };
  const [row] = await queries.write("users/create-token", parameters, z.object({ id: z.string() }));
  if (row) return { token, until };
  throw new UserError({
    code: "too-many-tokens",
    status: 409,
    message: `You have ${MOST} tokens already.`,
    remedy: "Revoke one that is no longer needed.",
    params: { most: MOST },
  });
}

/** Tokens of a person that open something now. */
export function listTokens(queries: Queries, login: string, now: number): Promise<Token[]> {
  return queries.read("users/tokens", { login, now: BigInt(now) }, tokenRow);
}

/** The person that a token stands for; undefined = it opens nothing, or no longer. */
export async function findToken(
  queries: Queries,
  token: string,
  now: number,
): Promise<{ readonly person: Person; readonly used: UsedToken } | undefined> {
  if (!FORM.test(token)) return undefined;
  const hash = hashOf(token);
  const [row] = await queries.read("users/token", { hash, now: BigInt(now) }, holderRow);
  if (!row) return undefined;
  const { token: name, scope, seenAt, ...holder } = row;
  if (now - (seenAt ?? 0) > TOUCH_EVERY)
    await queries.run("users/touch-token", { hash, at: BigInt(now) });
  return { person: holder, used: { name, scope } };
}

/** Revokes one token of a person and answers its name; one that is not his is a UserError. */
export async function revokeToken(
  queries: Queries,
  login: string,
  id: string,
): Promise<{ readonly script: string }> {
  const revoked = z.object({ script: z.string() });
  const [row] = await queries.write("users/revoke-token", { login, id }, revoked);
  if (row) return row;
  throw new UserError({
    code: "not-found",
    status: 404,
    message: "You have no such token.",
    remedy: "It may be revoked already; the list shows those there are.",
    params: { what: "token", id },
  });
}
