import { catchUpMirror } from "../audit/audit.ts";
import { openLooks } from "../audit/looks.ts";
import { keepOldFilings } from "../claims/filing.store.ts";
import { openJobs } from "../jobs/registry.ts";
import { sweepScratch } from "../loading/data-folder/scratch.ts";
import { takeOutLeftovers } from "../loading/leftovers.ts";
import { checkWatched, watchFolder } from "../loading/watched/watch-folder.ts";
import type { Database } from "../neo4j/database.ts";
import { openBackoff } from "../users/backoff.ts";
import { makeApp } from "./app.ts";
import { watchAudit } from "./audit-watch.ts";
import { draftsFollow } from "./groups.ts";
import { listen } from "./listen.ts";
import { openLog } from "./log.ts";
import { listenForMetrics, openMetrics } from "./metrics.ts";

export interface ServeOptions {
  readonly host: string;
  /** undefined = the usual port, or another where that is taken. */
  readonly port: number | undefined;
  /** Proxies of ours in front of the server, which speak https to the reader. */
  readonly proxies: number;
  /** A folder whose files are loaded as they come; undefined = none. */
  readonly watch?: string | undefined;
  /** Port of the figures for Prometheus, on loopback; undefined = none. */
  readonly metricsPort?: number | undefined;
  /** Sentences for the terminal. */
  readonly tell?: (line: string) => void;
}

export interface Served {
  readonly address: string;
  readonly port: number;
  readonly metricsPort: number | undefined;
  /** Requests, then jobs; the database is the caller's. */
  close(): Promise<void>;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** The API and the web app on an open database. */
export async function serve(database: Database, options: ServeOptions): Promise<Served> {
  await catchUpMirror(database);
  await sweepScratch(database.dataDir);
  const kept = await keepOldFilings(database, Date.now());
  const watched =
    options.watch === undefined ? undefined : await checkWatched(options.watch, database.dataDir);
  const log = openLog(database.dataDir);
  const jobs = openJobs({
    onFault: (error, job) => log.error({ error, job: job.kind }, "job failed"),
  });
  if (kept > 0) log.info({ kept }, "claims filed by an older version keep what was filed");
  const loopback = isLoopback(options.host) && options.proxies === 0;
  const looks = openLooks(database);
  const { metricsPort } = options;
  const metrics = metricsPort === undefined ? undefined : openMetrics(database, jobs);
  const app = makeApp({
    database,
    looks,
    metrics,
    jobs,
    backoff: openBackoff(),
    log,
    loopback,
    secure: !loopback,
    proxies: options.proxies,
  });
  const listening = await listen(app, options.host, options.port);
  let measured: Awaited<ReturnType<typeof listenForMetrics>> | undefined;
  let stopAudit: () => void;
  try {
    if (metrics !== undefined && metricsPort !== undefined)
      measured = await listenForMetrics(metrics, metricsPort);
    stopAudit = await watchAudit(database, log, options.tell ?? (() => {}));
  } catch (error) {
    // Whoever still listens would keep the program alive, without a word and without a database.
    measured?.close();
    await Promise.all([listening.close(), jobs.close(), looks.close().catch(() => {})]);
    throw error;
  }
  const stopWatching = database.onState((state, message) => log.info({ database: state, message }));
  const leave = new AbortController();
  const tell = (line: string) => {
    log.info({ told: line });
    options.tell?.(line);
  };
  const cleaning = cleanUp(database, tell).catch((error) => log.error({ error }, "leftovers"));
  const watching =
    watched === undefined
      ? undefined
      : watchFolder(
          { database, jobs, changed: draftsFollow({ database }) },
          { folder: watched, signal: leave.signal, tell },
        );
  return {
    port: listening.port,
    metricsPort: measured?.port,
    address: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${listening.port}/`,
    close: async () => {
      leave.abort();
      measured?.close();
      await Promise.all([listening.close(), jobs.close(), watching, cleaning]);
      stopWatching();
      stopAudit();
      await looks.close().catch((error) => log.error({ error }, "looks not sealed"));
      log.flush();
    },
  };
}

/** Takes out what a killed load left, while people work already. */
async function cleanUp(database: Database, tell: (line: string) => void): Promise<void> {
  const left = await takeOutLeftovers(database, { at: Date.now() });
  const [first] = left;
  if (first === undefined) return;
  await draftsFollow({ database })(first.loadedBy);
  for (const { fileName } of left)
    tell(`The load of ${fileName} was cut off; nothing of it stays. Load the file again.`);
}
