import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadColumns, snapshotPath } from "../../server/columns/load.ts";
import { findPaths } from "../../server/exploring/paths.store.ts";
import { nodesOf } from "../../server/exploring/stage.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { stopsOf } from "../../server/tracing/stops.ts";
import { readFacts } from "../../server/tracing/tracing.store.ts";
import { testDatabase } from "../support/neo4j.ts";
import {
  fill,
  type Scene,
  type SceneAccount,
  type SceneTransfer,
  scene,
} from "../support/scene.ts";

/** Accounts that each end a trace for a reason of their own, with few transfers. */
const REASONS: readonly (Pick<SceneAccount, "number" | "holderKind" | "kind"> & {
  readonly channel: SceneTransfer["channel"];
  readonly stop: string | null;
})[] = [
  {
    number: "LISTED-BILLER",
    holderKind: "person",
    kind: " Utility ",
    channel: "transfer",
    stop: "merchant",
  },
  {
    number: "LISTED-BANK",
    holderKind: "organisation",
    kind: "эскроу",
    channel: "transfer",
    stop: "pooled",
  },
  {
    number: "LISTED-ATM",
    holderKind: "organisation",
    kind: "ATM",
    channel: "cash",
    stop: "terminal",
  },
  { number: "PAID-BY-CARD", holderKind: "organisation", channel: "pos", stop: "merchant" },
  { number: "PAID-IN-COIN", holderKind: "organisation", channel: "crypto", stop: "exchange" },
  { number: "PERSON-BY-CARD", holderKind: "person", channel: "pos", stop: null },
  { number: "SMALL-FIRM", holderKind: "organisation", channel: "transfer", stop: null },
  {
    number: "ODD-KIND",
    holderKind: "organisation",
    kind: "constructor",
    channel: "transfer",
    stop: null,
  },
];

/** Through each of them money runs from FROM to TO. */
function town(): Scene {
  const plain = scene({ people: 60, planted: false });
  const account = (number: string, change: Partial<SceneAccount> = {}): SceneAccount => ({
    number,
    holder: `H-${number}`,
    holderKind: "person",
    exit: null,
    phone: null,
    device: null,
    openedAt: null,
    ...change,
  });
  const start = Date.parse("2026-02-01T10:00:00+05:00");
  const transfers = REASONS.flatMap(({ number, channel }, index): SceneTransfer[] => {
    const at = start + index * 60_000;
    const [into, on] = [
      { from: "FROM", to: number, channel, bookedAt: at },
      { from: number, to: "TO", channel: "transfer" as const, bookedAt: at + 1_000 },
    ];
    return [
      { ...into, id: `into-${number}`, amount: 100_000n },
      { ...on, id: `on-${number}`, amount: 100_000n },
    ];
  });
  return {
    ...plain,
    accounts: [
      ...plain.accounts,
      account("FROM"),
      account("TO"),
      ...REASONS.map(({ number, holderKind, kind }) =>
        account(number, { holderKind, ...(kind === undefined ? {} : { kind }) }),
      ),
    ],
    transfers: [...plain.transfers, ...transfers],
  };
}

let database: Database;
const filled = town();

beforeAll(async () => {
  database = await testDatabase();
  rmSync(snapshotPath(database.dataDir), { force: true });
  await fill(database, filled);
});
afterAll(() => database.close());

describe("following money", () => {
  it("ends at the same accounts on the stage and in a trace", async () => {
    const numbers = filled.accounts.map((one) => one.number);
    const columns = await loadColumns(database, {});
    const traced = stopsOf(columns, (await readFacts(database.queries)).marked);
    const stage = await nodesOf(database.queries, numbers, null);
    const byTrace = (number: string) => traced.get(columns.accounts.indexOf(number) ?? -1) ?? null;
    for (const node of stage)
      expect([node.number, node.stop]).toEqual([node.number, byTrace(node.number)]);
    const stopAt = new Map(stage.map((node) => [node.number, node.stop]));
    for (const { number, stop } of REASONS)
      expect([number, stopAt.get(number)]).toEqual([number, stop]);
    expect(stopAt.get(filled.shop)).toBe("merchant");
  });

  it.each(["shortest", "time-respecting"] as const)(
    "by %s paths goes through no other",
    async (kind) => {
      const answer = await findPaths(
        database,
        { from: "FROM", to: "TO", kind, largestGapHours: 24, maximumLength: 4 },
        new AbortController().signal,
      );
      const through = new Set(answer.paths.flatMap((path) => path.accounts.slice(1, -1)));
      expect([...through].sort()).toEqual(
        REASONS.filter((one) => one.stop === null)
          .map((one) => one.number)
          .sort(),
      );
    },
  );
});
