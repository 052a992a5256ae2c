import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAdmin } from "../neo4j/admin.ts";
import { openDatabase } from "../neo4j/open.ts";
import { openEngine } from "../neo4j/open-engine.ts";
import { command, generate, say } from "./bench-tools.ts";
import { accountFiles } from "./bulk/account-files.ts";
import { bulkSink } from "./bulk/bulk-sink.ts";
import { importStore } from "./bulk/import-store.ts";
import { sessionFiles } from "./bulk/session-files.ts";
import { transferFiles } from "./bulk/transfer-files.ts";
import { load } from "./load.ts";
import { hashCounter } from "./memory/hash64.ts";
import { seenFilter } from "./memory/seen-filter.ts";
import { pipeSource } from "./pipe/pipe.ts";
import { readItems } from "./reading/read-file.ts";
import { endsOf } from "./record/account-key.ts";
import type { InputFile } from "./record/input-file.ts";
import { rowRecord } from "./record/row-record.ts";
import { newRecord, type TransferRecord } from "./record/transfer-record.ts";
import { refusedRows } from "./sources/refused-rows.ts";

/** Rows that are merged the plain way; its rate does not rise with more of them. */
const MERGED = 60_000;
const BATCH = 10_000;

/**
 * Loads of MORE rows into one running server: the first finds it just started, as after every start
 * it first compiles itself.
 */
const FURTHER = 3;

/**
 * `npm run bench -- load [TRANSFERS] [MORE]`: the whole command into an empty database, beside the
 * bare import of prepared files and beside batched MERGE. Then MORE rows go into the full database,
 * by the command and into a running server. All is one run on one machine.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const transfers = Number(words[0] ?? 1_000_000);
  const more = Number(words[1] ?? 100_000);
  const folder = await mkdtemp(join(tmpdir(), "bench-load-"));
  try {
    const dump = join(folder, "dump");
    const second = join(folder, "more");
    await generate(7, transfers, dump);
    await generate(8, more, second);
    // Labels are for evaluation and reports are few: the comparison is of accounts and transfers.
    for (const name of ["labels.csv", "reports.csv"]) await rm(join(dump, name));
    const bare = await bareImport(dump, folder);
    say("bare database import of prepared files", bare);
    const whole = await command(["load", dump, "--data", join(folder, "data")]);
    say(
      "whole command, CSV to queryable",
      whole.seconds,
      `${whole.result.read} rows, ${whole.peak} MB at most`,
    );
    for (const { line, at } of whole.moments) say(`  until "${line.slice(0, 32)}"`, at);
    say("  as a multiple of the bare import", whole.seconds / bare, "", "x");
    const added = await command([
      "load",
      join(second, "transfers.csv"),
      "--data",
      join(folder, "data"),
    ]);
    const { loaded, seconds } = added.result;
    say(
      `${more} more, the whole command`,
      added.seconds,
      `${Math.round(loaded / seconds)} rows/s, start of the server included, ${added.peak} MB`,
    );
    await furtherLoads(folder, more);
    const merged = await mergeRate(await inputOf(dump), join(folder, "merge"));
    say(`batched MERGE, ${MERGED} rows`, MERGED / merged, `${Math.round(merged)} rows/s`);
    say("  whole command is faster than it by", transfers / merged / whole.seconds, "", "x");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inputOf(dump: string, name = "transfers.csv"): Promise<InputFile> {
  const path = join(dump, name);
  return { name, path, bytes: (await stat(path)).size };
}

/** The import alone, of files that are ready, into a home of its own; no server before or after. */
async function bareImport(dump: string, folder: string): Promise<number> {
  const data = join(folder, "bare");
  const files = join(data, "import");
  const home = join(data, "neo4j");
  for (const path of [files, join(home, "conf"), join(home, "data")])
    await mkdir(path, { recursive: true });
  const accounts = accountFiles(files);
  const rows = transferFiles(files);
  const sessions = sessionFiles(files);
  const shared = { accounts, transfers: rows, sessions, earlier: null, listed: hashCounter() };
  for (const [index, name] of ["accounts.csv", "transfers.csv"].entries()) {
    const input = await inputOf(dump, name);
    const seen = seenFilter(input.bytes);
    const id = String(index).repeat(64);
    const { waiting } = await pipeSource(
      input,
      bulkSink(shared, { id, sequence: index + 1, seen }),
      {
        id,
        refused: refusedRows(join(files, "refused.csv"), name, []),
        seen,
        onProgress: () => {},
      },
    );
    await waiting.close();
  }
  const prepared = [...(await accounts.finish()), ...rows.close()];
  await accounts.close();
  const admin = openAdmin(await openEngine(() => {}), home);
  const begun = performance.now();
  await importStore(admin, files, prepared, undefined);
  const seconds = (performance.now() - begun) / 1000;
  await rm(data, { recursive: true, force: true });
  return seconds;
}

async function furtherLoads(folder: string, more: number): Promise<void> {
  const database = await openDatabase({ dataDir: join(folder, "data"), environment: {} });
  try {
    for (let at = 1; at <= FURTHER; at += 1) {
      const dump = join(folder, `further-${at}`);
      await generate(8 + at, more, dump);
      const begun = performance.now();
      const { loaded } = await load(database, [join(dump, "transfers.csv")], { loadedBy: "bench" });
      const seconds = (performance.now() - begun) / 1000;
      say(
        `  ${more} more into a running server, no. ${at}`,
        seconds,
        `${Math.round(loaded / seconds)} rows/s`,
      );
    }
  } finally {
    await database.close();
  }
}

/** Rows a second of batches that merge accounts and transfers in one statement. */
async function mergeRate(input: InputFile, dataDir: string): Promise<number> {
  const database = await openDatabase({ dataDir, environment: {} });
  try {
    const rows: TransferRecord[] = [];
    for await (const items of readItems(input, {})) {
      for (const item of items) {
        if (item.kind !== "transfer" || rows.length >= MERGED) continue;
        const place = { sourceId: "0".repeat(64), order: rows.length + 1, occurrence: 1 };
        rows.push(newRecord(rowRecord(item, endsOf(item), place)));
      }
      if (rows.length >= MERGED) break;
    }
    const begun = performance.now();
    for (let at = 0; at < rows.length; at += BATCH) {
      await database.queries.run("loading/bench-merge", { rows: rows.slice(at, at + BATCH) });
    }
    return rows.length / ((performance.now() - begun) / 1000);
  } finally {
    await database.close();
  }
}
