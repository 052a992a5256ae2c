import { z } from "zod";
import { endpoint } from "./endpoint.ts";

/** Where one is signed in, and the keys of one's scripts. Nothing of it answers a token. */

const signIn = z.object({
  id: z.string(),
  /** The session that asks. */
  current: z.boolean(),
  /** "Firefox 140 · Windows"; empty = not known. */
  browser: z.string(),
  address: z.string(),
  since: z.number(),
  seenAt: z.number(),
});
export type SignIn = z.infer<typeof signIn>;

/** What a script may do: look, or also bring data in as the person may. */
export const tokenScope = z.enum(["read", "load"]);
export type TokenScope = z.infer<typeof tokenScope>;

/** No token lives longer than a year. */
export const LONGEST_TOKEN_DAYS = 366;

const token = z.object({
  id: z.string(),
  script: z.string(),
  scope: tokenScope,
  since: z.number(),
  until: z.number(),
  /** null = never used. */
  seenAt: z.number().nullable(),
});
export type Token = z.infer<typeof token>;

/** Sessions and tokens that open something now. */
export const access = z.object({ sessions: z.array(signIn), tokens: z.array(token) });

export const signIns = {
  access: endpoint({
    name: "ownAccess",
    method: "GET",
    path: "/session/access",
    summary: "One's own sessions (browser, address, since, last used) and tokens of scripts",
    access: "user",
    about: "nobody",
    answer: access,
  }),
  end: endpoint({
    name: "endSession",
    method: "DELETE",
    path: "/session/access/sessions/:id",
    summary: "End one of one's own sessions",
    access: "user",
    about: "nobody",
    params: z.object({ id: z.string() }),
    answer: z.object({}),
  }),
  endOthers: endpoint({
    name: "endOtherSessions",
    method: "DELETE",
    path: "/session/access/sessions",
    summary: "End all of one's own sessions but this one",
    access: "user",
    about: "nobody",
    answer: z.object({}),
  }),
  createToken: endpoint({
    name: "createToken",
    method: "POST",
    path: "/session/access/tokens",
    summary: "A token for a script, shown once; sent as Authorization: Bearer TOKEN",
    access: "user",
    about: "nobody",
    body: z.object({
      password: z.string().min(1).max(1_000),
      /** Stands in the log beside everything that the token does; no numbers of people. */
      script: z
        .string()
        .trim()
        .regex(/^(?!.*\d{9})[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u),
      scope: tokenScope,
      days: z.number().int().min(1).max(LONGEST_TOKEN_DAYS),
    }),
    answer: z.object({ token: z.string(), until: z.number() }),
  }),
  revokeToken: endpoint({
    name: "revokeToken",
    method: "DELETE",
    path: "/session/access/tokens/:id",
    summary: "Revoke one of one's own tokens at once",
    access: "user",
    about: "nobody",
    params: z.object({ id: z.string() }),
    answer: z.object({ script: z.string() }),
  }),
} as const;
