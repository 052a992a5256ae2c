import type { secondFactor as contract } from "../../contract/second-factor.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import type { Backoff } from "./backoff.ts";
import { passwordCheck } from "./password-check.ts";
import {
  beginFactor,
  codesLeft,
  removeFactor,
  renewCodes,
  turnFactorOn,
  wrongCode,
} from "./second-factor.store.ts";
import { endOtherSessions } from "./sign-in-sessions.store.ts";
import { appAddress } from "./totp.ts";
import { currentPasswordWrong, signInRequired } from "./users.handlers.ts";
import { findPerson } from "./users.store.ts";
import type { Visit } from "./visit.ts";

/** One's own second factor; every change is in the audit log by mount.ts. */
export function secondFactorHandlers(
  { database, backoff }: { readonly database: Database; readonly backoff: Backoff },
  visit: Visit,
): Handlers<typeof contract> {
  const { requirePerson, requireCode } = passwordCheck({ database, backoff }, visit);
  const withCode = async (login: string, code: string) => {
    const person = await findPerson(database.queries, login);
    if (!person || person.factor === null) throw wrongCode();
    await requireCode(person, code);
  };
  return {
    state: async ({ asker }) => {
      if (!visit.person) throw signInRequired();
      const left = await codesLeft(database, asker.login);
      return { state: visit.person.secondFactor, codesLeft: left };
    },
    begin: async ({ asker: { login }, body }) => {
      if (!(await requirePerson(login, body.password))) throw currentPasswordWrong();
      const secret = await beginFactor(database, login);
      return { secret, address: appAddress(secret, login) };
    },
    turnOn: async ({ asker: { login }, body }) => {
      const codes = await turnFactorOn(database, login, body.code, Date.now());
      if (visit.token !== undefined) await endOtherSessions(database.queries, login, visit.token);
      return { codes };
    },
    newCodes: async ({ asker: { login }, body }) => {
      await withCode(login, body.code);
      return { codes: await renewCodes(database, login) };
    },
    turnOff: async ({ asker: { login }, body }) => {
      await withCode(login, body.code);
      await removeFactor(database, login);
      return {};
    },
  };
}
