import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Decision, Verdict } from "../../../contract/detection.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { UserError } from "../../errors/user-error.ts";
import { decisionProperties } from "./stored-rows.ts";

export interface NewDecision {
  readonly subject: "account" | "cluster";
  readonly target: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly until: number | null;
}

/**
 * Writes a decision down beside the earlier ones. A snooze needs an end; nobody can decide about
 * what does not exist.
 */
export async function decide(
  queries: Queries,
  decision: NewDecision,
  by: string,
  now = Date.now(),
): Promise<Decision> {
  if (decision.verdict === "snoozed" && (decision.until === null || decision.until <= now)) {
    throw new UserError({
      code: "snooze-needs-end",
      message: "A snooze needs a day in the future on which it ends.",
      remedy: "Choose the day on which it shall be shown again.",
    });
  }
  const [target] = await queries.read(
    "detection/targets",
    { subject: decision.subject, target: decision.target },
    z.object({ found: z.boolean() }),
  );
  if (!target?.found) {
    throw new UserError({
      code: "not-found",
      status: 404,
      message: `There is no ${decision.subject} ${decision.target}.`,
      remedy: "Open it from the list again; it may be of a database that was replaced.",
    });
  }
  const stored = {
    ...decision,
    id: randomUUID(),
    until: decision.until === null ? null : BigInt(decision.until),
    decidedAt: BigInt(now),
    decidedBy: by,
  };
  const [row] = await queries.write(
    "detection/save-decision",
    { decision: stored },
    z.object({ decision: decisionProperties }),
  );
  if (!row) throw new Error("detection/save-decision returned no row");
  return row.decision;
}

export async function listDecisions(
  queries: Queries,
  asked: {
    readonly target?: string | undefined;
    readonly verdict?: Verdict | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ total: number; decisions: Decision[] }> {
  const parameters = {
    target: asked.target ?? null,
    verdict: asked.verdict ?? null,
    offset: BigInt(asked.offset),
    limit: BigInt(asked.limit),
  };
  const row = z.object({ decisions: z.array(decisionProperties), total: count });
  const [found] = await queries.read("detection/decisions", parameters, row);
  return found ?? { total: 0, decisions: [] };
}

/** The newest decision of each account and cluster. */
export async function latestDecisions(queries: Queries): Promise<Map<string, Decision>> {
  const rows = await queries.read(
    "detection/latest-decisions",
    {},
    z.object({ decision: decisionProperties }),
  );
  return new Map(rows.map(({ decision }) => [decision.target, decision]));
}

/**
 * Whether a decision keeps its subject off the list now: dismissed, known-good and running snoozes.
 */
export function hides(decision: Decision | undefined, now = Date.now()): boolean {
  if (decision === undefined) return false;
  if (decision.verdict === "dismissed") return true;
  const running = decision.until === null || decision.until > now;
  return (decision.verdict === "known-good" || decision.verdict === "snoozed") && running;
}
