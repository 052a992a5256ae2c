import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seededRandom } from "../../contract/seeded-random.ts";
import type { AccountRecord, TransferRecord } from "../../server/columns/build.ts";
import {
  CHANNELS,
  EXIT_KINDS,
  HOLDER_KINDS,
  type SharedColumns,
  type TransferColumns,
} from "../../server/columns/columns.ts";
import { readSnapshot, writeSnapshot } from "../../server/columns/snapshot.ts";
import { measuredTown } from "../../server/detection/measuring/generated-town.ts";
import type { detectInThread } from "../../server/detection/run/run-detection.ts";
import { columnsFrom } from "../support/columns.ts";

const folder = mkdtempSync(join(tmpdir(), "threads-"));
const town = measuredTown({ seed: 21, transfers: 20_000 });
/** The threads exist only in compiled code. */
let inThread: typeof detectInThread;

beforeAll(async () => {
  execFileSync(process.execPath, ["setup/build.mjs", "--server-only"], { stdio: "ignore" });
  const module = new URL("../../dist/server/detection/run/run-detection.js", import.meta.url).href;
  inThread = (await import(module)).detectInThread;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function bytes(columns: TransferColumns, threads: 1 | 2): Promise<string> {
  const options = {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    reports: town.reports,
    listed: [],
  };
  return JSON.stringify(await inThread(shared(columns), options, { threads }));
}

function shared(columns: TransferColumns): SharedColumns {
  const path = join(folder, "columns.snapshot");
  writeSnapshot(path, columns, null);
  const read = readSnapshot(path);
  if (!read) throw new Error("the snapshot is not whole");
  return read.columns;
}

/**
 * The same accounts and transfers told in another order, every row at another place in its file.
 */
function shuffled(columns: TransferColumns): TransferColumns {
  const random = seededRandom(4);
  const transfers = Array.from({ length: columns.length }, (_, row): [number, TransferRecord] => [
    random(),
    transferOf(columns, row),
  ]).sort(([a], [b]) => a - b);
  return columnsFrom(
    accountsOf(columns).reverse(),
    transfers.map(([, transfer], order) => ({ ...transfer, order })),
  );
}

function transferOf(columns: TransferColumns, row: number): TransferRecord {
  const { numbers } = columns.accounts;
  return {
    id: columns.idOf(row),
    from: numbers[columns.from[row] as number] as string,
    to: numbers[columns.to[row] as number] as string,
    amount: columns.amount[row] as bigint,
    bookedAt: columns.bookedAt[row] as number,
    channel: CHANNELS[columns.channel[row] as number] as (typeof CHANNELS)[number],
  };
}

function accountsOf({ accounts }: TransferColumns): AccountRecord[] {
  return accounts.numbers.map((number, at) => ({
    number,
    bank: accounts.bank[at] ?? null,
    holderKey: accounts.holderKeys[accounts.holder[at] as number] ?? null,
    holderKind: HOLDER_KINDS[accounts.holderKind[at] as number] as (typeof HOLDER_KINDS)[number],
    exitKind: EXIT_KINDS[(accounts.exitKind[at] as number) - 1] ?? null,
    openedAt: Number.isNaN(accounts.openedAt[at]) ? null : (accounts.openedAt[at] as number),
    phone: accounts.phone[at] ?? null,
    device: accounts.device[at] ?? null,
  }));
}

/**
 * The same dealings with every sum changed at random: nothing is passed on in like sums any more, so
 * that the shape of the network speaks in full.
 */
function withoutLikeSums(columns: TransferColumns): TransferColumns {
  const random = seededRandom(9);
  const changed = columnsFrom(
    accountsOf(columns),
    Array.from({ length: columns.length }, (_, row) => ({
      ...transferOf(columns, row),
      amount: BigInt(Math.ceil(Number(columns.amount[row]) * (0.3 + 2 * random()))),
      order: columns.order[row] as number,
    })),
  );
  return changed;
}

it("one thread or two, again and again, and rows in any order give the same bytes", async () => {
  await sameBytes(town.columns);
}, 240_000);

it("so do they where the shape of the network speaks", async () => {
  const columns = withoutLikeSums(town.columns);
  const once = await sameBytes(columns);
  const cycles = JSON.parse(once).findings.filter((one: { reasons: { family: string }[] }) =>
    one.reasons.some(({ family }) => family === "cycles"),
  );
  // What the second thread searches for is there to be found.
  expect(cycles.length).toBeGreaterThan(0);
}, 240_000);

async function sameBytes(columns: TransferColumns): Promise<string> {
  const once = await bytes(columns, 1);
  expect(JSON.parse(once).clusters.length).toBeGreaterThan(3);
  expect((await bytes(columns, 1)) === once).toBe(true);
  for (let again = 0; again < 3; again += 1) expect((await bytes(columns, 2)) === once).toBe(true);
  expect((await bytes(shuffled(columns), 2)) === once).toBe(true);
  expect((await bytes(shuffled(columns), 1)) === once).toBe(true);
  return once;
}
