import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { isUserError, UserError } from "../errors/user-error.ts";
import { type Neo4jAdmin, openAdmin } from "./admin.ts";
import { isKeptBefore, keepBefore } from "./before-upgrade.ts";
import { type Connection, connect, ping } from "./connection.ts";
import type { Database } from "./database.ts";
import { diskFull, freeBytes, RESERVE } from "./disk.ts";
import type { Engine } from "./engine.ts";
import {
  type DatabaseFolder,
  openFolder,
  password,
  readServer,
  type ServerRecord,
} from "./folder.ts";
import { guardConnection } from "./guarded-connection.ts";
import { dropHalfImport } from "./half-import.ts";
import { countLeases, heldFor, takeLease, withLock } from "./lock.ts";
import { migrate, pendingMigrations } from "./migrations.ts";
import { openEngine } from "./open-engine.ts";
import { isAlive } from "./processes.ts";
import { forgetRotation, rotatePassword, takeUpRotation } from "./rotate-password.ts";
import { addressOf, isOwn, startServer, stopAll, stopServer } from "./server.ts";

interface ManagedSettings {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly whileRecovering: "wait" | "refuse";
  readonly isCopy?: boolean;
}

/** The lock's purpose while the server is stopped on purpose, by this process or another one. */
const ON_PURPOSE = "working on the stopped database";
const STOPPED = "The database is stopped for a backup or a check and comes back by itself.";
const DIED =
  "The database stopped unexpectedly and is being restarted; nothing that was saved is lost.";

/** How often the server's process is looked after. */
const WATCH_EVERY = 250;
/** How long a server that is already there may take to answer before it is replaced. */
const ANSWER_WITHIN = 15_000;

/**
 * Opens the folder's own server: joins a running one, else starts it; watches over it until closed.
 */
export async function openManaged(settings: ManagedSettings): Promise<Database> {
  const folder = await openFolder(settings.dataDir, settings.log);
  const engine = await openEngine(settings.log);
  const opened = await withLock(folder.lock, "opening the database", async () => {
    const record = await joinOrStart(folder, engine);
    const secret = await password(folder);
    await forgetRotation(folder);
    const lease = await takeLease(folder.leases);
    try {
      return { secret, lease, ...(await upgraded(folder, engine, { record, secret }, settings)) };
    } catch (error) {
      await leave(folder, lease);
      throw error;
    }
  });
  let { record: server, secret } = opened;
  const guarded = guardConnection(opened.connection, settings.whileRecovering);
  guarded.set("ready");
  const closing = new AbortController();
  let offline = false;

  const reconnect = async (record: ServerRecord) => {
    server = record;
    const connection = connect(addressOf(record, secret));
    await migrate(connection.queries);
    await guarded.replace(connection);
    guarded.set("ready");
  };
  const restart = () =>
    withLock(folder.lock, "restarting the database", async () => {
      if (!closing.signal.aborted) await reconnect(await joinOrStart(folder, engine));
    });

  const watch = async () => {
    let delay = WATCH_EVERY;
    let nextDiskCheck = 0;
    while (!closing.signal.aborted) {
      await pause(delay, undefined, { signal: closing.signal }).catch(() => {});
      delay = WATCH_EVERY;
      if (closing.signal.aborted || offline) continue;
      try {
        if (guarded.state() === "ready" && isAlive(server)) {
          if (performance.now() < nextDiskCheck) continue;
          nextDiskCheck = performance.now() + 1_000;
          await stopWhenDiskIsFull(folder, server);
          continue;
        }
        const onPurpose = (await heldFor(folder.lock)) === ON_PURPOSE;
        guarded.set("recovering", onPurpose ? STOPPED : DIED);
        settings.log(guarded.message());
        await restart();
        settings.log("The database is back.");
      } catch (error) {
        guarded.set(
          "unavailable",
          isUserError(error)
            ? `${error.message} ${error.remedy}`
            : `The database does not start: ${String(error)}`,
        );
        settings.log(guarded.message());
        delay = 5_000;
      }
    }
  };
  const watching = watch();

  const workOffline = <Result>(work: (admin: Neo4jAdmin) => Promise<Result>) =>
    withLock(folder.lock, ON_PURPOSE, async () => {
      offline = true;
      guarded.set("unavailable", STOPPED);
      try {
        // Another process may have replaced the server we knew.
        await stopAll(folder);
        return await work(openAdmin(engine, folder.home));
      } finally {
        try {
          await reconnect(await startServer(folder, engine, server.port));
        } finally {
          offline = false;
        }
      }
    });

  const changePassword = () =>
    withLock(folder.lock, "changing the database's password", async () => {
      if ((await countLeases(folder.leases)) > 1) throw inUse(folder);
      secret = await rotatePassword(folder, server);
      await guarded.replace(connect(addressOf(server, secret)));
    });

  let closed: Promise<void> | undefined;
  return {
    queries: guarded.queries,
    kind: "managed",
    dataDir: settings.dataDir,
    state: guarded.state,
    stateMessage: guarded.message,
    onState: guarded.onState,
    ping: () =>
      ping(guarded.connection()).then(
        () => true,
        () => false,
      ),
    offline: workOffline,
    rotatePassword: changePassword,
    close: () => {
      closed ??= (async () => {
        closing.abort();
        await watching;
        await guarded.close();
        await withLock(folder.lock, "closing the database", () => leave(folder, opened.lease));
      })();
      return closed;
    },
  };
}

/**
 * A connection to the database with the schema of this version. Before data of a former version are
 * changed the store is copied, unless `isCopy`. The caller holds the lock and a lease.
 */
async function upgraded(
  folder: DatabaseFolder,
  engine: Engine,
  { record, secret }: { readonly record: ServerRecord; readonly secret: string },
  { isCopy = false }: Pick<ManagedSettings, "isCopy">,
): Promise<{ record: ServerRecord; connection: Connection }> {
  let server = record;
  let connection = connect(addressOf(server, secret));
  try {
    const pending = await pendingMigrations(connection.queries);
    const { isNew, names } = pending;
    if (!isCopy && !isNew && names.length > 0 && !(await isKeptBefore(folder, names))) {
      if ((await countLeases(folder.leases)) > 1) throw inUse(folder);
      await connection.close();
      await stopAll(folder);
      const kept = await keepBefore(folder, names);
      engine.log(`The database of a former version is kept in ${kept} before it is upgraded.`);
      server = await startServer(folder, engine, server.port);
      connection = connect(addressOf(server, secret));
    }
    await migrate(connection.queries, pending);
    return { record: server, connection };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/**
 * The caller holds the lock. A server left behind by a killed process is taken over when it
 * answers, else ended.
 */
async function joinOrStart(folder: DatabaseFolder, engine: Engine): Promise<ServerRecord> {
  const last = await readServer(folder);
  if (last !== undefined && isAlive(last)) {
    if (await answers(folder, last)) return last;
    engine.log("A Neo4j server left behind does not answer; it is replaced.");
  }
  await stopAll(folder, 5_000);
  if (await dropHalfImport(folder.home))
    engine.log("A first load was cut off while the store was being made; it starts anew.");
  engine.log("Starting Neo4j …");
  try {
    return await startServer(folder, engine, last?.port);
  } catch (error) {
    // A change of the password that was cut off: the server knows the new one already.
    const refused = isUserError(error) && error.code === "database-password-lost";
    if (!refused || !(await takeUpRotation(folder))) throw error;
    return startServer(folder, engine, last?.port);
  }
}

function inUse({ dataDir }: DatabaseFolder): UserError {
  return new UserError({
    code: "database-in-use",
    message: `Another process of ours uses the database of ${dataDir}.`,
    remedy: "Stop the server (dropper-graph serve) and other commands first, then try again.",
    status: 409,
  });
}

async function answers(folder: DatabaseFolder, record: ServerRecord): Promise<boolean> {
  const connection = connect(addressOf(record, await password(folder)));
  const asking = async () => {
    while (isAlive(record) && !deadline.signal.aborted) {
      try {
        await ping(connection);
        return await isOwn(folder, connection);
      } catch {
        await pause(200);
      }
    }
    return false;
  };
  // A hung server takes the question and never answers.
  const deadline = new AbortController();
  const tooLong = pause(ANSWER_WITHIN, false, { signal: deadline.signal }).catch(() => false);
  try {
    return await Promise.race([asking(), tooLong]);
  } finally {
    deadline.abort();
    await connection.close();
  }
}

/** The caller holds the lock. */
async function leave(folder: DatabaseFolder, lease: string): Promise<void> {
  await rm(lease, { force: true });
  if ((await countLeases(folder.leases)) > 0) return;
  const record = await readServer(folder);
  if (record !== undefined && isAlive(record)) await stopServer(record);
}

/** Stops the server in order while there is still room for it to do so, and says why. */
async function stopWhenDiskIsFull(folder: DatabaseFolder, server: ServerRecord): Promise<void> {
  const free = await freeBytes(folder.dataDir);
  if (free >= RESERVE) return;
  await stopServer(server, 15_000);
  throw diskFull(folder.dataDir, free, RESERVE);
}
