import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decidePair, listPairs } from "../../server/loading/duplicates/pair-decisions.ts";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { graphDump } from "../support/graph-dump.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const SAMPLES = fileURLToPath(new URL("./pdf", import.meta.url));
const VICTIM = "KZ84722C000012345678";
const DROPPER = "KZ63601A201000111222";

/** The victim's own statement hides whom she paid; the receiving bank's answer names both. */
describe("a transfer that a victim's PDF tells with a masked counterparty", () => {
  let database: Database;
  let folder: string;
  const put = (...paths: string[]) => load(database, paths, { loadedBy: "test" });
  const answer = async (name: string, rows: readonly string[]) => {
    const path = join(folder, name);
    const head = "transfer_id,booked_at,amount,currency,from_account,to_account,from_name,to_name";
    await writeFile(path, [head, ...rows].join("\n"));
    return path;
  };
  const paid = (at: string, amount = "300000.00") =>
    `ref-00001,${at},${amount},KZT,${VICTIM},${DROPPER},Жолдасов Тимур Ерланұлы,Сериков Руслан Қуатұлы`;
  const open = async () => (await listPairs(database.queries, "suggested")).pairs;
  const between = async () =>
    (await graphDump(database)).filter(
      (line) => line.startsWith("transfer") && line.includes('"amount":"30000000"'),
    );

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-printed-"));
  });
  beforeEach(() => emptyDatabase(database));
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is counted whole: read = loaded + duplicates + refused, its days proved", async () => {
    const { files } = await put(join(SAMPLES, "kaspi-gold-ru.pdf"));
    expect(files).toMatchObject([
      { format: "pdf", read: 80, loaded: 80, duplicates: 0, rejected: 0, error: null },
    ]);
    expect(await put(join(SAMPLES, "kaspi-gold-ru.pdf"))).toMatchObject({ loaded: 0 });
  });

  it("waits for the bank's answer and is offered as one with it, by account, day and amount", async () => {
    await put(join(SAMPLES, "kaspi-gold-ru.pdf"));
    await put(await answer("answer.csv", [paid("2026-09-12T21:47:05+05:00")]));
    const [pair, ...others] = await open();
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ why: "masked" });
    await decidePair(database, pair?.id ?? "", {
      same: true,
      reason: "the bank's answer",
      by: "test",
      at: 1,
    });
    // The transfer to herself from her deposit on the same day stays what it was.
    const lines = await between();
    expect(lines).toHaveLength(2);
    expect(lines.filter((line) => line.includes(`${VICTIM} -> ${DROPPER}`))).toHaveLength(1);
    expect((await listPairs(database.queries, "accepted")).total).toBe(1);
  });

  it("is kept apart where a person says so, and not asked about again", async () => {
    await put(join(SAMPLES, "kaspi-gold-ru.pdf"));
    await put(await answer("answer.csv", [paid("2026-09-12T21:47:05+05:00")]));
    const [pair] = await open();
    const decision = { same: false, reason: "another transfer", by: "test", at: 1 };
    await decidePair(database, pair?.id ?? "", decision);
    await put(await answer("more.csv", [paid("2026-09-20T10:00:00+05:00", "17.00")]));
    expect(await open()).toEqual([]);
    expect((await listPairs(database.queries, "rejected")).total).toBe(1);
  });

  describe("and by a receipt that numbers neither side", () => {
    const RECEIPT = join(SAMPLES, "transfer-receipt-ru.pdf");
    const accept = async () => {
      const [pair, ...others] = await open();
      expect(others).toEqual([]);
      expect(pair).toMatchObject({ why: "masked" });
      const decision = { same: true, reason: "names and minute", by: "test", at: 1 };
      await decidePair(database, pair?.id ?? "", decision);
    };

    const idsOf = async (sides: string) =>
      (await between())
        .filter((line) => line.includes(sides))
        .map((line) => /"id":"([^"]+)"/.exec(line)?.[1] ?? "");
    const reports = async () =>
      (await graphDump(database))
        .filter((line) => line.startsWith("report "))
        .map((line) => JSON.parse(line.slice(line.indexOf("{"))))
        .map(({ cited, transferIds }) => ({ cited, transferIds }));

    it("is offered as one with the bank's answer, and then shows the bank's accounts", async () => {
      await put(RECEIPT);
      await put(await answer("answer.csv", [paid("2026-09-12T21:47:05+05:00")]));
      await accept();
      expect(await between()).toEqual([expect.stringContaining(`${VICTIM} -> ${DROPPER}`)]);
    });

    it("stays the transfer of a report that cites it, once it is joined with the bank's row", async () => {
      await put(RECEIPT);
      const [id = ""] = await idsOf("");
      expect(id).not.toBe("");
      const report = join(folder, "reports.csv");
      const head = "report_id,reported_at,victim_account,transfer_id";
      await writeFile(report, `${head}\nR1,2026-09-13T10:00:00+05:00,${VICTIM},${id}\n`);
      await put(report);
      expect(await reports()).toEqual([{ cited: [id], transferIds: [id] }]);
      await put(await answer("answer.csv", [paid("2026-09-12T21:47:05+05:00")]));
      await accept();
      const [shown = ""] = await idsOf(`${VICTIM} -> ${DROPPER}`);
      expect(shown).not.toBe(id);
      // The report means the bank's row now, and still says what it cited.
      expect(await reports()).toEqual([{ cited: [id], transferIds: [shown] }]);
      await put(await answer("more.csv", [paid("2026-09-20T10:00:00+05:00", "17.00")]));
      expect(await reports()).toEqual([{ cited: [id], transferIds: [shown] }]);
    });

    it("is not offered where a name speaks against it, or the day", async () => {
      await put(RECEIPT);
      const other = paid("2026-09-12T21:47:05+05:00").replace("Сериков Руслан", "Омаров Данияр");
      await put(await answer("other.csv", [other.replace("ref-00001", "ref-00002")]));
      await put(await answer("later.csv", [paid("2026-09-16T21:47:05+05:00")]));
      expect(await open()).toEqual([]);
    });

    it("is offered as one with the victim's statement, which numbers one side, and with both", async () => {
      await put(join(SAMPLES, "kaspi-gold-ru.pdf"));
      await put(RECEIPT);
      await accept();
      await put(await answer("answer.csv", [paid("2026-09-12T21:47:05+05:00")]));
      await accept();
      const lines = await between();
      expect(lines).toHaveLength(2);
      expect(lines.filter((line) => line.includes(`${VICTIM} -> ${DROPPER}`))).toHaveLength(1);
    });
  });
});
