import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import type { BankFormat } from "../../fixtures/banks/format.ts";
import { bankFormats } from "../../fixtures/banks/formats.ts";
import { transferSet } from "../../fixtures/banks/transfers.ts";
import { camtReader } from "../../server/loading/readers/camt/camt-reader.ts";
import { expandInputs } from "../../server/loading/readers/containers/expand.ts";
import { htmlReader } from "../../server/loading/readers/html/html-reader.ts";
import { mt940Reader } from "../../server/loading/readers/mt940/mt940-reader.ts";
import { oneCEncoding } from "../../server/loading/readers/one-c/one-c-encoding.ts";
import { oneCReader } from "../../server/loading/readers/one-c/one-c-reader.ts";
import { spreadsheetMlReader } from "../../server/loading/readers/spreadsheet-ml/spreadsheet-ml-reader.ts";
import { textReader } from "../../server/loading/readers/text-reader.ts";
import { xlsReader } from "../../server/loading/readers/xls/xls-reader.ts";
import { xlsxReader } from "../../server/loading/readers/xlsx/xlsx-reader.ts";
import { ITEM_READERS, TABLE_READERS } from "../../server/loading/reading/formats.ts";
import type { InputFile, ItemReader, TableReader } from "../../server/loading/record/input-file.ts";
import type { LoadItem } from "../../server/loading/record/load-item.ts";
import { changes, damaged, ends, TEST_TIME, tried } from "../support/damaging.ts";
import { readAll } from "../support/fidelity.ts";
import { itemsOf, tablesOf, writeInput, writeZip } from "../support/reading.ts";
import { writeWorkbook } from "../support/workbook.ts";

/**
 * Damages files of every format at random places. Whatever comes: the reader ends soon, in rows or
 * in a refusal that names the file, and no operation it saw is dropped in silence.
 */
const folder = mkdtempSync(join(tmpdir(), "reader-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));
const set = transferSet(24);

async function written(name: string): Promise<Buffer> {
  const format = bankFormats().find((one) => one.name === name) as BankFormat;
  const files = await format.write(set);
  const longest = [...files].sort((left, right) => right.rows.length - left.rows.length)[0];
  if (longest === undefined) throw new Error(`nothing written as ${name}`);
  return longest.bytes;
}

const operations = (items: readonly LoadItem[]) =>
  items.filter(({ kind }) => kind === "transfer" || kind === "refused");

/** Reads damaged files of an item format; `seen` counts the operations a plain look finds. */
function fuzzItems(
  formats: readonly string[],
  reader: ItemReader,
  words: readonly string[],
  seen: (bytes: Buffer) => number,
) {
  return async () => {
    const seeds = await Promise.all(formats.map(written));
    for (const seed of seeds) {
      const items = await itemsOf(reader, await writeInput(folder, `whole.${reader.format}`, seed));
      expect(operations(items).length).toBeGreaterThanOrEqual(Math.max(1, seen(seed)));
    }
    await tried(
      reader.format,
      fc.asyncProperty(fc.constantFrom(...seeds), changes(words), async (seed, changed) => {
        const bytes = damaged(seed, changed);
        const file = await writeInput(folder, `damaged.${reader.format}`, bytes);
        reader.recognises(bytes.subarray(0, 65_536));
        const items = await ends(file, () => itemsOf(reader, file));
        if (items !== null) expect(operations(items).length).toBeGreaterThanOrEqual(seen(bytes));
      }),
    );
  };
}

/**
 * Reads damaged files of a table format, first as cells, then as a load does: every row of cells
 * becomes at least one item.
 */
async function fuzzTables(
  seeds: readonly Buffer[],
  reader: TableReader,
  words: readonly (string | Buffer)[],
) {
  await tried(
    reader.format,
    fc.asyncProperty(fc.constantFrom(...seeds), changes(words), async (seed, changed) => {
      const bytes = damaged(seed, changed);
      await endsAsTable(reader, await writeInput(folder, `damaged.${reader.format}`, bytes), bytes);
    }),
  );
}

async function endsAsTable(reader: TableReader, file: InputFile, bytes: Buffer) {
  const head = bytes.subarray(0, 65_536);
  const chosen = [...ITEM_READERS, ...TABLE_READERS].find((one) => one.recognises(head));
  const tables = await ends(file, () => tablesOf(reader, file));
  const items = await ends(file, () => readAll(file));
  if (chosen !== reader || tables === null || items === null) return;
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  expect(items.filter(({ kind }) => kind !== "statement").length).toBeGreaterThanOrEqual(rows);
}

/**
 * Entries that are not inside another one; none are counted where comments or CDATA may hold them.
 */
function outerEntries(bytes: Buffer): number {
  const text = bytes.toString("utf8");
  if (text.includes("<!--") || text.includes("<![CDATA[")) return 0;
  let depth = 0;
  let entries = 0;
  for (const [tag] of text.matchAll(/<\/?Ntry>/g)) {
    if (tag === "<Ntry>" && depth++ === 0) entries++;
    else if (tag === "</Ntry>") depth--;
  }
  return entries;
}

describe("damaged files end soon, in rows or in a refusal", () => {
  it("1CClientBankExchange", { timeout: TEST_TIME }, async () => {
    const documents = (bytes: Buffer) => {
      const text = iconv.decode(bytes, oneCEncoding(bytes.subarray(0, 65_536)) ?? "utf-8");
      return text.match(/^[ \t]*секциядокумент[ \t]*(?:=|$)/gim)?.length ?? 0;
    };
    const words = [
      "=",
      "\r\n",
      "СекцияДокумент",
      "КонецДокумента",
      "\nСумма=",
      "-",
      "0",
      "СекцияРасчСчет\r\n",
      "КонецФайла",
    ];
    await fuzzItems(
      ["1c-kk-utf8", "1c-ru-dos", "1c-kk-undeclared-upper"],
      oneCReader,
      words,
      documents,
    )();
  });

  it("camt", { timeout: TEST_TIME }, async () => {
    const words = [
      "<",
      ">",
      "</Ntry>",
      "<Ntry>",
      "<!DOCTYPE a>",
      "&lol;",
      "<![CDATA[",
      "]]>",
      "<!--",
      '"',
      "<TxDtls>",
      "</TxDtls>",
      "<Amt>",
      "\u0000",
    ];
    await fuzzItems(
      ["camt-053-08", "camt-054-02", "camt-052-02"],
      camtReader,
      words,
      outerEntries,
    )();
  });

  it("MT940", { timeout: TEST_TIME }, async () => {
    const words = [
      ":",
      "\r\n:61:",
      "\n-\n",
      ":62F:",
      "?20",
      "?31",
      "/IBAN/",
      "{4:",
      "D",
      "RC",
      ",",
      "\r\n:86:",
      "\n:60M:C260101KZT1,\n",
    ];
    const lines = (bytes: Buffer) =>
      bytes.toString("latin1").match(/(?:^|[\r\n])[ \t]*:61:/g)?.length ?? 0;
    await fuzzItems(["mt940-numbered", "mt940-code-words"], mt940Reader, words, lines)();
  });

  it("HTML and SpreadsheetML", { timeout: 2 * TEST_TIME }, async () => {
    const tags = [
      "<",
      ">",
      "<td>",
      "</td>",
      "<tr>",
      "</table>",
      "<table>",
      '"',
      "'",
      "<!--",
      "-->",
      "<script>",
      "&#",
      "&nbsp",
      " colspan=99999 rowspan=99999>",
    ];
    await fuzzTables(
      await Promise.all([written("html-1251-named-xls"), written("html-utf8-named-xls")]),
      htmlReader,
      tags,
    );
    await fuzzTables([await written("spreadsheetml")], spreadsheetMlReader, [
      ...tags,
      ' ss:Index="99999999"',
      ' ss:MergeDown="9"',
      "<Row>",
    ]);
  });

  it("delimited text", { timeout: TEST_TIME }, async () => {
    const words = [
      '"',
      ";",
      "\t",
      "|",
      "\r",
      "\r\n",
      "\n\n",
      '""',
      '";"',
      "\u0000",
      "\ufeff",
      "1e309",
      "-",
      "итого;",
      "Дата;Сумма\r\n",
      Buffer.from([0xff, 0xfe]),
      Buffer.from([0xd0]),
    ];
    const formats = [
      "canonical-csv",
      "text-1251-naive-quotes",
      "text-utf16le-tab",
      "text-koi8-pipe",
      "text-866-tab",
    ];
    await fuzzTables(await Promise.all(formats.map(written)), textReader, words);
  });

  it("legacy .xls", { timeout: TEST_TIME }, async () => {
    const words = [
      Buffer.from([0xff, 0xff, 0xff, 0x7f]),
      Buffer.from([0x3c, 0, 0xff, 0xff]),
      Buffer.from([0x0a, 0, 0, 0]),
      Buffer.from([0xfc, 0, 8, 0]),
    ];
    await fuzzTables([await written("legacy-xls")], xlsReader, words);
  });

  it("XLSX: the package", { timeout: TEST_TIME }, async () => {
    await fuzzTables(
      [await written("official-ru"), await written("official-by-another-writer")],
      xlsxReader,
      ["PK\u0001\u0002", "PK\u0005\u0006"],
    );
  });

  it("XLSX: what is in its parts", { timeout: TEST_TIME }, async () => {
    const cell = (index: number) =>
      `<c r="${"ABCD"[index % 4]}${Math.floor(index / 4) + 1}" t="s" s="1"><v>${index % 9}</v></c>`;
    const rows = Array.from(
      { length: 12 },
      (_, row) =>
        `<row r="${row + 1}">${[0, 1, 2, 3].map((column) => cell(row * 4 + column)).join("")}</row>`,
    );
    const sheet = Buffer.from(
      `<sheetData>${rows.join("")}</sheetData><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B2:D9"/></mergeCells>`,
    );
    const strings = Buffer.from(
      Array.from({ length: 9 }, (_, index) => `<si><t>текст ${index}</t></si>`).join(""),
    );
    const words = [
      "<",
      ">",
      "</row>",
      '<row r="1048577">',
      '<c r="ZZZ1"><v>1</v></c>',
      "<v>",
      "9e999",
      "-1",
      "&amp;",
      't="d"',
      '<mergeCell ref="A1:XFD1048576"/>',
      "<is><t>",
      "<f>",
    ];
    await tried(
      "parts of xlsx",
      fc.asyncProperty(
        changes(words),
        changes(words),
        fc.boolean(),
        async (inSheet, inStrings, both) => {
          const file = await writeWorkbook(folder, "parts.xlsx", {
            sheets: { A: damaged(sheet, inSheet).toString("utf8") },
            strings: both ? damaged(strings, inStrings).toString("utf8") : strings.toString("utf8"),
            styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
          });
          await ends(file, () => tablesOf(xlsxReader, file));
        },
      ),
    );
  });

  it("archives", { timeout: TEST_TIME }, async () => {
    const zip = await writeZip(join(folder, "seed.zip"), {
      "a.csv": "a;b\n1;2\n",
      "папка/b.csv": "x".repeat(5_000),
      "c.zip": "PK",
    });
    const { readFile, mkdtemp, rm } = await import("node:fs/promises");
    const seed = await readFile(zip.path);
    await tried(
      "archives",
      fc.asyncProperty(
        changes(["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "../"]),
        async (changed) => {
          const file = await writeInput(folder, "damaged.zip", damaged(seed, changed));
          const into = await mkdtemp(join(folder, "unpacked-"));
          try {
            const files = await expandInputs([file.path], into);
            for (const one of files) expect(one.name.startsWith("damaged.zip")).toBe(true);
            expect(files.length).toBeGreaterThan(0);
          } finally {
            await rm(into, { recursive: true });
          }
        },
      ),
    );
  });
});
