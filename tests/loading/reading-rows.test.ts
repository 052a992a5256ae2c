import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { createRowMachine, ROW_LIMIT } from "../../server/loading/readers/row-machine.ts";
import type { RawRow } from "../../server/loading/record/input-file.ts";
import { fuzzing } from "../support/fuzzing.ts";

function rowsOf(
  text: string,
  delimiter: string,
  columns: number,
  pieces: readonly number[] = [],
): RawRow[] {
  const machine = createRowMachine({ delimiter, columns });
  const rows: RawRow[] = [];
  let from = 0;
  for (const length of pieces) {
    rows.push(...machine.push(text.slice(from, from + length), false));
    from += length;
  }
  rows.push(...machine.push(text.slice(from), true));
  return rows;
}

const cellsOf = (text: string, columns: number, delimiter = ",") =>
  rowsOf(text, delimiter, columns).map(({ cells }) => cells);

const delimiters = fc.constantFrom(",", ";", "\t", "|");
const cell = fc.string({
  unit: fc.constantFrom("a", "Ж", '"', ",", ";", "\t", "|", " ", "\n", "\r", "1"),
  maxLength: 8,
});
const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);
const anyText = fc.string({
  unit: fc.constantFrom('"', '"', ",", ",", "\n", "\n", "\r", "a", "б", " ", ";"),
  maxLength: 200,
});

describe("rows of delimited text", () => {
  it("are those papaparse finds wherever the quotes are as RFC 4180 says", () => {
    fc.assert(
      fc.property(
        tables,
        delimiters,
        fc.constantFrom("\n", "\r\n"),
        (table, delimiter, newline) => {
          const text = Papa.unparse(table, { delimiter, newline, quotes: true });
          const oracle = Papa.parse<string[]>(text, { delimiter, newline }).data;
          expect(cellsOf(text, table[0]?.length ?? 0, delimiter)).toEqual(oracle);
        },
      ),
      fuzzing(300),
    );
  });

  it("do not depend on where the file was cut into pieces", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (text, columns, cuts) => {
          expect(rowsOf(text, ",", columns, cuts)).toEqual(rowsOf(text, ",", columns));
        },
      ),
      fuzzing(500),
    );
  });

  it("hold every character of the file between them, newlines apart, and know their lines", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 4 }), (text, columns) => {
        let at = 0;
        let line = 1;
        for (const { raw, position } of rowsOf(text, ",", columns)) {
          expect(text.startsWith(raw, at)).toBe(true);
          expect(position.row).toBe(line);
          const newline = /^(\r\n|\n|\r)?/.exec(text.slice(at + raw.length))?.[0] ?? "";
          line += raw.split(/\r\n|\n|\r/).length;
          at += raw.length + newline.length;
        }
        expect(at).toBe(text.length);
      }),
      fuzzing(500),
    );
  });

  it("end at any newline", () => {
    expect(cellsOf("a,b\nc,d\r\ne,f\rg,h", 2)).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ]);
  });

  it("keep quotes nobody doubled, and the rows after them", () => {
    expect(
      cellsOf('1,"ТОО "Ромашка"",5\n2,"ТОО "Фирма "Восток""",6\n3,"в ""кавычках""",7', 3),
    ).toEqual([
      ["1", 'ТОО "Ромашка"', "5"],
      ["2", 'ТОО "Фирма "Восток""', "6"],
      ["3", 'в "кавычках"', "7"],
    ]);
  });

  it("go on after a quote nobody closed", () => {
    expect(cellsOf('1,"ТОО Ромашка,5\n2,ИП Жук,6\n3,"ИП ""Б""",7', 3)).toEqual([
      ["1", '"ТОО Ромашка', "5"],
      ["2", "ИП Жук", "6"],
      ["3", 'ИП "Б"', "7"],
    ]);
  });

  it("span lines where a quoted text does", () => {
    const rows = rowsOf('1,"за\nмарт",5\n2,x,6', ",", 3);
    expect(rows.map(({ cells, position }) => [position.row, ...cells])).toEqual([
      [1, "1", "за\nмарт", "5"],
      [3, "2", "x", "6"],
    ]);
  });

  it("are refused where one is longer than a million characters, without keeping it", () => {
    const machine = createRowMachine({ delimiter: ",", columns: 2 });
    const before = process.memoryUsage().heapUsed;
    const found = [...machine.push("a,b\n", false)];
    const piece = "x".repeat(256 * 1024);
    for (let pieces = 0; pieces < 400; pieces += 1) found.push(...machine.push(piece, false));
    found.push(...machine.push("\nc,d\n", true));
    expect(found.map(({ position, broken }) => [position.row, broken])).toEqual([
      [1, undefined],
      [2, "row-too-long"],
      [3, undefined],
    ]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40 * ROW_LIMIT);
  });

  it("are refused where they hold NUL bytes", () => {
    expect(rowsOf("a,b\nc\0,d\ne,f", ",", 2).map(({ broken }) => broken)).toEqual([
      undefined,
      "binary-rubbish",
      undefined,
    ]);
  });

  it("say of a quote that ends nowhere that its row is broken, whatever the length of the rest", () => {
    for (const lines of [3, 12_000]) {
      const rows = rowsOf(`a,b,c\n"x\n${`${"x".repeat(99)}\n`.repeat(lines)}d,e,f\n`, ",", 3);
      expect(rows.length).toBe(lines + 3);
      expect(
        rows.flatMap(({ broken, position }) => (broken ? [[broken, position.row]] : [])),
      ).toEqual([["quote-not-closed", 2]]);
      expect(rows.at(-1)?.cells).toEqual(["d", "e", "f"]);
    }
  });

  it("are found in time however many quotes stay open", () => {
    const started = process.cpuUsage();
    expect(cellsOf('"x,\n'.repeat(100_000), 3).length).toBe(100_000);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
  });
});
