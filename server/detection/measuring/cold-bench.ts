import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Queries } from "../../../graph-queries/runner.ts";
import { snapshotPath } from "../../columns/load.ts";
import { streamNothing } from "../../columns/stream.ts";
import type { Database } from "../../neo4j/database.ts";
import { openDatabase } from "../../neo4j/open.ts";
import { startDetection } from "../run/start-detection.ts";
import { line, measured, peakMegabytes, phases } from "./bench-figures.ts";

/**
 * `npm run bench -- cold [TRANSFERS]`: a generated town is loaded into a Neo4j of its own. Then, in
 * one run, each on a server just started: the transfers are merely streamed, a row each, as anybody
 * would, once the eight values detection reads and once whole. The product's own queries follow,
 * and detection without a snapshot, up to ranked clusters and up to the stored run. The order is
 * fair to none: every server is as cold as the next.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const transfers = Number(words[0] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), "bench-cold-"));
  const dataDir = join(folder, "data");
  try {
    const dump = join(folder, "dump");
    await measured("town generated", () =>
      child([
        "dist/fixtures/generate.js",
        "--seed",
        "7",
        "--transfers",
        String(transfers),
        "--out",
        dump,
      ]),
    );
    await rm(join(dump, "labels.csv"));
    await measured("town loaded", () =>
      child(["setup/dropper-graph.mjs", "load", dump, "--data", dataDir, "--json"]),
    );
    const plain = await streaming(dataDir, (queries) =>
      count(queries.stream("columns/transfers-plainly")),
    );
    line(
      "what detection reads of transfers, into nothing",
      plain.seconds,
      `${plain.result} transfers`,
    );
    const whole = await streaming(dataDir, (queries) =>
      count(queries.stream("columns/transfers-whole")),
    );
    line("the same, each with all it holds", whole.seconds, `${whole.result} transfers`);
    const own = await streaming(dataDir, streamNothing);
    line(
      "streamed by the product's queries, into nothing",
      own.seconds,
      "accounts and holders included",
    );
    const cold = await onFreshServer(dataDir, (database) => coldDetection(database));
    for (const [phase, took] of cold.phases) line(`  ${phase}`, took);
    line(
      "cold detection, to ranked clusters",
      cold.ranked,
      times(cold.ranked, plain.seconds, whole.seconds),
    );
    line(
      "cold detection, to the stored run",
      cold.stored,
      times(cold.stored, plain.seconds, whole.seconds),
    );
    process.stdout.write(`at most ${peakMegabytes()} MB resident in this process\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function times(seconds: number, plain: number, whole: number): string {
  return `target 1.50; ${(seconds / plain).toFixed(2)} x streaming what detection reads, ${(seconds / whole).toFixed(2)} x streaming the whole transfers`;
}

async function child(words: readonly string[]): Promise<void> {
  const [code] = await once(
    spawn(process.execPath, words, { stdio: ["ignore", "ignore", "inherit"] }),
    "close",
  );
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}`);
}

async function onFreshServer<Result>(
  dataDir: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ dataDir, environment: {} });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function streaming(dataDir: string, work: (queries: Queries) => Promise<number>) {
  return onFreshServer(dataDir, async ({ queries }) => {
    const begun = performance.now();
    const result = await work(queries);
    return { result, seconds: (performance.now() - begun) / 1000 };
  });
}

async function count(rows: AsyncIterable<unknown>): Promise<number> {
  let seen = 0;
  for await (const _row of rows) seen += 1;
  return seen;
}

async function coldDetection(database: Database) {
  await rm(snapshotPath(database.dataDir), { force: true });
  const seen = phases();
  const begun = performance.now();
  await startDetection(database, {
    since: null,
    until: null,
    startedBy: "bench",
    report: ({ phase }) => seen.enter(phase),
  });
  const stored = (performance.now() - begun) / 1000;
  const found = seen.finish();
  const saving = found.find(([phase]) => phase === "saving")?.[1] ?? 0;
  return { phases: found, stored, ranked: stored - saving };
}
