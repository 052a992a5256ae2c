import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainNumber } from "../../server/loading/readers/xlsx/numbers.ts";
import { stringTable } from "../../server/loading/readers/xlsx/strings.ts";
import { isOfficePackage, xlsxReader } from "../../server/loading/readers/xlsx/xlsx-reader.ts";
import { readItems } from "../../server/loading/reading/read-file.ts";
import { refusalOf, tablesOf, writeInput, writeZip } from "../support/reading.ts";
import { type WorkbookParts, writeWorkbook } from "../support/workbook.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "xlsx-"));
});
afterAll(() => rm(folder, { recursive: true }));

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="000000000000"/>' +
  '<numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;тг&quot;"/><numFmt numFmtId="167" formatCode="yyyy-mm-dd hh:mm:ss.000"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>';

/** The rows of a workbook of one sheet. */
async function rowsOf(sheet: string, rest: Partial<WorkbookParts> = {}) {
  const file = await writeWorkbook(folder, "one.xlsx", {
    sheets: { Лист1: sheet },
    styles: STYLES,
    ...rest,
  });
  return (await tablesOf(xlsxReader, file))[0]?.rows;
}

describe("cells of a workbook", () => {
  it("shows numbers without exponent and float noise, and dates by the cell's style", async () => {
    const cells = [
      '<c r="A1"><v>1.5E5</v></c>',
      '<c r="B1"><v>150000.10000000001</v></c>',
      '<c r="C1"><v>30740001404.0</v></c>',
      '<c r="D1" s="3"><v>30740001404</v></c>',
      '<c r="E1" s="4"><v>1500.5</v></c>',
      '<c r="F1" s="1"><v>46085.378553240743</v></c>',
      '<c r="G1" s="2"><v>46085</v></c>',
      '<c r="H1" s="2"><v>46085.5</v></c>',
      '<c r="I1" s="5"><v>46085.378553246527</v></c>',
      '<c r="J1" s="6"><v>0.378553240743</v></c>',
      '<c r="K1"><v>398601000000000000001</v></c>',
    ];
    expect(await rowsOf(`<sheetData><row r="1">${cells.join("")}</row></sheetData>`)).toEqual([
      {
        row: 1,
        cells: [
          "150000",
          "150000.1",
          "30740001404",
          "030740001404",
          "1500.5",
          "2026-03-04 09:05:07",
          "2026-03-04",
          "2026-03-04 12:00:00",
          "2026-03-04 09:05:07.001",
          "09:05:07",
          "398601000000000000001",
        ],
      },
    ]);
  });

  it("counts days from 1904 where the workbook says so", async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" s="1"><v>44623.378553240743</v></c></row></sheetData>';
    expect(await rowsOf(sheet, { epoch1904: true })).toEqual([
      { row: 1, cells: ["2026-03-04 09:05:07"] },
    ]);
  });

  it("joins rich text, leaves phonetic hints out and undoes Excel's escapes", async () => {
    const strings =
      "<si><r><t>ТОО </t></r><r><rPr><b/></rPr><t>«Ромашка»</t></r><rPh><t>ромаш</t></rPh></si><si><t>строка_x000A_вторая &amp; третья</t></si>";
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>внутри </t></r><r><t>ячейки</t></r></is></c></row></sheetData>';
    expect(await rowsOf(sheet, { strings })).toEqual([
      { row: 1, cells: ["ТОО «Ромашка»", "строка\nвторая & третья", "внутри ячейки"] },
    ]);
  });

  it("takes a formula's saved result, and shows the formula where none was saved", async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><f>B1*2</f><v>84</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1"><f>SUM(A1:B1)</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><v>1</v></c></row></sheetData>';
    expect(await rowsOf(sheet)).toEqual([
      { row: 1, cells: ["84", "ab", "=SUM(A1:B1)", "#DIV/0!", "TRUE"] },
    ]);
  });

  it("puts cells where they belong when references, rows and the dimension are missing", async () => {
    const sheet =
      '<sheetData><row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="4"><c r="B4"><v>2</v></c></row><row/></sheetData>';
    expect(await rowsOf(sheet)).toEqual([
      { row: 1, cells: ["1", "", "", "4", "5"] },
      { row: 4, cells: ["", "2"] },
      { row: 5, cells: [] },
    ]);
  });

  it("repeats a date merged over several rows, but never an amount", async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>04.03.2026</t></is></c><c r="B1"><v>100</v></c><c r="C1" t="inlineStr"><is><t>Плательщик</t></is></c></row>' +
      '<row r="2"><c r="A2"/><c r="B2"/><c r="C2" t="inlineStr"><is><t>ИИН</t></is></c></row></sheetData><mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:E1"/></mergeCells>';
    expect(await rowsOf(sheet)).toEqual([
      { row: 1, cells: ["04.03.2026", "100", "Плательщик"] },
      { row: 2, cells: ["04.03.2026", "", "ИИН"] },
    ]);
  });
});

describe("workbooks", () => {
  it("reads every sheet in the workbook's order and marks the hidden ones", async () => {
    const sheet = (text: string) =>
      `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;
    const file = await writeWorkbook(folder, "sheets.xlsx", {
      sheets: { KZT: sheet("тенге"), USD: sheet("доллар"), Скрытый: sheet("прошлый месяц") },
      hidden: ["Скрытый"],
    });
    const tables = await tablesOf(xlsxReader, file);
    expect(tables.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.cells[0]])).toEqual([
      ["KZT", false, "тенге"],
      ["USD", false, "доллар"],
      ["Скрытый", true, "прошлый месяц"],
    ]);
  });

  it("loads the rows of a hidden sheet with a warning", async () => {
    const table = (amount: number) =>
      `<sheetData>${[
        ["transfer_id", "booked_at", "amount", "currency", "from_account", "to_account"],
        [
          `t${amount}`,
          "2026-03-04T09:05:07+05:00",
          String(amount),
          "KZT",
          "KZ04722KZT7000000000",
          "KZ806010007079190030",
        ],
      ]
        .map(
          (cells, row) =>
            `<row r="${row + 1}">${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("")}</row>`,
        )
        .join("")}</sheetData>`;
    const file = await writeWorkbook(folder, "hidden.xlsx", {
      sheets: { A: table(1), B: table(2) },
      hidden: ["B"],
    });
    const warned: unknown[] = [];
    for await (const items of readItems(file, {})) {
      for (const item of items)
        if (item.kind === "transfer")
          warned.push([item.position.sheet, item.warnings.map(({ code }) => code)]);
    }
    expect(warned).toEqual([
      ["A", []],
      ["B", ["hidden-sheet"]],
    ]);
  });

  it("agrees with another library's writer on every cell", async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => [
      new Date(Date.UTC(2026, 0, 1) + index * 3_601_000),
      index / 100,
      `ЖСН ${String(index).padStart(12, "0")}`,
      index % 7 === 0 ? null : "Төлем мақсаты",
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: "Ответ", rows }] });
    const [table] = await tablesOf(xlsxReader, await writeInput(folder, "hucre.xlsx", bytes));
    expect(table?.rows).toHaveLength(rows.length);
    table?.rows.forEach(({ cells }, index) => {
      const [date, amount, text, purpose] = rows[index] ?? [];
      const shown = date instanceof Date ? date.toISOString().slice(0, 19).replace("T", " ") : "";
      expect(`${cells[0]} 00:00:00`.slice(0, 19)).toBe(shown);
      expect(cells.slice(1)).toEqual([
        String(amount),
        text,
        ...(purpose === null ? [] : [purpose]),
      ]);
    });
  });

  it("is recognised by what is in the zip, whatever comes first", async () => {
    const plain = await writeZip(join(folder, "plain.zip"), { "ответ.csv": "a;b" });
    const office = await writeZip(join(folder, "office.xlsx"), {
      "docProps/app.xml": "<a/>",
      "[Content_Types].xml": "",
    });
    expect(isOfficePackage(await readFile(plain.path))).toBe(false);
    expect(isOfficePackage(await readFile(office.path))).toBe(true);
    expect(isOfficePackage(Buffer.from("PK\x03\x04"))).toBe(false);
  });
});

describe("workbooks that are not what they say", () => {
  const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const laughs =
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><sst><si><t>&lol2;</t></si></sst>';

  it.each([
    [
      "a doctype with entities",
      "xml-doctype",
      { parts: { "xl/sharedStrings.xml": laughs }, strings: "" },
    ],
    [
      "a cell over a megabyte",
      "xml-text-too-long",
      { strings: `<si><t>${"я".repeat(1_100_000)}</t></si>` },
    ],
    ["elements nested deep", "xml-too-deep", { strings: "<si>".repeat(100_000) }],
    [
      "a shared text that is not there",
      "xlsx-damaged",
      { sheets: { A: '<sheetData><row r="1"><c t="s"><v>7</v></c></row></sheetData>' } },
    ],
    [
      "a row beyond the sheet",
      "xlsx-damaged",
      { sheets: { A: '<sheetData><row r="99999999"><c><v>7</v></c></row></sheetData>' } },
    ],
    [
      "a sheet that stops in the middle",
      "xml-broken",
      { sheets: { A: "<sheetData><row><c><v>1</v>" } },
    ],
  ])("%s is refused with the file's name and a remedy", async (_, code, broken) => {
    const file = await writeWorkbook(folder, "broken.xlsx", { sheets: { A: sheet }, ...broken });
    const refusal = await refusalOf(() => tablesOf(xlsxReader, file));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain("broken.xlsx");
    expect(refusal.remedy).not.toBe("");
  });

  it("refuses a file cut anywhere", async () => {
    const whole = await writeWorkbook(folder, "whole.xlsx", {
      sheets: { A: sheet },
      strings: "<si><t>а</t></si>",
    });
    const bytes = await readFile(whole.path);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = await writeInput(
        folder,
        "cut.xlsx",
        bytes.subarray(0, Math.floor(bytes.length * share)),
      );
      expect((await refusalOf(() => tablesOf(xlsxReader, cut))).code).toBe("xlsx-damaged");
    }
  });

  it("refuses a part whose bytes were changed", async () => {
    const whole = await writeWorkbook(folder, "changed.xlsx", { sheets: { A: sheet } });
    const bytes = await readFile(whole.path);
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(
      (
        await refusalOf(async () =>
          tablesOf(xlsxReader, await writeInput(folder, "changed.xlsx", bytes)),
        )
      ).code,
    ).toBe("xlsx-damaged");
  });

  it("names what else an Office zip may be", async () => {
    const types = { "[Content_Types].xml": "<Types/>" };
    const xlsb = await writeZip(join(folder, "a.xlsb"), { ...types, "xl/workbook.bin": "x" });
    const ods = await writeZip(join(folder, "a.ods"), {
      mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml": "<a/>",
    });
    expect((await refusalOf(() => tablesOf(xlsxReader, xlsb))).code).toBe("xlsb");
    expect((await refusalOf(() => tablesOf(xlsxReader, ods))).code).toBe("not-a-table");
  });
});

describe("the table of shared strings", () => {
  it("gives back every string when most of them are in its file", () => {
    const table = stringTable(1_000);
    const text = (index: number) => `строка ${index} ${"я".repeat(index % 500)}`;
    for (let index = 0; index < 20_000; index++) table.add(text(index));
    try {
      expect(table.length).toBe(20_000);
      for (let index = 0; index < 20_000; index += 7)
        expect(table.get(19_999 - index)).toBe(text(19_999 - index));
      expect(table.get(20_000)).toBeUndefined();
    } finally {
      table.close();
    }
  });
});

describe("plain numbers", () => {
  it.each([
    ["1e-7", "0.0000001"],
    ["1.23E+2", "123"],
    ["-1.5e3", "-1500"],
    ["1E21", "1E+21"],
    ["0.30000000000000004", "0.3"],
    ["99999999999.99", "99999999999.99"],
    ["007", "007"],
    ["", ""],
    ["N/A", "N/A"],
  ])("%s is %s", (raw, text) => expect(plainNumber(raw)).toBe(text));
});
