import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BankFormat, listRows, type WrittenFile } from "../../fixtures/banks/format.ts";
import { bankFormats } from "../../fixtures/banks/formats.ts";
import { FORM, formTable } from "../../fixtures/banks/official-form.ts";
import { transferSet } from "../../fixtures/banks/transfers.ts";
import { xlsxFile } from "../../fixtures/banks/xlsx.ts";
import { randomStream } from "../../fixtures/scenario/random.ts";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { delivery } from "../support/deliveries.ts";
import { store } from "../support/fidelity.ts";
import {
  graphDifferences,
  holderDifferences,
  transfersInGraph,
} from "../support/fidelity-graph.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

/** What stands in cells where it should not. */
const NASTY = [
  "",
  "0",
  "-1",
  "NaN",
  "1.2.3,4",
  "31.02.2025 25:61:61",
  "#Н/Д",
  "KZ00",
  "000000000000",
  "я".repeat(300),
];

/**
 * DG_FIDELITY=full loads all 5,000 transfers from every format (about half an hour); the gate 80 of
 * them, between fewer accounts.
 */
const FULL = process.env.DG_FIDELITY === "full";
const COUNT = FULL ? 5_000 : 80;
const set = transferSet(COUNT, 11, FULL ? 48 : 3);
const folder = mkdtempSync(join(tmpdir(), "fidelity-graph-"));
/**
 * A list without account numbers cannot be matched with anything: it stays out of the sum of all
 * formats.
 */
const formats = bankFormats().filter((format) => format.carries.other.includes("account"));
/**
 * One format of each kind that may come out differently in the graph; reading tells the others
 * apart (fidelity.test.ts).
 */
const KINDS = new Set(
  "canonical-csv official-kk date-day-only iin-number legacy-xls statement-split statement-sheet-an-account card-english text-866-tab".split(
    " ",
  ),
);
const STRUCTURED = new Set(
  "1c-kk-windows 1c-ru-dos camt-053-08 camt-054-02 mt940-numbered mt940-code-words".split(" "),
);
/**
 * A file an account makes many small loads: in the gate two of these formats stand for all
 * (fidelity-together.test.ts has them all).
 */
const together = formats.filter(
  ({ name }) =>
    FULL ||
    !/^(statement|card|1c-kk)-/.test(name) ||
    ["statement-split", "statement-sheet-an-account", "1c-kk-windows"].includes(name),
);
const alone = formats.filter(({ name }) => FULL || KINDS.has(name) || STRUCTURED.has(name));
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

async function loadFormat(format: BankFormat): Promise<readonly WrittenFile[]> {
  const files = await format.write(set);
  for (const file of files) await store(join(folder, format.name), file);
  const result = await load(database, [join(folder, format.name)], { loadedBy: "test" });
  expect(result.read).toBe(result.loaded + result.duplicates + result.rejected);
  expect(result.rejected).toBe(0);
  expect(result.read).toBe(files.reduce((rows, file) => rows + file.rows.length, 0));
  return files;
}

describe("the same transfers in the graph, from every format alone", () => {
  for (const format of alone)
    it(format.name, { timeout: 600_000 }, async () => {
      await emptyDatabase(database);
      const files = await loadFormat(format);
      expect(graphDifferences(await transfersInGraph(database), format, files).slice(0, 5)).toEqual(
        [],
      );
      expect((await holderDifferences(database, format, files)).slice(0, 5)).toEqual([]);
    });
});

describe("damaged files", () => {
  it("lose no row in silence: read = loaded + duplicates + refused, and the graph grows by what was loaded", {
    timeout: FULL ? 1_800_000 : 120_000,
  }, async () => {
    const rows = listRows(set);
    const random = randomStream(5, "fidelity.damage");
    let loaded = 0;
    for (let file = 0; file < (FULL ? 60 : 6); file++) {
      // Every file tells of the same transfers again, and each load looks at all that was told of
      // them: six at a time.
      if (file % 6 === 0) {
        await emptyDatabase(database);
        loaded = 0;
      }
      const table = formTable("Лист1", rows, FORM);
      const cells = table.rows.map((row) => [...row]);
      for (let change = 0; change < 80; change++) {
        const row = cells[2 + random.int(rows.length)];
        if (row !== undefined) row[random.int(row.length)] = random.pick(NASTY);
      }
      const bytes = await xlsxFile([{ ...table, rows: cells }], { texts: "shared" });
      const name = `damaged-${file}.xlsx`;
      const input = await store(join(folder, "damaged"), { name, bytes, rows: [], statements: [] });
      const result = await load(database, [input.path], { loadedBy: "test" });
      expect(result.read).toBe(result.loaded + result.duplicates + result.rejected);
      expect(result.read).toBeGreaterThanOrEqual(rows.length - 2);
      expect(result.rejected).toBeGreaterThan(0);
      loaded += result.loaded;
      expect(await transfersInGraph(database)).toHaveLength(loaded);
    }
  });
});

describe("all formats together", () => {
  it("are still the same transfers, each once, with every source beside it", {
    timeout: 1_800_000,
  }, async () => {
    await emptyDatabase(database);
    const canonical = formats.find((format) => format.name === "canonical-csv") as BankFormat;
    const files = await loadFormat(canonical);
    const grown: string[] = [];
    let before = COUNT;
    for (const format of together.filter((one) => one !== canonical)) {
      await loadFormat(format);
      const now = await transfersInGraph(database);
      const examples =
        now.length === before ? [] : graphDifferences(now, canonical, files).slice(0, 8);
      if (now.length !== before)
        grown.push(`${format.name}: ${now.length - before} more, ${examples.join("; ")}`);
      before = now.length;
    }
    expect(grown).toEqual([]);
    const all = await transfersInGraph(database);
    expect(graphDifferences(all, canonical, files).slice(0, 5)).toEqual([]);
    // The Russian 1C dialect cannot tell of other currencies; every other format tells of every
    // transfer.
    const everywhere = together.filter(({ name }) => !name.startsWith("1c-ru")).length;
    expect(Math.min(...all.map((transfer) => transfer.sources))).toBeGreaterThanOrEqual(everywhere);
  });

  it("delivered in zips, gzips and folders give the same graph", { timeout: 600_000 }, async () => {
    await emptyDatabase(database);
    const official = formats.find((format) => format.name === "official-ru") as BankFormat;
    const canonical = formats.find((format) => format.name === "canonical-csv") as BankFormat;
    const delivered = await delivery(set, official, canonical);
    const place = join(folder, "delivery");
    for (const { name, bytes } of delivered)
      await store(place, { name, bytes, rows: [], statements: [] });
    const result = await load(database, [place], { loadedBy: "test" });
    expect(result).toMatchObject({ read: COUNT, loaded: COUNT, duplicates: 0, rejected: 0 });
    const files = delivered.map(({ holds }) => holds.file);
    expect(graphDifferences(await transfersInGraph(database), official, files)).toEqual([]);
  });
});
