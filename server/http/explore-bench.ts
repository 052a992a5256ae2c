import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { count } from "../../graph-queries/row-values.ts";
import { startDetection } from "../detection/run/start-detection.ts";
import { accountCard } from "../exploring/card.store.ts";
import { expandStage, growAround } from "../exploring/growing.store.ts";
import { moneyOf } from "../exploring/money.ts";
import { search } from "../exploring/search.store.ts";
import { command, generate } from "../loading/bench-tools.ts";
import type { Database } from "../neo4j/database.ts";
import { openDatabase } from "../neo4j/open.ts";
import { cachedData } from "../tracing/data-cache.ts";

/** Accounts asked for; of these the first tenth are those with most transfers. */
const ASKED = 200;
/** Times each question is asked; the median of an account's answers counts. */
const ROUNDS = 3;

const accountRow = z.object({ number: z.string(), name: z.string(), degree: count });

/**
 * `npm run bench -- explore [TRANSFERS] [DIR]`: how long Explore's answers take in a made-up town,
 * or in the data folder DIR, for 200 accounts, hubs among them. Search by name and by number, the
 * account card, and two expansions one after the other.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const transfers = Number(words[0] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), "bench-explore-"));
  const dataDir = words[1] ?? join(folder, "data");
  try {
    if (words[1] === undefined) await fill(transfers, folder, dataDir);
    const database = await openDatabase({ dataDir, log: () => {} });
    try {
      if (words[1] === undefined)
        await startDetection(database, { since: null, until: null, startedBy: "bench" });
      await measure(database);
    } finally {
      await database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(transfers: number, folder: string, dataDir: string): Promise<void> {
  const dump = join(folder, "dump");
  await generate(7, transfers, dump);
  await command(["load", dump, "--data", dataDir]);
}

async function measure(database: Database): Promise<void> {
  const { queries } = database;
  // As in an office where somebody has traced since the last load.
  await cachedData(database);
  const accounts = await queries.read(
    "support/bench-accounts",
    { most: BigInt(ASKED) },
    accountRow,
  );
  process.stdout.write(
    `${accounts.length} accounts, the largest with ${accounts[0]?.degree} transfers\n`,
  );
  const questions: Readonly<Record<string, (one: z.infer<typeof accountRow>) => Promise<unknown>>> =
    {
      "search by name": ({ name }) => search(queries, name, 12),
      "search by number": ({ number }) => search(queries, number, 12),
      "search by four last digits": ({ number }) => search(queries, number.slice(-4), 12),
      "account card": async ({ number }) =>
        accountCard(queries, number, undefined, {}, await moneyOf(database, [number])),
      "two expansions": async ({ number }) => {
        const one = { account: number, direction: "both", limit: 40, letGo: true } as const;
        const money = await moneyOf(database, [number]);
        const first = await expandStage(queries, { ...one, known: [number] }, money);
        const shown = first.nodes.map((node) => node.number);
        const more = { direction: "both", common: false, limit: 40 } as const;
        const asked = { ...more, accounts: shown, known: [number, ...shown] };
        await growAround(queries, asked, await moneyOf(database, asked.known));
      },
    };
  for (const [what, ask] of Object.entries(questions)) {
    const times: number[] = [];
    for (const account of accounts) {
      const own: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const begun = performance.now();
        await ask(account);
        own.push(performance.now() - begun);
      }
      times.push(median(own));
    }
    times.sort((a, b) => a - b);
    const at = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(0);
    process.stdout.write(
      `${what.padEnd(28)} median ${at(0.5).padStart(5)} ms  p95 ${at(0.95).padStart(5)} ms  most ${at(1).padStart(5)} ms\n`,
    );
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
