import { guardedXml } from "../../../xml/guarded.ts";
import type { RawRow } from "../../record/input-file.ts";
import { brokenFile } from "../broken-file.ts";
import { tableRow } from "../broken-row.ts";
import { TABLE_LIMITS } from "../reader-limits.ts";
import { mergeFiller } from "./fill-merged.ts";
import { columnOf, readMerges } from "./merges.ts";
import { numberText, PLAIN_NUMBER } from "./numbers.ts";
import type { XlsxPackage } from "./package.ts";
import { type Sheet, tooMuch, unescapeText, type Workbook } from "./xlsx-workbook.ts";

/** Bounds of a sheet by the format itself (ECMA-376, Excel's limits). */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** A batch is ended by rows or by cells, so that very wide rows do not fill the memory. */
const BATCH_ROWS = 1_000;
const BATCH_CELLS = 100_000;

/** Rows of one sheet, in batches. `onShare` gets the share of the sheet read, 0..1. */
export async function* readSheet(
  file: string,
  parts: XlsxPackage,
  workbook: Workbook,
  sheet: Sheet,
  onShare?: (share: number) => void,
): AsyncGenerator<readonly RawRow[]> {
  const merged = mergeFiller(await readMerges(parts, sheet.part));
  let batch: RawRow[] = [];
  let cellsInBatch = 0;
  let charactersInBatch = 0;
  const collector = rowCollector(file, workbook, (row, cells, isNumber, { tooWide, hidden }) => {
    merged.fill(row - 1, cells, isNumber);
    const read = tableRow({ sheet: sheet.name, row }, cells, tooWide);
    batch.push(hidden ? { ...read, hidden } : read);
    cellsInBatch += read.cells.length;
    charactersInBatch += read.raw.length;
    if (charactersInBatch > TABLE_LIMITS.pieceCharacters) throw tooMuch(file, "repeated texts");
  });
  const xml = guardedXml(`${file} (${sheet.name})`, collector);
  for await (const chunk of parts.read(sheet.part, onShare)) {
    xml.write(chunk);
    if (batch.length >= BATCH_ROWS || cellsInBatch >= BATCH_CELLS) {
      yield batch;
      batch = [];
      cellsInBatch = 0;
      charactersInBatch = 0;
    }
  }
  xml.end();
  if (batch.length > 0) yield batch;
}

interface RowMarks {
  /** Cells lie beyond the columns that are kept. */
  readonly tooWide: boolean;
  /** The sender hid the row. */
  readonly hidden: boolean;
}

/**
 * Turns the elements of a sheet's part into rows; one object, because it sees every cell of every
 * row.
 */
function rowCollector(
  file: string,
  { strings, shapes, epoch1904 }: Workbook,
  take: (row: number, cells: string[], isNumber: boolean[], marks: RowMarks) => void,
) {
  let row = 0;
  let column = -1;
  let type = "";
  let style = 0;
  let cells: string[] = [];
  let isNumber: boolean[] = [];
  let value = "";
  let formula = "";
  let hasValue = false;
  let tooWide = false;
  let hidden = false;
  let into: "value" | "formula" | "nothing" = "nothing";
  let inPhonetic = false;

  const cellText = (): string => {
    // A formula whose result was never saved: its text stands for the missing value, so that
    // nothing is quietly empty.
    if (!hasValue) return formula === "" ? "" : `=${formula}`;
    if (type === "s") return strings.get(Number(value)) ?? noSharedString(file, row, value);
    if (type === "" || type === "n")
      return numberText(value, shapes[style] ?? PLAIN_NUMBER, epoch1904);
    if (type === "b") return value === "1" || value === "true" ? "TRUE" : "FALSE";
    return unescapeText(value);
  };

  const endCell = () => {
    if (!hasValue && formula === "") return;
    const text = cellText();
    if (text === "") return;
    if (column >= MOST_COLUMNS) throw outOfBounds(file, row);
    if (column >= TABLE_LIMITS.columns) {
      tooWide = true;
      return;
    }
    while (cells.length < column) cells.push("");
    cells[column] = text;
    if ((type === "" || type === "n") && /^-?[\d.]+$/.test(text)) isNumber[column] = true;
  };

  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      switch (name) {
        case "c": {
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          type = attributes.t ?? "";
          style = attributes.s === undefined ? 0 : Number(attributes.s);
          value = "";
          formula = "";
          hasValue = false;
          break;
        }
        case "v":
          into = "value";
          hasValue = true;
          break;
        case "t":
          into = inPhonetic ? "nothing" : "value";
          hasValue = true;
          break;
        case "f":
          into = "formula";
          break;
        case "rPh":
          inPhonetic = true;
          break;
        case "row": {
          row = attributes.r === undefined ? row + 1 : Number(attributes.r);
          if (!(row > 0 && row <= MOST_ROWS)) throw outOfBounds(file, row);
          column = -1;
          cells = [];
          isNumber = [];
          tooWide = false;
          hidden = attributes.hidden === "1" || attributes.hidden === "true";
          break;
        }
      }
    },
    text(piece: string) {
      if (into === "value") value += piece;
      else if (into === "formula") formula += piece;
      if (value.length + formula.length > TABLE_LIMITS.cellCharacters)
        throw tooMuch(file, `letters in one cell of row ${row}`);
    },
    close(name: string) {
      switch (name) {
        case "c":
          endCell();
          break;
        case "v":
        case "t":
        case "f":
          into = "nothing";
          break;
        case "rPh":
          inPhonetic = false;
          break;
        case "row":
          take(row, cells, isNumber, { tooWide, hidden });
          break;
      }
    },
  };
}

function noSharedString(file: string, row: number, index: string): never {
  throw brokenFile(
    file,
    "xlsx-damaged",
    `the cell in row ${row} names text ${index.slice(0, 20)}, which the file does not have.`,
    "Open the file in Excel, let it repair the file, and save it as a new .xlsx.",
  );
}

function outOfBounds(file: string, row: number) {
  return brokenFile(
    file,
    "xlsx-damaged",
    `row ${row} or one of its cells lies outside what a sheet can hold.`,
    "Open the file in Excel, let it repair the file, and save it as a new .xlsx.",
  );
}
