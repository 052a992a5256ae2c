import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlReader } from "../../server/loading/readers/html/html-reader.ts";
import { spreadsheetMlReader } from "../../server/loading/readers/spreadsheet-ml/spreadsheet-ml-reader.ts";
import { refusalOf, tablesOf, writeInput } from "../support/reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "html-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function tables(html: string | Buffer) {
  return tablesOf(htmlReader, await writeInput(folder, "answer.xls", html));
}

async function cells(html: string | Buffer) {
  return (await tables(html)).map(({ rows }) => rows.map((row) => row.cells));
}

describe("tables in HTML", () => {
  it("reads cells as a browser shows them", async () => {
    const html =
      "<HTML><body><Table border=1><TR><td>a&nbsp;b<TD nowrap>1&lt;2 &amp; «x»&laquo;<th>x<br>y</TR>\n<tr><td>  много\n   пробелов </td><td>5 < 6</td><td>&#1058;&#x43e;&unknown;</td><td></td></tr></table>";
    expect(await cells(html)).toEqual([
      [
        ["a b", "1<2 & «x»«", "x\ny"],
        ["много пробелов", "5 < 6", "То&unknown;"],
      ],
    ]);
  });

  it("leaves scripts, styles and comments out, and is not fooled by tags inside attributes and comments", async () => {
    const html =
      '<html><head><style>td{x:"<td>"}</style><title>t</title></head><!-- <table><tr><td>no</td></tr></table> --><table><tr><td title="a>b">1</td><td><script>document.write("<td>no</td>")</script>2</td></tr></table>';
    expect(await cells(html)).toEqual([[["1", "2"]]]);
  });

  it("puts spanned cells where they are seen, but repeats no amount downwards", async () => {
    const html =
      "<table><tr><td rowspan=3>04.03.2026</td><td colspan=2>Плательщик</td><td rowspan=2>1 500,00</td></tr><tr><td>имя</td><td>ИИН</td></tr><tr><td>а</td><td>б</td><td>в</td></tr></table>";
    expect(await cells(html)).toEqual([
      [
        ["04.03.2026", "Плательщик", "", "1 500,00"],
        ["04.03.2026", "имя", "ИИН"],
        ["04.03.2026", "а", "б", "в"],
      ],
    ]);
  });

  it("keeps headings above and closing lines below with their table, and tells two wide tables apart", async () => {
    const wide = (first: string) =>
      `<table>${[first, `${first}a`, `${first}b`].map((cell) => `<tr><td>${cell}</td><td>b</td><td>c</td><td>d</td></tr>`).join("")}</table>`;
    const html = `<html><p>Счёт KZ1</p><table><tr><td>Период</td><td>март</td></tr></table>${wide("1")}<p>Счёт KZ2</p>${wide("2")}<table><tr><td>Итого</td><td>5</td></tr></table></html>`;
    const found = await tables(html);
    expect(found.map(({ rows }) => rows.map((row) => row.cells[0]))).toEqual([
      ["Счёт KZ1", "Период", "1", "1a", "1b"],
      ["Счёт KZ2", "2", "2a", "2b", "Итого"],
    ]);
    expect(found.flatMap(({ rows }) => rows.map((row) => row.row))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it("joins a grid's heading, drawn as a table of its own, with the rows below it", async () => {
    const row = (...values: readonly string[]) =>
      `<tr>${values.map((value) => `<td>${value}</td>`).join("")}</tr>`;
    const html = `<table>${row("Дата", "Сумма", "Счёт", "Имя")}</table><div><table>${row("1", "2", "3", "4")}${row("5", "6", "7", "8")}</table></div>`;
    expect((await cells(html)).map((rows) => rows.length)).toEqual([3]);
  });

  it("reads a table inside a layout table once", async () => {
    const html =
      "<table><tr><td>меню</td><td><table><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></table></td></tr></table>";
    const all = (await cells(html)).flat();
    expect(all.filter((row) => row[0] === "a" || row[0] === "1")).toHaveLength(2);
    expect(all.flat().filter((cell) => cell === "меню")).toHaveLength(1);
  });

  it.each(["windows-1251", "cp866", "utf-8", "utf-16le"])(
    "is read in %s, whatever the page says of itself",
    async (encoding) => {
      const html = `<html><meta charset="utf-8"><table><tr><td>Наименование плательщика</td><td>Төлеушінің атауы</td></tr></table>`;
      const text =
        encoding === "utf-8" || encoding === "utf-16le"
          ? html
          : html.replace("Төлеушінің атауы", "Дата операции");
      const bytes = iconv.encode(text, encoding, { addBOM: encoding === "utf-16le" });
      expect(htmlReader.recognises(bytes)).toBe(true);
      expect((await cells(bytes))[0]?.[0]?.[0]).toBe("Наименование плательщика");
    },
  );

  it("gives the same rows wherever the file is cut into pieces", async () => {
    const row = (index: number) =>
      `<tr><td>строка&nbsp;${index}</td><td>&#8470; ${index}</td><td x='>'>${"я".repeat(index % 90)}</td></tr>`;
    const html = `<table>${Array.from({ length: 9_000 }, (_, index) => row(index)).join("")}</table>`;
    const [rows] = await cells(html);
    expect(rows).toHaveLength(9_000);
    rows?.forEach((line, index) => {
      expect(line.slice(0, 2)).toEqual([`строка ${index}`, `№ ${index}`]);
    });
  });

  it("refuses a page without a table, and a text without end in bounded memory", async () => {
    expect(
      (
        await refusalOf(() =>
          tables("<html><frameset><frame src='a/sheet001.htm'></frameset></html>"),
        )
      ).code,
    ).toBe("html-no-table");
    const endless = await refusalOf(() => tables(`<table><tr><td>${"x".repeat(4_000_000)}`));
    expect([endless.code, endless.message.includes("answer.xls")]).toEqual([
      "html-text-too-long",
      true,
    ]);
  });

  it("takes nothing else for HTML", () => {
    for (const text of [
      "a;b\n<html>;2",
      '<?xml version="1.0"?><Document/>',
      "PK\x03\x04",
      "<5;<6\n",
    ]) {
      expect(htmlReader.recognises(Buffer.from(text))).toBe(false);
    }
  });
});

describe("SpreadsheetML of 2003", () => {
  const book = (rows: string) =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="n"><NumberFormat ss:Format="000000000000"/></Style></Styles><Worksheet ss:Name="Ответ"><Table>${rows}</Table></Worksheet><Worksheet ss:Name="Второй"><Table><Row><Cell><Data ss:Type="String">конец</Data></Cell></Row></Table></Worksheet></Workbook>`;

  it("reads types, indexes, merges and formatted text", async () => {
    const file = await writeInput(
      folder,
      "sml.xls",
      book(
        '<Row><Cell ss:MergeDown="1" ss:StyleID="d"><Data ss:Type="DateTime">2026-03-04T00:00:00.000</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="Number">1.5E3</Data></Cell></Row>' +
          '<Row><Cell ss:Index="2"><Data ss:Type="DateTime">2026-03-04T09:05:07.000</Data></Cell><Cell ss:StyleID="n"><Data ss:Type="Number">30740001404</Data></Cell></Row>' +
          '<Row ss:Index="9"><Cell><ss:Data ss:Type="String"><B>жир</B>ный</ss:Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>',
      ),
    );
    expect(await tablesOf(spreadsheetMlReader, file)).toEqual([
      {
        name: "Ответ",
        hidden: false,
        rows: [
          { row: 1, cells: ["2026-03-04", "a", "", "1500"] },
          { row: 2, cells: ["2026-03-04", "2026-03-04 09:05:07", "030740001404"] },
          { row: 9, cells: ["жирный", "TRUE"] },
        ],
      },
      { name: "Второй", hidden: false, rows: [{ row: 1, cells: ["конец"] }] },
    ]);
  });

  it("refuses a file cut in the middle", async () => {
    const file = await writeInput(folder, "cut.xls", book("<Row/>").slice(0, -60));
    expect((await refusalOf(() => tablesOf(spreadsheetMlReader, file))).code).toBe("xml-broken");
  });
});
