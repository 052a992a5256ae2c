import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { secondFactorState, signInCode } from "./second-factor.ts";
import { role } from "./user-roles.ts";

/**
 * Signing in and out. The session is a secure, http-only cookie; nothing of it is readable by
 * scripts.
 */

const person = z.object({
  login: z.string(),
  name: z.string(),
  role,
  mustChangePassword: z.boolean(),
  secondFactor: secondFactorState,
});
/** Anything a person may type; what makes a good one is the server's word ("weak-password"). */
const password = z.string().min(1).max(1_000);
export const session = {
  me: endpoint({
    name: "me",
    method: "GET",
    path: "/session",
    summary: "Who is signed in",
    access: "user",
    about: "nobody",
    answer: person.extend({
      /** The data are the demo's town: nothing in them is real. */
      demo: z.boolean(),
    }),
  }),
  signIn: endpoint({
    name: "signIn",
    method: "POST",
    path: "/session",
    summary:
      "Sign in with login and password, and a code where a second factor is on; sets the session cookie",
    access: "anyone",
    about: "nobody",
    /** Without a code, whoever has a second factor is answered "code-needed". */
    body: z.object({ login: z.string().max(200), password, code: signInCode.optional() }),
    answer: person,
  }),
  signOut: endpoint({
    name: "signOut",
    method: "DELETE",
    path: "/session",
    summary: "End this session",
    access: "user",
    about: "nobody",
    answer: z.object({}),
  }),
  ground: endpoint({
    name: "ground",
    method: "GET",
    path: "/session/ground",
    summary: "The ground on which the asker looks at people outside his cases; null = none given",
    access: "user",
    about: "nobody",
    answer: z.object({ ground: z.string().nullable() }),
  }),
  setGround: endpoint({
    name: "setGround",
    method: "PUT",
    path: "/session/ground",
    summary:
      "Give the ground of looking at people outside one's cases, for this session; it is logged",
    access: "user",
    about: "nobody",
    /** The number of a case, or a sentence. */
    body: z.object({ ground: z.string().trim().min(2).max(300) }),
    answer: z.object({ ground: z.string() }),
  }),
  changePassword: endpoint({
    name: "changePassword",
    method: "POST",
    path: "/session/password",
    summary: "Change one's own password; every other session of this person ends",
    access: "user",
    about: "nobody",
    body: z.object({ current: password, next: password }),
    answer: person,
  }),
} as const;
