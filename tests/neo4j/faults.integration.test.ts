import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { connect, ping } from "../../server/neo4j/connection.ts";
import type { Database, DatabaseState } from "../../server/neo4j/database.ts";
import { openFolder, readServer, type ServerRecord } from "../../server/neo4j/folder.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { isAlive, signal, waitForEnd } from "../../server/neo4j/processes.ts";
import { addressOf } from "../../server/neo4j/server.ts";

process.env.DROPPER_GRAPH_HEAP_MB = "512";

const alive = z.object({ alive: z.bigint() });
const migrationName = z.object({ name: z.string() });

async function serverOf(dataDir: string): Promise<ServerRecord> {
  const record = await readServer(await openFolder(dataDir));
  if (record === undefined) throw new Error("no server record");
  return record;
}

/** A note that survives only if the database kept what it acknowledged. */
async function note(database: Database, name: string): Promise<void> {
  await database.queries.run("support/record-migrations", { names: [name], at: 0n });
}

async function notes(database: Database): Promise<string[]> {
  const rows = await database.queries.read("support/applied-migrations", {}, migrationName);
  return rows.map((row) => row.name).filter((name) => name.startsWith("note"));
}

function reached(database: Database, wanted: DatabaseState, timeout = 60_000): Promise<void> {
  return new Promise((resolve, reject) => {
    if (database.state() === wanted) return resolve();
    const timer = setTimeout(
      () => reject(new Error(`still ${database.state()}: ${database.stateMessage()}`)),
      timeout,
    );
    const stop = database.onState((state) => {
      if (state !== wanted) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}

/**
 * Another process of ours that opens the folder and holds it until killed or told to leave on its
 * standard input.
 */
async function otherProcess(dataDir: string): Promise<ChildProcess> {
  const module = new URL("../../dist/server/neo4j/open.js", import.meta.url).href;
  const code = `const { openDatabase } = await import(${JSON.stringify(module)});
    const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, environment: {} });
    console.log("open");
    process.stdin.once("data", async () => { await database.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [
    new URL("../../setup/build.mjs", import.meta.url).pathname,
    "--server-only",
  ]);
});

describe("a managed database in a folder of its own", () => {
  let dataDir: string;
  const opened: Database[] = [];
  const open = async (options: Partial<Parameters<typeof openDatabase>[0]> = {}) => {
    const database = await openDatabase({ dataDir, environment: {}, ...options });
    opened.push(database);
    return database;
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "dropper-graph-faults-"));
  });
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it("keeps its password to itself and listens on the loopback address only", async () => {
    const database = await open();
    expect((await stat(join(dataDir, "neo4j/password"))).mode & 0o777).toBe(0o600);
    const { port } = await serverOf(dataDir);
    const listening = execFileSync("cat", ["/proc/net/tcp", "/proc/net/tcp6"], {
      encoding: "utf8",
    });
    const hex = port.toString(16).toUpperCase().padStart(4, "0");
    const addresses = [...listening.matchAll(new RegExp(`: (\\w+):${hex} \\w+:0000 0A`, "g"))].map(
      (match) => match[1],
    );
    // 127.0.0.1 in the kernel's byte order, possibly as an IPv4 address mapped into IPv6.
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/0100007F$/);
    expect(await database.ping()).toBe(true);
  });

  it("gets another password when asked, not beside another process; a change that was cut off is finished", async () => {
    const path = join(dataDir, "neo4j/password");
    const before = await readFile(path, "utf8");
    const database = await open();
    const other = await otherProcess(dataDir);
    await expect(database.rotatePassword?.()).rejects.toMatchObject({ code: "database-in-use" });
    other.stdin?.write("leave\n");
    await once(other, "exit");
    expect(await readFile(path, "utf8")).toBe(before);
    await database.rotatePassword?.();
    const after = await readFile(path, "utf8");
    expect(after).not.toBe(before);
    expect(await database.queries.read("support/ping", {}, alive)).toHaveLength(1);
    const stale = connect(addressOf(await serverOf(dataDir), before));
    await expect(ping(stale)).rejects.toMatchObject({
      code: "Neo.ClientError.Security.Unauthorized",
    });
    await stale.close();
    await database.close();
    // The server had taken the new one, and the power went before the file got its name.
    await rename(path, `${path}.next`);
    await writeFile(path, before);
    const again = await open();
    expect(await again.ping()).toBe(true);
    expect(await readFile(path, "utf8")).toBe(after);
    // It went before the server heard of it.
    await again.close();
    await writeFile(`${path}.next`, "never told");
    expect(await (await open()).ping()).toBe(true);
    expect(await readFile(path, "utf8")).toBe(after);
    expect(await readdir(join(dataDir, "neo4j"))).not.toContain("password.next");
  });

  it("leaves nothing running once closed", async () => {
    const database = await open();
    const server = await serverOf(dataDir);
    expect(isAlive(server)).toBe(true);
    await database.close();
    expect(isAlive(server)).toBe(false);
    expect(await readdir(join(dataDir, "neo4j/leases"))).toEqual([]);
  });

  it("recovers by itself within 30 seconds when its server is killed, says so meanwhile, and loses nothing", async () => {
    const database = await open();
    await note(database, "note-before-kill");
    const server = await serverOf(dataDir);
    signal(server, "SIGKILL");
    const killed = performance.now();
    await reached(database, "recovering");
    expect(database.stateMessage()).toMatch(/restarted; nothing that was saved is lost/);
    await expect(database.queries.read("support/ping", {}, alive)).rejects.toMatchObject({
      code: "database-recovering",
      status: 503,
      remedy: expect.stringContaining("Try again"),
    });
    await reached(database, "ready");
    expect(performance.now() - killed).toBeLessThan(30_000);
    expect(await notes(database)).toContain("note-before-kill");
    expect((await serverOf(dataDir)).pid).not.toBe(server.pid);
  });

  it("lets long work wait through a restart instead of failing", async () => {
    const database = await open({ whileRecovering: "wait" });
    signal(await serverOf(dataDir), "SIGKILL");
    await reached(database, "recovering");
    await note(database, "note-written-while-down");
    expect(await notes(database)).toContain("note-written-while-down");
  });

  it("is a database of its own in a copy of the folder that names the server of the first one", async () => {
    const copy = `${dataDir}-copy`;
    await cp(dataDir, copy, { recursive: true });
    const first = await open();
    try {
      await cp(join(dataDir, "neo4j/server.json"), join(copy, "neo4j/server.json"));
      const second = await open({ dataDir: copy });
      await note(second, "note-in-the-copy");
      expect(await notes(first)).not.toContain("note-in-the-copy");
      expect((await serverOf(copy)).port).not.toBe((await serverOf(dataDir)).port);
      await second.close();
      expect(await first.ping()).toBe(true);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });

  it("is joined by a second process, and stopped by the last one to leave", async () => {
    const first = await open();
    const server = await serverOf(dataDir);
    const second = await otherProcess(dataDir);
    expect((await serverOf(dataDir)).pid).toBe(server.pid);
    await first.close();
    expect(isAlive(server)).toBe(true);
    second.stdin?.write("leave\n");
    await once(second, "exit");
    expect(isAlive(server)).toBe(false);
  });

  it("is taken over when the process that started it was killed", async () => {
    const killed = await otherProcess(dataDir);
    const server = await serverOf(dataDir);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(isAlive(server)).toBe(true);
    const database = await open();
    expect((await serverOf(dataDir)).pid).toBe(server.pid);
    await database.close();
    expect(isAlive(server)).toBe(false);
  });

  it("is replaced when the server left behind hangs", async () => {
    const killed = await otherProcess(dataDir);
    const server = await serverOf(dataDir);
    killed.kill("SIGKILL");
    signal(server, "SIGSTOP");
    const database = await open();
    expect(isAlive(server)).toBe(false);
    expect(await notes(database)).toContain("note-before-kill");
  });

  it("is replaced when the process that started it was killed before it could note it", async () => {
    const killed = await otherProcess(dataDir);
    const server = await serverOf(dataDir);
    killed.kill("SIGKILL");
    const another = { pid: process.pid, started: "long gone", port: server.port };
    await writeFile(join(dataDir, "neo4j/server.json"), JSON.stringify(another));
    const database = await open();
    expect(isAlive(server)).toBe(false);
    expect(await notes(database)).toContain("note-before-kill");
  });

  it("takes another port when its last one is taken", async () => {
    const { port } = await serverOf(dataDir);
    const squatter: Server = createServer().listen(port, "127.0.0.1");
    await once(squatter, "listening");
    const database = await open();
    expect((await serverOf(dataDir)).port).not.toBe(port);
    expect(await database.ping()).toBe(true);
    squatter.close();
  });

  it("lets neo4j-admin work on the stopped database and comes back with everything", async () => {
    const database = await open();
    const dumps = await mkdtemp(join(tmpdir(), "dropper-graph-dump-"));
    try {
      await database.offline?.((admin) =>
        admin.run(["database", "dump", "neo4j", `--to-path=${dumps}`]),
      );
      expect((await stat(join(dumps, "neo4j.dump"))).size).toBeGreaterThan(1_000);
      expect(database.state()).toBe("ready");
      expect(await notes(database)).toContain("note-before-kill");
    } finally {
      await rm(dumps, { recursive: true, force: true });
    }
  });

  describe("used as an outside server through NEO4J_URI", () => {
    let uri: string;
    let secret: string;
    let server: Database;
    beforeAll(async () => {
      server = await openDatabase({ dataDir, environment: {} });
      uri = `bolt://127.0.0.1:${(await serverOf(dataDir)).port}`;
      secret = await readFile(join(dataDir, "neo4j/password"), "utf8");
    });
    afterAll(() => server.close());
    const outside = (environment: NodeJS.ProcessEnv) =>
      open({ dataDir: join(dataDir, "outside"), environment });

    it("works through the same code and is not stopped by us", async () => {
      const database = await outside({ NEO4J_URI: uri, NEO4J_PASSWORD: secret });
      expect(database.kind).toBe("outside");
      expect(database.offline).toBeUndefined();
      expect(await notes(database)).toContain("note-before-kill");
      await database.close();
      expect(isAlive(await serverOf(dataDir))).toBe(true);
    });

    it("says when the password, the database or the address is wrong", async () => {
      await expect(outside({ NEO4J_URI: uri, NEO4J_PASSWORD: "wrong" })).rejects.toMatchObject({
        code: "neo4j-refused",
        remedy: expect.stringContaining("NEO4J_PASSWORD"),
      });
      await expect(
        outside({ NEO4J_URI: uri, NEO4J_PASSWORD: secret, NEO4J_DATABASE: "nowhere" }),
      ).rejects.toMatchObject({ code: "neo4j-database-missing" });
      await expect(outside({ NEO4J_URI: "not an address" })).rejects.toMatchObject({
        code: "neo4j-address-wrong",
      });
    });

    it("says when nobody answers there", async () => {
      await expect(
        outside({ NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "x" }),
      ).rejects.toMatchObject({
        code: "neo4j-unreachable",
        message: expect.stringContaining("bolt://127.0.0.1:1"),
        remedy: expect.stringContaining("NEO4J_URI"),
      });
    });
  });

  it("names a damaged transaction log and offers the backup instead of forcing it open", async () => {
    const database = await open();
    await note(database, "note-to-be-replayed");
    const server = await serverOf(dataDir);
    signal(server, "SIGSTOP");
    // The watcher must not bring the server back before the log is damaged.
    const closing = database.close();
    await pause(300);
    signal(server, "SIGKILL");
    await waitForEnd(server, 5_000);
    await closing;
    const folder = join(dataDir, "neo4j/data/transactions/neo4j");
    for (const name of await readdir(folder)) {
      if (name.startsWith("neostore.transaction.db"))
        await writeFile(join(folder, name), Buffer.alloc(4_096, 0x5a));
      if (name.startsWith("checkpoint")) await truncate(join(folder, name), 100);
    }
    await expect(open()).rejects.toMatchObject({
      code: "store-damaged",
      remedy: expect.stringContaining("restore"),
    });
    expect(isAlive(await serverOf(dataDir))).toBe(false);
  });
});
