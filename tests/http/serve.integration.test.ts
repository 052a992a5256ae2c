import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { role } from "../../contract/user-roles.ts";
import { readServerOf } from "../../server/neo4j/folder.ts";
import { isAlive, type ProcessIdentity } from "../../server/neo4j/processes.ts";
import { PASSWORD, signedIn, type Visitor, visitor } from "../support/http.ts";
import { command, type Served, startServed } from "../support/served.ts";

/** The real program with a Neo4j of its own, from the first start to the last stop. */
let dataDir: string;
let watched: string;
let served: Served;
let me: Visitor;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "http-serve-"));
  watched = await mkdtemp(join(tmpdir(), "http-watched-"));
  served = await startServed(["serve", "--data", dataDir, "--port", "0", "--watch", watched]);
  const first = served.login as { login: string; password: string };
  me = await signedIn(served.address, first.login, first.password);
  await me.ask("POST", "/api/session/password", { current: first.password, next: PASSWORD });
});
afterAll(async () => {
  await served.stop();
  await rm(dataDir, { recursive: true, force: true });
  await rm(watched, { recursive: true, force: true });
});

const databaseProcess = async () => (await readServerOf(dataDir)) as ProcessIdentity;
const onePlainParagraph = (told: string) => {
  const lines = told
    .trim()
    .split("\n")
    .filter((line) => !/^(Starting Neo4j|Building|Neo4j is still)/.test(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^error: .+ What to do: .+/);
  expect(told).not.toMatch(/\n\s+at /);
};

describe("serve", () => {
  it("prints the first admin's one-time password once, on loopback only", async () => {
    expect(served.address).toBe(`http://127.0.0.1:${served.port}`);
    expect(served.login?.login).toBe("admin");
    expect(served.told()).toContain(served.login?.password);
    expect(served.told()).toContain(`Dropper Graph is ready:  ${served.address}/`);
    const listening = await readFile("/proc/net/tcp", "utf8");
    const port = served.port.toString(16).toUpperCase().padStart(4, "0");
    const bound = [
      ...listening.matchAll(new RegExp(`\\s(\\w{8}):${port} \\w{8}:0000 0A`, "g")),
    ].map((match) => match[1]);
    expect(bound).toEqual(["0100007F"]);
  });

  it("says in one paragraph that a port it was asked for is taken, and takes another when it was not asked", async () => {
    const refused = await command(["serve", "--data", dataDir, "--port", String(served.port)]);
    expect(refused.code).toBe(1);
    onePlainParagraph(refused.told);
    expect(refused.told).toContain(`Port ${served.port} of 127.0.0.1 is taken`);
    // Somebody has the usual port, we or whoever was here before us.
    const squatter = createServer();
    await new Promise<void>((resolve) =>
      squatter.once("error", () => resolve()).listen(7400, "127.0.0.1", () => resolve()),
    );
    const second = await startServed(["serve", "--data", dataDir]);
    try {
      expect(second.port).not.toBe(7400);
      expect(second.login).toBeNull();
      await signedIn(second.address, "admin");
    } finally {
      expect(await second.stop("SIGINT")).toBe(0);
      await new Promise((resolve) => squatter.close(resolve));
    }
    // The database belongs to the first one still.
    expect((await me.ask("GET", "/api/overview")).status).toBe(200);
  });

  it("loads what is put into the folder it was told to watch, and says so on the page's list", async () => {
    const row = "2026-03-04T09:05:07+05:00,ACC-1,ACC-2,1500.50,KZT";
    await writeFile(
      join(watched, "a.csv"),
      `booked_at,from_account,to_account,amount,currency\n${row}\n`,
    );
    const sources = async () => (await me.ask("GET", "/api/loading/sources")).json;
    await expect.poll(sources, { timeout: 60_000 }).toMatchObject({
      sources: [{ fileName: "a.csv", loaded: 1, loadedBy: "watched folder", state: "loaded" }],
    });
    await expect.poll(() => readdir(watched), { timeout: 10_000 }).toEqual(["done"]);
    expect(served.told()).toContain("a.csv: now in ");
  });

  it.each([
    [["serve", "--port", "seven"], 2, "A port is a number"],
    [["serve", "--proxies", "many"], 2, "a number from 0 to 9"],
    [["user", "add", "x", "--role", "king"], 2, `Allowed choices are ${role.options.join(", ")}`],
  ])("and user say what is wrong with their words: %j", async (words, code, said) => {
    const answer = await command(words as string[]);
    expect([answer.code, answer.out]).toEqual([code, ""]);
    expect(answer.told).toContain(said);
    expect(answer.told).not.toMatch(/\n\s+at /);
  });

  it("refuses a folder to watch that is not there", async () => {
    const words = ["serve", "--data", dataDir, "--port", "0", "--watch", join(watched, "none")];
    const answer = await command(words);
    expect(answer.code).toBe(1);
    onePlainParagraph(answer.told);
    expect(answer.told).toContain("none is not a folder. What to do: Make it");
  });

  it("refuses an address that is not this machine's", async () => {
    const answer = await command([
      "serve",
      "--data",
      dataDir,
      "--host",
      "203.0.113.1",
      "--port",
      "0",
    ]);
    expect(answer.code).toBe(1);
    onePlainParagraph(answer.told);
    expect(answer.told).toContain("203.0.113.1 is not an address of this machine");
  });
});

describe("user", () => {
  const user = async (...words: string[]) => {
    const answer = await command(["user", ...words, "--data", dataDir, "--json"]);
    return { ...answer, json: JSON.parse(answer.out) };
  };

  it("adds, lists, disables, enables and resets beside a running server, which obeys at once", async () => {
    const made = await user("add", "Aigerim.S", "--name", "Айгерім С.", "--role", "data");
    expect(made.json).toMatchObject({ ok: true, login: "aigerim.s" });
    const her = await signedIn(served.address, "aigerim.s", made.json.password);
    const listed = await user("list");
    expect(
      listed.json.users.find((one: { login: string }) => one.login === "aigerim.s"),
    ).toMatchObject({
      name: "Айгерім С.",
      role: "data",
      disabled: false,
      mustChangePassword: true,
    });
    expect((await user("disable", "aigerim.s")).json).toEqual({
      ok: true,
      login: "aigerim.s",
      disabled: true,
    });
    expect((await her.ask("GET", "/api/session")).status).toBe(401);
    await user("enable", "aigerim.s");
    const reset = await user("reset", "aigerim.s");
    await signedIn(served.address, "aigerim.s", reset.json.password);
    const mirror = await readFile(join(dataDir, "audit.jsonl"), "utf8");
    expect(mirror).toMatch(
      /"who":"[^"]+ \(command line\)","what":"updateUser","target":"aigerim.s"/,
    );
    expect(mirror).not.toContain(reset.json.password);
  });

  it("says why it cannot", async () => {
    const cases: [string[], string][] = [
      [["add", "admin"], "login-taken"],
      [["disable", "nobody"], "not-found"],
      [["disable", "admin"], "last-admin"],
    ];
    for (const [words, code] of cases) {
      const answer = await user(...words);
      expect([answer.code, answer.json.ok, answer.json.error.code]).toEqual([1, false, code]);
      onePlainParagraph(answer.told);
    }
  });
});

describe("a database that dies", () => {
  it("gives people a clear 503 meanwhile and is back within 30 seconds, sessions and all", async () => {
    const before = await databaseProcess();
    // Somebody is asking all the time, as pages do.
    const seen: { at: number; status: number; code: string }[] = [];
    let asking = true;
    const killed = performance.now();
    const asker = (async () => {
      while (asking) {
        const answer = await me.ask("GET", "/api/overview");
        seen.push({
          at: performance.now() - killed,
          status: answer.status,
          code: answer.json.code ?? "",
        });
        await pause(100);
      }
    })();
    process.kill(before.pid, "SIGKILL");
    let back = 0;
    while (performance.now() - killed < 60_000 && back === 0) {
      await pause(200);
      const last = seen.at(-1);
      if (seen.some((one) => one.status === 503) && last?.status === 200)
        back = performance.now() - killed;
    }
    asking = false;
    await asker;
    const refused = seen.filter((one) => one.status !== 200);
    expect(new Set(refused.map((one) => `${one.status} ${one.code}`))).toEqual(
      new Set(["503 database-recovering"]),
    );
    // Nobody was left hanging: refusals came at once, again and again.
    expect(refused[0]?.at ?? 60_000).toBeLessThan(3_000);
    expect(refused.length).toBeGreaterThan(3);
    expect(back).toBeGreaterThan(0);
    expect(back).toBeLessThan(30_000);
    expect(isAlive(before)).toBe(false);
    expect((await me.ask("GET", "/api/session")).json.login).toBe("admin");
    expect(served.told()).toContain("The database stopped unexpectedly and is being restarted");
    expect(served.told()).toContain("The database is back.");
  });

  it("is told of by health and by a problem document with a remedy", async () => {
    const { pid } = await databaseProcess();
    process.kill(pid, "SIGKILL");
    let health = 200;
    let refused = { status: 0, json: {} as Record<string, unknown>, headers: new Headers() };
    for (let times = 0; times < 50 && health === 200; times += 1) {
      await pause(50);
      health = (await visitor(served.address).ask("GET", "/api/health")).status;
    }
    expect(health).toBe(503);
    refused = await me.ask("PATCH", "/api/users/aigerim.s", { disabled: true });
    expect(refused.status).toBe(503);
    expect(refused.json).toMatchObject({ code: "database-recovering" });
    expect(String(refused.json.detail)).toMatch(/restarted/);
    expect(refused.json.remedy).toBeTruthy();
    expect(refused.headers.get("retry-after")).toBe("5");
    // The page itself needs no database.
    expect((await visitor(served.address).ask("GET", "/")).headers.get("content-type")).toContain(
      "text/html",
    );
    for (let times = 0; times < 300 && health !== 200; times += 1) {
      await pause(100);
      health = (await visitor(served.address).ask("GET", "/api/health")).status;
    }
    expect(health).toBe(200);
  });
});

describe("long work", () => {
  it("of detection leaves the server answering, and its result is there", async () => {
    const loaded = await command(["load", "fixtures/small", "--data", dataDir, "--json"]);
    expect(loaded.code).toBe(0);
    const { json } = await me.ask("POST", "/api/detection/runs", {});
    const waits: number[] = [];
    let job = { state: "running", result: null as null | { runId: string } };
    while (job.state === "running") {
      const begun = performance.now();
      await visitor(served.address).ask("GET", "/api/health");
      waits.push(performance.now() - begun);
      const answer = await me.ask("GET", "/api/jobs");
      job = answer.json.jobs.find((one: { id: string }) => one.id === json.jobId);
      await pause(20);
    }
    expect(job.state).toBe("done");
    expect(Math.max(...waits)).toBeLessThan(2_000);
    const { clusters } = (await me.ask("GET", "/api/detection/clusters")).json;
    expect(clusters.length).toBeGreaterThan(0);
    // The compiled server searches paths in a thread.
    const members: string[] = (
      await me.ask("GET", `/api/detection/clusters/${clusters[0].id}`)
    ).json.members.map((member: { account: string }) => member.account);
    const paths = await me.ask("POST", "/api/paths", {
      from: members[0],
      to: members[1],
      kind: "shortest",
    });
    expect(paths.status).toBe(200);
    expect(paths.json.paths.length).toBeGreaterThan(0);
  });
});

describe("a stop", () => {
  it("ends requests, jobs and the database in order and leaves nothing running", async () => {
    const neo4j = await databaseProcess();
    await me.ask("POST", "/api/detection/runs", {});
    expect(await served.stop("SIGTERM")).toBe(0);
    expect(isAlive(neo4j)).toBe(false);
    await expect(fetch(`${served.address}/api/health`)).rejects.toThrow();
    const log = await readFile(join(dataDir, "logs/server.log"), "utf8");
    expect(log).toContain('"endpoint":"startRun"');
    expect(log.split("\n").filter((line) => line.includes('"fault"'))).toEqual([]);
  });
});
