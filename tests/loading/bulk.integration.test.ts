import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../server/loading/load.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { graphDump } from "../support/graph-dump.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const SMALL = "fixtures/small";
const AGAIN = ".again/again.csv";
const BORDER = "DROPPER_GRAPH_IMPORT_FROM_MB";

describe("loading into an empty database", () => {
  let database: Database;
  let folder: string;
  const put = (from: string) => load(database, [from], { loadedBy: "test" });

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-bulk-"));
    await writeFiles(folder);
  });
  afterEach(() => {
    delete process.env[BORDER];
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("gives the same graph whether the store is made anew or rows go in over Bolt", {
    timeout: 300_000,
  }, async () => {
    // The overlap, the repeated row, and the one with another id in the same second; the changed
    // and the unreadable one.
    const counts = { duplicates: 300 + 2, rejected: 2 };
    process.env[BORDER] = "1000000";
    const overBolt = await put(folder);
    const bolt = await graphDump(database);
    expect(overBolt.read).toBe(overBolt.loaded + overBolt.duplicates + overBolt.rejected);
    const transfers = overBolt.files.filter((file) => file.kind === "transfers");
    expect(transfers.reduce((sum, file) => sum + file.duplicates, 0)).toBe(counts.duplicates);
    expect(transfers.reduce((sum, file) => sum + file.rejected, 0)).toBe(counts.rejected);

    await emptyDatabase(database);
    process.env[BORDER] = "0";
    const imported = await put(folder);
    const bulk = await graphDump(database);
    expect(bulk).toEqual(bolt);
    expect(
      imported.files.map(({ loaded, duplicates, rejected }) => [loaded, duplicates, rejected]),
    ).toEqual(
      overBolt.files.map(({ loaded, duplicates, rejected }) => [loaded, duplicates, rejected]),
    );

    // The constraint is in force again: the same rows in another file add nothing.
    const again = await put(join(folder, AGAIN));
    expect(again).toMatchObject({ loaded: 0, rejected: 0 });
    await withdraw(database, "again.csv", { withdrawnBy: "test", at: 1 });
    expect(withoutCounts(await graphDump(database))).toEqual(withoutCounts(bolt));
  });
});

/**
 * Two overlapping dumps, one with a repeated id, a changed row and an unreadable one; purposes with
 * commas, quotes, newlines.
 */
async function writeFiles(folder: string): Promise<void> {
  const [header = "", ...rows] = (await readFile(join(SMALL, "transfers.csv"), "utf8"))
    .trimEnd()
    .split("\n");
  const extra = (row: string, at: number) => `${row},branch ${at % 7}`;
  const odd = (rows[0] ?? "")
    .replace(/^[^,]*/, "odd-1")
    .replace(/[^,]*$/, '"a, ""b"" and\na second line; 1\u20442"');
  const changed = (rows[10] ?? "").replace(/^([^,]*,[^,]*),[^,]*/, "$1,7.77");
  const bad = (rows[11] ?? "").replace(/^[^,]*,[^,]*/, "bad-1,yesterday");
  const first = rows.slice(0, 3_000);
  const second = [
    ...rows.slice(2_700, 4_200),
    odd,
    changed,
    bad,
    rows[3_500] ?? "",
    odd.replace("odd-1", "odd-2"),
  ];
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, name), `${lines.join("\n")}\n`);
  await write("first.csv", [`${header},branch`, ...first.map(extra)]);
  await write("second.csv", [header, ...second]);
  for (const name of ["accounts.csv", "reports.csv", "labels.csv"]) {
    await writeFile(join(folder, name), await readFile(join(SMALL, name)));
  }
  // Hidden: not part of the folder's load.
  await mkdir(join(folder, ".again"), { recursive: true });
  await writeFile(join(folder, AGAIN), `${[header, ...rows.slice(100, 600)].join("\n")}\n`);
}

function withoutCounts(lines: readonly string[]): string[] {
  return lines.map((line) => line.replaceAll(/"(loaded|duplicates)":"\d+",?/g, ""));
}
