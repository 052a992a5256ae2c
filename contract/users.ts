import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { secondFactorState } from "./second-factor.ts";
import { access } from "./sign-ins.ts";
import { MAY, role } from "./user-roles.ts";

/** People who may sign in; for admins. */

const user = z.object({
  login: z.string(),
  name: z.string(),
  role,
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  secondFactor: secondFactorState,
  lastSeenAt: z.number().nullable(),
});
export type User = z.infer<typeof user>;
const approver = user.pick({ login: true, name: true, role: true });
export type Approver = z.infer<typeof approver>;

export const users = {
  names: endpoint({
    name: "colleagues",
    method: "GET",
    path: "/users/names",
    summary: "Names of all people who work here or did, by login",
    access: "user",
    about: "nobody",
    answer: z.object({ people: z.array(user.pick({ login: true, name: true })) }),
  }),
  approvers: endpoint({
    name: "approvers",
    method: "GET",
    path: "/users/approvers",
    summary: "People who may approve a claim: prosecutors and heads who can sign in",
    access: "user",
    about: "nobody",
    answer: z.object({ approvers: z.array(approver) }),
  }),
  list: endpoint({
    name: "users",
    method: "GET",
    path: "/users",
    summary: "People who may sign in",
    access: MAY.administer,
    about: "nobody",
    answer: z.object({ users: z.array(user) }),
  }),
  create: endpoint({
    name: "createUser",
    method: "POST",
    path: "/users",
    summary: "Add a person; answers a one-time password",
    access: MAY.administer,
    about: "nobody",
    body: z.object({
      /** Compared without case. */
      login: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/),
      name: z.string().trim().min(1).max(200),
      role,
    }),
    answer: z.object({ login: z.string(), password: z.string() }),
  }),
  update: endpoint({
    name: "updateUser",
    method: "PATCH",
    path: "/users/:login",
    summary: "Disable a person or change the role",
    access: MAY.administer,
    about: "nobody",
    params: z.object({ login: z.string() }),
    body: z.object({ disabled: z.boolean().optional(), role: role.optional() }),
    answer: z.object({}),
  }),
  reset: endpoint({
    name: "resetPassword",
    method: "POST",
    path: "/users/:login/password",
    summary: "Give a new one-time password",
    access: MAY.administer,
    about: "nobody",
    params: z.object({ login: z.string() }),
    answer: z.object({ login: z.string(), password: z.string() }),
  }),
  access: endpoint({
    name: "accessOf",
    method: "GET",
    path: "/users/:login/access",
    summary: "Where a person is signed in, and the tokens of the person's scripts",
    access: MAY.administer,
    about: "nobody",
    params: z.object({ login: z.string() }),
    answer: access,
  }),
  endAccess: endpoint({
    name: "endAccess",
    method: "DELETE",
    path: "/users/:login/access",
    summary: "End all sessions of a person and revoke all tokens at once",
    access: MAY.administer,
    about: "nobody",
    params: z.object({ login: z.string() }),
    answer: z.object({}),
  }),
  resetSecondFactor: endpoint({
    name: "resetSecondFactor",
    method: "DELETE",
    path: "/users/:login/second-factor",
    summary: "Take a person's second factor away, for a lost telephone; the person's sessions end",
    access: MAY.administer,
    about: "nobody",
    params: z.object({ login: z.string() }),
    answer: z.object({}),
  }),
  secondFactorRoles: endpoint({
    name: "secondFactorRoles",
    method: "GET",
    path: "/users/rules/second-factor",
    summary: "The roles that need a second factor",
    access: MAY.administer,
    about: "nobody",
    answer: z.object({ roles: z.array(role) }),
  }),
  setSecondFactorRole: endpoint({
    name: "setSecondFactorRole",
    method: "PUT",
    path: "/users/rules/second-factor",
    summary: "Say whether a role needs a second factor; then nothing else opens without one",
    access: MAY.administer,
    about: "nobody",
    body: z.object({ role, required: z.boolean() }),
    answer: z.object({ roles: z.array(role) }),
  }),
} as const;
