import { createReadStream, existsSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Database } from "../neo4j/database.ts";
import { head } from "./audit.store.ts";

/**
 * A place of the chain, signed with the office's key. Whoever keeps one elsewhere can tell later
 * whether anything up to it was changed, in the database and its mirror alike.
 */
export const checkpoint = z.object({
  seq: z.number().int().nonnegative(),
  hash: z.string(),
  /** UTC milliseconds. */
  at: z.number().int(),
  /** Ed25519 over `signedText`, base64. */
  signature: z.string(),
  /** SHA-256 of the public key. */
  fingerprint: z.string(),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** The office's key, as far as checkpoints need it. */
export interface CheckpointSigner {
  readonly fingerprint: string;
  sign(bytes: Uint8Array): Buffer;
}

export function signedText({ seq, hash, at }: Pick<Checkpoint, "seq" | "hash" | "at">): Buffer {
  return Buffer.from(`dropper-graph audit checkpoint\n${seq}\n${hash}\n${at}\n`, "utf8");
}

export function checkpointsPath(dataDir: string): string {
  return join(dataDir, "checkpoints.jsonl");
}

/** Signs where the chain stands now and keeps it beside the database. */
export async function makeCheckpoint(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  signer: CheckpointSigner,
  at: number,
): Promise<Checkpoint> {
  const place = { ...(await head(queries)), at };
  const signature = signer.sign(signedText(place)).toString("base64");
  const made = { ...place, signature, fingerprint: signer.fingerprint };
  await appendFile(checkpointsPath(dataDir), `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

/** The checkpoints kept beside the database, oldest first; a line cut short is left out. */
export async function keptCheckpoints(dataDir: string): Promise<Checkpoint[]> {
  if (!existsSync(checkpointsPath(dataDir))) return [];
  const kept: Checkpoint[] = [];
  const lines = createInterface({
    input: createReadStream(checkpointsPath(dataDir)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    const read = checkpoint.safeParse(jsonOf(line));
    if (read.success) kept.push(read.data);
  }
  return kept;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
