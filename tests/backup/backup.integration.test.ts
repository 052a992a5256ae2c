import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit, verifyAudit } from "../../server/audit/audit.ts";
import { writeArchive } from "../../server/backup/archive.ts";
import { lastBackup, makeBackup } from "../../server/backup/make-backup.ts";
import { filesOf } from "../../server/backup/manifest.ts";
import { identitiesOf, makeBackupKey, recipientsOf } from "../../server/backup/recipients.ts";
import { restoreBackup } from "../../server/backup/restore-backup.ts";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { graphDump } from "../support/graph-dump.ts";
import { command, startServed } from "../support/served.ts";

const ROWS = [
  "transfer_id,booked_at,amount,currency,from_account,to_account,channel,from_name,to_name",
  "b1,2026-02-05T10:10:00+05:00,100.00,KZT,B-V,B-d,transfer,Асель,Данияр",
  "b2,2026-02-05T11:10:00+05:00,90.50,KZT,B-d,B-e,transfer,Данияр,Ержан",
];
const MORE = [ROWS[0], "b3,2026-02-06T10:00:00+05:00,7.00,USD,B-e,B-f,transfer,Ержан,Файзулла"];
/** A migration that changes nothing where it ran before. */
const LATEST = "640-retention";
/** Beside the database, as the product keeps it. */
const BESIDE = {
  "case-files/ab/abcdef": "a file of a case",
  "templates/papers/claim-statement.ru.txt": "текст прокуратуры",
  "office.json": "{}",
  "logs/old.log": "not kept",
};

let folder: string;
let dataDir: string;
let backups: string;
let key: string;
let made: Awaited<ReturnType<typeof makeBackup>>;
let before: { graph: readonly string[]; audited: number };

const opened = async <Result>(at: string, work: (database: Database) => Promise<Result>) => {
  const database = await openDatabase({ dataDir: at, environment: {}, whileRecovering: "wait" });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};
const stateOf = async (database: Database) => {
  const { ok, entries } = await verifyAudit(database);
  expect(ok).toBe(true);
  return { graph: await graphDump(database), audited: entries };
};
const restored = async (at: string, file = made.file, rollBack = false) =>
  restoreBackup({
    file,
    dataDir: at,
    identities: await identitiesOf(key),
    rollBack,
    by: "tester",
    at: Date.parse("2026-11-29T15:00:00Z"),
  });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-backup-"));
  [dataDir, backups, key] = ["data", "disk/backups", "office.key"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await mkdir(dataDir);
  for (const [name, text] of Object.entries(BESIDE)) {
    await mkdir(dirname(join(dataDir, name)), { recursive: true });
    await writeFile(join(dataDir, name), text);
  }
  await writeFile(join(folder, "rows.csv"), ROWS.join("\n"));
  await writeFile(join(folder, "more.csv"), MORE.join("\n"));
  await makeBackupKey(dataDir, key);
  await opened(dataDir, async (database) => {
    await load(database, [join(folder, "rows.csv")], { loadedBy: "tester" });
    await audit(database, { who: "tester", what: "load", target: "rows.csv" });
    before = await stateOf(database);
    const at = Date.parse("2026-11-29T12:00:00Z");
    made = await makeBackup(database, { to: backups, withKeys: false, by: "tester", at });
    // After the backup come one load and three steps, the note of the backup among them.
    await load(database, [join(folder, "more.csv")], { loadedBy: "tester" });
    for (const what of ["load", "decide"]) await audit(database, { who: "tester", what });
  });
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a backup", () => {
  it("says what it holds, is written down, and leaves nothing beside it", async () => {
    expect(await readdir(backups)).toEqual(["dropper-graph-2026-11-29-120000Z.tar.gz.age"]);
    const names = made.manifest.files.map(({ name }) => name);
    expect(names).toContain("case-files/ab/abcdef");
    expect(names.filter((name) => /^(logs|keys|backup-work)/.test(name))).toEqual([]);
    expect(made.manifest.facts).toMatchObject({
      money: [{ currency: "KZT", sum: "19050", transfers: 2 }],
      audit: { seq: before.audited, intact: true },
    });
    expect(await lastBackup(dataDir)).toMatchObject({ file: made.file, sha256: made.sha256 });
    expect(existsSync(join(dataDir, "backup-work"))).toBe(false);
    expect(await codeOf(makeBackupKey(dataDir, key))).toBe("key-file-exists");
  });

  it("comes back in an empty folder as it was: graph, files, audit log", async () => {
    const at = join(folder, "elsewhere/data");
    const { former, from, to } = await restored(at);
    expect({ former, from, to }).toEqual({ former: null, from: 0, to: before.audited });
    const now = await opened(at, stateOf);
    expect(now.graph).toEqual(before.graph);
    // One more: the restoring itself.
    expect(now.audited).toBe(before.audited + 1);
    for (const [name, text] of Object.entries(BESIDE))
      if (!name.startsWith("logs/")) expect(await readFile(join(at, name), "utf8")).toBe(text);
  });

  it("is refused where the folder knows more, and the folder stays as it is", async () => {
    const files = await filesOf(dataDir);
    expect(await codeOf(restored(dataDir))).toBe("backup-older");
    expect(await filesOf(dataDir)).toEqual(files);
    expect(existsSync(`${dataDir}.restoring`)).toBe(false);
  });

  it("is refused damaged, and the folder stays as it is", async () => {
    const whole = await readFile(made.file);
    const path = join(folder, "damaged.tar.gz.age");
    const files = await filesOf(dataDir);
    for (let sample = 0; sample < 10; sample += 1) {
      const changed = Buffer.from(whole);
      const at = Math.floor(((sample + 0.5) * whole.length) / 10);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(path, changed);
      expect(await codeOf(restored(dataDir, path, true)), `byte ${at}`).toMatch(/^backup-/);
    }
    expect(await filesOf(dataDir)).toEqual(files);
  });

  it("is refused where a newer version made it, or its figures are not those of its store", async () => {
    const at = join(folder, "unpacked");
    await restored(at);
    for (const name of ["conf", "logs", "leases", "server.json"])
      await rm(join(at, "neo4j", name), { recursive: true, force: true });
    const { facts, migrations } = made.manifest;
    const changes = {
      "backup-newer": { migrations: [...migrations, "999-later"] },
      "backup-differs": {
        facts: { ...facts, money: [{ currency: "KZT", sum: "19051", transfers: 2 }] },
      },
    };
    for (const [code, change] of Object.entries(changes)) {
      const path = join(folder, `${code}.tar.gz.age`);
      const manifest = { ...made.manifest, ...change, files: await filesOf(at) };
      await writeArchive(path, at, manifest, await recipientsOf(dataDir));
      expect(await codeOf(restored(join(folder, "nowhere"), path))).toBe(code);
      expect(existsSync(join(folder, "nowhere"))).toBe(false);
    }
  });

  it("takes the folder back to it when told to, keeps what was there, and says so in the log", async () => {
    const { former, from, to } = await restored(dataDir, made.file, true);
    expect([from, to]).toEqual([before.audited + 3, before.audited]);
    expect((await opened(dataDir, stateOf)).graph).toEqual(before.graph);
    const log = (await readFile(join(dataDir, "audit.jsonl"), "utf8")).trim().split("\n");
    const last = JSON.parse(log.at(-1) ?? "") as { what: string; details: string };
    expect(last.what).toBe("restore");
    expect(JSON.parse(last.details)).toMatchObject({ from, to });
    const kept = await opened(former ?? "", stateOf);
    expect(kept.graph.some((line) => line.includes("b3"))).toBe(true);
  });
});

describe("a newer version", () => {
  const at = () => join(folder, "elsewhere/data");
  const kept = () => join(at(), "before-upgrade");
  const isOlder = () =>
    opened(at(), ({ queries }) =>
      queries.schema([`MATCH (m:Migration {name: '${LATEST}'}) DELETE m`]),
    );

  it("keeps the store as it was before it changes it, and another one only for the next upgrade", async () => {
    expect(existsSync(kept())).toBe(false);
    const was = await opened(at(), stateOf);
    await isOlder();
    expect(await opened(at(), stateOf)).toEqual(was);
    const note = await readFile(join(kept(), "upgrade.json"), "utf8");
    expect(JSON.parse(note)).toMatchObject({ pending: [LATEST] });
    // The same upgrade, which was cut off: the copy is not overwritten by what is half done.
    await isOlder();
    await opened(at(), async () => {});
    expect(await readFile(join(kept(), "upgrade.json"), "utf8")).toBe(note);
    // The way back, as docs/backup.md says: the store of the former version opens.
    await rm(join(at(), "neo4j/data"), { recursive: true });
    await rename(join(kept(), "data"), join(at(), "neo4j/data"));
    expect((await opened(at(), stateOf)).graph).toEqual(was.graph);
  });
});

describe("beside a running server", () => {
  it("a backup stops it for a moment, says so, and keeps as many as asked; a restore is refused", async () => {
    const served = await startServed(["serve", "--data", dataDir, "--port", "0"]);
    try {
      const health = async () => {
        const answer = await fetch(`${served.address}/api/health`);
        return ((await answer.json()) as { database: string }).database;
      };
      const words = ["backup", "--to", backups, "--keep", "1", "--data", dataDir, "--json"];
      const done = await command(words);
      expect(done.code, done.told).toBe(0);
      expect(served.told()).toContain("stopped for a backup");
      expect(served.told()).not.toContain("unexpectedly");
      expect(await readdir(backups)).toHaveLength(1);
      const { file } = JSON.parse(done.out) as { file: string };
      expect(file).not.toBe(made.file);
      const refused = await command(["restore", file, "--key", key, "--data", dataDir, "--json"]);
      expect(JSON.parse(refused.out)).toMatchObject({ error: { code: "data-folder-in-use" } });
      expect(await health()).toBe("ready");
    } finally {
      await served.stop();
    }
  });
});
