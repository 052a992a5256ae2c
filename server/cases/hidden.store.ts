import { z } from "zod";
import { may, type Role } from "../../contract/user-roles.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { type Hidden, NOTHING_HIDDEN } from "../api/hidden.ts";

const caseRow = z.object({ id: z.string(), members: z.array(z.string()) });
const reportRow = z.object({ id: z.string(), case: z.string() });

/** The cases and crime reports that a person may not see (docs/api.md, "Who sees what"). */
export async function hiddenFrom(
  queries: Queries,
  { login, role }: { readonly login: string; readonly role: Role },
): Promise<Hidden> {
  if (may("seeEveryCase", role)) return NOTHING_HIDDEN;
  const unowned = may("seeCasesOfNobody", role);
  const cases = await queries.read("cases/hidden", { login, unowned }, caseRow);
  if (cases.length === 0) return NOTHING_HIDDEN;
  const ids = cases.map(({ id }) => id);
  const reports = may("seeEveryReport", role)
    ? []
    : await queries.read("cases/hidden-reports", { cases: ids }, reportRow);
  return {
    cases: new Map(cases.map(({ id, members }) => [id, members])),
    reports: new Map(reports.map((one) => [one.id, one.case])),
  };
}
