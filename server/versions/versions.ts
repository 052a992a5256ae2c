import type { ChangeKind } from "../../contract/versions.ts";
import { UserError } from "../errors/user-error.ts";

/** The person who acts, when (UTC milliseconds), and on which state. */
export interface Actor {
  readonly by: string;
  readonly at: number;
  /**
   * The version of the case or claim that the person saw. Absent where the program itself acts, or
   * where a command reads and changes in one go.
   */
  readonly from?: number;
}

/** The person who asks, acting at this moment. */
export function actingNow({ login }: { readonly login: string }): Actor {
  return { by: login, at: Date.now() };
}

/** The same, on the version the person saw. */
export function actingOn(
  asker: { readonly login: string },
  { version }: { readonly version: number },
): Actor {
  return { ...actingNow(asker), from: version };
}

/** One change of a case, a claim or a decision. */
export interface Change {
  readonly what: ChangeKind;
  /** What it became: a title, a status, a verdict; empty where the kind says everything. */
  readonly detail: string;
  readonly by: string;
  readonly at: number;
}

export interface Subject {
  readonly kind: "case" | "claim" | "source" | "decision" | "measure" | "report";
  readonly id: string;
}

/** The state that a change starts from is not the state of today. `since` has the newest first. */
export function changedMeanwhile({ kind, id }: Subject, since: readonly Change[]): UserError {
  const [last] = since;
  const happened =
    last === undefined
      ? "it is in another state now"
      : `${last.by}, ${new Date(last.at).toISOString()}: ${[last.what, last.detail].filter(Boolean).join(" ")}`;
  return new UserError({
    code: "changed-meanwhile",
    status: 409,
    message: `The ${kind} ${id} has changed meanwhile (${happened}).`,
    remedy: "Look at the new state, then repeat the step if it is still right.",
    params: { kind, id, ...(last && { ...last, changes: since.length }) },
  });
}
