import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../server/http/serve.ts";
import { sweepScratch } from "../../server/loading/data-folder/scratch.ts";
import { load } from "../../server/loading/load.ts";
import { ourselves } from "../../server/neo4j/processes.ts";
import { outcome, startLoad } from "../support/killed-load.ts";
import { testDatabase } from "../support/neo4j.ts";

/** Unpacked bytes of the archive: seconds of unpacking, so that a stop comes in the middle. */
const WHOLE = 25 * 20_000_000;
let folder: string;
let dataDir: string;
let archive: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loading-scratch-"));
  dataDir = join(folder, "data");
  archive = join(folder, "answer.txt.gz");
  // Under the limit for bombs (250 : 1): each 20,000 characters hold a hundred random bytes. A gz
  // may have many members.
  const line = () => `${randomBytes(100).toString("hex")}${"x".repeat(19_799)}\n`;
  const member = gzipSync(Array.from({ length: 1_000 }, line).join(""));
  await writeFile(archive, Buffer.concat(Array.from({ length: 25 }, () => member)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const left = () => readdir(join(dataDir, "scratch")).catch(() => []);

/** Waits until some of the archive is unpacked; where it lies. */
async function unpacking(): Promise<string> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; ) {
    for (const name of await left()) {
      const path = join(dataDir, "scratch", name);
      const found = await stat(join(path, "member-1")).catch(() => undefined);
      if (found !== undefined && found.size > 0) return path;
    }
    await pause(3);
  }
  throw new Error("nothing was unpacked");
}

describe("unpacked bank data", () => {
  it("lies in the data folder, closed to others, and is gone when a stop ends the unpacking", async () => {
    const stop = new AbortController();
    const loading = load(
      { dataDir, fresh: undefined, open: () => Promise.reject(new Error("not yet")) },
      [archive],
      {
        loadedBy: "test",
        signal: stop.signal,
      },
    );
    const ended = loading.then(String, (error: Error) => error.name);
    const path = await unpacking();
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, "member-1"))).mode & 0o077).toBe(0);
    stop.abort();
    let over = false;
    let most = 0;
    void ended.then(() => {
      over = true;
    });
    while (!over) {
      most = Math.max(
        most,
        await stat(join(path, "member-1")).then(
          ({ size }) => size,
          () => 0,
        ),
      );
      await pause(1);
    }
    expect(await ended).toBe("AbortError");
    expect(most).toBeLessThan(WHOLE / 2);
    expect(await left()).toEqual([]);
  });

  it("is gone after Ctrl-C", async () => {
    const process = startLoad(dataDir, archive);
    const ended = outcome(process, dataDir);
    const path = await unpacking();
    process.kill("SIGINT");
    expect((await ended).code).toBe(130);
    await expect(stat(path)).rejects.toThrow("ENOENT");
    expect(await left()).toEqual([]);
  });

  it("survives kill -9 only until the next load; a living process keeps its own, and what is not ours stays", async () => {
    const killed = startLoad(dataDir, archive);
    const ended = outcome(killed, dataDir);
    const path = await unpacking();
    await sweepScratch(dataDir);
    expect((await stat(path)).isDirectory()).toBe(true);
    killed.kill("SIGKILL");
    await ended;
    expect((await stat(path)).isDirectory()).toBe(true);
    const { pid, started } = ourselves();
    const kept = [`${pid}.${encodeURIComponent(started)}.living`, "notes"];
    // The same number, another start: an earlier process of that number.
    const gone = `${pid}.${encodeURIComponent(`${started}0`)}.earlier`;
    for (const name of [...kept, gone]) await mkdir(join(dataDir, "scratch", name));
    const nothing = join(folder, "nothing.bin");
    await writeFile(nothing, "");
    const next = await outcome(startLoad(dataDir, nothing), dataDir);
    expect(next.err).toContain("is empty");
    expect((await left()).sort()).toEqual([...kept].sort());
    for (const name of kept) await rm(join(dataDir, "scratch", name), { recursive: true });
  });

  it("of processes that are gone is removed when the server starts", async () => {
    const database = await testDatabase();
    const root = join(database.dataDir, "scratch");
    await mkdir(join(root, "1.0.left"), { recursive: true });
    const served = await serve(database, { host: "127.0.0.1", port: 0, proxies: 0 });
    expect(await readdir(root)).not.toContain("1.0.left");
    await served.close();
    await database.close();
  });
});
