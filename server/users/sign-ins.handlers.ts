import type { signIns as contract } from "../../contract/sign-ins.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import type { Backoff } from "./backoff.ts";
import { passwordCheck } from "./password-check.ts";
import { endOneSession, endOtherSessions, listSessions } from "./sign-in-sessions.store.ts";
import { createToken, listTokens, revokeToken } from "./tokens.store.ts";
import { currentPasswordWrong } from "./users.handlers.ts";
import type { Visit } from "./visit.ts";

/** One's own sessions and tokens; every change is in the audit log by mount.ts. */
export function signInsHandlers(
  { database, backoff }: { readonly database: Database; readonly backoff: Backoff },
  visit: Visit,
): Handlers<typeof contract> {
  const { queries } = database;
  const { requirePerson } = passwordCheck({ database, backoff }, visit);
  return {
    access: async ({ asker: { login } }) => ({
      sessions: await listSessions(queries, login, Date.now(), visit.token),
      tokens: await listTokens(queries, login, Date.now()),
    }),
    end: async ({ asker: { login }, params }) => {
      await endOneSession(queries, login, params.id);
      return {};
    },
    endOthers: async ({ asker: { login } }) => {
      if (visit.token !== undefined) await endOtherSessions(queries, login, visit.token);
      return {};
    },
    // Somebody at a computer left open has no password, and so gets no lasting way in.
    createToken: async ({ asker: { login }, body: { password, ...wanted } }) => {
      if (!(await requirePerson(login, password))) throw currentPasswordWrong();
      return createToken(queries, login, wanted, Date.now());
    },
    revokeToken: ({ asker: { login }, params }) => revokeToken(queries, login, params.id),
  };
}
