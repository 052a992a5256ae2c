import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import { expect, it } from "vitest";
import { loadColumns } from "../../server/columns/load.ts";
import { load } from "../../server/loading/load.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { command } from "../support/served.ts";
import { watchProcesses } from "../support/spy.ts";

const TRANSFERS = [
  "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
  "p1,2026-02-05T10:10:00+05:00,100.00,KZT,P-V,P-d,transfer",
  "p2,no date,100.00,KZT,P-d,P-e,transfer",
];

async function openFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const open: string[] = [];
  for (const name of ["", ...names]) {
    const status = await stat(join(folder, name)).catch(() => undefined);
    if (status && (status.mode & 0o077) !== 0) open.push(name || ".");
  }
  return open;
}

it("a first start shows the database's password to nobody, and nothing it writes to other users", async () => {
  process.umask(0o022);
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-first-"));
  try {
    const dataDir = join(folder, "data");
    // As an earlier version left it.
    await mkdir(join(dataDir, "uploads"), { recursive: true });
    await writeFile(join(dataDir, "columns.snapshot"), "old");
    await chmod(dataDir, 0o755);
    const file = join(folder, "transfers.csv");
    await writeFile(file, `${TRANSFERS.join("\n")}\n`);
    const told: string[] = [];
    const spy = watchProcesses();
    const database = await openDatabase({
      dataDir,
      environment: {},
      log: (line) => told.push(line),
    });
    const seen = await spy.stop();
    const secret = (await readFile(join(dataDir, "neo4j/password"), "utf8")).trim();
    expect(seen.some((line) => line.includes(`--home-dir=${join(dataDir, "neo4j")}`))).toBe(true);
    expect(seen.filter((line) => line.includes(secret))).toEqual([]);
    expect(told.join("\n")).toContain("Other users could read 3 files and folders");
    await load(database, [file], { loadedBy: "tester" });
    await loadColumns(database);
    expect(await openFiles(dataDir)).toEqual([]);

    await chmod(dataDir, 0o755);
    await chmod(join(dataDir, "columns.snapshot"), 0o644);
    const doctor = await command(["doctor", "--data", dataDir, "--json"]);
    const { findings } = JSON.parse(doctor.out) as {
      findings: { check: string; detail: string }[];
    };
    expect(findings.find(({ check }) => check === "private")).toMatchObject({
      ok: true,
      detail: expect.stringContaining("until now other users could read 2"),
    });
    // For whoever helps: nothing of the loaded rows, the database's password or this machine's user.
    const bundle = join(folder, "bundle.zip");
    const made = await command(["doctor", "--data", dataDir, "--bundle", bundle]);
    expect(made.told).toContain("server-log.jsonl");
    const { files } = new PizZip(await readFile(bundle));
    const texts = Object.values(files).map((one) => one.asText());
    expect(texts).toHaveLength(8);
    for (const word of [secret, dataDir, "P-V", "100.00"])
      expect(texts.join("\n")).not.toContain(word);
    expect(files["counts.json"]?.asText()).toMatch(/"\[TRANSFER\]": "\d+"/);
    const again = await command(["doctor", "--data", dataDir, "--bundle", bundle]);
    expect([again.code, again.told]).toEqual([1, expect.stringContaining("is there already")]);
    await database.close();
    expect(await openFiles(dataDir)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
