import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../errors/user-error.ts";
import { openPrivately } from "./private-folder.ts";

/** Where things lie in a data folder. */
export interface DatabaseFolder {
  readonly dataDir: string;
  /** NEO4J_HOME of the managed server. */
  readonly home: string;
  readonly lock: string;
  readonly leases: string;
  readonly consoleLog: string;
  readonly debugLog: string;
}

const serverRecord = z.object({ pid: z.number(), started: z.string(), port: z.number() });
/** The running (or last) server of a folder: its process and its Bolt port. */
export type ServerRecord = z.infer<typeof serverRecord>;

export async function openFolder(
  dataDir: string,
  log: (line: string) => void = () => {},
): Promise<DatabaseFolder> {
  const home = join(dataDir, "neo4j");
  try {
    const opened = await openPrivately(dataDir);
    if (opened > 0)
      log(`Other users could read ${opened} files and folders in ${dataDir}; now only you can.`);
    for (const name of ["conf", "data", "logs"])
      await mkdir(join(home, name), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new UserError({
      code: "data-folder-unusable",
      message: `The data folder ${dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code}).`,
      remedy:
        "Check that it is a folder you own on a disk with room, or choose another with --data.",
      status: 503,
      cause,
    });
  }
  return {
    dataDir,
    home,
    lock: join(home, "lock"),
    leases: join(home, "leases"),
    consoleLog: join(home, "logs/console.log"),
    debugLog: join(home, "logs/debug.log"),
  };
}

export function passwordPath(folder: DatabaseFolder): string {
  return join(folder.home, "password");
}

/** The database's password, made at the first start; readable by this user only. */
export async function password(folder: DatabaseFolder): Promise<string> {
  const path = passwordPath(folder);
  const known = await readIfThere(path);
  if (known !== undefined && known !== "") return known;
  const made = randomBytes(24).toString("hex");
  await writeWhole(path, made);
  return made;
}

export function readServer(folder: DatabaseFolder): Promise<ServerRecord | undefined> {
  return readServerOf(folder.dataDir);
}

/** The same for a data folder that need not exist: nothing is created. */
export async function readServerOf(dataDir: string): Promise<ServerRecord | undefined> {
  const text = await readIfThere(join(dataDir, "neo4j/server.json"));
  if (text === undefined) return undefined;
  // A record cut short by a crash tells nothing: as if there were none.
  try {
    return serverRecord.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function writeServer(folder: DatabaseFolder, record: ServerRecord): Promise<void> {
  await writeWhole(join(folder.home, "server.json"), JSON.stringify(record));
}

/** Beside and renamed: the file appears with its content or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text, { mode: 0o600 });
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
