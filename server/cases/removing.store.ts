import { z } from "zod";
import { saysSomething } from "../../contract/clean-text.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { changeCase } from "./cases.store.ts";

export interface Removal {
  readonly accounts: readonly string[];
  readonly reports: readonly string[];
  readonly clusters: readonly string[];
  readonly reason: string;
}

/** The claims of a case, beside which reports are taken out of it. */
export interface ClaimsBeside {
  /** Nobody changes money until the transaction ends. */
  readonly hold: (asking: TransactionQueries, actor: Actor) => Promise<void>;
  /** Refuses where money on a claim would have no loss any more. */
  readonly leaveRoom: (
    asking: TransactionQueries,
    caseId: string,
    reports: readonly string[],
  ) => Promise<void>;
}

const broughtRow = z.object({ accounts: z.array(z.string()), reports: z.array(z.string()) });

/**
 * Takes out of a case what was put into it by mistake; who, when and why are written down. A
 * cluster takes along what came with it. A report on which a claim past draft stands stays until
 * that claim is withdrawn, and so does one whose loss has money: a UserError names the claims, or
 * the money.
 */
export async function removeFromCase(
  queries: Queries,
  id: string,
  removal: Removal,
  actor: Actor,
  claims: ClaimsBeside,
): Promise<{ removed: string[] }> {
  if (!saysSomething(removal.reason)) {
    throw new UserError({
      code: "removal-needs-reason",
      message: "Taking something out of a case needs a reason.",
      remedy: "Write in a sentence why it does not belong to the case.",
    });
  }
  const remove = async (transaction: TransactionQueries) => {
    const clusters = [...removal.clusters];
    const [brought] = await transaction.run("cases/came-with", { id, clusters }, broughtRow);
    const accounts = [...removal.accounts, ...(brought?.accounts ?? [])];
    const reports = [...removal.reports, ...(brought?.reports ?? [])];
    const row = z.object({ claim: z.string() });
    const citing = await transaction.run("cases/citing-claims", { id, reports }, row);
    if (citing.length > 0) throw reportCited(citing.map(({ claim }) => claim));
    await claims.leaveRoom(transaction, id, reports);
    const [found] = await transaction.run(
      "cases/remove",
      { id, accounts, reports, clusters },
      z.object({ removed: z.array(z.string()) }),
    );
    const removed = found?.removed ?? [];
    const detail = `${removed.join(", ")}: ${removal.reason.trim()}`;
    if (removed.length > 0) await recordChanges(transaction, [id], "removed", actor, detail);
    return { removed };
  };
  return changeCase(queries, id, actor, remove, {
    first: (transaction) => claims.hold(transaction, actor),
  });
}

function reportCited(claims: readonly string[]): UserError {
  return new UserError({
    code: "report-claimed",
    status: 409,
    message: `A claim that has left the office stands on a report to be taken out: ${claims.join(", ")}.`,
    remedy: "Withdraw that claim first, or take it back to draft.",
    params: { claims: claims.join(", ") },
  });
}
