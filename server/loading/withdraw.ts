import { rm } from "node:fs/promises";
import { cleanText } from "../../contract/clean-text.ts";
import { UserError } from "../errors/user-error.ts";
import { holdsOnSource, refuseHeld } from "../holds/holds.store.ts";
import type { Database } from "../neo4j/database.ts";
import { takeOut } from "./bolt/take-out.store.ts";
import { refusedPath, warnedPath } from "./data-folder/folders.ts";
import { withLoadingLock } from "./data-folder/loading-lock.ts";
import { findSources, type StoredSource, unfinishedSources } from "./sources/sources.store.ts";

/**
 * Refuses where something rests on what the file says; else that does not hold any more from then
 * on, before the file goes.
 */
export type LeaveRoom = (database: Database, source: StoredSource, at: number) => Promise<void>;

/**
 * Takes a loaded file back out, whole; what another source also says stays. `which`: id, beginning
 * of it, or file name. The reason stays with the file in the history. UserError where a legal hold
 * stands on data of the file, or where it leaves no room.
 */
export async function withdraw(
  database: Database,
  which: string,
  options: {
    withdrawnBy: string;
    at: number;
    reason?: string | null;
    leaveRoom?: LeaveRoom | undefined;
  },
): Promise<StoredSource> {
  return withLoadingLock(database, async () => {
    await finishInterrupted(database, options);
    const source = await oneSource(database, which);
    await refuseOnHold(database, source);
    await options.leaveRoom?.(database, source, options.at);
    await takeOut(database.queries, source, {
      by: options.withdrawnBy,
      reason: options.reason == null ? null : cleanText(options.reason).trim(),
      at: options.at,
      state: "withdrawn",
    });
    if (source.refusedFile !== null) await rm(source.refusedFile, { force: true });
    await rm(warnedPath(refusedPath(database.dataDir, source.id)), { force: true });
    return source;
  });
}

/** UserError where a legal hold stands on data of the file. */
export async function refuseOnHold({ queries }: Database, source: StoredSource): Promise<void> {
  refuseHeld(await holdsOnSource(queries, source));
}

/**
 * What a killed load or withdrawal left is taken out again, so that the graph holds whole files
 * only. The caller holds the loading lock, so nothing found here is still being worked on.
 */
export async function finishInterrupted(
  database: Database,
  options: { at: number },
): Promise<StoredSource[]> {
  const unfinished = await unfinishedSources(database.queries);
  for (const source of unfinished) {
    const state = source.state === "loading" ? "failed" : "withdrawn";
    await takeOut(database.queries, source, { by: source.loadedBy, at: options.at, state });
  }
  return unfinished;
}

/**
 * The loaded file of this id, beginning of an id, or file name; none or several are a UserError.
 */
export async function oneSource(database: Database, which: string): Promise<StoredSource> {
  const found = await findSources(database.queries, which);
  const [source] = found;
  if (source !== undefined && found.length === 1) return source;
  if (source === undefined) {
    throw new UserError({
      code: "source-not-found",
      message: `No loaded file is called ${which} or has an id that begins so.`,
      remedy: "dropper-graph withdraw --list shows what is loaded.",
      status: 404,
      params: { source: which },
    });
  }
  throw new UserError({
    code: "source-ambiguous",
    message: `${which} means ${found.length} loaded files: ${found.map((one) => `${one.id.slice(0, 12)} (${one.fileName})`).join(", ")}.`,
    remedy: "Give the id, or enough of its beginning to mean one.",
    status: 409,
    params: { source: which },
  });
}
