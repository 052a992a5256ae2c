import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DatabaseFolder, password, writeWhole } from "./folder.ts";

/** As `neo4j-admin dbms set-initial-password` has it. */
const ITERATIONS = 1024;
const SALT_BYTES = 32;

/**
 * Tells a server that has never run the folder's password; the caller holds the lock. Returns the
 * password. Neo4j's own command for this takes the password as a word of its command line, which
 * every user of the machine can read. So the file is written that the command would write, and that
 * the server takes over into its system database at its first start.
 */
export async function setFirstPassword(folder: DatabaseFolder): Promise<string> {
  const secret = await password(folder);
  const path = join(folder.home, "data/dbms/auth.ini");
  if (existsSync(path) || existsSync(join(folder.home, "data/databases/system"))) return secret;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeWhole(path, `${authLine(secret, randomBytes(SALT_BYTES))}\n`);
  return secret;
}

/** A user of Neo4j's auth file: name, salted and iterated SHA-256, no flags. */
export function authLine(secret: string, salt: Uint8Array): string {
  let digest = createHash("sha256").update(salt).update(secret, "utf8").digest();
  for (let round = 1; round < ITERATIONS; round += 1)
    digest = createHash("sha256").update(digest).digest();
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  return `neo4j:SHA-256,${hex(digest)},${hex(salt)},${ITERATIONS}:`;
}
