import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Address, type Connection, connect, errorCode, homeOf, ping } from "./connection.ts";
import { requireDiskSpace } from "./disk.ts";
import type { Engine } from "./engine.ts";
import { explainFailure, passwordLost, sizeOf, storeDamaged } from "./faults.ts";
import { setFirstPassword } from "./first-password.ts";
import { type DatabaseFolder, readIfThere, type ServerRecord, writeServer } from "./folder.ts";
import { freePort } from "./ports.ts";
import {
  identify,
  isAlive,
  type ProcessIdentity,
  processesWith,
  signal,
  waitForEnd,
} from "./processes.ts";
import { configuration, jvmOptions } from "./settings.ts";

/** The only database of Neo4j Community that holds our data. */
const DATABASE = "neo4j";

export function addressOf(record: ServerRecord, secret: string): Address {
  return {
    uri: `bolt://127.0.0.1:${record.port}`,
    user: "neo4j",
    password: secret,
    database: DATABASE,
  };
}

/**
 * Starts the server of a folder and waits until its database answers. The caller holds the folder's
 * lock. The last port is taken again when free, so that clients of a restarted server find it.
 */
export async function startServer(
  folder: DatabaseFolder,
  engine: Engine,
  lastPort?: number,
): Promise<ServerRecord> {
  await requireDiskSpace(folder.dataDir);
  const secret = await setFirstPassword(folder);
  let port = await freePort(lastPort);
  for (let attempt = 1; ; attempt++) {
    const logBegin = await sizeOf(folder.debugLog);
    const record = await launch(folder, engine, port);
    try {
      await waitUntilReady(folder, engine, record, secret, logBegin);
      return record;
    } catch (error) {
      await stopServer(record);
      // Someone else took the port between our look and the server's.
      const taken =
        error instanceof OtherDatabase ||
        /address already in use|BindException/i.test((await readIfThere(folder.consoleLog)) ?? "");
      if (!taken || attempt === 3) throw error;
      port = await freePort();
    }
  }
}

/** Another folder's database answers at the port. */
class OtherDatabase extends Error {}

/** True when it is this folder's own server that answers. */
export async function isOwn(folder: DatabaseFolder, connection: Connection): Promise<boolean> {
  const [own, other] = await Promise.all([realpath(folder.home), homeOf(connection)]);
  return own === (await realpath(other).catch(() => other));
}

const ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint";

function homeWord(folder: DatabaseFolder): string {
  return `--home-dir=${folder.home}`;
}

/**
 * Stops every server of the folder, known or not: a process killed between starting one and noting
 * it leaves a server nobody knows. The caller holds the lock.
 */
export async function stopAll(folder: DatabaseFolder, patience?: number): Promise<void> {
  for (const found of processesWith([`${ENTRY_POINT} ${homeWord(folder)} `]))
    await stopServer(found, patience);
}

/**
 * Neo4j's boot command forks the server and can die without it. We start the forked program itself,
 * so the process we know is the database. It gets a session of its own: Ctrl-C in a terminal
 * reaches us, and we stop it in order.
 */
async function launch(folder: DatabaseFolder, engine: Engine, port: number): Promise<ServerRecord> {
  const conf = join(folder.home, "conf");
  await writeFile(join(conf, "neo4j.conf"), configuration(port, engine.memory), { mode: 0o600 });
  const console_ = await open(folder.consoleLog, "w", 0o600);
  try {
    const child = spawn(
      engine.java.path,
      [
        ...jvmOptions(engine.memory),
        ...engine.classes,
        "-cp",
        // The archive of classes holds for exactly these words.
        `${engine.jars}/*`,
        ENTRY_POINT,
        homeWord(folder),
        `--config-dir=${conf}`,
        "--console-mode",
      ],
      {
        detached: true,
        stdio: ["ignore", console_.fd, console_.fd],
        cwd: folder.home,
        env: environment(folder.home),
      },
    );
    await once(child, "spawn");
    child.unref();
    const identity = child.pid === undefined ? undefined : identify(child.pid);
    if (identity === undefined) throw await explainFailure(folder, await sizeOf(folder.debugLog));
    const record = { ...identity, port };
    await writeServer(folder, record);
    return record;
  } finally {
    await console_.close();
  }
}

function environment(home: string): NodeJS.ProcessEnv {
  // A password or address meant for us must not reach the server's own settings.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("NEO4J_"));
  return { ...Object.fromEntries(kept), NEO4J_HOME: home };
}

/**
 * Waits as long as the process lives and makes progress: replaying a large log may take minutes.
 */
async function waitUntilReady(
  folder: DatabaseFolder,
  engine: Engine,
  record: ServerRecord,
  secret: string,
  logBegin: number,
): Promise<void> {
  const connection = connect(addressOf(record, secret));
  const begun = performance.now();
  let told = begun;
  let unavailableSince: number | undefined;
  try {
    for (;;) {
      try {
        await ping(connection);
        if (await isOwn(folder, connection)) return;
        throw new OtherDatabase(`port ${record.port} is another database's`);
      } catch (error) {
        if (error instanceof OtherDatabase) throw error;
        if (!isAlive(record)) throw await explainFailure(folder, logBegin);
        const code = errorCode(error);
        if (code === "Neo.ClientError.Security.Unauthorized") throw passwordLost(folder, error);
        if (code.endsWith(".DatabaseUnavailable")) {
          unavailableSince ??= performance.now();
          // The server is up but the database is not: either it still replays its log, or it gave
          // up.
          const reason =
            performance.now() - unavailableSince > 3_000
              ? await whyOffline(record, secret)
              : undefined;
          if (reason !== undefined) throw storeDamaged(folder, reason, error);
        }
      }
      if (performance.now() - told > 15_000) {
        told = performance.now();
        engine.log(`Neo4j is still starting (${Math.round((told - begun) / 1000)} s) …`);
      }
      await pause(100);
    }
  } finally {
    await connection.close();
  }
}

const statusRow = z.object({ status: z.string(), message: z.string() });

async function whyOffline(record: ServerRecord, secret: string): Promise<string | undefined> {
  const system = connect({ ...addressOf(record, secret), database: "system" });
  try {
    const [row] = await system.queries.autoCommit(
      "support/database-status",
      { database: DATABASE },
      statusRow,
    );
    return row !== undefined && row.status !== "online" && row.message !== ""
      ? row.message
      : undefined;
  } catch {
    return undefined;
  } finally {
    await system.close();
  }
}

/** Stops the server in order, and by force when it does not listen (on a full disk it cannot). */
export async function stopServer(record: ProcessIdentity, patience = 60_000): Promise<void> {
  signal(record, "SIGTERM");
  if (await waitForEnd(record, patience)) return;
  signal(record, "SIGKILL");
  await waitForEnd(record, 10_000);
}
