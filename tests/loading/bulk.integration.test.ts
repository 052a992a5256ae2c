import { appendFileSync } from "node:fs";
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
const LOG_AGAIN = ".again/log.csv";
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
    const log = await put(join(folder, LOG_AGAIN));
    expect(log).toMatchObject({ loaded: 1, rejected: 0 });
    await withdraw(database, "log.csv", { withdrawnBy: "test", at: 1 });
    expect(withoutCounts(await graphDump(database))).toEqual(withoutCounts(bolt));
  });

  it("takes nothing of a file that is written to while it is read, and leaves the store as it was", {
    timeout: 300_000,
  }, async () => {
    await emptyDatabase(database);
    const before = await graphDump(database);
    const path = join(folder, ".again", "growing.csv");
    await writeFile(path, await readFile(join(SMALL, "transfers.csv")));
    process.env[BORDER] = "0";
    let grown = false;
    const report = ({ phase }: { phase: string }) => {
      if (phase !== "reading" || grown) return;
      grown = true;
      appendFileSync(path, "\n");
    };
    await expect(load(database, [path], { loadedBy: "test", report })).rejects.toMatchObject({
      code: "file-changed",
    });
    expect(grown).toBe(true);
    expect(await graphDump(database)).toEqual(before);
    const whole = await put(path);
    expect(whole.loaded).toBeGreaterThan(10_000);
  });
});

const LOG_HEADER = "account,iin,at,event,device_id,model,ip,phone,place,channel";

/** A session log with a repeated row, an unreadable one, and one that names only the person. */
function sessionLog(rows: readonly string[]): string[] {
  const [first = ""] = rows;
  const account = first.slice(0, first.indexOf(","));
  const device = first.split(",")[3];
  return [
    LOG_HEADER,
    ...rows.map((row, at) => `${row.replace(",", ",,")},${at % 5 === 0 ? "web" : ""}`),
    `${first.replace(",", ",,")},web`,
    `${account},,2026-03-31T10:00:00+05:00,login,${device},"Renamed, ""model""",,,,`,
    `${account},,2026-02-01,password-reset,,,,,"Abay 5,\nsecond floor",`,
    `,660817419154,2026-03-02T10:00:00+05:00,login,${device},,203.0.113.7:443,,,`,
    `${account},,2026-03-02T10:00:00+05:00,login,${device},,not an address,,,`,
  ];
}

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
  const log = (await readFile(join(SMALL, "sessions.csv"), "utf8")).trimEnd().split("\n");
  await write("sessions.csv", sessionLog(log.slice(1, 3_000)));
  // Hidden: not part of the folder's load.
  await mkdir(join(folder, ".again"), { recursive: true });
  await writeFile(join(folder, LOG_AGAIN), `${[log[0], ...log.slice(2_900, 3_001)].join("\n")}\n`);
  await writeFile(join(folder, AGAIN), `${[header, ...rows.slice(100, 600)].join("\n")}\n`);
}

function withoutCounts(lines: readonly string[]): string[] {
  return lines.map((line) => line.replaceAll(/"(loaded|duplicates)":"\d+",?/g, ""));
}
