import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columnsBuilder } from "../../columns/build.ts";
import { readSnapshot, writeSnapshot } from "../../columns/snapshot.ts";
import { DAY } from "../../time/instant.ts";
import { seededRandom } from "../random.ts";
import { detectInThread } from "../run.ts";

/**
 * `npm run bench -- detect [TRANSFERS]`: from a warm snapshot file to ranked clusters, in the worker thread, on a made-up town of a tenth as many
 * accounts over 90 days; plus writing and reading the snapshot.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const transfers = Number(words[0] ?? 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), "bench-detect-"));
  const path = join(folder, "columns.snapshot");
  const took = async <Result>(what: string, work: () => Result | Promise<Result>): Promise<Result> => {
    const begun = performance.now();
    const result = await work();
    process.stdout.write(`${what.padEnd(40)} ${((performance.now() - begun) / 1000).toFixed(2)} s\n`);
    return result;
  };
  try {
    const columns = await took(`build columns of ${transfers} transfers`, () => town(transfers));
    await took("write snapshot", () => writeSnapshot(path, columns, null));
    await took("read snapshot", () => readSnapshot(path));
    const options = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, reports: [], listed: [] };
    const result = await took("snapshot to ranked clusters", () => detectInThread(path, columns, options, {}));
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    process.stdout.write(
      `${result.ranking.length} accounts, ${result.clusters.length} clusters, ${memory} MB resident\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Shops that a third of all payments go to, five friends each, and one in five payments to anybody. */
function town(transfers: number) {
  const random = seededRandom(5);
  const accounts = Math.max(10, Math.floor(transfers / 10));
  const shops = Math.ceil(accounts / 200);
  const start = Date.UTC(2026, 0, 1);
  const number = (index: number) => `KZ${String(1e12 + index * 7919)}`;
  const builder = columnsBuilder();
  for (let index = 0; index < accounts; index += 1) {
    builder.account({
      number: number(index),
      holderKey: `H${index}`,
      holderKind: "person",
      openedAt: start - 900 * DAY,
    });
  }
  for (let at = 0; at < transfers; at += 1) {
    const payer = Math.floor(random() * accounts);
    const kind = random();
    const shop = Math.floor(shops * random() * random());
    const friend = (payer + 1 + Math.floor(random() * 5)) % accounts;
    const chosen = kind < 0.35 ? shop : kind < 0.8 ? friend : Math.floor(random() * accounts);
    builder.transfer({
      id: `T${at}`,
      from: number(payer),
      to: number(chosen === payer ? (payer + 1) % accounts : chosen),
      amount: BigInt(Math.floor(Math.exp(9 + 2 * random()) * 100)),
      bookedAt: start + Math.floor(random() * 90 * DAY),
      order: at,
    });
  }
  return builder.finish();
}
