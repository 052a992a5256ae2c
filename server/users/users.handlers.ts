import { saysSomething } from "../../contract/clean-text.ts";
import type { session as sessionContract } from "../../contract/session.ts";
import type { users as usersContract } from "../../contract/users.ts";
import type { Handlers } from "../api/handlers.ts";
import { audit } from "../audit/audit.ts";
import { UserError } from "../errors/user-error.ts";
import { maskOf } from "../identity/masking.ts";
import { dataSecret } from "../neo4j/data-secret.ts";
import type { Database } from "../neo4j/database.ts";
import type { Backoff } from "./backoff.ts";
import { browserName } from "./browser-name.ts";
import { isDemo } from "./demo-login.ts";
import { withMark } from "./device-marks.ts";
import { passwordCheck } from "./password-check.ts";
import { requireStrong } from "./passwords.ts";
import { factorRoles, resetFactor, setFactorRole } from "./second-factor.store.ts";
import { endSession, listSessions, setGround, startSession } from "./sign-in-sessions.store.ts";
import { listTokens, type UsedToken } from "./tokens.store.ts";
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

/** The parts of a request that signing in reads, and of its answer that it changes. */
export interface Visit {
  /** Address of the other side. */
  readonly address: string;
  /** The session cookie's content. */
  readonly token: string | undefined;
  /** The person of the session; undefined where the endpoint needs none. */
  readonly person: (Person & { readonly ground: string | null }) | undefined;
  /** The token of the script that asks in the person's name; undefined = a person. */
  readonly used: UsedToken | undefined;
  /** The content of the cookie that says who has signed in at this device before. */
  readonly device: string | undefined;
  /** What the browser says of itself. */
  readonly agent: string | undefined;
  giveToken(token: string): void;
  giveDevice(marks: string): void;
  dropToken(): void;
}

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
    const place = { browser: browserName(visit.agent), address: visit.address };
    const token = await startSession(queries, person.login, Date.now(), place);
    if (token === undefined) throw wrongPassword();
    visit.giveToken(token);
    const secret = await dataSecret(database.dataDir, "devices");
    visit.giveDevice(withMark(secret, person.login, visit.device));
    const { login, name, role, mustChangePassword, secondFactor } = person;
    return { login, name, role, mustChangePassword, secondFactor };
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
