import { access, constants, realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { asAct, auditedDatabase } from "../../audit/acts.ts";
import { isUserError, UserError } from "../../errors/user-error.ts";
import type { Jobs } from "../../jobs/jobs.ts";
import type { Database } from "../../neo4j/database.ts";
import { load } from "../load.ts";
import type { LoadProgress } from "../load-options.ts";
import { failedFile, type LoadedFile } from "../load-result.ts";
import { type Entry, foundEntries } from "./found-entries.ts";
import { putAway } from "./put-away.ts";

export interface WatchOptions {
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Sentences for the terminal and the log. */
  readonly tell: (line: string) => void;
  /** Milliseconds between two looks; an entry is taken when two looks find it the same. */
  readonly every?: number;
}

export interface WatchDependencies {
  readonly database: Database;
  readonly jobs: Jobs;
  /** Called when the data have changed: what follows from them is worked out anew. */
  readonly changed: (by: string) => Promise<void>;
}

/** Login under which the files of the folder stand in the list of sources. */
export const WATCHED = "watched folder";
const EVERY = 5_000;

/** UserError where the folder cannot be watched: not there, not writable, or mixed with our own. */
export async function checkWatched(folder: string, dataDir: string): Promise<string> {
  const path = resolve(folder);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw notWatchable(`${path} is not a folder.`, "Make it, or name another with --watch.");
  await access(path, constants.R_OK | constants.W_OK).catch(() => {
    throw notWatchable(
      `${path} cannot be written to by this program.`,
      "Let its user read and write the folder: loaded files are moved inside it.",
    );
  });
  const [real, data] = [await realpath(path), await realpath(dataDir)];
  if (isWithin(real, data) || isWithin(data, real))
    throw notWatchable(
      `${path} and the data folder ${dataDir} lie one inside the other.`,
      "Watch a folder apart from the data folder.",
    );
  return real;
}

/**
 * Loads what is put into the folder, one entry after the other, until the signal ends it. What the
 * database or the disk prevents stays where it is and is tried again; what the file itself prevents
 * is moved away with the reason.
 */
export async function watchFolder(
  { database, jobs, changed }: WatchDependencies,
  options: WatchOptions,
): Promise<void> {
  const { folder, signal, every = EVERY } = options;
  // A file name may hold what a terminal obeys.
  const tell = (line: string) => options.tell(line.replace(/\p{Cc}/gu, "\ufffd"));
  /** States seen at the last look, and those that could not be moved away. */
  let seen = new Map<string, string>();
  const stuck = new Map<string, string>();
  while (!signal.aborted) {
    const entries = await foundEntries(folder).catch((error: unknown) => {
      tell(`The watched folder ${folder} cannot be read: ${wordsOf(error)}`);
      return [];
    });
    for (const entry of entries) {
      if (signal.aborted) return;
      const isStable = seen.get(entry.name) === entry.state;
      if (!isStable || stuck.get(entry.name) === entry.state) continue;
      if (!(await take(entry))) stuck.set(entry.name, entry.state);
    }
    seen = new Map(entries.map(({ name, state }) => [name, state]));
    await pause(every, undefined, { signal }).catch(() => undefined);
  }

  /** False where the entry stays and is not to be tried again as it is. */
  async function take(entry: Entry): Promise<boolean> {
    const files = await loaded(entry);
    if (files === "again") return true;
    if (files === "cancelled") {
      tell(
        `${entry.name}: the load was cancelled; it is taken when it changes or at the next start.`,
      );
      return false;
    }
    try {
      const day = new Date().toISOString().slice(0, 10);
      tell(`${entry.name}: now in ${await putAway(folder, entry, files, day)}`);
      return true;
    } catch (error) {
      tell(`${entry.name} was read, but it cannot be moved away: ${wordsOf(error)}`);
      return false;
    }
  }

  /** What became of each file of the entry. */
  async function loaded(entry: Entry): Promise<readonly LoadedFile[] | "again" | "cancelled"> {
    let failure: unknown;
    let files: readonly LoadedFile[] | undefined;
    const { id } = jobs.start(
      { kind: "load", title: entry.name, startedBy: WATCHED },
      async (job) => {
        try {
          const options = {
            loadedBy: WATCHED,
            apart: true,
            signal: job.signal,
            report: ({ phase, rows, totalRows }: LoadProgress) =>
              job.report({ phase, done: rows, total: totalRows, unit: "rows" }),
          };
          const result = await asAct(database, { who: WATCHED, what: "load" }, () =>
            load(auditedDatabase(database), [entry.path], options),
          );
          files = result.files;
          await changed(WATCHED);
          return result;
        } catch (error) {
          failure = error;
          throw error;
        }
      },
    );
    const stop = () => jobs.cancel(id);
    signal.addEventListener("abort", stop, { once: true });
    const job = await jobs.ended(id);
    signal.removeEventListener("abort", stop);
    if (files !== undefined) return files;
    if (job?.state === "cancelled") return signal.aborted ? "again" : "cancelled";
    if (isUserError(failure) && failure.status < 500)
      return [failedFile({ name: entry.name, path: entry.path, bytes: 0 }, undefined, failure)];
    tell(`${entry.name} is tried again later: ${wordsOf(failure)}`);
    return "again";
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(/^\.\.(?:$|[\\/])/.test(way) || isAbsolute(way));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function notWatchable(message: string, remedy: string): UserError {
  return new UserError({ code: "folder-not-watchable", message, remedy });
}
