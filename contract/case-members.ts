import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { MAY, role } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * The people who work on a case. Besides them the head of the office and an auditor see it
 * (docs/api.md, "Who sees what").
 */
const member = z.object({ login: z.string(), name: z.string(), role });
const members = z.object({
  /** Of the case, read together with what follows: a change of it starts from this state. */
  version,
  members: z.array(member),
  /** Users who are not members. */
  others: z.array(member),
});
export type CaseMembers = z.infer<typeof members>;

const ofCase = z.object({ id: z.string() });

export const caseMembers = {
  list: endpoint({
    name: "caseMembers",
    method: "GET",
    path: "/cases/:id/members",
    summary: "Who works on a case, and who may",
    access: "user",
    about: "case",
    params: ofCase,
    answer: members,
  }),
  set: endpoint({
    name: "setCaseMembers",
    method: "PUT",
    path: "/cases/:id/members",
    summary: "Say who works on a case from now on",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    body: z.object({ version, members: z.array(z.string().max(64)).max(200) }),
    answer: members,
  }),
} as const;
