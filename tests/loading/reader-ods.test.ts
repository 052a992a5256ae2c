import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { odsReader } from "../../server/loading/readers/ods/ods-reader.ts";
import { recogniseFile } from "../../server/loading/reading/read-file.ts";
import { spreadsheetXml, writeSpreadsheet } from "../support/ods.ts";
import { refusalOf, tablesOf, writeInput, writeZip } from "../support/reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ods-"));
});
afterAll(() => rm(folder, { recursive: true }));

const text = (words: string, more = "") =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${words}</text:p></table:table-cell>`;
const value = (type: string, attribute: string, shown: string) =>
  `<table:table-cell office:value-type="${type}" ${attribute}><text:p>${shown}</text:p></table:table-cell>`;
const row = (cells: string, more = "") => `<table:table-row ${more}>${cells}</table:table-row>`;

async function rowsOf(rows: string) {
  const file = await writeSpreadsheet(folder, "one.ods", { sheets: { Лист1: rows } });
  return (await tablesOf(odsReader, file))[0]?.rows;
}
const cellsOf = async (cells: string) => (await rowsOf(row(cells)))?.[0]?.cells;

describe("cells of an OpenDocument spreadsheet", () => {
  it("are read as a person reads them: numbers without grouping, dates in ISO", async () => {
    expect(
      await cellsOf(
        value("float", 'office:value="150000.1"', "150 000,10") +
          value("currency", 'office:value="1500.5" office:currency="KZT"', "1 500,50 ₸") +
          value("float", 'office:value="50101300123"', "050101300123") +
          value("float", 'office:value="1.5E5"', "150000") +
          value("date", 'office:date-value="2026-03-04T09:05:07.000000001"', "04.03.26") +
          value("date", 'office:date-value="2026-03-04"', "04.03.2026") +
          value("date", 'office:date-value="2026-03-04"', "04.03.2026 00:00:00") +
          value("date", 'office:date-value="2026-03-04T00:00:00"', "04.03.2026") +
          value("time", 'office:time-value="PT09H05M07S"', "9:05") +
          value("boolean", 'office:boolean-value="true"', "ИСТИНА"),
      ),
    ).toEqual([
      "150000.1",
      "1500.5",
      "050101300123",
      "150000",
      "2026-03-04 09:05:07",
      "2026-03-04",
      "2026-03-04 00:00:00",
      "2026-03-04",
      "09:05:07",
      "TRUE",
    ]);
  });

  it("keep spaces, lines and links of their text, and neither notes nor drawings", async () => {
    const note = "<office:annotation><text:p>заметка</text:p></office:annotation>";
    expect(
      await cellsOf(
        `<table:table-cell>${note}<text:p>ТОО<text:s text:c="2"/><text:a>«Ромашка»</text:a></text:p><text:p>вторая<text:line-break/>третья</text:p></table:table-cell>` +
          `<table:table-cell><table:shapes><text:p>рисунок</text:p></table:shapes></table:table-cell>` +
          text("конец"),
      ),
    ).toEqual(["ТОО  «Ромашка»\nвторая\nтретья", "", "конец"]);
  });

  it("come as often as they say, rows too, and empty ones end nothing", async () => {
    const rows =
      row(text("а", 'table:number-columns-repeated="3"') + text("б")) +
      row(
        '<table:table-cell table:number-columns-repeated="1024"/>',
        'table:number-rows-repeated="5"',
      ) +
      row(text("в"), 'table:number-rows-repeated="2"') +
      row(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        'table:number-rows-repeated="1048566"',
      );
    const read = (await rowsOf(rows))?.filter(({ cells }) => cells.length > 0);
    expect(read).toEqual([
      { row: 1, cells: ["а", "а", "а", "б"] },
      { row: 7, cells: ["в"] },
      { row: 8, cells: ["в"] },
    ]);
  });

  it("merged downwards are repeated unless they are plain numbers", async () => {
    const covered = "<table:covered-table-cell/>";
    const span = 'table:number-rows-spanned="2"';
    const rows =
      row(
        text("04.03.2026", span) +
          `<table:table-cell office:value-type="float" office:value="5" ${span}><text:p>5</text:p></table:table-cell>` +
          text("первая"),
      ) + row(covered + covered + text("вторая"));
    expect(await rowsOf(rows)).toEqual([
      { row: 1, cells: ["04.03.2026", "5", "первая"] },
      { row: 2, cells: ["04.03.2026", "", "вторая"] },
    ]);
  });
});

describe("an OpenDocument file", () => {
  it("has every sheet as a table, hidden ones marked, copies of other files left out", async () => {
    const file = await writeSpreadsheet(folder, "sheets.ods", {
      sheets: {
        Март: row(text("а")),
        Черновик: row(text("б")),
        "file:///C:/x.xls#Лист1": `<table:table-source/>${row(text("чужое"))}`,
        Апрель: row(text("в")),
      },
      hidden: ["Черновик"],
    });
    const tables = await tablesOf(odsReader, file);
    expect(tables.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.cells])).toEqual([
      ["Март", false, ["а"]],
      ["Черновик", true, ["б"]],
      ["Апрель", false, ["в"]],
    ]);
  });

  it("is recognised packed, packed again without its kind, and as one XML", async () => {
    const parts = { sheets: { A: row(text("Дата") + text("Сумма")) } };
    const flat = await writeInput(folder, "flat.fods", spreadsheetXml(parts, true));
    const bare = await writeZip(join(folder, "bare.ods"), { "content.xml": spreadsheetXml(parts) });
    for (const file of [await writeSpreadsheet(folder, "packed.ods", parts), flat, bare]) {
      const head = (await readFile(file.path)).subarray(0, 65_536);
      expect(odsReader.recognises(head)).toBe(true);
      expect((await tablesOf(odsReader, file))[0]?.rows).toEqual([
        { row: 1, cells: ["Дата", "Сумма"] },
      ]);
    }
  });

  it("is refused with its reason where it is protected, damaged, no table or a trap", async () => {
    const parts = { sheets: { A: row(text("а")) } };
    const codeOf = async (file: Awaited<ReturnType<typeof writeSpreadsheet>>) =>
      (await refusalOf(() => tablesOf(odsReader, file))).code;
    const manifest = {
      "META-INF/manifest.xml": '<manifest:file-entry><manifest:encryption-data a="b"/>',
    };
    expect(await codeOf(await writeSpreadsheet(folder, "locked.ods", parts, manifest))).toBe(
      "xlsx-encrypted",
    );
    const whole = await readFile((await writeSpreadsheet(folder, "whole.ods", parts)).path);
    const cut = await writeInput(folder, "cut.ods", whole.subarray(0, whole.length / 2));
    expect(await codeOf(cut)).toBe("xlsx-damaged");
    expect(await codeOf(await writeSpreadsheet(folder, "empty.ods", { sheets: {} }))).toBe(
      "not-a-table",
    );
    const many = row(text("я".repeat(500)), 'table:number-rows-repeated="1048576"');
    expect(await codeOf(await writeSpreadsheet(folder, "trap.ods", { sheets: { A: many } }))).toBe(
      "xlsx-too-large",
    );
    const letter = await writeZip(join(folder, "letter.odt"), {
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": "<a/>",
    });
    expect((await refusalOf(() => recogniseFile(letter, {}))).code).toBe("not-a-table");
  });
});
