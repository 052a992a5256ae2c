import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../neo4j/database.ts";
import { openDatabase } from "../neo4j/open.ts";
import { audit, verifyAudit } from "./audit.ts";

const AT_ONCE = [50, 100, 200, 500];
/** The sizes take turns, so that a machine that becomes slower slows all of them. */
const ROUNDS = 5;

/**
 * `npm run bench -- audit [ROUNDS]`: entries of the audit log that are written at once through two
 * connections, as two programs on one data folder do. Time for each entry, by how many are at once.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const rounds = Number(words[0] ?? ROUNDS);
  const dataDir = await mkdtemp(join(tmpdir(), "bench-audit-"));
  try {
    const first = await openDatabase({ dataDir, log: () => {} });
    const second = await openDatabase({ dataDir, log: () => {}, whileRecovering: "wait" });
    try {
      for (let warm = 0; warm < 3; warm += 1) await together([first, second], 100);
      const times = new Map(AT_ONCE.map((many) => [many, [] as number[]]));
      for (let round = 0; round < rounds; round += 1)
        for (const many of AT_ONCE)
          times.get(many)?.push((await together([first, second], many)) / many);
      const medians = AT_ONCE.map((many) => median(times.get(many) ?? []));
      for (const [at, many] of AT_ONCE.entries()) {
        const each = medians[at] as number;
        const all = (times.get(many) ?? []).map((one) => one.toFixed(1)).join(" ");
        process.stdout.write(
          `${String(many).padStart(4)} at once  ${each.toFixed(2)} ms an entry, ` +
            `${(each / (medians[0] as number)).toFixed(2)} of that of ${AT_ONCE[0]}  (${all})\n`,
        );
      }
      const { ok, entries } = await verifyAudit(first);
      process.stdout.write(`${entries} entries, ${ok ? "one chain" : "BROKEN"}\n`);
    } finally {
      await second.close();
      await first.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function together(databases: readonly Database[], many: number): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: many }, (_, at) =>
      audit(databases[at % databases.length] as Database, {
        who: "bench",
        what: "decide",
        target: `K${at}`,
      }),
    ),
  );
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
