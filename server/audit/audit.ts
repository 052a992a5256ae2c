import type { Database } from "../neo4j/database.ts";
import { append, entriesAfter, head } from "./audit.store.ts";
import { type AuditEntry, type AuditEvent, type AuditProblem, followChain } from "./chain.ts";
import { appendToMirror, readMirror } from "./mirror.ts";

type AuditedDatabase = Pick<Database, "queries" | "dataDir">;

/**
 * Writes down that somebody did something: in the chain, then in the mirror. Throws when it cannot;
 * then nothing must go out.
 */
export async function audit(database: AuditedDatabase, event: AuditEvent): Promise<AuditEntry> {
  const entry = await append(database.queries, event);
  await appendToMirror(database.dataDir, [entry]);
  return entry;
}

/** Writes entries into the mirror that a crash kept from it. Called at start. */
export async function catchUpMirror(database: AuditedDatabase): Promise<number> {
  const mirror = await readMirror(database.dataDir);
  const lacking: AuditEntry[] = [];
  for await (const entry of entriesAfter(database.queries, 0))
    if (!mirror.has(entry.seq)) lacking.push(entry);
  await appendToMirror(database.dataDir, lacking);
  return lacking.length;
}

export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: number;
  /** Checkpoint: whoever notes it down can tell later whether anything up to it was changed. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly problems: readonly AuditProblem[];
}

/**
 * Recomputes the whole chain and compares it with the mirror: changed, missing, reordered and
 * cut-off entries are found, and a database rolled back behind the mirror. Not proof against
 * somebody who rewrites both.
 */
export async function verifyAudit(database: AuditedDatabase): Promise<AuditVerdict> {
  // Read first: an entry written meanwhile is then in the database but not yet expected.
  const mirror = await readMirror(database.dataDir);
  const noted = await head(database.queries);
  const chain = followChain();
  const problems: AuditProblem[] = [];
  let entries = 0;
  let atNoted = "";
  for await (const entry of entriesAfter(database.queries, 0)) {
    entries += 1;
    chain.add(entry);
    if (entry.seq === noted.seq) atNoted = entry.hash;
    const seen = mirror.get(entry.seq);
    if (seen && (seen.size > 1 || !seen.has(entry.hash)))
      problems.push({ seq: entry.seq, kind: "differs-from-mirror" });
    mirror.delete(entry.seq);
  }
  if (atNoted !== noted.hash) problems.push({ seq: noted.seq, kind: "head-differs" });
  for (const seq of [...mirror.keys()].sort((a, b) => a - b))
    problems.push({ seq, kind: "only-in-mirror" });
  const all = [...chain.problems, ...problems].sort((a, b) => a.seq - b.seq);
  return { ok: all.length === 0, entries, head: { ...chain.head }, problems: all };
}
