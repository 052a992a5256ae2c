import { saysSomething } from "../../contract/clean-text.ts";
import type { session as sessionContract } from "../../contract/session.ts";
import type { users as usersContract } from "../../contract/users.ts";
import type { Handlers } from "../api/handlers.ts";
import { audit } from "../audit/audit.ts";
import { UserError } from "../errors/user-error.ts";
import { maskOf } from "../identity/masking.ts";
import type { Database } from "../neo4j/database.ts";
import type { Backoff } from "./backoff.ts";
import { beginSession } from "./begin-session.ts";
import { isDemo } from "./demo-login.ts";
import { passwordCheck } from "./password-check.ts";
import { requireStrong } from "./passwords.ts";
import { factorRoles, resetFactor, setFactorRole } from "./second-factor.store.ts";
import { endSession, listSessions, setGround } from "./sign-in-sessions.store.ts";
import { listTokens } from "./tokens.store.ts";
import {
  addPerson,
  endAccess,
  listApprovers,
  listNames,
  listPeople,
  type Person,
  resetPassword,
  sameLogin,
  storePassword,
  updatePerson,
} from "./users.store.ts";
import type { Visit } from "./visit.ts";

interface Dependencies {
  readonly database: Database;
  readonly backoff: Backoff;
}

/** Signing in and out, for one request. */
export function sessionHandlers(
  { database, backoff }: Dependencies,
  visit: Visit,
): Handlers<typeof sessionContract> {
  const { queries } = database;
  const { requirePerson } = passwordCheck({ database, backoff }, visit);
  const begin = async (person: Person): Promise<Person> => {
    const begun = await beginSession(database, visit, person);
    if (begun === undefined) throw wrongPassword();
    return begun;
  };
  return {
    me: async () => {
      if (!visit.person) throw signInRequired();
      return { ...visit.person, demo: isDemo(database.dataDir) };
    },
    ground: async ({ asker }) => ({ ground: asker.ground }),
    setGround: async ({ body: { ground } }) => {
      if (visit.token === undefined) throw signInRequired();
      if (!saysSomething(ground)) throw groundNeeded();
      // An IIN that somebody types here stays out of the log of looks.
      const kept = maskOf("text", ground);
      await setGround(queries, visit.token, kept);
      return { ground: kept };
    },
    signIn: async ({ body }) => {
      const known = await requirePerson(body.login, body.password, body.code ?? null);
      if (!known) throw wrongPassword();
      const { person, used } = known;
      const left = used?.kind === "recovery" ? { recoveryCodesLeft: used.left } : {};
      await audit(database, {
        who: person.login,
        what: "sign-in",
        details: { from: visit.address, ...(used && { code: used.kind }), ...left },
      });
      // A token from before signing in is never carried on.
      if (visit.token !== undefined) await endSession(queries, visit.token);
      return begin(person);
    },
    signOut: async ({ asker }) => {
      if (visit.token !== undefined) await endSession(queries, visit.token);
      await audit(database, { who: asker.login, what: "sign-out" });
      visit.dropToken();
      return {};
    },
    changePassword: async ({ body, asker }) => {
      const known = await requirePerson(asker.login, body.current);
      if (!known) throw currentPasswordWrong();
      const { person } = known;
      requireStrong(body.next, person);
      if (body.next === body.current) throw samePassword();
      await audit(database, { who: asker.login, what: "password-changed" });
      await storePassword(queries, person.login, body.next, false);
      return begin({ ...person, mustChangePassword: false });
    },
  };
}

/** Managing people, for admins; every call is in the audit log by mount.ts. */
export function usersHandlers({
  database,
}: Pick<Dependencies, "database">): Handlers<typeof usersContract> {
  const { queries } = database;
  return {
    names: async () => ({ people: await listNames(queries) }),
    approvers: async () => ({ approvers: await listApprovers(queries) }),
    list: async () => ({ users: await listPeople(queries) }),
    create: ({ body }) => addPerson(queries, body),
    update: async ({ params, body }) => {
      await updatePerson(queries, params.login, body);
      return {};
    },
    reset: ({ params }) => resetPassword(queries, params.login),
    access: async ({ params }) => {
      const login = sameLogin(params.login);
      return {
        sessions: await listSessions(queries, login, Date.now()),
        tokens: await listTokens(queries, login, Date.now()),
      };
    },
    endAccess: async ({ params }) => {
      await endAccess(queries, params.login);
      return {};
    },
    resetSecondFactor: async ({ params }) => {
      await resetFactor(database, params.login);
      return {};
    },
    secondFactorRoles: async () => ({ roles: await factorRoles(database) }),
    setSecondFactorRole: async ({ body }) => ({ roles: await setFactorRole(database, body) }),
  };
}

export function signInRequired(): UserError {
  return new UserError({
    code: "sign-in-required",
    status: 401,
    message: "Nobody is signed in, or the session has ended.",
    remedy: "Sign in.",
  });
}

function wrongPassword(): UserError {
  return new UserError({
    code: "wrong-password",
    status: 401,
    message: "Login and password do not fit together, or the person may not sign in.",
    remedy: "Type them again; an admin can give a new one-time password.",
  });
}

export function currentPasswordWrong(): UserError {
  return new UserError({
    code: "current-password-wrong",
    status: 403,
    message: "The present password is not right.",
    remedy: "Type it again; an admin can give a new one-time password.",
  });
}

function samePassword(): UserError {
  return new UserError({
    code: "same-password",
    status: 422,
    message: "The new password is the present one.",
    remedy: "Choose another.",
  });
}

function groundNeeded(): UserError {
  return new UserError({
    code: "ground-needed",
    status: 422,
    message: "The ground says nothing.",
    remedy: "Give the number of a case, or say in a sentence why you look at these people.",
  });
}
