import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ADMIN_TOOL } from "./admin.ts";
import { processesWith, signal, waitForEnd } from "./processes.ts";

/**
 * A store that `neo4j-admin database import` was making when everything was killed does not start.
 * A marker beside the store says that one is being made from nothing; where it is found at a start,
 * the half-made store is thrown away.
 */
function markerPath(home: string): string {
  return join(home, "importing");
}

export async function beginImport(home: string): Promise<void> {
  await writeFile(markerPath(home), "", { mode: 0o600 });
}

export async function endImport(home: string): Promise<void> {
  await rm(markerPath(home), { force: true });
}

/** Removes the data of the database; the server makes it anew, empty, at its next start. */
export async function dropStore(home: string): Promise<void> {
  await endOrphans(home);
  for (const part of ["databases", "transactions"]) {
    await rm(join(home, "data", part, "neo4j"), { recursive: true, force: true });
  }
}

/** The caller holds the folder's lock and no server runs. True when something was thrown away. */
export async function dropHalfImport(home: string): Promise<boolean> {
  if (!existsSync(markerPath(home))) return false;
  await dropStore(home);
  await endImport(home);
  return true;
}

/** neo4j-admin outlives a killed parent: it must not go on writing into the new store. */
async function endOrphans(home: string): Promise<void> {
  for (const orphan of processesWith([`${ADMIN_TOOL} database import`, join(home, "../import/")])) {
    signal(orphan, "SIGKILL");
    await waitForEnd(orphan, 10_000);
  }
}
