import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queryText } from "../../graph-queries/runner.ts";
import { requireDiskSpace } from "../../server/neo4j/disk.ts";
import { explainLogs } from "../../server/neo4j/faults.ts";
import { openFolder } from "../../server/neo4j/folder.ts";
import { countLeases, takeLease, withLock } from "../../server/neo4j/lock.ts";
import { migrationNames, statementsOf } from "../../server/neo4j/migrations.ts";
import { freePort } from "../../server/neo4j/ports.ts";
import { identify, isAlive, ourselves } from "../../server/neo4j/processes.ts";
import { configuration, furtherSettings, memoryFor } from "../../server/neo4j/settings.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-parts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the lock of a data folder", () => {
  it("lets one in at a time", async () => {
    let inside = 0;
    let most = 0;
    const enter = () =>
      withLock(join(folder, "lock"), "test", async () => {
        inside += 1;
        most = Math.max(most, inside);
        await pause(10);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 12 }, enter));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it("is taken from an owner that has died", async () => {
    const dead = { pid: process.pid, started: "a process long gone", purpose: "test" };
    await writeFile(join(folder, "lock"), JSON.stringify(dead));
    expect(await withLock(join(folder, "lock"), "test", async () => "in", 2_000)).toBe("in");
  });

  it("is taken by one at a time where a dead owner's stands before many, whose tickets go too", async () => {
    const dead = JSON.stringify({
      pid: process.pid,
      started: "a process long gone",
      purpose: "test",
    });
    for (const name of ["lock", "lock.ticket-of-the-dead", "lock.breaking"])
      await writeFile(join(folder, name), dead);
    let [inside, most, entered] = [0, 0, 0];
    const enter = () =>
      withLock(join(folder, "lock"), "test", async () => {
        inside += 1;
        most = Math.max(most, inside);
        entered += 1;
        await pause(1);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 30 }, enter));
    expect({ most, entered }).toEqual({ most: 1, entered: 30 });
    expect(await readdir(folder)).toEqual([]);
  });

  it("names the living owner when it does not become free", async () => {
    const second = withLock(join(folder, "lock"), "loading", () =>
      withLock(join(folder, "lock"), "test", async () => "never", 200),
    );
    await expect(second).rejects.toMatchObject({
      code: "data-folder-busy",
      message: expect.stringContaining(`process ${process.pid} (loading)`),
    });
  });

  it("counts only the leases of living processes", async () => {
    await takeLease(folder);
    await writeFile(
      join(folder, "x.json"),
      JSON.stringify({ pid: process.pid, started: "1", purpose: "lease" }),
    );
    await writeFile(join(folder, "cut.json"), "");
    expect(await countLeases(folder)).toBe(1);
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe("processes", () => {
  it("are known by number and start, so a reused number is not mistaken", async () => {
    expect(isAlive(ourselves())).toBe(true);
    expect(isAlive({ ...ourselves(), started: "0" })).toBe(false);
  });

  it("are dead once ended, though their number was known", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    const identity = identify(child.pid ?? -1);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(identity).toBeDefined();
    expect(identity !== undefined && isAlive(identity)).toBe(false);
  });
});

describe("settings of the managed server", () => {
  it("listen on the loopback address only, without HTTP and without reports", () => {
    const text = configuration(7999, { heap: 512, pageCache: 128 });
    expect(text).toContain("server.bolt.listen_address=127.0.0.1:7999");
    expect(text).toContain("server.http.enabled=false");
    expect(text).toContain("dbms.usage_report.enabled=false");
    expect(text).not.toContain("0.0.0.0");
  });

  it("end with those that whoever runs it gives", () => {
    const given = { DROPPER_GRAPH_NEO4J_SETTINGS: "db.logs.query.enabled=OFF; a.b=1 ;" };
    const text = configuration(7999, { heap: 512, pageCache: 128 }, furtherSettings(given));
    expect(text.trim().split("\n").slice(-2)).toEqual(["db.logs.query.enabled=OFF", "a.b=1"]);
    expect(furtherSettings({})).toEqual([]);
  });

  it("take memory from what the machine has, never more than asked", () => {
    const { heap, pageCache } = memoryFor({});
    expect(heap).toBeGreaterThanOrEqual(512);
    expect(heap).toBeLessThanOrEqual(6144);
    expect(pageCache).toBeGreaterThanOrEqual(128);
    expect(memoryFor({ DROPPER_GRAPH_HEAP_MB: "600" }).heap).toBeLessThanOrEqual(600);
  });
});

describe("ports", () => {
  it("another one is found when the wanted one is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const taken = typeof address === "object" && address !== null ? address.port : 0;
    const found = await freePort(taken);
    expect(found).not.toBe(taken);
    expect(await freePort(found)).toBe(found);
    other.close();
  });
});

describe("why a server did not start", () => {
  const explain = async (text: string) => explainLogs(await openFolder(folder), text);

  it("is told from the words of Neo4j and the JVM", async () => {
    expect(await explain("java.io.IOException: No space left on device")).toMatchObject({
      code: "disk-full",
    });
    expect(await explain("Lock file has been locked by another process: store_lock")).toMatchObject(
      {
        code: "store-locked",
      },
    );
    expect(
      await explain("Terminating due to java.lang.OutOfMemoryError: Java heap space"),
    ).toMatchObject({
      code: "memory-short",
    });
  });

  it.each([
    [
      "Error occurred during initialization of VM\nMultiple garbage collectors selected\n",
      "Multiple garbage collectors selected.",
    ],
    [
      "NOTE: Picked up JDK_JAVA_OPTIONS: -XX:+No\nUnrecognized VM option 'No'\nError: Could not create the Java Virtual Machine.",
      "Unrecognized VM option 'No'.",
    ],
  ])("is given in Java's own words where it does not even start: %s", async (text, reason) => {
    expect(await explain(text)).toMatchObject({ message: expect.stringContaining(reason) });
  });

  it("is not guessed from the settings the server prints about itself", async () => {
    const error = await explain(
      "VM Arguments: [-XX:+ExitOnOutOfMemoryError]\nCaused by: java.lang.X: 'no' is not valid",
    );
    expect(error).toMatchObject({
      code: "neo4j-not-started",
      message: expect.stringContaining("'no' is not valid."),
    });
  });
});

describe("migrations", () => {
  it("are split at semicolons that end a line, comments left out", () => {
    const text =
      "// a; comment;\nCREATE (:A {t: ';x'});\n\nCREATE INDEX i\n  FOR (a:A) ON (a.t);\n";
    expect(statementsOf(text)).toEqual([
      "CREATE (:A {t: ';x'})",
      "CREATE INDEX i\n  FOR (a:A) ON (a.t)",
    ]);
  });

  it("change data only in batches, so that a large store needs no giant transaction", () => {
    const changing = migrationNames()
      .flatMap((name) => statementsOf(queryText(`migrations/${name}`)))
      .filter((statement) => /\b(SET|REMOVE|DELETE|MERGE)\b/.test(statement));
    expect(changing).not.toEqual([]);
    for (const statement of changing) expect(statement).toMatch(/IN TRANSACTIONS OF \d+ ROWS$/);
  });
});

describe("the disk", () => {
  it("is refused with numbers and a remedy when too little is free", async () => {
    await expect(requireDiskSpace(folder, 2 ** 60)).rejects.toMatchObject({
      code: "disk-full",
      message: expect.stringMatching(/\d+ MB free; \d+ MB are needed/),
      remedy: expect.stringContaining("--data"),
    });
  });
});
