import { z } from "zod";
import { type ChangeKind, changeKind } from "../../contract/versions.ts";
import { count, nothing } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { type Actor, changedMeanwhile, type Subject } from "./versions.ts";

const change = z.object({ what: changeKind, detail: z.string(), by: z.string(), at: count });
const lockedRow = z.object({ version: count, status: z.string(), since: z.array(change) });

/**
 * Holds a case or claim still until the transaction ends and compares its version with the one the
 * actor saw. Answers its status, or null where there is no such case or claim. Another version is a
 * UserError that names the changes since.
 */
export async function lockState(
  transaction: TransactionQueries,
  subject: Subject,
  actor: Actor,
): Promise<string | null> {
  const from = actor.from ?? null;
  const [found] = await transaction.run(
    "versions/lock",
    { id: subject.id, from: from === null ? null : BigInt(from), at: BigInt(actor.at) },
    lockedRow,
  );
  if (!found) return null;
  if (from !== null && found.version !== from) throw changedMeanwhile(subject, found.since);
  return found.status;
}

/** Writes down what was done to cases and claims that this transaction holds; each gets a new version. */
export async function recordChanges(
  transaction: TransactionQueries,
  ids: readonly string[],
  what: ChangeKind,
  actor: Actor,
  detail = "",
): Promise<void> {
  if (ids.length === 0) return;
  const parameters = { ids: [...ids], what, detail, by: actor.by, at: BigInt(actor.at) };
  await transaction.run("versions/record", parameters, nothing);
}
