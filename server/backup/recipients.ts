import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { UserError } from "../errors/user-error.ts";
import { writeWhole } from "../neo4j/folder.ts";

/**
 * The public keys that backups are encrypted to (age-encryption.org/v1): one a line, "age1…". The
 * secret key stays with the office, never beside the data.
 */
const FILE = "backup-recipients.txt";
const RECIPIENT = /^age1[02-9ac-hj-np-z]{20,}$/;
const IDENTITY = /^AGE-SECRET-KEY-[0-9A-Z]+-?[0-9A-Z]*$/;

/**
 * Makes the office's key pair: the secret key into a new file, the public one beside the data.
 * Returns the public key. UserError "key-file-exists".
 */
export async function makeBackupKey(dataDir: string, path: string): Promise<string> {
  if (existsSync(path))
    throw new UserError({
      code: "key-file-exists",
      message: `${path} is there already; a key is never written over.`,
      remedy: "Name another file, best on a medium that is locked away.",
    });
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await writeFile(
    path,
    `# Secret key for backups of Dropper Graph. It opens every backup made for it.\n# public key: ${recipient}\n${identity}\n`,
    { mode: 0o600, flag: "wx" },
  );
  const known = existsSync(join(dataDir, FILE)) ? await recipientsOf(dataDir) : [];
  await writeWhole(join(dataDir, FILE), `${[...known, recipient].join("\n")}\n`);
  return recipient;
}

/** Public keys of this data folder. UserError "no-backup-key" where it has none. */
export async function recipientsOf(dataDir: string): Promise<string[]> {
  const text = await readFile(join(dataDir, FILE), "utf8").catch(() => "");
  const found = keysIn(text);
  const wrong = found.find((line) => !RECIPIENT.test(line));
  if (wrong !== undefined)
    throw new UserError({
      code: "bad-backup-key",
      message: `${join(dataDir, FILE)} holds "${wrong.slice(0, 20)}…", which is no public key.`,
      remedy: "Each line is a public key that begins with age1; a # begins a remark.",
    });
  if (found.length > 0) return found;
  throw new UserError({
    code: "no-backup-key",
    message: "There is no key that a backup could be encrypted to.",
    remedy:
      "Make one with: dropper-graph backup-key --out FILE, and lock FILE away: it opens the backups.",
  });
}

/** Secret keys of a key file, as backup-key or `age-keygen` writes it. */
export async function identitiesOf(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new UserError({
      code: "no-key-file",
      message: `The key file ${path} cannot be read.`,
      remedy: "Name the file that dropper-graph backup-key wrote.",
      cause,
    });
  });
  const found = keysIn(text);
  if (found.length > 0 && found.every((line) => IDENTITY.test(line))) return found;
  throw new UserError({
    code: "bad-key-file",
    message: `${path} holds no secret key.`,
    remedy: "It is a text with a line that begins with AGE-SECRET-KEY-, as backup-key wrote it.",
  });
}

function keysIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
