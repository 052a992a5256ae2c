import { UserError } from "../errors/user-error.ts";

/** What the asker may not see: cases of other people, and crime reports in such cases only. */
export interface Hidden {
  /** The id of the case, and the people to ask: "Name (login)". */
  readonly cases: ReadonlyMap<string, readonly string[]>;
  /** The id of the report, and a case that it is in. */
  readonly reports: ReadonlyMap<string, string>;
}

/** Of the command line, and of those who see every case. */
export const NOTHING_HIDDEN: Hidden = { cases: new Map(), reports: new Map() };

/** Refuses a case of other people, with their names. */
export function refuseHiddenCase(hidden: Hidden, id: string | null | undefined): void {
  const members = id == null ? undefined : hidden.cases.get(id);
  if (id == null || members === undefined) return;
  const whom = members.join(", ");
  const nobody = whom === "";
  throw new UserError({
    code: nobody ? "case-of-nobody" : "not-a-member",
    status: 403,
    message: nobody ? `Nobody works on case ${id} yet.` : `You are no member of case ${id}.`,
    remedy: nobody
      ? "Ask the head of the office to make you a member."
      : `Ask a member of the case to add you: ${whom}. The head of the office can do so too.`,
    params: { id, whom },
  });
}

/** Refuses a crime report that is in cases of other people only. */
export function refuseHiddenReport(hidden: Hidden, id: string): void {
  refuseHiddenCase(hidden, hidden.reports.get(id));
}

/** A case as people who are no members see it: its number, and in place of the title whom to ask. */
export function namedCase<Named extends { readonly id: string; readonly title: string }>(
  hidden: Hidden,
  named: Named,
): Named {
  const members = hidden.cases.get(named.id);
  return members === undefined ? named : { ...named, title: members.join(", ") };
}

/** As parameters of queries that leave such rows out. */
export function hiddenParameters(hidden: Hidden) {
  return {
    hiddenCases: [...hidden.cases.keys()],
    hiddenReports: [...hidden.reports.keys()],
  };
}
