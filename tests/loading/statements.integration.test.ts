import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PROGRAM_CSV, writeCsv } from "../../contract/csv.ts";
import { joinedTransfersLeaveRoom } from "../../server/claims/joined-transfers.store.ts";
import { decidePair, listPairs } from "../../server/loading/duplicates/pair-decisions.ts";
import { load } from "../../server/loading/load.ts";
import { gridOf, gridTable } from "../../server/loading/statements/statement-grid.ts";
import { heldStatements } from "../../server/loading/statements/statements.store.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import { cancelMeasure, recordMeasure } from "../../server/measures/measures.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { graphDump } from "../support/graph-dump.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";
import { type OneCDocument, oneCStatement } from "../support/one-c.ts";

const A = "KZ02551B028356727334";
const B = "KZ02601A010605587576";

describe("statements of two banks", () => {
  let database: Database;
  let folder: string;
  const put = async (name: string, statement: Parameters<typeof oneCStatement>[0]) => {
    const path = join(folder, name);
    await writeFile(path, oneCStatement(statement));
    return load(database, [path], { loadedBy: "test" });
  };
  const march = { from: "01.03.2026", to: "31.03.2026" };
  const sent = (date: string, amount = "150.00"): OneCDocument => ({
    date,
    amount,
    other: B,
    way: "out",
  });
  const received = (date: string, amount = "150.00"): OneCDocument => ({
    date,
    amount,
    other: A,
    way: "in",
  });
  const ofA = (...documents: OneCDocument[]) => ({
    account: A,
    ...march,
    opening: "1000.00",
    closing: "850.00",
    documents,
  });
  const ofB = (...documents: OneCDocument[]) => ({
    account: B,
    ...march,
    opening: "0.00",
    closing: "150.00",
    documents,
  });
  const transfers = async () =>
    (await graphDump(database)).filter((line) => line.startsWith("transfer"));
  const decide = (id: string, same: boolean) =>
    decidePair(database, id, { same, reason: "same document", by: "test", at: 5 });

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-statements-"));
  });
  beforeEach(() => emptyDatabase(database));
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are one transfer with both sources, and each proves its own account", async () => {
    expect(await put("a.txt", ofA(sent("02.03.2026")))).toMatchObject({ read: 1, loaded: 1 });
    const alone = await graphDump(database);
    expect(await put("b.txt", ofB(received("02.03.2026")))).toMatchObject({
      read: 1,
      loaded: 0,
      duplicates: 1,
    });
    expect(await transfers()).toHaveLength(1);
    const both = await graphDump(database);
    const grid = gridOf(await heldStatements(database.queries));
    expect(grid.map((row) => [row.account, row.spans.map((span) => span.state), row.gaps])).toEqual(
      [
        [A, ["proved"], []],
        [B, ["proved"], []],
      ],
    );
    await withdraw(database, "b.txt", { withdrawnBy: "test", at: 1 });
    expect(await graphDump(database)).toEqual(alone);
    await put("b.txt", ofB(received("02.03.2026")));
    await withdraw(database, "a.txt", { withdrawnBy: "test", at: 1 });
    const [left] = await transfers();
    expect(left).toContain('"ownSide":"to"');
    expect(left).not.toContain("alsoSourceIds");
    await put("a.txt", ofA(sent("02.03.2026")));
    const plain = (lines: readonly string[]) =>
      lines.map((line) => line.replaceAll(/"(loaded|duplicates)":"\d+",?/g, ""));
    expect(plain(await graphDump(database))).toEqual(plain(both));
  });

  it("show what is missing where balances do not add up, and the days nobody holds", async () => {
    await put("a.txt", ofA(sent("02.03.2026", "100.00")));
    await put("may.txt", { ...ofA(), from: "01.05.2026", to: "31.05.2026", opening: "850.00" });
    const [row] = gridOf(await heldStatements(database.queries));
    expect(row?.spans.map(({ state, difference }) => [state, difference])).toEqual([
      ["differs", "-5000"],
      ["proved", null],
    ]);
    expect(writeCsv(gridTable(row ? [row] : []), PROGRAM_CSV)).toBe(
      "account,holder,bank,currency,from,to,state,difference\n" +
        `${A},,551,KZT,2026-03-01,2026-03-31,differs,-50.00\n` +
        `${A},,551,KZT,2026-05-01,2026-05-31,proved,\n` +
        `${A},,551,KZT,2026-04-01,2026-04-30,gap,\n`,
    );
  });

  it("ask about rows days apart; kept apart, they stay two and are not asked about again", async () => {
    await put("a.txt", ofA({ ...sent("02.03.2026"), otherName: "Айгүл Б." }));
    await put("b.txt", ofB(received("04.03.2026")));
    const { pairs, total } = await listPairs(database.queries, "suggested");
    expect(total).toBe(1);
    expect(pairs[0]).toMatchObject({
      why: "days-apart:2",
      left: { sourceName: "a.txt", amount: "15000", to: B, toName: "Айгүл Б.", from: A },
    });
    await expect(
      decidePair(database, pairs[0]?.id ?? "", { same: true, reason: " ", by: "t", at: 1 }),
    ).rejects.toThrow("needs a reason");
    await decide(pairs[0]?.id ?? "", false);
    const late = {
      same: true,
      reason: "seen late",
      by: "colleague",
      at: 6,
      seen: "suggested",
    } as const;
    await expect(decidePair(database, pairs[0]?.id ?? "", late)).rejects.toMatchObject({
      code: "changed-meanwhile",
      params: { what: "two-transfers", by: "test" },
    });
    await put("more.txt", { ...ofB(received("20.03.2026", "9.00")), opening: "1.00" });
    expect((await listPairs(database.queries, "suggested")).total).toBe(0);
    expect((await listPairs(database.queries, "rejected")).pairs[0]).toMatchObject({
      reason: "same document",
      decidedBy: "test",
    });
    expect(await transfers()).toHaveLength(3);
  });

  it("stay two while money stands on the transfer that would go, until its entries are taken back", async () => {
    const { queries } = database;
    await put("a.txt", ofA(sent("02.03.2026")));
    await put("b.txt", ofB(received("05.03.2026")));
    const [pair] = (await listPairs(queries, "suggested")).pairs;
    const gone = pair?.right.transferId ?? "";
    const path = join(folder, "reports.csv");
    const head = "report_id,reported_at,victim_account,transfer_id";
    await writeFile(path, `${head}\nR1,2026-03-06T10:00:00+05:00,${A},${gone}\n`);
    await load(database, [path], { loadedBy: "test" });
    const who = { by: "test", at: Date.parse("2026-04-01T10:00:00+05:00") };
    const wanted = { kind: "block", day: "2026-03-06", amount: "15000", transfer: gone } as const;
    const block = await recordMeasure(queries, wanted, who);
    const same = () =>
      decidePair(database, pair?.id ?? "", {
        ...{ same: true, reason: "same document", ...who },
        leaveRoom: joinedTransfersLeaveRoom,
      });
    await expect(same()).rejects.toMatchObject({
      code: "pair-under-money",
      params: { transfer: gone, entries: block.id },
    });
    expect((await listPairs(queries, "suggested")).total).toBe(1);
    await cancelMeasure(queries, block.id, "Of the other row.", who);
    await same();
    expect(await transfers()).toHaveLength(1);
  });

  it("become one where a person says so, also after one of them was out and came back", async () => {
    await put("a.txt", ofA(sent("02.03.2026")));
    await put("b.txt", ofB(received("05.03.2026")));
    const { pairs } = await listPairs(database.queries, "suggested");
    await decide(pairs[0]?.id ?? "", true);
    const joined = await graphDump(database);
    expect(joined.filter((line) => line.startsWith("transfer"))).toHaveLength(1);
    await withdraw(database, "a.txt", { withdrawnBy: "test", at: 1 });
    expect((await transfers())[0]).toContain('"ownSide":"to"');
    await put("a.txt", ofA(sent("02.03.2026")));
    expect(await transfers()).toEqual(joined.filter((line) => line.startsWith("transfer")));
  });

  it("meet a row with a hidden number only when a person says so, and then show the number", async () => {
    const hidden = { ...sent("02.03.2026"), other: "", otherName: "Айгүл Б." };
    await put("victim.txt", ofA(hidden));
    await put("b.txt", ofB(received("02.03.2026")));
    expect(await transfers()).toHaveLength(2);
    const { pairs } = await listPairs(database.queries, "suggested");
    expect(pairs.map((pair) => pair.why)).toEqual(["masked"]);
    await decide(pairs[0]?.id ?? "", true);
    const [line, ...more] = await transfers();
    expect(more).toEqual([]);
    expect(line).toContain(`${A} -> ${B}`);
  });

  it.each([
    ["the first", "hidden.txt", "full.txt"],
    ["the second", "full.txt", "hidden.txt"],
  ])(
    "of one account told twice are asked about where %s hides the other's number",
    async (_, ...names) => {
      const hidden = ofA({ ...sent("02.03.2026"), other: "", otherName: "Айгүл Б." });
      const files = { "hidden.txt": hidden, "full.txt": ofA(sent("02.03.2026")) };
      for (const name of names) await put(name, files[name as keyof typeof files]);
      expect(await transfers()).toHaveLength(2);
      const { pairs } = await listPairs(database.queries, "suggested");
      expect(pairs.map((pair) => pair.why)).toEqual(["masked"]);
      await decide(pairs[0]?.id ?? "", true);
      const joined = await transfers();
      expect(joined).toHaveLength(1);
      expect(joined[0]).toContain(`${A} -> ${B}`);
    },
  );

  it("of one account are not asked about where the hidden one is of another day", async () => {
    await put("hidden.txt", ofA({ ...sent("03.03.2026"), other: "", otherName: "Айгүл Б." }));
    await put("full.txt", ofA(sent("02.03.2026")));
    expect((await listPairs(database.queries, "suggested")).total).toBe(0);
  });
});
