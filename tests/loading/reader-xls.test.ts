import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXls } from "hucre";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compoundFile } from "../../fixtures/banks/compound-file.ts";
import type { Cell, Table } from "../../fixtures/banks/tables.ts";
import { xlsFile } from "../../fixtures/banks/xls.ts";
import { xlsReader } from "../../server/loading/readers/xls/xls-reader.ts";
import { refusalOf, tablesOf, writeInput } from "../support/reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "xls-"));
});
afterAll(() => rm(folder, { recursive: true }));

const u16 = (...values: number[]) =>
  Buffer.concat(values.map((value) => Buffer.from([value & 255, value >> 8])));
const record = (id: number, ...parts: Buffer[]) => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(id, data.length), data]);
};
const wide = (text: string) =>
  Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, "utf16le")]);
const double = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const END = record(0x000a);

/** A workbook of records put together by hand; each sheet gets its BOF and EOF. */
function workbook(
  globals: readonly Buffer[],
  sheets: readonly { name: Buffer; state?: number; records: readonly Buffer[] }[],
  version = 0x0600,
) {
  const begin = (kind: number) => record(0x0809, u16(version, kind, 0, 0), Buffer.alloc(8));
  const bodies = sheets.map(({ records }) => Buffer.concat([begin(0x10), ...records, END]));
  const head = (places: readonly number[]) =>
    Buffer.concat([
      begin(0x05),
      ...globals,
      ...sheets.map(({ name, state }, index) => {
        const place = Buffer.alloc(4);
        place.writeUInt32LE(places[index] ?? 0);
        return record(0x0085, place, Buffer.from([state ?? 0, 0]), name);
      }),
      END,
    ]);
  let at = head([]).length;
  const places = bodies.map((body) => {
    at += body.length;
    return at - body.length;
  });
  return compoundFile(
    version === 0x0600 ? "Workbook" : "Book",
    Buffer.concat([head(places), ...bodies]),
  );
}

const shortName = (text: string) =>
  Buffer.concat([Buffer.from([text.length, 1]), Buffer.from(text, "utf16le")]);

async function read(bytes: Buffer) {
  return tablesOf(xlsReader, await writeInput(folder, "a.xls", bytes));
}

describe("legacy .xls", () => {
  it("agrees with another library on every cell of a large sheet", async () => {
    const rows: Cell[][] = Array.from({ length: 3_000 }, (_, index) => [
      { serial: 46_000 + index / 1_440 },
      { number: (index / 100).toFixed(2) },
      `ТОО «Ромашка» ${index} ${"ұ".repeat(index % 70)}`,
      index % 5 === 0 ? null : `z${index}`,
    ]) as Cell[][];
    const bytes = xlsFile([{ name: "Ответ", rows } as Table]);
    const [table] = await read(bytes);
    const sheet = (await readXls(bytes)).sheets[0];
    expect(table?.rows).toHaveLength(3_000);
    table?.rows.forEach(({ row, cells }) => {
      const theirs = (sheet?.rows[row - 1] ?? []).map((value) =>
        value instanceof Date
          ? new Date(Math.round(value.getTime() / 1000) * 1000)
              .toISOString()
              .slice(0, 19)
              .replace("T", " ")
          : String(value ?? ""),
      );
      expect(
        cells.map((cell, at) => (at === 0 && cell.length === 10 ? `${cell} 00:00:00` : cell)),
      ).toEqual(theirs);
    });
  });

  it("reads rich texts, formulas, errors, merges and hidden sheets", async () => {
    const rich = Buffer.concat([
      u16(2),
      Buffer.from([9]),
      u16(1),
      Buffer.from("Ая", "utf16le"),
      u16(0, 0),
    ]);
    const textResult = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
    const errorResult = Buffer.from([2, 0, 0x07, 0, 0, 0, 0xff, 0xff]);
    const bytes = workbook(
      [record(0x00e0, u16(0, 0), Buffer.alloc(16)), record(0x00e0, u16(0, 14), Buffer.alloc(16))],
      [
        {
          name: shortName("Лист"),
          records: [
            record(0x0204, u16(0, 0, 0), rich),
            record(0x0006, u16(0, 1, 0), double(84), Buffer.alloc(8)),
            record(0x0006, u16(0, 2, 0), textResult, Buffer.alloc(8)),
            record(0x0207, wide("из формулы")),
            record(0x0006, u16(0, 3, 0), errorResult, Buffer.alloc(8)),
            record(0x0205, u16(0, 4, 0), Buffer.from([1, 0])),
            record(0x0203, u16(0, 5, 1), double(46_085)),
            record(
              0x00bd,
              u16(1, 1),
              u16(0),
              Buffer.from([0x2a, 1, 0, 0]),
              u16(0),
              Buffer.from([0x2b, 1, 0, 0]),
              u16(2),
            ),
            record(0x00e5, u16(1, 0, 1, 0, 0)),
          ],
        },
        { name: shortName("тайна"), state: 2, records: [] },
      ],
    );
    expect(await read(bytes)).toEqual([
      {
        name: "Лист",
        hidden: false,
        rows: [
          { row: 1, cells: ["Ая", "84", "из формулы", "#DIV/0!", "TRUE", "2026-03-04"] },
          { row: 2, cells: ["Ая", "74", "0.74"] },
        ],
      },
      { name: "тайна", hidden: true, rows: [] },
    ]);
  });

  it("reads Excel 5 workbooks in the code page they name", async () => {
    const text = (words: string) =>
      Buffer.concat([u16(words.length), iconv.encode(words, "windows-1251")]);
    const bytes = workbook(
      [record(0x0042, u16(1251))],
      [
        {
          name: Buffer.concat([Buffer.from([4]), iconv.encode("Лист", "windows-1251")]),
          records: [
            record(0x0204, u16(0, 0, 0), text("Плательщик")),
            record(0x0203, u16(0, 1, 0), double(0.07)),
          ],
        },
      ],
      0x0500,
    );
    expect(await read(bytes)).toEqual([
      { name: "Лист", hidden: false, rows: [{ row: 1, cells: ["Плательщик", "0.07"] }] },
    ]);
  });

  it("refuses a workbook cut anywhere, and one with a password", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => [`строка ${index}`, `z${index}`]);
    const whole = xlsFile([{ name: "A", rows } as Table]);
    for (const share of [0.02, 0.3, 0.6, 0.95]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      const refusal = await refusalOf(() => read(cut));
      expect([refusal.code, refusal.message.includes("a.xls")]).toEqual(["xls-damaged", true]);
    }
    const locked = workbook(
      [record(0x002f, Buffer.alloc(54))],
      [{ name: shortName("A"), records: [] }],
    );
    expect((await refusalOf(() => read(locked))).code).toBe("xls-encrypted");
    expect(
      (await refusalOf(() => read(compoundFile("EncryptedPackage", Buffer.alloc(5_000))))).code,
    ).toBe("xls-encrypted");
    expect(
      (await refusalOf(() => read(compoundFile("WordDocument", Buffer.alloc(5_000))))).code,
    ).toBe("not-a-table");
  });

  it("refuses chains that run in a circle", async () => {
    const bytes = Buffer.from(xlsFile([{ name: "A", rows: [["а"]] } as Table]));
    const table = 512;
    // Every data sector points back to the first one.
    for (let sector = 2; sector < 8; sector++) bytes.writeUInt32LE(2, table + sector * 4);
    expect((await refusalOf(() => read(bytes))).code).toBe("xls-damaged");
  });
});
