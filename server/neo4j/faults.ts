import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { UserError } from "../errors/user-error.ts";
import { type DatabaseFolder, passwordPath, readIfThere } from "./folder.ts";

export function storeDamaged(folder: DatabaseFolder, reason: string, cause?: unknown): UserError {
  return new UserError({
    code: "store-damaged",
    message: `The database in ${folder.home} does not open: ${firstSentence(reason)} Nothing was changed in it.`,
    remedy:
      "Restore the last backup with: dropper-graph restore FILE --key KEYFILE. Do not delete files of the database: " +
      `they may still be saved by a specialist. The whole cause is in ${folder.debugLog}.`,
    status: 503,
    cause,
  });
}

export function passwordLost(folder: DatabaseFolder, cause: unknown): UserError {
  return new UserError({
    code: "database-password-lost",
    message: `The database in ${folder.home} does not accept the password kept in ${passwordPath(folder)}.`,
    remedy:
      "Put back the password file that belongs to this database, or restore a backup: dropper-graph restore FILE --key KEYFILE.",
    status: 503,
    cause,
  });
}

/**
 * Why the server's process ended by itself, from what its logs say since `logBegin` (bytes of
 * debug.log before this start).
 */
export async function explainFailure(folder: DatabaseFolder, logBegin: number): Promise<UserError> {
  const debug = await readLog(folder.debugLog, logBegin);
  return explainLogs(folder, `${(await readIfThere(folder.consoleLog)) ?? ""}\n${debug}`);
}

/** The known causes, each by the words Neo4j and the JVM use for it. */
export function explainLogs(folder: DatabaseFolder, text: string): UserError {
  const explain = (code: string, message: string, remedy: string, status = 503) =>
    new UserError({ code, message, remedy, status });
  if (/No space left on device|disk is full/i.test(text)) {
    return explain(
      "disk-full",
      `The disk of ${folder.dataDir} filled up while Neo4j was starting. What was saved is safe.`,
      "Free some space on that disk and start again.",
      507,
    );
  }
  if (/Lock file has been locked by another process|FileLockException/i.test(text)) {
    return explain(
      "store-locked",
      `Another Neo4j server has the database in ${folder.home} open.`,
      "Stop that server, or use another data folder with --data.",
    );
  }
  if (
    /java\.lang\.OutOfMemoryError|Could not reserve enough space|insufficient memory for the Java Runtime/i.test(
      text,
    )
  ) {
    return explain(
      "memory-short",
      "Neo4j did not get the memory it asked for.",
      "Close other programs, or give it less: DROPPER_GRAPH_HEAP_MB=512.",
    );
  }
  const cause =
    /Caused by: [\w.$]+: (.+)/.exec(text)?.[1] ??
    /ERROR\s+(.+)/.exec(text)?.[1] ??
    /^Unrecognized .+/m.exec(text)?.[0] ??
    /(?:initialization of VM|^Error:)\s+(.+)/m.exec(text)?.[1];
  return explain(
    "neo4j-not-started",
    `Neo4j stopped while starting: ${firstSentence(cause ?? "it gave no reason.")}`,
    `The whole cause is in ${folder.consoleLog} and ${folder.debugLog}. A backup can be restored with: dropper-graph restore FILE --key KEYFILE.`,
  );
}

/** 0 when there is no such file. */
export async function sizeOf(path: string): Promise<number> {
  return existsSync(path) ? (await stat(path)).size : 0;
}

async function readLog(path: string, begin: number): Promise<string> {
  const text = (await readIfThere(path)) ?? "";
  // Shorter than before: Neo4j has begun a new file meanwhile.
  const bytes = Buffer.from(text);
  return (bytes.length < begin ? text : bytes.subarray(begin).toString("utf8")).slice(-200_000);
}

function firstSentence(text: string): string {
  const line = text.split("\n")[0]?.trim().slice(0, 300) ?? "";
  return line.endsWith(".") ? line : `${line}.`;
}
