import { z } from "zod";

/**
 * The state of a case or claim: a number that grows with every change. A change names the state it
 * starts from. Where that is no longer the state of today, it is refused with 409
 * `changed-meanwhile`, and the answer names what happened since.
 */
export const version = z.number().int().min(0);

/** What happened to a case, a claim or a decision, in the words of the 409 answer. */
export const changeKind = z.enum([
  "renamed",
  "district-set",
  "closed",
  "reopened",
  "cluster-added",
  "accounts-added",
  "reports-added",
  "removed",
  "claims-opened",
  "figure-decided",
  "joined",
  "divided",
  "moved",
  "step-corrected",
  "step-undone",
  "paid",
  "payment-cancelled",
  "planned",
  "accepted",
  "reworked",
  "decided",
  "described",
  "person-saved",
  "person-removed",
  "noted",
  "members-set",
  "file-added",
  "file-removed",
  "dossier-saved",
  "one-transfer",
  "two-transfers",
  "report-corrected",
  "report-taken-out",
  "measure-corrected",
  "measure-struck-out",
]);
export type ChangeKind = z.infer<typeof changeKind>;
