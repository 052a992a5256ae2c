import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../errors/user-error.ts";
import { type DatabaseFolder, readIfThere } from "./folder.ts";

export function storeDamaged(folder: DatabaseFolder, reason: string, cause?: unknown): UserError {
  return new UserError({
    code: "store-damaged",
    message: `The database in ${folder.home} does not open: ${firstSentence(reason)} Nothing was changed in it.`,
    remedy:
      "Restore the last backup with: dropper-graph restore FILE. Do not delete files of the database: " +
      `they may still be saved by a specialist. The whole cause is in ${folder.debugLog}.`,
    status: 503,
    cause,
  });
}

export function passwordLost(folder: DatabaseFolder, cause: unknown): UserError {
  return new UserError({
    code: "database-password-lost",
    message: `The database in ${folder.home} does not accept the password kept in ${join(folder.home, "password")}.`,
    remedy:
      "Put back the password file that belongs to this database, or restore a backup: dropper-graph restore FILE.",
    status: 503,
    cause,
  });
}

/** Why the server's process ended by itself, from its own logs. */
export async function explainFailure(folder: DatabaseFolder): Promise<UserError> {
  const console_ = (await readIfThere(folder.consoleLog)) ?? "";
  const debug = await tail(folder.debugLog, 200_000);
  const text = `${console_}\n${debug}`;
  if (/No space left on device|disk is full/i.test(text)) {
    return new UserError({
      code: "disk-full",
      message: `The disk of ${folder.dataDir} filled up while Neo4j was starting. What was saved is safe.`,
      remedy: "Free some space on that disk and start again.",
      status: 507,
    });
  }
  if (/store_lock|Lock file has been locked by another process/i.test(text)) {
    return new UserError({
      code: "store-locked",
      message: `Another Neo4j server has the database in ${folder.home} open.`,
      remedy: "Stop that server, or use another data folder with --data.",
      status: 503,
    });
  }
  if (/OutOfMemoryError|Could not reserve enough space|insufficient memory/i.test(text)) {
    return new UserError({
      code: "memory-short",
      message: "Neo4j did not get the memory it asked for.",
      remedy: "Close other programs, or give it less: DROPPER_GRAPH_HEAP_MB=512.",
      status: 503,
    });
  }
  const cause = /Caused by: [\w.$]+: (.+)/.exec(text)?.[1] ?? /ERROR\s+(.+)/.exec(text)?.[1];
  return new UserError({
    code: "neo4j-not-started",
    message: `Neo4j stopped while starting: ${firstSentence(cause ?? "it gave no reason.")}`,
    remedy: `The whole cause is in ${folder.consoleLog} and ${folder.debugLog}. A backup can be restored with: dropper-graph restore FILE.`,
    status: 503,
  });
}

async function tail(path: string, bytes: number): Promise<string> {
  const text = existsSync(path) ? await readFile(path, "utf8") : "";
  return text.slice(-bytes);
}

function firstSentence(text: string): string {
  const line = text.split("\n")[0]?.trim().slice(0, 300) ?? "";
  return line.endsWith(".") ? line : `${line}.`;
}
