import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  type Dialect,
  delimitedFile,
  dialectText,
  type LetterCase,
} from "../../fixtures/banks/delimited.ts";
import { type BankFormat, listRows } from "../../fixtures/banks/format.ts";
import { FORM, formTable, type Language } from "../../fixtures/banks/official-form.ts";
import { transferSet } from "../../fixtures/banks/transfers.ts";
import type { Encoding, NumberStyle } from "../../fixtures/banks/wording.ts";
import { deviationsOf, summary } from "../support/fidelity.ts";

/**
 * Every encoding × delimiter × language × letter case × way of writing numbers, each read back
 * field by field.
 */

const ENCODINGS: readonly Encoding[] = [
  "windows-1251",
  "rk1048",
  "cp866",
  "koi8-r",
  "utf-8",
  "utf-8-bom",
  "utf-16le",
  "utf-16be",
];
const DELIMITERS: readonly Dialect["delimiter"][] = [",", ";", "\t", "|"];
const LANGUAGES: readonly Language[] = ["ru", "kk", "en"];
const CASES: readonly LetterCase[] = ["as-is", "upper", "lower"];
const NUMBERS: readonly NumberStyle[] = [
  { decimal: ".", thousands: "" },
  { decimal: ",", thousands: "\u00a0" },
  { decimal: ",", thousands: "." },
  { decimal: ".", thousands: "," },
];
const ROWS = 14;

const set = transferSet(ROWS);
const folder = mkdtempSync(join(tmpdir(), "dialects-"));
afterAll(() => rmSync(folder, { recursive: true }));

function combinations(encoding: Encoding, language: Language): BankFormat[] {
  return DELIMITERS.flatMap((delimiter) =>
    CASES.flatMap((letterCase) =>
      NUMBERS.map((amount): BankFormat => {
        const dialect: Dialect = {
          encoding,
          delimiter,
          letterCase,
          lineEnd: "\r\n",
          quotes: "doubled",
        };
        const sides = ["account", "name", "iin"] as const;
        return {
          name: `${language} ${encoding} ${JSON.stringify(delimiter)} ${letterCase} ${JSON.stringify(`1${amount.thousands}000${amount.decimal}00`)}`,
          carries: {
            row: ["time", "purpose", "purposeCode"],
            own: sides,
            other: sides,
            texts: "exact",
          },
          write: async (transfers) => {
            const rows = listRows(transfers, dialectText(dialect));
            const table = formTable("answer", rows, { ...FORM, language, amount });
            return [
              { name: "answer.csv", bytes: delimitedFile(table, dialect), rows, statements: [] },
            ];
          },
        };
      }),
    ),
  );
}

describe("dialects of delimited text, found without being told", () => {
  for (const encoding of ENCODINGS)
    for (const language of LANGUAGES) {
      const formats = combinations(encoding, language);
      it(`${encoding}, ${language}: all ${formats.length} combinations read as written`, async () => {
        const wrong: string[] = [];
        for (const format of formats) {
          const found = await deviationsOf(format, await format.write(set), join(folder, "one"));
          if (found.length > 0) wrong.push(`${format.name}: ${summary(found.slice(0, 1)).join()}`);
        }
        expect(wrong).toEqual([]);
      });
    }
});
