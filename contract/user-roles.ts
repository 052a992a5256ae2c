import { z } from "zod";

/**
 * The roles of people and what each may do. A new role is a name here and a place in the lists it
 * belongs to; everything else asks these lists. Its name on the screen is in web/i18n
 * (frame.person.roles).
 */
export const role = z.enum(["data", "investigator", "prosecutor", "head", "auditor", "admin"]);
export type Role = z.infer<typeof role>;

/** What a person is when nobody says otherwise. */
export const USUAL_ROLE: Role = "investigator";

export const MAY = {
  /**
   * Brings data in and says what its rows mean. A prosecutor argues from the data and does not
   * change it.
   */
  load: ["data", "investigator", "admin"],
  /**
   * Takes a file back out: that takes its transfers from under every case, so it is the work of
   * those who keep the data.
   */
  withdraw: ["data", "admin"],
  /** Corrects a crime report or takes it out: its author, and the head any of them. */
  correctReports: ["data", "investigator", "head", "admin"],
  /** Confirms and dismisses what was found. */
  decide: ["investigator", "prosecutor", "head", "admin"],
  /** Opens cases and claims, moves them on, exports evidence. */
  workOnCases: ["investigator", "prosecutor", "head", "admin"],
  /** Writes down and corrects the measures that the office took. */
  keepMeasures: ["data", "investigator", "prosecutor", "head", "admin"],
  /** Approves a claim that a colleague has prepared. */
  approve: ["prosecutor", "head"],
  /** Approves, with a reason, a claim that lacks what the court asks. */
  approveUnready: ["head"],
  /** Sees every case; the others see those that they are members of. */
  seeEveryCase: ["head", "auditor"],
  /** Sees a case that nobody is a member of yet, so that somebody is put on it. */
  seeCasesOfNobody: ["head", "auditor", "admin"],
  /** Sees every crime report, whatever cases it is in: enters reports and links them to the data. */
  seeEveryReport: ["data", "head", "auditor"],
  /** Sees names and IIN without giving a ground. The data team checks rows, not people. */
  seePeople: ["investigator", "prosecutor", "head", "auditor", "admin"],
  /** Does any work of the office. An auditor only reads. */
  work: ["data", "investigator", "prosecutor", "head", "admin"],
  /**
   * Reads what everybody did and whom they looked at. An admin is watched by it, so he does not.
   */
  readLog: ["head", "auditor"],
  /** Sees what is kept for how long, what is held, and what was erased. */
  seeRetention: ["head", "auditor", "admin"],
  /** Sets terms and holds, asks for an erasure, and approves one that somebody else asked for. */
  keepData: ["head", "admin"],
  /** Adds people and changes what they may do. */
  administer: ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export function may(what: keyof typeof MAY, who: Role): boolean {
  const allowed: readonly Role[] = MAY[what];
  return allowed.includes(who);
}
