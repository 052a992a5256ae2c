import { createHash } from "node:crypto";
import { rename } from "node:fs/promises";
import type { Database } from "../neo4j/database.ts";
import { writeEntry } from "./acts.ts";
import { entriesAfter, head } from "./audit.store.ts";
import {
  type AuditEntry,
  type AuditEvent,
  type AuditProblem,
  followChain,
  hashOf,
} from "./chain.ts";
import { type Checkpoint, keptCheckpoints } from "./checkpoints.ts";
import { appendToMirror, mirrorPath, readMirror } from "./mirror.ts";

type AuditedDatabase = Pick<Database, "queries" | "dataDir">;

/**
 * Writes down that somebody did something: in the chain and in the mirror. Throws when it cannot;
 * then nothing must go out.
 */
export function audit(database: AuditedDatabase, event: AuditEvent): Promise<AuditEntry> {
  return writeEntry(database, event);
}

/**
 * Writes entries into the mirror that a crash kept from it between the commit and the line: those
 * that the mirror announces. Any other difference is an alarm (verifyAudit), never mended here.
 * Called at start.
 */
export async function catchUpMirror(database: AuditedDatabase): Promise<number> {
  const { entries, announced } = await readMirror(database.dataDir);
  const unwritten = [...announced.keys()].filter((seq) => !entries.has(seq));
  if (unwritten.length === 0) return 0;
  const before = unwritten.reduce((least, seq) => Math.min(least, seq)) - 1;
  const lacking: AuditEntry[] = [];
  for await (const entry of entriesAfter(database.queries, before))
    if (!entries.has(entry.seq) && announced.get(entry.seq)?.has(entry.hash)) lacking.push(entry);
  await appendToMirror(database.dataDir, lacking);
  return lacking.length;
}

export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: number;
  /** Whoever notes it down can tell later whether anything up to it was changed. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly problems: readonly AuditProblem[];
  /** Set where these very problems have been answered by a person. */
  readonly answer: { readonly who: string; readonly at: number; readonly reason: string } | null;
}

/** The entry by which a person answers an alarm. */
const ANSWERED = "audit-alarm-answered";

/**
 * Recomputes the whole chain and compares it with the mirror and with checkpoints: changed,
 * missing, reordered and cut-off entries are found, an edited, cut, lengthened or missing mirror,
 * and a database rolled back behind its mirror or behind a checkpoint, together with the mirror
 * too. Not proof against somebody who rewrites all three; a checkpoint kept elsewhere (`anchors`)
 * shows that as well.
 */
export async function verifyAudit(
  database: AuditedDatabase,
  anchors: readonly Pick<Checkpoint, "seq" | "hash">[] = [],
): Promise<AuditVerdict> {
  // In this order: what is committed was announced before, and an entry written meanwhile is in the
  // database but not yet expected in the mirror.
  const settled = (await head(database.queries)).seq;
  const mirror = await readMirror(database.dataDir);
  const checkpoints = [...(await keptCheckpoints(database.dataDir)), ...anchors];
  const noted = await head(database.queries);
  const expected = new Map<number, Set<string>>();
  for (const { seq, hash } of checkpoints)
    if (seq > 0) expected.set(seq, (expected.get(seq) ?? new Set<string>()).add(hash));
  const chain = followChain();
  const problems: AuditProblem[] = [];
  const answers = new Map<string, NonNullable<AuditVerdict["answer"]>>();
  let entries = 0;
  let atNoted = "";
  for await (const entry of entriesAfter(database.queries, 0)) {
    entries += 1;
    chain.add(entry);
    if (entry.seq === noted.seq) atNoted = entry.hash;
    const seen = mirror.entries.get(entry.seq);
    // A changed entry is told by the chain; a mirror made after the answer holds it as it is.
    const same = seen?.has(entry.hash) || seen?.has(hashOf(entry));
    if (seen && (seen.size > 1 || !same))
      problems.push({ seq: entry.seq, kind: "differs-from-mirror" });
    if (!seen && entry.seq <= settled && !mirror.announced.get(entry.seq)?.has(entry.hash))
      problems.push({ seq: entry.seq, kind: "not-in-mirror" });
    mirror.entries.delete(entry.seq);
    if (entry.what === ANSWERED) noteAnswer(entry, answers);
    const signed = expected.get(entry.seq);
    if (signed && (signed.size > 1 || !signed.has(entry.hash)))
      problems.push({ seq: entry.seq, kind: "differs-from-checkpoint" });
    expected.delete(entry.seq);
  }
  if (atNoted !== noted.hash) problems.push({ seq: noted.seq, kind: "head-differs" });
  for (const seq of mirror.entries.keys()) problems.push({ seq, kind: "only-in-mirror" });
  for (const seq of expected.keys()) problems.push({ seq, kind: "missing-at-checkpoint" });
  const all = distinct([...chain.problems, ...problems]);
  const answer = all.length === 0 ? null : (answers.get(digestOf(all)) ?? null);
  const ok = all.length === 0 || answer !== null;
  return { ok, entries, head: { ...chain.head }, problems: all, answer };
}

/** Kinds that a new mirror takes away; the others are of the chain itself and stay. */
const OF_THE_MIRROR: ReadonlySet<AuditProblem["kind"]> = new Set([
  "differs-from-mirror",
  "only-in-mirror",
  "not-in-mirror",
]);

/**
 * A person answers an alarm: who and why stands in the chain, the mirror that differs is kept aside
 * under its own name, and a new one begins. The same problems are no alarm from then on. Returns
 * where the old mirror is.
 */
export async function answerAlarm(
  database: AuditedDatabase,
  who: string,
  reason: string,
): Promise<{ readonly problems: number; readonly aside: string | null }> {
  const { problems, head: place } = await verifyAudit(database);
  if (problems.length === 0) return { problems: 0, aside: null };
  const left = problems.filter(({ kind }) => !OF_THE_MIRROR.has(kind));
  const details = { problems: problems.length, left: digestOf(left), reason };
  await writeEntry(database, { who, what: ANSWERED, details });
  const aside = `${mirrorPath(database.dataDir)}.until-${place.seq}-${Date.now()}`;
  await rename(mirrorPath(database.dataDir), aside);
  const entries: AuditEntry[] = [];
  for await (const entry of entriesAfter(database.queries, 0)) entries.push(entry);
  await appendToMirror(database.dataDir, entries);
  return { problems: problems.length, aside };
}

function noteAnswer(
  { who, at, details }: AuditEntry,
  answers: Map<string, NonNullable<AuditVerdict["answer"]>>,
): void {
  const { left, reason } = JSON.parse(details) as { left?: string; reason?: string };
  if (left !== undefined) answers.set(left, { who, at, reason: reason ?? "" });
}

function distinct(problems: readonly AuditProblem[]): AuditProblem[] {
  const byText = new Map(problems.map((one) => [`${one.seq} ${one.kind}`, one]));
  return [...byText.values()].sort((a, b) => a.seq - b.seq);
}

function digestOf(problems: readonly AuditProblem[]): string {
  const text = problems.map(({ seq, kind }) => `${seq} ${kind}`).join("\n");
  return createHash("sha256").update(text).digest("hex");
}
