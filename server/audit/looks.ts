import { createHash, createHmac } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../errors/user-error.ts";
import { compactAccountNumber } from "../identity/iban.ts";
import { dataSecret } from "../neo4j/data-secret.ts";
import type { Database } from "../neo4j/database.ts";
import { writeEntry } from "./acts.ts";
import { entriesAfter } from "./audit.store.ts";

/** Somebody looked at data of people. */
export interface Look {
  readonly who: string;
  /** The question's name in the contract: "account", "search". */
  readonly what: string;
  /** Numbers of accounts, IINs and words asked for; only their keyed hashes are kept. */
  readonly whom: readonly string[];
  readonly case: string | null;
  /** The ground that the person gave, where he looks at people outside his cases. */
  readonly why?: string;
  /** The name of the script's token, where no person sat there. */
  readonly token?: string;
}

const lookLine = z.object({
  at: z.number(),
  who: z.string(),
  what: z.string(),
  whom: z.array(z.string()),
  case: z.string().nullable(),
  why: z.string().optional(),
  token: z.string().optional(),
});
export type LookLine = z.infer<typeof lookLine>;

export interface Looks {
  /** On the disk before it returns. UserError "audit-unwritable": then nothing may be shown. */
  note(look: Look): Promise<void>;
  /** Puts the hash of what was noted since into the audit chain. */
  seal(): Promise<void>;
  /** Seals, and gives the file back. */
  close(): Promise<void>;
}

type AuditedDatabase = Pick<Database, "queries" | "dataDir">;

/** The same look of the same person within this time is one line; then the file is sealed anew. */
const GROUPED = 60_000;
const MOST_WHOM = 200;

export function looksFolder(dataDir: string): string {
  return join(dataDir, "looks");
}

/**
 * Looks are lines of a file of this process, one file a day. Every minute the hash of the new lines
 * becomes one entry of the audit chain ("looks"), so that a look costs no transaction and still
 * cannot be changed unnoticed. docs/decisions/067-looks-are-sealed-in-groups.md.
 */
export function openLooks(database: AuditedDatabase): Looks {
  const { dataDir } = database;
  let day = "";
  let file: FileHandle | null = null;
  let name = "";
  let secret: Promise<Buffer> | undefined;
  let group = { since: 0, seen: new Set<string>(), lines: [] as string[], from: 0 };
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  let sealing: Promise<void> = Promise.resolve();

  const openFile = async (at: number) => {
    const today = new Date(at).toISOString().slice(0, 10);
    if (file !== null && today === day) return file;
    await seal();
    await file?.close();
    await mkdir(looksFolder(dataDir), { recursive: true, mode: 0o700 });
    name = `${today}.${process.pid}.${at}.jsonl`;
    file = await open(join(looksFolder(dataDir), name), "ax", 0o600);
    [day, group] = [today, { since: at, seen: new Set(), lines: [], from: 0 }];
    return file;
  };
  const flush = async (at: number) => {
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return;
    const handle = await openFile(at);
    await handle.appendFile(lines.join(""));
    group.lines.push(...lines);
  };
  /** One write after the other; what comes while one runs goes with the next. */
  const written = (at: number) => {
    writing = writing.catch(() => {}).then(() => flush(at));
    return writing;
  };
  const sealGroup = async () => {
    const { lines, from } = group;
    if (lines.length === 0) return;
    const bytes = Buffer.from(lines.join(""));
    const to = from + bytes.length;
    group = { since: Date.now(), seen: new Set(), lines: [], from: to };
    const details = { file: name, from, to, lines: lines.length, sha256: hashOf(bytes) };
    try {
      await writeEntry(database, { who: "server", what: "looks", details });
    } catch (error) {
      // The next seal takes them along.
      group = { ...group, lines: [...lines, ...group.lines], from };
      throw error;
    }
  };
  /** One after the other: each begins where the last one ended. */
  const seal = () => {
    sealing = sealing.catch(() => {}).then(sealGroup);
    return sealing;
  };
  return {
    note: async (look) => {
      const at = Date.now();
      // Nobody waits for it: what cannot be sealed now is sealed with the next minute.
      if (at - group.since > GROUPED && group.lines.length > 0) void seal().catch(() => {});
      secret ??= dataSecret(dataDir, "looks");
      const key = await secret;
      const whom = [...new Set(look.whom.slice(0, MOST_WHOM).map((one) => keyedHash(key, one)))];
      const told = JSON.stringify({ ...look, whom });
      if (group.seen.has(told)) return;
      waiting.push(`${JSON.stringify({ at, ...look, whom })}\n`);
      try {
        await written(at);
      } catch (cause) {
        throw unwritable(dataDir, cause);
      }
      group.seen.add(told);
    },
    seal,
    close: async () => {
      await writing.catch(() => {});
      await seal();
      await file?.close();
      file = null;
    },
  };
}

/** Everybody who looked at an account, an IIN or a word, oldest first. */
export async function looksAt(dataDir: string, whom: string): Promise<LookLine[]> {
  const hash = keyedHash(await dataSecret(dataDir, "looks"), whom);
  const found: LookLine[] = [];
  for (const name of await looksFiles(dataDir)) {
    const text = await readFile(join(looksFolder(dataDir), name), "utf8");
    for (const line of text.split("\n")) {
      if (!line.includes(hash)) continue;
      const read = readLookLine(line);
      if (read !== null) found.push(read);
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The act by which a file of looks was destroyed after its term; its target is the file. */
export const LOOKS_DESTROYED = "looks-destroyed";

/** Files of looks that are not what the chain sealed: changed, cut, or gone without an entry. */
export async function changedLooks(database: AuditedDatabase): Promise<string[]> {
  const changed = new Set<string>();
  const known = new Map<string, Buffer | null>();
  const destroyed = new Set<string>();
  for await (const { what, target, details } of entriesAfter(database.queries, 0)) {
    if (what === LOOKS_DESTROYED) destroyed.add(target);
    if (what !== "looks") continue;
    const { file, from, to, sha256 } = sealed.parse(JSON.parse(details));
    if (!known.has(file)) {
      const path = join(looksFolder(database.dataDir), file);
      known.set(file, await readFile(path).catch(() => null));
    }
    const bytes = known.get(file) ?? null;
    if (bytes === null || hashOf(bytes.subarray(from, to)) !== sha256) changed.add(file);
  }
  return [...changed].filter((file) => !destroyed.has(file) || known.get(file) !== null);
}

const sealed = z.object({
  file: z.string().regex(/^[\w.-]+$/),
  from: z.number(),
  to: z.number(),
  sha256: z.string(),
});

/** One line of a file; null where a crash cut it short. */
export function readLookLine(line: string): LookLine | null {
  try {
    return lookLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Names of the files of looks, the oldest first. */
export async function looksFiles(dataDir: string): Promise<string[]> {
  const names = await readdir(looksFolder(dataDir)).catch(() => []);
  return names.filter((name) => name.endsWith(".jsonl")).sort();
}

/** The same for an account however it is written; nobody gets the number back without the key. */
export function keyedHash(key: Buffer, text: string): string {
  const plain = compactAccountNumber(text.normalize("NFC"));
  return createHmac("sha256", key).update(plain).digest("hex").slice(0, 32);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function unwritable(dataDir: string, cause: unknown): UserError {
  return new UserError({
    code: "audit-unwritable",
    status: 503,
    message: `The log of looks in ${looksFolder(dataDir)} cannot be written, so nothing is shown.`,
    remedy: "An admin makes room on the disk or mends the folder's permissions; then try again.",
    cause,
  });
}
