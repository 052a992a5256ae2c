import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeTurns } from "../../server/loading/apart/turns.ts";
import { htmlReader } from "../../server/loading/readers/html/html-reader.ts";
import { openCompoundFile } from "../../server/loading/readers/xls/compound-file.ts";
import { stringTable } from "../../server/loading/readers/xlsx/strings.ts";
import { readItems, recogniseFile } from "../../server/loading/reading/read-file.ts";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import type { LoadItem } from "../../server/loading/record/load-item.ts";
import { manyColumns, writeManyTexts } from "../support/hostile.ts";
import { refusalOf, tablesOf, writeInput } from "../support/reading.ts";
import { writeWorkbook } from "../support/workbook.ts";

/**
 * What a refusal may cost of this process's own time and memory: no limit but the readers' own is
 * at work here.
 */
const SECONDS = 15;
const MEGABYTES = 200;

describe("a file made to fill the memory or the time", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-hostile-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = async (file: InputFile) => {
    const items: LoadItem[] = [];
    for await (const batch of readItems(file, {})) items.push(...batch);
    return items;
  };
  /** The code of the refusal, which must come in time and within the memory. */
  const refusedCheaply = async (reading: () => Promise<unknown>) => {
    const before = process.memoryUsage();
    const begun = process.cpuUsage();
    const { code, remedy } = await refusalOf(reading);
    const after = process.memoryUsage();
    expect(remedy).not.toBe("");
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(SECONDS);
    const grown = after.heapUsed + after.external - before.heapUsed - before.external;
    expect(grown / 2 ** 20).toBeLessThan(MEGABYTES);
    return code;
  };

  it("is refused where 488 KB unfold to 17.8 million empty texts", async () => {
    const file = await writeManyTexts(folder, "empty.xlsx", "<si><t/></si>", 17_800_000);
    expect(file.bytes).toBeLessThan(600_000);
    expect(await refusedCheaply(() => recogniseFile(file, {}))).toBe("zip-bomb");
    expect(await refusedCheaply(() => read(file))).toBe("zip-bomb");
  }, 60_000);

  it("is refused by the number of its texts where it unfolds to less", async () => {
    const file = await writeManyTexts(folder, "many.xlsx", "<si/>", 10_000_500);
    expect(await refusedCheaply(() => recogniseFile(file, {}))).toBe("xlsx-too-large");
  }, 60_000);

  it("costs eight bytes for each empty text that is kept", () => {
    const before = process.memoryUsage();
    const strings = stringTable(0, folder);
    try {
      for (let count = 0; count < 2_000_000; count += 1) strings.add("");
      strings.add("last");
      const after = process.memoryUsage();
      const grown = after.heapUsed + after.external - before.heapUsed - before.external;
      expect(grown / 2 ** 20).toBeLessThan(60);
      expect([strings.length, strings.get(1_999_999), strings.get(2_000_000)]).toEqual([
        2_000_001,
        "",
        "last",
      ]);
    } finally {
      strings.close();
    }
  });

  it("is refused where one cell is put together of endless pieces", async () => {
    const pieces = `<t>${"x".repeat(1_000)}</t>`.repeat(2_000);
    const shared = { sheets: {}, strings: `<si>${pieces}</si>` };
    const inline = {
      sheets: {
        Лист1: `<sheetData><row><c t="inlineStr"><is>${pieces}</is></c></row></sheetData>`,
      },
    };
    for (const [name, workbook] of Object.entries({ shared, inline })) {
      const file = await writeWorkbook(folder, `${name}.xlsx`, workbook);
      expect(await refusedCheaply(() => read(file))).toBe("xlsx-too-large");
    }
  });

  it("is refused where a long text is repeated in every cell", async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(30)}</row>`;
    const file = await writeWorkbook(folder, "repeated.xlsx", {
      sheets: { Лист1: `<sheetData>${row.repeat(3_000)}</sheetData>` },
      strings: `<si><t>${"слово ".repeat(5_000)}</t></si>`,
    });
    expect(await refusedCheaply(() => read(file))).toBe("xlsx-too-large");
  });

  it.each([
    [200_000, "row-too-long"],
    [20_000, "too-many-columns"],
    [1_500, "too-many-columns"],
  ])("is refused where it has %i columns", async (columns, code) => {
    const file = await writeInput(folder, `wide-${columns}.csv`, manyColumns(columns, 3));
    expect(await refusedCheaply(() => recogniseFile(file, {}))).toBe(code);
    expect(await refusedCheaply(() => read(file))).toBe(code);
  });

  it("loses one row only where one row has too many cells", async () => {
    const lines = [
      "Дата;Сумма;Валюта;Счет отправителя;Счет получателя;Назначение",
      "01.02.2024 10:00;100,00;KZT;KZ84722C000012345678;KZ63601A201000111222;Оплата",
      `02.02.2024 10:00;${"1;".repeat(5_000)}`,
      "03.02.2024 10:00;300,00;KZT;KZ84722C000012345678;KZ63601A201000111222;Оплата",
    ];
    const items = await read(await writeInput(folder, "one-wide.csv", lines.join("\n")));
    expect(items.flatMap((item) => (item.kind === "transfer" ? [item.amount] : []))).toEqual([
      10_000n,
      30_000n,
    ]);
    expect(items.flatMap((item) => (item.kind === "refused" ? [item.code] : []))).toEqual([
      "too-many-columns",
    ]);
  });

  it("is looked through in time where a thousand columns of words go on for rows", async () => {
    const words = Array.from({ length: 100 }, (_, row) =>
      Array.from({ length: 1_000 }, (_, column) => `слово${row}а${column}б`).join(";"),
    );
    const file = await writeInput(folder, "words.csv", words.join("\n"));
    expect(await refusedCheaply(() => recogniseFile(file, {}))).toBe("file-not-a-table");
  });

  it("keeps no more than a thousand cells of a sheet's or a page's row", async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => `<row><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    const sheet = await writeWorkbook(folder, "far.xlsx", {
      sheets: { Лист1: `<sheetData>${rows.join("")}</sheetData>` },
    });
    expect(await refusedCheaply(() => read(sheet))).toBe("too-many-columns");
    const page = await writeInput(
      folder,
      "wide.xls",
      `<table><tr>${"<td>1</td>".repeat(50_000)}</tr></table>`,
    );
    const [table] = await tablesOf(htmlReader, page);
    expect(table?.rows.map(({ cells }) => cells.length)).toEqual([1]);
  });

  it("is left where the list of an old workbook's sectors names itself for ever", () => {
    const bytes = Buffer.alloc(512 * 3);
    Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt16LE(6, 32);
    bytes.writeUInt32LE(0, 68);
    bytes.writeUInt32LE(0xffffffff, 72);
    for (let at = 76; at < 512; at += 4) bytes.writeUInt32LE(0xffffffff, at);
    const begun = performance.now();
    expect(() => openCompoundFile(bytes)).toThrow(RangeError);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe("taking turns", () => {
  it("lets so many run at a time, and one who leaves loses its place only", async () => {
    const inTurn = takeTurns(1);
    const order: string[] = [];
    let finish = () => {};
    const first = inTurn(() => new Promise<void>((resolve) => (finish = resolve)), undefined);
    const left = new AbortController();
    const second = inTurn(async () => void order.push("second"), left.signal);
    const third = inTurn(async () => void order.push("third"), undefined);
    left.abort(new Error("left"));
    await expect(second).rejects.toThrow("left");
    expect(order).toEqual([]);
    finish();
    await Promise.all([first, third]);
    expect(order).toEqual(["third"]);
    await inTurn(async () => void order.push("fourth"), undefined);
    expect(order).toEqual(["third", "fourth"]);
  });
});
