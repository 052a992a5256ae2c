import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { TransferColumns } from "../../columns/columns.ts";
import type { Context } from "../indicators/context.ts";
import { relationPoints } from "../indicators/relation-points.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { communities, louvainCommunities } from "../ranking/communities.ts";
import { flatGraph, type WeightedEdge } from "../ranking/flat-graph.ts";
import { contextOf } from "../run/detect.ts";
import { measuredTown } from "./generated-town.ts";
import { modularity } from "./modularity.ts";

const EVER = {
  since: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  reports: [],
  listed: [],
};
const RUNS = 3;
const SCRIPT = "server/detection/measuring/networkit-plm.py";

/**
 * `npm run bench -- communities [TRANSFERS]`: Louvain as the product runs it beside NetworKit's PLM
 * on one thread, on the same graphs, best of three. The graphs are that of suspicious flow of a
 * generated town, and all its transfers as one weighted graph. Modularity of both by the same code.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const python = process.env.NETWORKIT_PYTHON;
  if (!python || !existsSync(python)) {
    process.stdout.write(
      "NetworKit is no part of this project. Get it apart, then name its python:\n" +
        "  python3 -m venv /tmp/networkit && /tmp/networkit/bin/pip install networkit\n" +
        "  NETWORKIT_PYTHON=/tmp/networkit/bin/python npm run bench -- communities\n" +
        "Without it only our own figures follow.\n",
    );
  }
  const { columns } = measuredTown({ seed: 7, transfers: Number(words[0] ?? 1_300_000) });
  const suspicious = suspiciousRelations(contextOf(columns, EVER));
  compare("graph of suspicious flow", suspicious, python);
  const [seconds, found] = best(() => communities(suspicious));
  say("  all of communities.ts, refining included", seconds, `${found.length} groups`);
  compare("all transfers", allRelations(columns), python);
}

function compare(name: string, given: readonly WeightedEdge[], python: string | undefined): void {
  const edges = together(given);
  const nodes = new Set(edges.flatMap(({ from, to }) => [from, to])).size;
  process.stdout.write(`${name}: ${nodes} accounts, ${edges.length} edges\n`);
  const [building, graph] = best(() => flatGraph(edges));
  say("  graph built", building);
  const [ours, groups] = best(() => louvainCommunities(graph));
  const own = modularity(
    edges,
    groups.map((members) => members.map((node) => graph.names[node]!)),
  );
  say(
    "  graphology-communities-louvain",
    ours,
    `modularity ${own.toFixed(4)}, ${groups.length} communities`,
  );
  if (!python || !existsSync(python)) return;
  const theirs = plm(edges, python);
  const their = modularity(edges, theirs.groups);
  say(
    `  NetworKit ${theirs.version} PLM, one thread`,
    theirs.seconds,
    `modularity ${their.toFixed(4)}`,
  );
  process.stdout.write(
    `  ${(ours / theirs.seconds).toFixed(2)} times its time (target 2.5), modularity ${(own - their).toFixed(4)} higher (target at least -0.002)\n`,
  );
}

function say(what: string, seconds: number, more = ""): void {
  process.stdout.write(
    `${what.padEnd(44)} ${(seconds * 1000).toFixed(1).padStart(9)} ms  ${more}\n`,
  );
}

function best<Result>(work: () => Result): [number, Result] {
  let least = Number.POSITIVE_INFINITY;
  let result = work();
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    result = work();
    least = Math.min(least, (performance.now() - begun) / 1000);
  }
  return [least, result];
}

/**
 * One edge for two accounts, however often and whichever way they dealt; ends numbered without
 * gaps.
 */
function together(edges: readonly WeightedEdge[]): WeightedEdge[] {
  const places = new Map<number, number>();
  const place = (account: number) => {
    const known = places.get(account);
    if (known !== undefined) return known;
    places.set(account, places.size);
    return places.size - 1;
  };
  const weights = new Map<number, number>();
  for (const { from, to, weight } of edges) {
    if (from === to) continue;
    const [a, b] = [place(from), place(to)];
    const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return [...weights].map(([key, weight]) => ({
    from: Math.floor(key / 2 ** 26),
    to: key % 2 ** 26,
    weight,
  }));
}

/**
 * Every relation heavy enough to join two accounts that stand out (clusters.ts); more of them than
 * a run looks at, all the same kind.
 */
function suspiciousRelations(context: Context): WeightedEdge[] {
  const { relations } = context;
  const carried = relationPoints(context);
  const edges: WeightedEdge[] = [];
  for (let at = 0; at < relations.count; at += 1) {
    const weight = Math.min(carried[at]!, CONSTANTS.clusters.mostTieCaps * PARAMETERS.cap);
    if (weight < PARAMETERS.tiePoints) continue;
    edges.push({ from: relations.from[at]!, to: relations.to[at]!, weight });
  }
  return edges;
}

/** Transfers between accounts, each worth one. */
function allRelations(columns: TransferColumns): WeightedEdge[] {
  const { exitKind } = columns.accounts;
  return Array.from(columns.from, (from, row) => ({
    from,
    to: columns.to[row]!,
    weight: 1,
  })).filter(({ from, to }) => exitKind[from] === 0 && exitKind[to] === 0);
}

const answer = z.object({ seconds: z.array(z.number()), version: z.string() });

function plm(
  edges: readonly WeightedEdge[],
  python: string,
): { seconds: number; version: string; groups: number[][] } {
  const folder = mkdtempSync(join(tmpdir(), "bench-communities-"));
  try {
    const [given, found] = [join(folder, "edges"), join(folder, "communities")];
    const nodes = edges.reduce((most, { from, to }) => Math.max(most, from + 1, to + 1), 0);
    const columns = [
      Int32Array.of(nodes, edges.length),
      Int32Array.from(edges, ({ from }) => from),
      Int32Array.from(edges, ({ to }) => to),
      Float64Array.from(edges, ({ weight }) => weight),
    ];
    writeFileSync(given, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
    const run = spawnSync(python, [SCRIPT, given, found], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (run.status !== 0) throw new Error(`${SCRIPT} ended with ${run.status}`);
    const { seconds, version } = answer.parse(
      JSON.parse(run.stdout.trim().split("\n").at(-1) ?? ""),
    );
    const bytes = readFileSync(found);
    const groups = new Map<number, number[]>();
    for (let node = 0; node < nodes; node += 1) {
      const community = bytes.readInt32LE(node * 4);
      const members = groups.get(community);
      if (members) members.push(node);
      else groups.set(community, [node]);
    }
    return { seconds: Math.min(...seconds), version, groups: [...groups.values()] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
