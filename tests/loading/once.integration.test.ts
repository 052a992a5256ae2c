import { writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { regroup } from "../../server/loading/duplicates/regroup.store.ts";
import { settleWaiting } from "../../server/loading/duplicates/settle-waiting.store.ts";
import { load } from "../../server/loading/load.ts";
import { openSpool } from "../../server/loading/memory/row-spool.ts";
import type { NewRecord } from "../../server/loading/record/transfer-record.ts";
import { listSources } from "../../server/loading/sources/sources.store.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { graphDump } from "../support/graph-dump.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const HEADER =
  "transfer_id,booked_at,amount,currency,from_account,to_account,from_name,to_name,from_iin,to_iin,from_bank,to_bank,channel,purpose";
const A = "KZ02551B028356727334";
const B = "KZ02601A010605587576";
const C = "KZ02722C058390727632";

/** One row of transfers.csv. */
function row(
  id: string,
  day: number,
  amount: string,
  from: string,
  to: string,
  purpose = "",
): string {
  const at = `2026-03-${String(day).padStart(2, "0")}T10:00:00+05:00`;
  return `${id},${at},${amount},KZT,${from},${to},,,,,,,transfer,${purpose}`;
}

describe("loading once only", () => {
  let database: Database;
  let folder: string;
  const file = async (name: string, rows: readonly string[], header = HEADER) => {
    const path = join(folder, name);
    await writeFile(path, `${[header, ...rows].join("\n")}\n`);
    return path;
  };
  const put = (...paths: string[]) => load(database, paths, { loadedBy: "test" });
  const transfers = async () =>
    (await graphDump(database)).filter((line) => line.startsWith("transfer"));
  const takeOut = (name: string) => withdraw(database, name, { withdrawnBy: "test", at: 1 });

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-once-"));
  });
  beforeEach(() => emptyDatabase(database));
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("notices a file that is replaced while it is read, and loads nothing of it", async () => {
    const path = await file("changing.csv", [row("t1", 2, "100.00", A, B)]);
    const changing = load(database, [path], {
      loadedBy: "test",
      report: () => writeFileSync(path, `${HEADER}\n${row("t2", 2, "999999.00", A, B)}\n`),
    });
    await expect(changing).rejects.toMatchObject({
      code: "file-changed",
      params: { file: "changing.csv" },
    });
    expect(await transfers()).toEqual([]);
    expect((await put(path)).loaded).toBe(1);
    expect(await transfers()).toHaveLength(1);
  });

  it("adds nothing when the same file comes again, under any name", async () => {
    const rows = [row("t1", 2, "100.00", A, B), row("t2", 3, "200.50", B, C)];
    const first = await put(await file("first.csv", rows));
    expect(first).toMatchObject({
      read: 2,
      loaded: 2,
      duplicates: 0,
      rejected: 0,
      rejectedFile: null,
    });
    const before = await graphDump(database);
    const again = await put(await file("copy.csv", rows));
    expect(again).toMatchObject({ read: 2, loaded: 0, duplicates: 2, rejected: 0 });
    expect(await graphDump(database)).toEqual(before);
  });

  it("keeps both sources of a row that two files hold, and each file's own rows", async () => {
    await put(
      await file("january.csv", [row("t1", 2, "100.00", A, B), row("t2", 3, "200.00", B, C)]),
    );
    const second = await put(
      await file("february.csv", [row("t2", 3, "200.00", B, C), row("t3", 4, "5.00", C, A)]),
    );
    expect(second).toMatchObject({ read: 2, loaded: 1, duplicates: 1, rejected: 0 });
    const lines = await transfers();
    expect(lines).toHaveLength(3);
    expect(lines.find((line) => line.includes(" t2 "))).toContain('"alsoRows":["2"]');
  });

  it("refuses a row that changes a transfer that is in, and says what differs; mended, it loads", async () => {
    await put(await file("first.csv", [row("t1", 2, "100.00", A, B)]));
    const changed = await put(
      await file("changed.csv", [row("t1", 2, "900.00", A, B), row("t9", 2, "1.00", A, B)]),
    );
    expect(changed).toMatchObject({ read: 2, loaded: 1, duplicates: 0, rejected: 1 });
    const text = await readFile(changed.rejectedFile ?? "", "utf8");
    expect(text.split("\r\n")[0]).toContain(
      "refused_file;refused_row;refused_column;refused_value;refused_reason",
    );
    expect(text).toMatch(/changed-row: The transfer t1 is in already and differs: .* 10000 KZT/);
    const mended = text.replace("t1;2026", "t7;2026");
    await writeFile(join(folder, "mended.csv"), mended);
    expect(await put(join(folder, "mended.csv"))).toMatchObject({
      read: 1,
      loaded: 1,
      rejected: 0,
    });
    expect(await transfers()).toHaveLength(3);
  });

  it("takes identical rows without ids for as many transfers, and matches them by count across files", async () => {
    const header = HEADER.replace("transfer_id,", "");
    const bare = (count: number) =>
      Array.from({ length: count }, () => row("", 2, "50.00", A, B).slice(1));
    const one = await file("two.csv", bare(2), header);
    const other = await file("three.csv", bare(3), header);
    expect(await put(one)).toMatchObject({ read: 2, loaded: 2 });
    expect(await put(other)).toMatchObject({ read: 3, loaded: 1, duplicates: 2 });
    expect(await transfers()).toHaveLength(3);
  });

  it("settles rows put aside for nothing: the first of an id goes in, the next is known by it", async () => {
    await put(await file("first.csv", [row("t1", 2, "100.00", A, B)]));
    const [{ id: sourceId = "" } = {}] = await listSources(database.queries);
    const aside = (order: number, amount: bigint): NewRecord => ({
      from: A,
      to: B,
      id: "t9",
      order,
      given: true,
      raw: `t9,${amount}`,
      properties: {
        id: "t9",
        amount,
        currency: "KZT",
        bookedAt: BigInt(Date.UTC(2026, 2, 2, 5)),
        zone: "+05:00",
        channel: "transfer",
        sourceId,
        row: BigInt(order + 1),
        order: BigInt(order),
      },
    });
    const spool = openSpool<NewRecord>();
    for (const one of [aside(2, 500n), aside(3, 500n), aside(4, 700n)]) spool.add(one.id, one);
    const waiting = { spools: [spool] };
    const refused: string[] = [];
    const settled = await settleWaiting(database.queries, waiting, {
      sourceId,
      strictIds: true,
      sequenceOf: () => 1,
      refuse: async (item) => {
        refused.push(item.code);
      },
    });
    await spool.close();
    expect(settled).toMatchObject({ loaded: 1, duplicates: 1 });
    expect(refused).toEqual(["changed-row"]);
    expect(await transfers()).toHaveLength(2);
  });

  it("comes to the same graph whether many groups are looked at together or a few at a time", async () => {
    const rows = Array.from({ length: 9 }, (_, n) =>
      row(`t${n}`, 2 + n, `${n + 1}00.00`, A, n % 2 === 0 ? B : C),
    );
    await put(await file("one.csv", rows));
    await put(await file("two.csv", rows.slice(2), HEADER));
    const before = await graphDump(database);
    const sources = await listSources(database.queries);
    const sequenceOf = (id: string) => sources.find((source) => source.id === id)?.sequence ?? 0;
    const groups = rows.map((_, n) => `${A}|${n % 2 === 0 ? B : C}|${n + 1}0000|KZT`);
    const { first, touched } = await regroup(database.queries, { groups, sequenceOf, most: 1 });
    expect([first.size, touched.size]).toEqual([9, 0]);
    expect(await graphDump(database)).toEqual(before);
    // Taken out a few at a time, a source leaves what the other says.
    const one = sources.find((source) => source.fileName.endsWith("one.csv"));
    await regroup(database.queries, { groups, without: one?.id ?? "", sequenceOf, most: 1 });
    expect(await transfers()).toHaveLength(7);
  });

  it("counts a row that an account list repeats as a duplicate, however many rows lie between", async () => {
    const header = "account,bank,holder_iin,holder_name,opened_at,kind,phone,device_id";
    const lines = Array.from({ length: 10_000 }, (_, n) => `acc${n},551,,,,,,`);
    // The same account with two words, and far below the first of them again.
    const rows = [`${A},551,,First Name,,,,`, `${A},551,,Second Name,,,,`, ...lines];
    expect(await put(await file("list.csv", [...rows, rows[0] ?? ""], header))).toMatchObject({
      read: 10_003,
      loaded: 10_002,
      duplicates: 1,
    });
  });

  it("counts an id that a file repeats as known, not as another transfer", async () => {
    const rows = [
      row("t1", 2, "100.00", A, B),
      row("t1", 2, "100.00", A, B),
      row("t1", 2, "7.00", A, B),
    ];
    expect(await put(await file("repeats.csv", rows))).toMatchObject({
      read: 3,
      loaded: 1,
      duplicates: 1,
      rejected: 1,
    });
  });

  it("leaves, when a file is taken out, exactly what the others say", async () => {
    const january = await file("january.csv", [
      row("t1", 2, "100.00", A, B, "first"),
      row("t2", 3, "200.00", B, C, "x"),
    ]);
    const february = await file("february.csv", [
      row("t2", 3, "200.00", B, C, "y"),
      row("t3", 4, "5.00", C, A),
    ]);
    await put(february);
    const alone = (await graphDump(database)).map(withoutSequence);
    await emptyDatabase(database);
    await put(january);
    await put(february);
    const both = await graphDump(database);
    await takeOut("january.csv");
    expect((await graphDump(database)).map(withoutSequence)).toEqual(alone);
    expect((await listSources(database.queries)).map((source) => source.state)).toEqual([
      "loaded",
      "withdrawn",
    ]);
    await put(january);
    expect(withoutCounts(await graphDump(database))).toEqual(withoutCounts(both));
    await takeOut("february.csv");
    await takeOut("january.csv");
    expect(await graphDump(database)).toEqual([]);
  });

  it("takes accounts, reports and labels back out with the file that told them", async () => {
    const transfersFile = await file("t.csv", [row("t1", 2, "100.00", A, B)]);
    const accounts = await file(
      "a.csv",
      [
        `${A},551,560802316418,Коваленко Бауыржан,2022-06-09,current,77024571331,d-1`,
        `${C},722,,,,,,`,
      ],
      "account,bank,holder_iin,holder_name,opened_at,kind,phone,device_id",
    );
    const reports = await file(
      "r.csv",
      [`R1,2026-03-03T10:00:00+05:00,${A},560802316418,Коваленко Бауыржан,t1,100.00,KZT,lure`],
      "report_id,reported_at,victim_account,victim_iin,victim_name,transfer_id,amount,currency,lure",
    );
    const labels = await file("l.csv", [`${A},0`, `${B},1`], "account,label");
    await put(transfersFile);
    const only = await graphDump(database);
    await put(accounts, reports, labels);
    const all = await graphDump(database);
    for (const name of ["a.csv", "l.csv", "r.csv"]) await takeOut(name);
    expect(await graphDump(database)).toEqual(only);
    await put(accounts, reports, labels);
    expect(withoutCounts(await graphDump(database))).toEqual(withoutCounts(all));
  });
});

/** The order of loading differs when a file is loaded alone. */
function withoutSequence(line: string): string {
  return line.replace(/"sequence":"\d+"/, "").replaceAll(/"\d+ \{/g, '"{');
}

/** How many of a file's rows were new depends on what was in when it came. */
function withoutCounts(lines: readonly string[]): string[] {
  return lines.map((line) => line.replaceAll(/"(loaded|duplicates)":"\d+",?/g, ""));
}
