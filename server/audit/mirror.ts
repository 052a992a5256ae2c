import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { UserError } from "../errors/user-error.ts";
import { type AuditEntry, auditEntry, hashOf } from "./chain.ts";

/**
 * The log beside the database, one JSON line an entry: a restored or rolled back database then
 * lacks what the mirror still has. Lines of several processes may come out of order; seq orders
 * them.
 */
export function mirrorPath(dataDir: string): string {
  return join(dataDir, "audit.jsonl");
}

/**
 * Notes on the disk that entries are about to be committed. Where that cannot be written, nothing
 * must be committed: UserError "audit-unwritable". A note without its entry says nothing, because
 * the commit may have failed; an entry without its note was not written by this program.
 */
export async function announce(
  dataDir: string,
  ...entries: readonly Pick<AuditEntry, "seq" | "hash">[]
): Promise<void> {
  const lines = entries.map(({ seq, hash }) => ({ intent: { seq, hash } }));
  try {
    await appendLines(dataDir, lines, true);
  } catch (cause) {
    throw new UserError({
      code: "audit-unwritable",
      status: 503,
      message: `The audit log ${mirrorPath(dataDir)} cannot be written, so nothing was changed.`,
      remedy: "An admin makes room on the disk or mends the file's permissions; then try again.",
      cause,
    });
  }
}

/** Writes committed entries; one write a call, so that lines of two processes do not mix. */
export async function appendToMirror(
  dataDir: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length > 0) await appendLines(dataDir, entries, false);
}

async function appendLines(
  dataDir: string,
  lines: readonly object[],
  toDisk: boolean,
): Promise<void> {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const file = await open(mirrorPath(dataDir), "a+", 0o600);
  try {
    await file.appendFile(`${(await endsInLine(file)) ? "" : "\n"}${text}`);
    if (toDisk) await file.datasync();
  } finally {
    await file.close();
  }
}

/** False after a write that a crash cut short: the next entry must not be glued to its remains. */
async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === "\n";
}

export interface Mirror {
  /** Hash by sequence number; a number written twice with two hashes keeps both. */
  readonly entries: Map<number, Set<string>>;
  /** The same of entries that were about to be committed. */
  readonly announced: Map<number, Set<string>>;
}

export async function readMirror(dataDir: string): Promise<Mirror> {
  const found: Mirror = { entries: new Map(), announced: new Map() };
  if (!existsSync(mirrorPath(dataDir))) return found;
  const lines = createInterface({
    input: createReadStream(mirrorPath(dataDir)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    const read = parse(line);
    if (read === undefined) continue;
    const announced = "intent" in read;
    const place = announced ? found.announced : found.entries;
    const { seq } = announced ? read.intent : read;
    // The fields of the line count, not the hash it claims: an edited line differs.
    const hash = announced ? read.intent.hash : hashOf(read);
    place.set(seq, (place.get(seq) ?? new Set<string>()).add(hash));
  }
  return found;
}

const mirrorLine = z.union([
  auditEntry,
  z.object({ intent: z.object({ seq: z.number().int(), hash: z.string() }) }),
]);

/** A line cut short by a power failure is no entry; the next catch-up writes it again. */
function parse(line: string): z.infer<typeof mirrorLine> | undefined {
  try {
    return mirrorLine.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
