import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { cleanText, cleanTexts } from "../../contract/clean-text.ts";
import {
  asWritten,
  csvFor,
  inert,
  PROGRAM_CSV,
  readCsv,
  type Table,
  writeCsv,
} from "../../contract/csv.ts";

/** Letters formulas, delimiters and broken files are made of. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ...["=", "+", "-", "@", "＝", "'", " ", "\u00a0", "\t", "\r", "\n", ",", ";", '"'],
    ...["1", "05", ".", "a", "ә", "HYPERLINK(", "cmd|", "\u0000", "\u0001", "\u202e", "\ufffe"],
    ...["\ud800", "\u{1f600}"],
  ),
  maxLength: 12,
});
const anything = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 20 })
  .map((codes) => String.fromCodePoint(...codes));
const languages = ["ru", "kk", "en"] as const;

describe("a CSV for a person", () => {
  const one = (text: string) => writeCsv({ columns: ["name"], rows: [[text]] }, csvFor("ru"));

  it.each([
    '=HYPERLINK("http://x.kz";"Иванов")',
    "=cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "＝1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u0001=1+1",
    "\ufeff=1+1".slice(1),
    "'=1+1",
  ])("runs nothing: %j", (text) => {
    const [[, cell = ""] = []] = [...one(text).matchAll(/\r\n"?((?:.|[\r\n])*?)"?\r\n$/g)];
    expect(cell.replace(/^'+/, "'").startsWith("'")).toBe(true);
  });

  it("runs nothing either where another country's spreadsheet splits it at another delimiter", () => {
    for (const text of ["Иванов;=1+1;", "Иванов,=1+1,", "Иванов\t=1+1", "Иванов\n@SUM(1)"]) {
      for (const delimiter of [",", ";", "\t", "\n"]) {
        const cells = one(text).split(delimiter);
        expect(cells.filter((cell) => /^["\s]*[=+@＝]/.test(cell))).toEqual([]);
      }
    }
  });

  it("leaves numbers, dashes and telephones in a sentence as they are", () => {
    for (const text of ["-5", "-1500.50", "+77011234567", "-", "", "Каспи, +7701 1234567", "a=b"])
      expect(inert(text)).toBe(text);
  });

  it("begins with the mark and has the delimiter and decimal sign Excel expects", () => {
    const table: Table = {
      columns: ["document", "amount"],
      rows: [["12.05", "-1500.50"]],
      decimals: new Set(["amount"]),
    };
    expect(writeCsv(table, csvFor("ru"))).toBe("\ufeffdocument;amount\r\n12.05;-1500,50\r\n");
    expect(writeCsv(table, csvFor("kk"))).toBe(writeCsv(table, csvFor("ru")));
    expect(writeCsv(table, csvFor("en"))).toBe("\ufeffdocument,amount\r\n12.05,-1500.50\r\n");
  });

  it("is read as it was meant by another program's reader, with every clean text in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 5 }),
        (language, rows) => {
          const table = { columns: ["x", "y", "z"], rows };
          const text = writeCsv(table, csvFor(language));
          const clean = rows.map(([x, y, z]) => ({
            x: cleanText(x),
            y: cleanText(y),
            z: cleanText(z),
          }));
          expect(readCsv(text)).toEqual(clean);
          const read = Papa.parse<string[]>(text.slice(1), {
            delimiter: csvFor(language).delimiter,
            newline: "\r\n",
          });
          expect(read.errors).toEqual([]);
          expect(read.data.slice(1, -1).map((cells) => cells.map(asWritten))).toEqual(
            clean.map((row) => Object.values(row)),
          );
        },
      ),
    );
  });

  it("gives back what it made inert, to the letter", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(asWritten(inert(text))).toBe(cleanText(text));
        expect(inert(text)).not.toMatch(/^[=@＝＠\t\r]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a CSV for a program", () => {
  it("holds every text as it is and comes back so", () => {
    const plain = fc.string({ unit: fc.constantFrom("a", ",", ";", '"', "\n", "\r", "=", "'") });
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, plain), { maxLength: 6 }), (rows) => {
        const text = writeCsv({ columns: ["x", "y"], rows }, PROGRAM_CSV);
        expect(text.startsWith("x,y\n")).toBe(true);
        expect(readCsv(text)).toEqual(rows.map(([x, y]) => ({ x, y })));
      }),
    );
  });
});

describe("clean text", () => {
  it("holds nothing XML cannot, no half letters and no turned writing, and is stable", () => {
    fc.assert(
      fc.property(anything, hostile, (one, other) => {
        const text = cleanText(one + other);
        expect(text).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        expect(cleanText(text)).toBe(text);
      }),
      { numRuns: 1_000 },
    );
    expect(cleanText("Аружан\u0000 Қ\u202eызы\u2028и ко \u{1f600}")).toBe(
      "Аружан Қызы и ко \u{1f600}",
    );
  });

  it("is made of a whole record, amounts and dates untouched", () => {
    const at = new Date(0);
    expect(cleanTexts({ a: ["x\u0001"], b: { c: 5n, d: null, at }, e: 1 })).toEqual({
      a: ["x"],
      b: { c: 5n, d: null, at },
      e: 1,
    });
  });
});
