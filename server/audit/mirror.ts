import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type AuditEntry, auditEntry } from "./chain.ts";

/**
 * The log beside the database, one JSON line an entry: a restored or rolled back database then
 * lacks what the mirror still tells. Lines of several processes may come out of order; seq orders
 * them.
 */
export function mirrorPath(dataDir: string): string {
  return join(dataDir, "audit.jsonl");
}

/** One write a call: lines of two processes do not mix. */
export async function appendToMirror(
  dataDir: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  const file = await open(mirrorPath(dataDir), "a+", 0o600);
  try {
    await file.appendFile(`${(await endsInLine(file)) ? "" : "\n"}${lines}`);
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

/** Hash by sequence number; a number written twice with two hashes keeps both. */
export async function readMirror(dataDir: string): Promise<Map<number, Set<string>>> {
  const found = new Map<number, Set<string>>();
  if (!existsSync(mirrorPath(dataDir))) return found;
  const lines = createInterface({
    input: createReadStream(mirrorPath(dataDir)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    const entry = parse(line);
    if (!entry) continue;
    const known = found.get(entry.seq) ?? new Set<string>();
    found.set(entry.seq, known.add(entry.hash));
  }
  return found;
}

/** A line cut short by a power failure is no entry; the next catch-up writes it again. */
function parse(line: string): AuditEntry | undefined {
  try {
    return auditEntry.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
