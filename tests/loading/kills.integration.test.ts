import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../server/neo4j/database.ts";
import { graphHash } from "../support/graph-dump.ts";
import { killAfter, outcome, startLoad, type Victim } from "../support/killed-load.ts";
import { emptyDatabase, testDatabase, testDataDir } from "../support/neo4j.ts";

/**
 * DROPPER_GRAPH_KILLS=50 for the long form (docs/loading.md); half of the kills hit us, half the
 * database.
 */
const KILLS = Number(process.env.DROPPER_GRAPH_KILLS ?? 3);
const SEED = Number(process.env.DROPPER_GRAPH_KILLS_SEED ?? 1);
const PATIENCE = 120_000 + KILLS * 400_000;

describe("a load that is killed", () => {
  let database: Database;
  let folder: string;
  let undisturbed: { hash: string; seconds: number };

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-kills-"));
    await writeDump(folder);
    const begun = performance.now();
    const { code, err } = await outcome(startLoad(testDataDir(), folder), testDataDir());
    expect(err).not.toContain("error:");
    expect(code).toBe(0);
    undisturbed = { hash: await graphHash(database), seconds: (performance.now() - begun) / 1000 };
  }, PATIENCE);
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    `ends, begun again, with the graph of an undisturbed one (${KILLS} kills, seed ${SEED})`,
    async () => {
      const random = randomOf(SEED);
      const hits = { node: 0, neo4j: 0, inTime: 0 };
      for (let kill = 0; kill < KILLS; kill += 1) {
        await emptyDatabase(database);
        const victim: Victim = kill % 2 === 0 ? "node" : "neo4j";
        // Every fourth load makes the store anew (neo4j-admin import), the others go over Bolt.
        const border = {
          DROPPER_GRAPH_IMPORT_FROM_MB: kill % 4 === 3 || kill % 8 === 2 ? "0" : "1000",
        };
        const load = startLoad(testDataDir(), folder, border);
        const ended = outcome(load, testDataDir());
        await killAfter(load, testDataDir(), victim, random() * undisturbed.seconds * 1_000);
        const { code } = await ended;
        if (KILLS > 3)
          process.stderr.write(
            `kill ${kill} ${victim} code ${code} border ${border.DROPPER_GRAPH_IMPORT_FROM_MB}\n`,
          );
        hits[victim] += 1;
        if (code !== 0) hits.inTime += 1;
        const again = await outcome(startLoad(testDataDir(), folder, border), testDataDir());
        expect(again.code, `kill ${kill} of ${victim}: ${again.err}`).toBe(0);
        const hash = await graphHash(database);
        expect(hash, `kill ${kill} of ${victim}`).toBe(undisturbed.hash);
      }
      // Otherwise nothing was tested: at least half of the kills must have come before the end.
      expect(hits.inTime * 2).toBeGreaterThanOrEqual(KILLS);
      if (KILLS > 3) process.stderr.write(`${JSON.stringify({ ...hits, undisturbed })}\n`);
    },
    PATIENCE,
  );
});

/**
 * Numbers from 0 to 1, the same for the same seed. Source: Numerical Recipes, linear congruence
 * modulo 2^32.
 */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Part of the small town, and a second dump that overlaps with it. */
async function writeDump(folder: string): Promise<void> {
  const [header = "", ...rows] = (await readFile("fixtures/small/transfers.csv", "utf8"))
    .trimEnd()
    .split("\n");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "first.csv"), `${[header, ...rows.slice(0, 3_000)].join("\n")}\n`);
  await writeFile(
    join(folder, "second.csv"),
    `${[header, ...rows.slice(2_500, 5_000)].join("\n")}\n`,
  );
  await writeFile(join(folder, "accounts.csv"), await readFile("fixtures/small/accounts.csv"));
}
