import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServerOf } from "../../server/neo4j/folder.ts";
import { isAlive } from "../../server/neo4j/processes.ts";
import { PASSWORD, signedIn } from "../support/http.ts";
import { type Served, startServed } from "../support/served.ts";

/**
 * The demo as a person starts it: from nothing, again, and again after choosing another password.
 */
let dataDir: string;
let demo: Served;
const start = () => startServed(["demo", "--data", dataDir, "--port", "0"]);
const come_in = () => signedIn(demo.address, demo.login?.login ?? "", demo.login?.password);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "http-demo-"));
  demo = await start();
}, 280_000);
afterAll(async () => {
  await demo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe("demo", () => {
  it("shows a loaded town, ranked clusters, and a case whose claims are down to the transfers", async () => {
    const me = await come_in();
    expect((await me.ask("GET", "/api/session")).json).toMatchObject({
      role: "admin",
      mustChangePassword: false,
      demo: true,
    });
    const today = (await me.ask("GET", "/api/overview")).json;
    expect(today.transfers).toBeGreaterThan(15_000);
    expect(today.reports).toBeGreaterThan(10);
    expect(today.sources.map((source: { loadedBy: string }) => source.loadedBy)).toContain("demo");
    const { clusters } = (await me.ask("GET", "/api/detection/clusters")).json;
    expect(clusters.length).toBeGreaterThan(2);
    const { cases } = (await me.ask("GET", "/api/cases")).json;
    expect(cases).toHaveLength(1);
    expect(clusters[0].cases).toEqual([cases[0].id]);
    const { claims: opened } = (await me.ask("GET", `/api/cases/${cases[0].id}/claims`)).json;
    expect(opened.length).toBeGreaterThan(0);
    for (const claim of opened) {
      const lines = claim.lines.reduce(
        (sum: bigint, line: { amount: string }) => sum + BigInt(line.amount),
        0n,
      );
      expect(lines.toString()).toBe(claim.amount);
    }
    expect(demo.told()).toContain(demo.login?.password);
    expect((await stat(join(dataDir, "demo-login.json"))).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, "demo-office.json"))).mode & 0o077).toBe(0);
  });

  it("has a prosecutor and a head, so that a claim can be approved by another person", async () => {
    const { approvers } = (await (await come_in()).ask("GET", "/api/users/approvers")).json;
    expect(approvers.map((one: { role: string }) => one.role).sort()).toEqual([
      "head",
      "prosecutor",
    ]);
    const password = /login +head\n +password +(\S+)/.exec(demo.told())?.[1];
    const head = await signedIn(demo.address, "head", password);
    expect((await head.ask("GET", "/api/session")).json).toMatchObject({ role: "head" });
  });

  it("has an investigator, and measures, payments and a claim that waits, for every list to show", async () => {
    const password = /login +investigator\n +password +(\S+)/.exec(demo.told())?.[1];
    const me = await signedIn(demo.address, "investigator", password);
    const { rows } = (await me.ask("GET", "/api/measures")).json;
    const kinds = new Set(rows.map((row: { kind: string }) => row.kind));
    for (const kind of ["block", "return", "loan-suspended", "incident", "restriction-prepared"])
      expect(kinds).toContain(kind);
    const { claims } = (await me.ask("GET", "/api/claims-to-approve")).json;
    expect(claims).toMatchObject([{ sentBy: "prosecutor" }]);
    const summary = (await me.ask("GET", "/api/summary")).json;
    expect(summary.byStatus.map((one: { status: string }) => one.status)).toContain("enforcement");
    expect(summary.recovered).not.toEqual([]);
  });

  it("a second time keeps everything, with the same login; nothing of the first is left running", async () => {
    const neo4j = await readServerOf(dataDir);
    expect(await demo.stop("SIGINT")).toBe(0);
    expect(neo4j !== undefined && isAlive(neo4j)).toBe(false);
    const before = demo.login;
    demo = await start();
    expect(demo.login?.password).toBe(before?.password);
    const me = await come_in();
    expect((await me.ask("GET", "/api/cases")).json.cases).toHaveLength(1);
    expect((await me.ask("GET", "/api/detection/runs")).json.runs).toHaveLength(1);
    expect(demo.told()).not.toContain("Looking for droppers");
  });

  it("after somebody chose another password does not print one that no longer fits", async () => {
    const me = await come_in();
    const current = demo.login?.password;
    expect(
      (await me.ask("POST", "/api/session/password", { current, next: PASSWORD })).status,
    ).toBe(200);
    await demo.stop();
    demo = await start();
    expect(demo.told()).not.toContain(current);
    expect(demo.told()).toContain(`dropper-graph user reset admin --data ${dataDir}`);
    await signedIn(demo.address, "admin", PASSWORD);
  });
});
