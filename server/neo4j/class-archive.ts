import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { connect } from "./connection.ts";
import type { Engine } from "./engine.ts";
import { openFolder, password } from "./folder.ts";
import { cacheFolder } from "./jars.ts";
import { withLock } from "./lock.ts";
import { migrate } from "./migrations.ts";
import { addressOf, startServer, stopServer } from "./server.ts";

/**
 * An archive of the classes a server loads (JEP 350, dynamic class data sharing). Java maps it into
 * memory instead of reading, checking and linking some 20,000 classes at every start, which then
 * takes about half of the processor's time. Made once per user, Neo4j and Java by a server in a
 * folder of its own that is started and stopped.
 * @returns words to Java; none where an archive cannot be made, which costs time and nothing else
 */
export async function classWords(engine: Engine): Promise<readonly string[]> {
  const archive = archivePath(engine);
  const failed = `${archive}.failed`;
  const writable = await mkdir(dirname(archive), { recursive: true }).then(
    () => true,
    () => false,
  );
  if (writable && !existsSync(archive) && !existsSync(failed))
    await withLock(`${archive}.lock`, "preparing quick starts of Neo4j", async () => {
      if (existsSync(archive) || existsSync(failed)) return;
      engine.log("Preparing quick starts of Neo4j, once per user …");
      await record(engine, archive).catch((error: unknown) => writeFile(failed, String(error)));
    });
  return existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : [];
}

/**
 * Java takes an archive only for the same jars at the same place. Jars delivered with the program
 * lie where this user may not write, so their archive has the place in its name.
 */
function archivePath({ jars, java }: Engine): string {
  const cache = cacheFolder();
  const place = createHash("sha256").update(jars).digest("hex").slice(0, 8);
  const name = dirname(jars) === cache ? basename(jars) : `${basename(jars)}-${place}`;
  return join(cache, `${name}-java-${java.release}.jsa`);
}

/** A broken recording is never taken for a whole one: it is written beside and renamed. */
async function record(engine: Engine, archive: string): Promise<void> {
  const unfinished = `${archive}.${process.pid}.tmp`;
  const dataDir = await mkdtemp(join(tmpdir(), "dropper-graph-classes-"));
  try {
    const folder = await openFolder(dataDir);
    const recording = { ...engine, classes: [`-XX:ArchiveClassesAtExit=${unfinished}`] };
    const server = await startServer(folder, recording);
    const connection = connect(addressOf(server, await password(folder)));
    try {
      await migrate(connection.queries);
    } finally {
      await connection.close();
      await stopServer(server);
    }
    await rename(unfinished, archive);
  } finally {
    await rm(unfinished, { force: true });
    await rm(dataDir, { recursive: true, force: true });
  }
}
