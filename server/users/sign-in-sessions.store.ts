import { createHash, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { secondFactorState } from "../../contract/second-factor.ts";
import type { SignIn } from "../../contract/sign-ins.ts";
import { role } from "../../contract/user-roles.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { HOUR, MINUTE } from "../time/instant.ts";
import type { Person } from "./users.store.ts";

/**
 * Sessions: 256 random bits in a cookie, only their SHA-256 in the database. A session ends after
 * an hour without use, after twelve hours whatever happens, and with its person being disabled or
 * given a new password.
 */
export const IDLE = HOUR;
export const ABSOLUTE = 12 * HOUR;
/** How often use is written down. */
const TOUCH_EVERY = MINUTE;

const sessionRow = z.object({
  login: z.string(),
  name: z.string(),
  role,
  mustChangePassword: z.boolean(),
  secondFactor: secondFactorState,
  seenAt: count,
  ground: text,
});

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Where a session began, as its person recognises it. */
export interface SignInPlace {
  readonly browser: string;
  readonly address: string;
}

/** A new token for a person, or undefined where the person was disabled meanwhile. */
export async function startSession(
  queries: Queries,
  login: string,
  now: number,
  place: SignInPlace = { browser: "", address: "" },
): Promise<string | undefined> {
  await queries.run("users/forget-old-sessions", {
    now: BigInt(now),
    idleSince: BigInt(now - IDLE),
  });
  const token = randomBytes(32).toString("base64url");
  const times = { at: BigInt(now), until: BigInt(now + ABSOLUTE) };
  const parameters = { login, hash: hashOf(token), id: randomUUID(), ...place, ...times };
  const [row] = await queries.write(
    "users/start-session",
    parameters,
    z.object({ login: z.string() }),
  );
  return row && token;
}

/**
 * The person whose session the token belongs to. `passive` = a request that a page makes on its own;
 * it does not keep the session alive.
 */
export async function findSession(
  queries: Queries,
  token: string,
  now: number,
  passive: boolean,
): Promise<(Person & { readonly ground: string | null }) | undefined> {
  if (token.length !== 43) return undefined;
  const hash = hashOf(token);
  const parameters = { hash, now: BigInt(now), idleSince: BigInt(now - IDLE) };
  const [row] = await queries.read("users/session", parameters, sessionRow);
  if (!row) return undefined;
  const { seenAt, ...person } = row;
  if (!passive && now - seenAt > TOUCH_EVERY)
    await queries.run("users/touch-session", { hash, at: BigInt(now) });
  return person;
}

/** Keeps why the person of a session looks at people outside his cases. */
export async function setGround(queries: Queries, token: string, ground: string): Promise<void> {
  await queries.run("users/set-ground", { hash: hashOf(token), ground });
}

export async function endSession(queries: Queries, token: string): Promise<void> {
  await queries.run("users/end-session", { hash: hashOf(token) });
}

/** Ends every session of a person but the one that the token belongs to. */
export async function endOtherSessions(
  queries: Queries,
  login: string,
  token: string,
): Promise<void> {
  await queries.run("users/end-other-sessions", { login, hash: hashOf(token) });
}

const listedSession = z.object({
  id: z.string(),
  current: z.boolean(),
  browser: z.string(),
  address: z.string(),
  since: count,
  seenAt: count,
});

/** A person's sessions that open something now. `token` is that of the one who asks. */
export function listSessions(
  queries: Queries,
  login: string,
  now: number,
  token?: string,
): Promise<SignIn[]> {
  const hash = token === undefined ? null : hashOf(token);
  const parameters = { login, hash, now: BigInt(now), idleSince: BigInt(now - IDLE) };
  return queries.read("users/sessions", parameters, listedSession);
}

/** Ends one session of a person; one that is not his, or has ended, changes nothing. */
export async function endOneSession(queries: Queries, login: string, id: string): Promise<void> {
  await queries.run("users/end-one-session", { login, id });
}
