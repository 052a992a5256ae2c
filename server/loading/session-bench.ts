import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../neo4j/open.ts";
import { command, generate, say } from "./bench-tools.ts";
import { load } from "./load.ts";

/** The generator gives so many transfers some 29,000 accounts. */
const TRANSFERS = 300_000;
const ACCOUNTS = 29_126;

/**
 * `npm run bench -- sessions [ROWS]`: a session log into an empty database by the command, and into
 * a running server that holds the accounts' transfers.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const rows = Number(words[0] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), "bench-sessions-"));
  const dump = join(folder, "dump");
  const log = join(dump, "sessions.csv");
  try {
    await generate(7, TRANSFERS, dump, Math.round(rows / ACCOUNTS));
    const first = await command(["load", log, "--data", join(folder, "empty")]);
    say(
      "log into an empty database, the whole command",
      first.seconds,
      `${first.result.read} rows, ${rate(first.result.read, first.seconds)}, ${first.peak} MB`,
    );
    const dataDir = join(folder, "full");
    const tables = ["accounts.csv", "transfers.csv"].map((name) => join(dump, name));
    await command(["load", ...tables, "--data", dataDir]);
    const database = await openDatabase({ dataDir, environment: {} });
    try {
      const begun = performance.now();
      const { loaded } = await load(database, [log], { loadedBy: "bench" });
      const seconds = (performance.now() - begun) / 1000;
      say("log into a running server with transfers", seconds, rate(loaded, seconds));
    } finally {
      await database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rate(rows: number, seconds: number): string {
  return `${Math.round(rows / seconds)} rows/s`;
}
