import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * One thing somebody did. `details` is small plain text; never passwords, IINs or words of a
 * purpose.
 */
export interface AuditEvent {
  /** Login, or "NAME (command line)" with the operating system's user. */
  readonly who: string;
  /** The act as one word: "sign-in", "decide", "load"… */
  readonly what: string;
  /** Id of what it was done to. */
  readonly target?: string | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean>> | undefined;
}

export const auditEntry = z.object({
  seq: z.number().int().positive(),
  at: z.number().int(),
  who: z.string(),
  what: z.string(),
  target: z.string(),
  /** JSON text, hashed as it stands. */
  details: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** The next link after `head`. */
export function link(
  event: AuditEvent,
  at: number,
  head: { readonly seq: number; readonly hash: string },
): AuditEntry {
  const entry = {
    seq: head.seq + 1,
    at,
    who: event.who,
    what: event.what,
    target: event.target ?? "",
    details: JSON.stringify(event.details ?? {}),
    previousHash: head.hash,
  };
  return { ...entry, hash: hashOf(entry) };
}

/** The fields as a JSON array in this order, so that anybody can recompute the hash over it. */
export function linkText(entry: Omit<AuditEntry, "hash">): string {
  const { seq, at, who, what, target, details, previousHash } = entry;
  return JSON.stringify([seq, at, who, what, target, details, previousHash]);
}

/** SHA-256 over `linkText`. */
export function hashOf(entry: Omit<AuditEntry, "hash">): string {
  return createHash("sha256").update(linkText(entry)).digest("hex");
}

/** Faults of a chain, by sequence number. */
export interface AuditProblem {
  readonly seq: number;
  readonly kind:
    | "changed"
    | "missing"
    | "broken-link"
    | "head-differs"
    | "differs-from-mirror"
    | "only-in-mirror"
    | "not-in-mirror"
    | "differs-from-checkpoint"
    | "missing-at-checkpoint";
}

/** Follows links one by one; call `add` in order of seq. */
export function followChain(): {
  add(entry: AuditEntry): void;
  problems: AuditProblem[];
  head: { seq: number; hash: string };
} {
  const problems: AuditProblem[] = [];
  const state = { seq: 0, hash: "" };
  return {
    problems,
    head: state,
    add: (entry) => {
      for (let seq = state.seq + 1; seq < entry.seq; seq += 1)
        problems.push({ seq, kind: "missing" });
      if (hashOf(entry) !== entry.hash) problems.push({ seq: entry.seq, kind: "changed" });
      else if (entry.seq === state.seq + 1 && entry.previousHash !== state.hash)
        problems.push({ seq: entry.seq, kind: "broken-link" });
      state.seq = entry.seq;
      state.hash = entry.hash;
    },
  };
}
