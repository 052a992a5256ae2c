import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seededRandom } from "../../contract/seeded-random.ts";
import type { TransferRecord } from "../../server/columns/build.ts";
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
  const { accounts } = columns;
  const random = seededRandom(4);
  const transfers = Array.from({ length: columns.length }, (_, row): [number, TransferRecord] => [
    random(),
    {
      id: columns.idOf(row),
      from: accounts.numbers[columns.from[row] as number] as string,
      to: accounts.numbers[columns.to[row] as number] as string,
      amount: columns.amount[row] as bigint,
      bookedAt: columns.bookedAt[row] as number,
      channel: CHANNELS[columns.channel[row] as number] as (typeof CHANNELS)[number],
    },
  ]).sort(([a], [b]) => a - b);
  const told = accounts.numbers.map((number, at) => ({
    number,
    bank: accounts.bank[at] ?? null,
    holderKey: accounts.holderKeys[accounts.holder[at] as number] ?? null,
    holderKind: HOLDER_KINDS[accounts.holderKind[at] as number] as (typeof HOLDER_KINDS)[number],
    exitKind: EXIT_KINDS[(accounts.exitKind[at] as number) - 1] ?? null,
    openedAt: Number.isNaN(accounts.openedAt[at]) ? null : (accounts.openedAt[at] as number),
    phone: accounts.phone[at] ?? null,
    device: accounts.device[at] ?? null,
  }));
  return columnsFrom(
    told.reverse(),
    transfers.map(([, transfer], order) => ({ ...transfer, order })),
  );
}

it("one thread or two, again and again, and rows in any order give the same bytes", async () => {
  const once = await bytes(town.columns, 1);
  expect(JSON.parse(once).clusters.length).toBeGreaterThan(3);
  const cycles = JSON.parse(once).findings.filter((one: { reasons: { family: string }[] }) =>
    one.reasons.some(({ family }) => family === "cycles"),
  );
  // What the second thread searches for is there to be found.
  expect(cycles.length).toBeGreaterThan(0);
  expect((await bytes(town.columns, 1)) === once).toBe(true);
  for (let again = 0; again < 3; again += 1)
    expect((await bytes(town.columns, 2)) === once).toBe(true);
  expect((await bytes(shuffled(town.columns), 2)) === once).toBe(true);
  expect((await bytes(shuffled(town.columns), 1)) === once).toBe(true);
});
