import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { detection } from "../../contract/detection.ts";
import { loadColumns, snapshotPath } from "../../server/columns/load.ts";
import { runDetection } from "../../server/detection/run/run-detection.ts";
import { decide, listDecisions } from "../../server/detection/store/decisions.store.ts";
import {
  compareRuns,
  listClusters,
  listFindings,
  listRuns,
  oneCluster,
  oneFinding,
} from "../../server/detection/store/detection.store.ts";
import { saveRun } from "../../server/detection/store/runs.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { DAY } from "../../server/time/instant.ts";
import { testDatabase } from "../support/neo4j.ts";
import { fill, scene } from "../support/scene.ts";

const town = scene();
const folder = mkdtempSync(join(tmpdir(), "detection-"));
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  rmSync(snapshotPath(database.dataDir), { force: true });
  await fill(database, town);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

async function detectAndSave() {
  const result = await runDetection(database);
  const meta = {
    startedAt: Date.now(),
    startedBy: "test",
    seconds: 1,
    since: null,
    until: null,
    reports: result.reports,
  };
  return { result, run: await saveRun(database.queries, result, meta) };
}

describe("columns of a database", () => {
  it("are what was loaded, from the stream and from the snapshot alike", async () => {
    const streamed = await loadColumns(database);
    expect(streamed.length).toBe(town.transfers.length);
    const written = statSync(snapshotPath(database.dataDir)).mtimeMs;
    const again = await loadColumns(database);
    expect(again.fingerprint).toBe(streamed.fingerprint);
    expect(statSync(snapshotPath(database.dataDir)).mtimeMs).toBe(written);
    const row = again.rowOfId("t7");
    expect(row === undefined ? undefined : again.amount[row]).toBe(town.transfers[7]?.amount);
  });

  it("take in what another source brought since", async () => {
    const before = await loadColumns(database);
    const more = {
      ...town,
      transfers: [{ ...town.transfers[0], id: "later" }],
      reports: [],
    } as typeof town;
    await fill(database, more, "s2");
    const after = await loadColumns(database);
    expect(after.length).toBe(before.length + 1);
    expect(after.rowOfId("later")).toBeDefined();
    rmSync(snapshotPath(database.dataDir));
    expect((await loadColumns(database)).fingerprint).toBe(after.fingerprint);
  });
});

describe("detection runs", () => {
  it("put the droppers on top, with reasons that open to transfers, and the victims apart", async () => {
    const { run } = await detectAndSave();
    const { clusters } = await listClusters(database.queries, { all: false, offset: 0, limit: 10 });
    const first = await oneCluster(database.queries, clusters[0]?.id ?? "");
    expect(first.runId).toBe(run.id);
    const named = first.members
      .filter((member) => member.role !== "victim")
      .map((member) => member.account);
    expect(named.sort()).toEqual([...town.droppers].sort());
    const victims = first.members
      .filter((member) => member.role === "victim")
      .map((member) => member.account);
    // Whoever else paid a dropper in those very days is a possible victim too, and nobody else.
    const days = town.transfers
      .filter(({ from }) => town.victims.includes(from))
      .filter(({ to }) => named.includes(to));
    const [begins, ends] = [
      Math.min(...days.map((one) => one.bookedAt)),
      Math.max(...days.map((one) => one.bookedAt)),
    ];
    const near = ({ bookedAt }: { bookedAt: number }) =>
      bookedAt > begins - DAY && bookedAt < ends + 3 * DAY;
    const payers = town.transfers
      .filter((one) => named.includes(one.to) && near(one))
      .map(({ from }) => from);
    expect(victims).toEqual(expect.arrayContaining(town.victims));
    expect(victims.filter((account) => !payers.includes(account))).toEqual([]);
    expect(detection.cluster.answer.parse(first).reasons.length).toBeGreaterThan(0);
    const finding = await oneFinding(database.queries, first.lookFirst, undefined);
    expect(finding?.reasons[0]?.transferIds.length).toBeGreaterThan(0);
    expect(detection.finding.answer.parse({ finding }).finding?.rank).toBe(1);
  });

  it("are kept beside each other: same data, same findings, nothing overwritten", async () => {
    const { run } = await detectAndSave();
    const [newest, before] = await listRuns(database.queries);
    expect([newest?.id, newest?.fingerprint]).toEqual([run.id, before?.fingerprint]);
    const change = await compareRuns(database.queries, run.id, before?.id ?? "");
    expect(detection.compareRuns.answer.parse(change).sameData).toBe(true);
    expect(change.accounts).toEqual([]);
    expect(change.clusters.every((cluster) => cluster.change === "same")).toBe(true);
  });

  it("hide what a person dismissed and keep the reason", async () => {
    const { clusters } = await listClusters(database.queries, { all: false, offset: 0, limit: 10 });
    const target = clusters[0]?.id ?? "";
    await decide(
      database.queries,
      { subject: "cluster", target, verdict: "dismissed", reason: "Checked", until: null },
      "me",
    );
    const after = await listClusters(database.queries, { all: false, offset: 0, limit: 10 });
    expect(after.hidden).toBe(1);
    expect(after.clusters.map((cluster) => cluster.id)).not.toContain(target);
    const { decisions } = await listDecisions(database.queries, { target, offset: 0, limit: 10 });
    expect(decisions[0]).toMatchObject({ reason: "Checked", decidedBy: "me" });
  });

  it("list findings by points", async () => {
    const answer = await listFindings(database.queries, { offset: 0, limit: 5 });
    expect(detection.findings.answer.parse(answer).findings.length).toBe(5);
  });
});

/** Runs the real command line on the test database. */
function command(...words: string[]): Promise<string> {
  const all = ["setup/dropper-graph.mjs", ...words, "--data", database.dataDir];
  return new Promise((resolve, reject) =>
    execFile(process.execPath, all, { maxBuffer: 1 << 26 }, (error, text, errors) =>
      error ? reject(new Error(`${text}\n${errors}`)) : resolve(text),
    ),
  );
}

it("evaluate measures against labels and planted networks, and says what is wrong with a file", async () => {
  const labels = join(folder, "labels.csv");
  const networks = join(folder, "networks.csv");
  const rows = town.accounts.map(
    (one) => `${one.number},${town.droppers.includes(one.number) ? 1 : 0}`,
  );
  writeFileSync(labels, `account,label\n${rows.join("\n")}\n`);
  writeFileSync(
    networks,
    `account,network,role\n${town.droppers.map((one) => `${one},n1,dropper`).join("\n")}\n`,
  );
  const plot = join(folder, "plot.svg");
  const words = [
    "evaluate",
    "--labels",
    labels,
    "--networks",
    networks,
    "--plot",
    plot,
    "--no-reports",
  ];
  const measured = JSON.parse(await command(...words, "--json"));
  expect(measured.positives).toBe(5);
  expect(measured.list.averagePrecision).toBeGreaterThan(0.9);
  expect(readFileSync(plot, "utf8")).toContain("<svg");
  expect(await command(...words)).toContain("isolation forest");
  await expect(command("evaluate", "--labels", join(folder, "absent.csv"))).rejects.toThrow(
    "cannot be read",
  );
  writeFileSync(labels, `account,label\n${town.droppers[0]},dropper\n`);
  await expect(command("evaluate", "--labels", labels)).rejects.toThrow(
    `the label of account ${town.droppers[0]} is "dropper"`,
  );
});

it("the command writes every account with a transfer, the same bytes each time", async () => {
  const [one, two] = [join(folder, "1.csv"), join(folder, "2.csv")];
  for (const out of [one, two]) {
    const stdout = await command("detect", "--out", out, "--json");
    expect(JSON.parse(stdout).ok).toBe(true);
  }
  const text = readFileSync(one, "utf8");
  expect(readFileSync(two, "utf8")).toBe(text);
  const lines = text.trim().split("\n");
  expect(lines[0]).toBe("account,score,role,cluster,reasons");
  expect(lines.length).toBe(1 + 600 + 1);
});
