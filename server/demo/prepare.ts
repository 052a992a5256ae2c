import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listCases, openCase, topCluster } from "../cases/cases.store.ts";
import { openClaims } from "../claims/direct.store.ts";
import { startDetection } from "../detection/run/start-detection.ts";
import { listRuns } from "../detection/store/detection.store.ts";
import { load } from "../loading/load.ts";
import type { Database } from "../neo4j/database.ts";
import { doOfficeWork } from "./office-work.ts";

/**
 * What the demo shows: the committed town loaded, searched, and a case with claims from the
 * strongest cluster.
 */

export interface PrepareOptions {
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
  /** Rows loaded so far; null at the end. */
  readonly progress: (rows: number | null) => void;
}

const WHO = "demo";

/**
 * Does what is not done yet, so that a second demo keeps everything a person changed in the first.
 */
export async function prepareDemo(database: Database, options: PrepareOptions): Promise<void> {
  const { queries } = database;
  await loadTown(database, options);
  options.signal.throwIfAborted();
  if ((await listRuns(queries)).length === 0) {
    options.tell("Looking for droppers …");
    const { result } = await startDetection(database, {
      since: null,
      until: null,
      startedBy: WHO,
      signal: options.signal,
    });
    options.tell(
      `Found ${result.clusters.length} clusters among ${result.ranking.length} accounts.`,
    );
  }
  options.signal.throwIfAborted();
  if ((await listCases(queries)).length === 0) {
    const who = { by: WHO, at: Date.now() };
    const opened = await openCase(queries, { cluster: await topCluster(queries) }, who);
    const claims = await openClaims(queries, opened.id, who);
    options.tell(`Opened case ${opened.id} with ${claims.opened} claims.`);
    await doOfficeWork(database, opened.id, options.signal);
  }
}

async function loadTown(
  database: Database,
  { signal, tell, progress }: PrepareOptions,
): Promise<void> {
  const result = await load(database, [townFolder()], {
    loadedBy: WHO,
    signal,
    warn: tell,
    report: ({ rows }) => progress(rows),
  });
  progress(null);
  if (result.files.some((file) => !file.known))
    tell(`Loaded ${result.loaded} rows of a town that does not exist.`);
}

/** The dump committed with the project, for sources and compiled code alike. */
function townFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, here.includes("/dist/") ? "../../.." : "../..", "fixtures/small");
}
