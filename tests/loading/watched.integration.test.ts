import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openJobs } from "../../server/jobs/registry.ts";
import { listSources } from "../../server/loading/sources/sources.store.ts";
import { checkWatched, WATCHED, watchFolder } from "../../server/loading/watched/watch-folder.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { refusalOf, writeZip } from "../support/reading.ts";

let database: Database;
let folder: string;
let stop: AbortController;
let jobs: ReturnType<typeof openJobs>;
let watching: Promise<void>;
let told: string[];
let changes: string[];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyDatabase(database);
  folder = await mkdtemp(join(tmpdir(), "watched-"));
  stop = new AbortController();
  jobs = openJobs();
  told = [];
  changes = [];
});
afterEach(async () => {
  stop.abort();
  await watching;
  await jobs.close();
  await rm(folder, { recursive: true, force: true });
});

const HEADING = "booked_at,from_account,to_account,amount,currency";
const row = (amount: string) => `2026-03-04T09:05:07+05:00,ACC-1,ACC-2,${amount},KZT`;
const table = (...amounts: string[]) => `${[HEADING, ...amounts.map(row)].join("\n")}\n`;

function watch() {
  const options = {
    folder,
    signal: stop.signal,
    every: 30,
    tell: (line: string) => told.push(line),
  };
  watching = watchFolder({ database, jobs, changed: async (by) => void changes.push(by) }, options);
}

/** Paths under the folder, without the day. */
async function lying(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.replace(/\d{4}-\d\d-\d\d/, "DAY"))
    .sort();
}
const settled = (paths: readonly string[]) =>
  expect.poll(lying, { timeout: 30_000, interval: 50 }).toEqual(paths);
const reasonOf = async (name: string) => {
  const day = new Date().toISOString().slice(0, 10);
  return readFile(join(folder, "refused", day, name), "utf8");
};

describe("a watched folder", () => {
  it("loads what is put there and moves it away, with refused rows or the reason beside it", async () => {
    watch();
    await writeFile(join(folder, "good.csv"), table("10.00", "20.00"));
    await writeFile(join(folder, "dirty.csv"), table("30.00", "no amount"));
    await writeFile(join(folder, "letter.txt"), "Добрый день, выписку пришлём завтра.\n");
    await settled([
      "done/DAY/dirty.csv",
      "done/DAY/dirty.csv-refused-rows.csv",
      "done/DAY/good.csv",
      "refused/DAY/letter.txt",
      "refused/DAY/letter.txt.reason.txt",
    ]);
    expect(await reasonOf("letter.txt.reason.txt")).toMatch(/letter\.txt holds no table.*\n.+/);
    const sources = await listSources(database.queries);
    expect(
      sources
        .map(({ fileName, loaded, rejected, loadedBy }) => [fileName, loaded, rejected, loadedBy])
        .sort(),
    ).toEqual([
      ["dirty.csv", 1, 1, WATCHED],
      ["good.csv", 2, 0, WATCHED],
    ]);
    // Claims follow the data after each load.
    expect(changes).toEqual([WATCHED, WATCHED]);
  });

  it("waits until a file is complete, and leaves hidden, half-written and linked ones alone", async () => {
    const [growing, elsewhere] = [join(folder, "growing.csv"), join(tmpdir(), "elsewhere.csv")];
    await writeFile(elsewhere, table("1.00"));
    await symlink(elsewhere, join(folder, "link.csv"));
    await mkdir(join(folder, "with-link"));
    await symlink(elsewhere, join(folder, "with-link", "b.csv"));
    await writeFile(join(folder, "a.csv.part"), table("1.00"));
    await writeFile(join(folder, ".hidden.csv"), table("1.00"));
    await writeFile(growing, table("1.00"));
    watch();
    for (let second = 1; second <= 20; second++) {
      await utimes(growing, second, second);
      await new Promise((resolve) => setTimeout(resolve, 15));
      expect(await lying()).toContain("growing.csv");
    }
    await writeFile(growing, table("1.00", "2.00"));
    await settled([
      ".hidden.csv",
      "a.csv.part",
      "done/DAY/growing.csv",
      "link.csv",
      "with-link/b.csv",
    ]);
    expect((await listSources(database.queries)).map(({ loaded }) => loaded)).toEqual([2]);
    await rm(elsewhere);
  });

  it("takes folders and archives whole; of one with a bad file the others are loaded, and said", async () => {
    await mkdir(join(folder, "answer", "march"), { recursive: true });
    await writeFile(join(folder, "answer", "march", "a.csv"), table("1.00"));
    await writeZip(join(folder, "mixed.zip"), { "b.csv": table("2.00"), "c.txt": "привет\n" });
    watch();
    await settled([
      "done/DAY/answer/march/a.csv",
      "refused/DAY/mixed.zip",
      "refused/DAY/mixed.zip.reason.txt",
    ]);
    const reason = await reasonOf("mixed.zip.reason.txt");
    expect(reason).toContain("mixed.zip/c.txt\n");
    expect(reason).toContain("Loaded from it: 1 of 2 files.");
    expect((await listSources(database.queries)).map(({ loaded }) => loaded)).toEqual([1, 1]);
  });

  it("writes over nothing: the same name twice, the same bytes twice", async () => {
    watch();
    await writeFile(join(folder, "a.csv"), table("1.00"));
    await settled(["done/DAY/a.csv"]);
    await writeFile(join(folder, "a.csv"), table("2.00"));
    await settled(["done/DAY/a-2.csv", "done/DAY/a.csv"]);
    await writeFile(join(folder, "a.csv"), table("1.00"));
    await settled(["done/DAY/a-2.csv", "done/DAY/a-3.csv", "done/DAY/a.csv"]);
    expect((await listSources(database.queries)).length).toBe(2);
  });

  it("leaves a file whose load a person cancelled, until it changes", async () => {
    const start = jobs.start.bind(jobs);
    jobs.start = (...job) => {
      const started = start(...job);
      jobs.cancel(started.id);
      return started;
    };
    await writeFile(join(folder, "a.csv"), table("1.00"));
    watch();
    await expect.poll(() => told.join("\n"), { timeout: 10_000 }).toContain("was cancelled");
    const count = jobs.list().length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(jobs.list().length).toBe(count);
    expect(await lying()).toEqual(["a.csv"]);
    jobs.start = start;
    await writeFile(join(folder, "a.csv"), table("1.00", "2.00"));
    await settled(["done/DAY/a.csv"]);
  });

  it("is refused where it is no folder or mixed with the data folder", async () => {
    watching = Promise.resolve();
    const { dataDir } = database;
    for (const path of [join(folder, "none"), dataDir, join(dataDir, "uploads"), tmpdir()]) {
      await mkdir(join(dataDir, "uploads"), { recursive: true });
      const { code } = await refusalOf(() => checkWatched(path, dataDir));
      expect([path, code]).toEqual([path, "folder-not-watchable"]);
    }
    expect(await checkWatched(folder, dataDir)).toBe(folder);
  });
});
