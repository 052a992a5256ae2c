import { randomUUID } from "node:crypto";
import { z } from "zod";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { Decision, Verdict } from "../../../contract/detection.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { UserError } from "../../errors/user-error.ts";
import { type Change, changedMeanwhile } from "../../versions/versions.ts";
import { decisionProperties } from "./stored-rows.ts";

export interface NewDecision {
  readonly subject: "account" | "cluster";
  readonly target: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly until: number | null;
  /**
   * The id of the decision the person saw; null = none. Absent where a command decides on what it
   * finds.
   */
  readonly after?: string | null;
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
  if (!saysSomething(decision.reason)) {
    throw new UserError({
      code: "decision-needs-reason",
      message: "A decision needs a reason.",
      remedy: "Write in a sentence why.",
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
  const { after, ...wanted } = decision;
  const stored = {
    ...wanted,
    id: randomUUID(),
    until: decision.until === null ? null : BigInt(decision.until),
    decidedAt: BigInt(now),
    decidedBy: by,
  };
  return queries.transaction(async (transaction) => {
    const parameters = { target: decision.target, at: BigInt(now) };
    const row = z.object({ decision: decisionProperties });
    const last = (await transaction.run("detection/lock-decisions", parameters, row)).at(-1);
    if (after !== undefined && after !== (last?.decision.id ?? null))
      throw changedMeanwhile(
        { kind: "decision", id: decision.target },
        last ? [happened(last.decision)] : [],
      );
    const [saved] = await transaction.run("detection/save-decision", { decision: stored }, row);
    if (!saved) throw new Error("detection/save-decision returned no row");
    return saved.decision;
  });
}

function happened({ verdict, decidedBy, decidedAt }: Decision): Change {
  return { what: "decided", detail: verdict, by: decidedBy, at: decidedAt };
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
