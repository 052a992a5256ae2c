import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { canonicalTable } from "../../fixtures/banks/canonical.ts";
import { type Dialect, delimitedFile } from "../../fixtures/banks/delimited.ts";
import { type BankFormat, listRows, type WrittenFile } from "../../fixtures/banks/format.ts";
import { bankFormats } from "../../fixtures/banks/formats.ts";
import { FORM, formTable } from "../../fixtures/banks/official-form.ts";
import type { Cell, Table } from "../../fixtures/banks/tables.ts";
import { transferSet } from "../../fixtures/banks/transfers.ts";
import { xlsxFile } from "../../fixtures/banks/xlsx.ts";
import { UserError } from "../../server/errors/user-error.ts";
import type { LoadItem } from "../../server/loading/record/load-item.ts";
import { readAll, store } from "../support/fidelity.ts";

/**
 * DG_FIDELITY=full tries a thousand damaged files of each kind, the gate a few. The seed is fixed:
 * a red run can be repeated.
 */
const RUNS = process.env.DG_FIDELITY === "full" ? 1_000 : 25;
const set = transferSet(40);
const folder = mkdtempSync(join(tmpdir(), "fidelity-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands in cells of real dumps where it should not. */
const NASTY: readonly Cell[] = [
  null,
  "",
  " ",
  "0",
  "-1",
  "1e309",
  "NaN",
  "1.2.3,4",
  "99.99.9999",
  "31.02.2025 25:61:61",
  "0000-00-00",
  "#Н/Д",
  "=1+1",
  "'",
  '"',
  ";",
  "\ud800",
  "итого",
  "KZ00",
  "000000000000",
  "9".repeat(400),
  "я".repeat(3_000),
  { number: "1e308" },
  { number: "-0.001" },
];

const places = fc.array(fc.tuple(fc.nat(39), fc.nat(17), fc.constantFrom(...NASTY)), {
  minLength: 1,
  maxLength: 60,
});
type Places = readonly (readonly [number, number, Cell])[];

function damaged(table: Table, heading: number, changes: Places): Table {
  const rows = table.rows.map((row) => [...row]);
  for (const [row, column, cell] of changes) {
    const target = rows[heading + row];
    if (target !== undefined && column < target.length) target[column] = cell;
  }
  return { ...table, rows };
}

function dataItems(items: readonly LoadItem[]): LoadItem[] {
  return items.filter(
    (item) => item.kind !== "statement" && !(item.kind === "skipped" && item.reason === "header"),
  );
}

async function itemsOf(name: string, bytes: Buffer): Promise<LoadItem[]> {
  return readAll(await store(folder, { name, bytes, rows: [], statements: [] }));
}

const CSV: Dialect = {
  encoding: "utf-8",
  delimiter: ",",
  lineEnd: "\n",
  quotes: "doubled",
  letterCase: "as-is",
};

describe("no row is dropped in silence", () => {
  const rows = listRows(set);
  it("canonical CSV: whatever stands in the cells, every row becomes one transfer, refusal or named skip", async () => {
    await fc.assert(
      fc.asyncProperty(places, async (changes) => {
        const items = await itemsOf(
          "transfers.csv",
          delimitedFile(damaged(canonicalTable(rows), 1, changes), CSV),
        );
        expect(dataItems(items)).toHaveLength(rows.length);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("official form: the same, with the numbers row told apart", async () => {
    await fc.assert(
      fc.asyncProperty(places, async (changes) => {
        const table = damaged(formTable("Лист1", rows, FORM), 2, changes);
        const items = await itemsOf("answer.xlsx", await xlsxFile([table], { texts: "shared" }));
        const blank = table.rows
          .slice(2)
          .filter((row) => row.every((cell) => cell === null || cell === "" || cell === " "));
        expect(dataItems(items).length).toBeGreaterThanOrEqual(rows.length - blank.length);
        expect(dataItems(items).length).toBeLessThanOrEqual(rows.length);
      }),
      { numRuns: RUNS, seed: 2 },
    );
  });
});

/** Bytes as they arrive after a broken line, a full disk or a mended file. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant("flip" as const),
    at: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 40,
    }),
  }),
  fc.record({
    kind: fc.constant("repeat" as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 4_000 }),
  }),
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damagedBytes(bytes: Buffer, how: Damage): Buffer {
  if (how.kind === "cut") return bytes.subarray(0, Math.floor(bytes.length * how.at));
  const copy = Buffer.from(bytes);
  if (how.kind === "flip") {
    for (const [at, value] of how.at)
      copy[Math.min(copy.length - 1, Math.floor(copy.length * at))] = value;
    return copy;
  }
  const at = Math.floor(bytes.length * how.at);
  return Buffer.concat([
    bytes.subarray(0, at),
    bytes.subarray(at, at + how.length),
    bytes.subarray(at),
  ]);
}

describe("a damaged file is read or refused, never a crash and never a hang", () => {
  for (const format of firstOfEachReader(bankFormats()))
    it(format.name, { timeout: 300_000 }, async () => {
      const [file] = (await format.write(set)) as [WrittenFile, ...WrittenFile[]];
      await fc.assert(
        fc.asyncProperty(damage, async (how) => {
          const started = performance.now();
          const outcome = await itemsOf(file.name, damagedBytes(file.bytes, how)).catch(
            (failure: unknown) => failure,
          );
          if (!Array.isArray(outcome)) expect(outcome).toBeInstanceOf(UserError);
          expect(performance.now() - started).toBeLessThan(5_000);
        }),
        { numRuns: RUNS, seed: 3 },
      );
    });
});

/** One format for each reader is enough: the deviations share it. */
function firstOfEachReader(formats: readonly BankFormat[]): BankFormat[] {
  const wanted = [
    "canonical-csv",
    "official-ru",
    "official-by-another-writer",
    "legacy-xls",
    "spreadsheetml",
    "html-1251-named-xls",
    "text-1251-naive-quotes",
    "text-utf16le-tab",
    "1c-kk-windows",
    "1c-ru-dos",
    "camt-053-08",
    "camt-054-02",
    "mt940-numbered",
    "mt940-code-words",
  ];
  return formats.filter(({ name }) => wanted.includes(name));
}
