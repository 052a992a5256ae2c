import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Neo4jAdmin, openAdmin } from "./admin.ts";
import type { Engine } from "./engine.ts";
import { setFirstPassword } from "./first-password.ts";
import { openFolder } from "./folder.ts";
import { dropHalfImport } from "./half-import.ts";
import { withLock } from "./lock.ts";
import { openEngine } from "./open-engine.ts";
import { configuration } from "./settings.ts";

/** Runs `work` with neo4j-admin while no server of the folder runs. */
export type WorkOffline = (work: (admin: Neo4jAdmin) => Promise<void>) => Promise<void>;

/** A folder whose database has no store yet. */
export interface FreshStore {
  /** Preparations of the first start besides the store; they can run while the rows are read. */
  prepare(): Promise<void>;
  readonly offline: WorkOffline;
}

/**
 * For a folder whose own server has never run. Nothing can be in its database, so a store may be
 * made before the first start; that saves a start and a stop. Undefined where there is a store
 * already or NEO4J_URI names another server.
 */
export async function freshStore(
  dataDir: string,
  log: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<FreshStore | undefined> {
  const outside = (environment.NEO4J_URI ?? "") !== "";
  if (outside || hasStore(dataDir)) return undefined;
  const folder = await openFolder(dataDir, log);
  const alone = (work: (engine: Engine) => Promise<void>) =>
    openEngine(log).then((engine) => withLock(folder.lock, "making the store", () => work(engine)));
  return {
    prepare: () =>
      alone(async () => {
        await setFirstPassword(folder);
      }),
    offline: (work) =>
      alone(async (engine) => {
        await dropHalfImport(folder.home);
        if (hasStore(dataDir)) throw new StoreAppeared();
        // The server writes its own, with a port, when it starts.
        await writeFile(join(folder.home, "conf/neo4j.conf"), configuration(0, engine.memory));
        await work(openAdmin(engine, folder.home));
      }),
  };
}

/** Another process made the store while we were reading. */
export class StoreAppeared extends Error {}

function hasStore(dataDir: string): boolean {
  const data = join(dataDir, "neo4j/data");
  // A half-made store is thrown away before the work begins (half-import.ts).
  if (existsSync(join(dataDir, "neo4j/importing")))
    return existsSync(join(data, "databases/system"));
  return existsSync(join(data, "databases"));
}
