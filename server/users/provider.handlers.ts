import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { provider as providerContract } from "../../contract/provider.ts";
import type { Handlers } from "../api/handlers.ts";
import { audit } from "../audit/audit.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { MINUTE } from "../time/instant.ts";
import type { Backoff } from "./backoff.ts";
import { beginSession } from "./begin-session.ts";
import { codeNeeded, passwordCheck } from "./password-check.ts";
import { type Begun, beginAt, type NamedByProvider, namedIn } from "./provider-client.ts";
import { type ProviderSettings, providerSettings } from "./provider-settings.ts";
import { endSession } from "./sign-in-sessions.store.ts";
import { findPerson, sameLogin, storePassword } from "./users.store.ts";
import type { Visit } from "./visit.ts";

/** A sign-in that began here and whose answer is awaited. */
interface Awaited {
  readonly begun: Begun;
  readonly until: number;
  /** Set once the provider has said who it is and a code of the second factor is awaited. */
  readonly named?: NamedByProvider;
}

const PATIENCE = 10 * MINUTE;
/** Each is some hundred bytes; the oldest go first. */
const MOST_AWAITED = 1_000;

/** Sign-ins through the provider that wait for its answer; they end with the process. */
export type AwaitedSignIns = Map<string, Awaited>;

interface Dependencies {
  readonly database: Database;
  readonly backoff: Backoff;
  readonly awaited: AwaitedSignIns;
}

/** Signing in through the office's provider, for one request (decision 089). */
export function providerHandlers(
  { database, backoff, awaited }: Dependencies,
  visit: Visit,
): Handlers<typeof providerContract> {
  const { queries, dataDir } = database;
  const { requireCode } = passwordCheck({ database, backoff }, visit);
  const settingsNow = async (): Promise<ProviderSettings> => {
    const settings = await providerSettings(dataDir);
    if (settings === null) throw noProvider();
    return settings;
  };
  const refused = async (because: string, who = "unknown") => {
    await audit(database, {
      who,
      what: "sign-in-refused",
      details: { from: visit.address, by: "provider", because },
    });
  };
  /** The person here whom the provider names; bound to its `sub` from the first time on. */
  const personOf = async ({ login, subject }: NamedByProvider) => {
    const person = await findPerson(queries, sameLogin(login));
    if (!person || person.disabled) {
      await refused("nobody", person?.login);
      throw nobodyHere();
    }
    const row = z.object({ login: z.string() });
    const bound = { login: person.login, subject };
    const [same] = await queries.write("users/bind-subject", bound, row);
    if (same) return person;
    await refused("other-subject", person.login);
    throw nobodyHere();
  };
  return {
    state: async () => ({ name: (await providerSettings(dataDir))?.name ?? null }),
    begin: async () => {
      const { address, begun } = await beginAt(await settingsNow());
      forgetOld(awaited);
      const id = randomBytes(32).toString("base64url");
      awaited.set(id, { begun, until: Date.now() + PATIENCE });
      visit.giveProvider(id);
      return { address };
    },
    finish: async ({ body: { answer, code } }) => {
      const settings = await settingsNow();
      const id = visit.provider ?? "";
      const waiting = awaited.get(id);
      // Once only, however it ends; a code that is still awaited puts it back.
      awaited.delete(id);
      if (waiting === undefined || waiting.until < Date.now()) throw notBegun();
      const named = waiting.named ?? (await namedIn(settings, answer, waiting.begun));
      const person = await personOf(named);
      const details: Record<string, string | number> = { from: visit.address, by: "provider" };
      if (person.factor !== null) {
        awaited.set(id, { ...waiting, named });
        if (code === undefined) throw codeNeeded();
        const used = await requireCode(person, code);
        awaited.delete(id);
        details.code = used.kind;
        if (used.kind === "recovery") details.recoveryCodesLeft = used.left;
      }
      await audit(database, { who: person.login, what: "sign-in", details });
      // A one-time password that the person never needed opens nothing any more.
      if (person.mustChangePassword)
        await storePassword(queries, person.login, randomBytes(32).toString("base64url"), false);
      if (visit.token !== undefined) await endSession(queries, visit.token);
      const session = await beginSession(database, visit, { ...person, mustChangePassword: false });
      if (session === undefined) throw nobodyHere();
      return session;
    },
  };
}

function forgetOld(awaited: AwaitedSignIns): void {
  const now = Date.now();
  for (const [id, { until }] of awaited)
    if (until < now || awaited.size >= MOST_AWAITED) awaited.delete(id);
}

function noProvider(): UserError {
  return new UserError({
    code: "no-provider",
    status: 404,
    message: "This office has set no sign-in provider.",
    remedy: "Sign in with login and password.",
  });
}

function notBegun(): UserError {
  return new UserError({
    code: "provider-not-begun",
    status: 401,
    message: "This sign-in did not begin in this browser, or it took longer than ten minutes.",
    remedy: "Begin it once more on the sign-in page.",
  });
}

/** One answer for all: whoever asks learns nothing about who works here. */
function nobodyHere(): UserError {
  return new UserError({
    code: "provider-nobody",
    status: 403,
    message: "The provider named somebody who may not sign in here.",
    remedy: "Ask an admin to add you under the login that the provider gives you.",
  });
}
