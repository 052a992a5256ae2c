import { readFile } from "node:fs/promises";
import { isUserError } from "../../../errors/user-error.ts";
import type {
  InputFile,
  RawRow,
  RawTable,
  ReadOptions,
  TableReader,
} from "../../record/input-file.ts";
import { ASK_AGAIN, brokenFile } from "../broken-file.ts";
import { tableRow } from "../broken-row.ts";
import { TABLE_LIMITS } from "../reader-limits.ts";
import { mergeFiller } from "../xlsx/fill-merged.ts";
import { readCells, readSheetLayout, type XlsCell } from "./cells.ts";
import { COMPOUND_SIGNATURE, openCompoundFile } from "./compound-file.ts";
import { readWorkbook, Unreadable, type XlsSheet, type XlsWorkbook } from "./xls-workbook.ts";

/** Workbooks of Excel 5 to 2003 (.xls): BIFF5 and BIFF8 in a compound file. */
export const xlsReader: TableReader = {
  format: "xls",
  recognises: (head) => head.subarray(0, 8).equals(COMPOUND_SIGNATURE),
  tables,
};

/**
 * The format is a file system of sectors, so the file is read whole; 65,536 rows a sheet keep real
 * ones far below this.
 */
const MOST_BYTES = 200 * 2 ** 20;
const BATCH_ROWS = 1_000;
/** Columns of the format go from 0 to 255. */
const LAST_COLUMN = 255;

async function* tables(file: InputFile, options: ReadOptions): AsyncGenerator<RawTable> {
  const stream = await workbookStream(file, options);
  const workbook = reading(file.name, () => readWorkbook(stream));
  for (const sheet of workbook.sheets) {
    options.signal?.throwIfAborted();
    yield {
      name: sheet.name,
      hidden: sheet.hidden,
      rows: readRows(file.name, stream, workbook, sheet, options),
    };
  }
}

async function workbookStream(file: InputFile, options: ReadOptions): Promise<Buffer> {
  if (file.bytes > MOST_BYTES) {
    const what = `it is larger than an .xls can be (${Math.round(file.bytes / 2 ** 20)} MB).`;
    throw brokenFile(file.name, "xls-too-large", what, "Open it in Excel and save it as .xlsx.");
  }
  const bytes = await readFile(file.path, options.signal ? { signal: options.signal } : {});
  options.onBytes?.(bytes.length);
  return reading(file.name, () => {
    const compound = openCompoundFile(bytes);
    const stream = compound.stream("Workbook") ?? compound.stream("Book");
    if (stream !== null) return stream;
    if (compound.names.includes("EncryptedPackage")) throw new Unreadable("encrypted");
    const what = "it is an Office file of the old kind, but no Excel workbook.";
    throw brokenFile(file.name, "not-a-table", what, "Ask for the data as .xlsx.");
  });
}

async function* readRows(
  file: string,
  stream: Buffer,
  workbook: XlsWorkbook,
  sheet: XlsSheet,
  options: ReadOptions,
): AsyncGenerator<readonly RawRow[]> {
  const { merges, hiddenRows } = reading(file, () => readSheetLayout(stream, sheet.offset));
  const merged = mergeFiller(merges);
  let batch: RawRow[] = [];
  let characters = 0;
  const rows = rowsOf(readCells(stream, workbook, sheet.offset));
  while (true) {
    const next = reading(file, () => rows.next());
    if (next.done) break;
    const { row, cells, isNumber } = next.value;
    merged.fill(row, cells, isNumber);
    const read = tableRow({ sheet: sheet.name, row: row + 1 }, cells);
    batch.push(hiddenRows.has(row) ? { ...read, hidden: true } : read);
    characters += read.raw.length;
    if (batch.length < BATCH_ROWS && characters < TABLE_LIMITS.rowCharacters) continue;
    options.signal?.throwIfAborted();
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

interface Row {
  readonly row: number;
  readonly cells: string[];
  readonly isNumber: boolean[];
}

/**
 * Cells come in blocks of 32 rows, row by row; a writer that goes back within a block is waited
 * for.
 */
function* rowsOf(cells: Iterable<XlsCell>): Generator<Row> {
  const open = new Map<number, Row>();
  let newest = -1;
  for (const { row, column, text, isNumber } of cells) {
    if (text === "") continue;
    if (column > LAST_COLUMN) throw new RangeError("a cell lies beyond the last column");
    if (row > newest) {
      newest = row;
      for (const [number, done] of open) {
        if (number >= row - 32) break;
        open.delete(number);
        yield done;
      }
    } else if (row < newest - 32) throw new RangeError("rows are out of order");
    let line = open.get(row);
    if (line === undefined) {
      line = { row, cells: [], isNumber: [] };
      open.set(row, line);
    }
    while (line.cells.length < column) line.cells.push("");
    line.cells[column] = text;
    line.isNumber[column] = isNumber;
  }
  yield* [...open.values()].sort((a, b) => a.row - b.row);
}

/** Runs a step of reading; what a damaged file makes fail becomes a refusal of the file. */
function reading<Result>(file: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (isUserError(error)) throw error;
    if (error instanceof Unreadable && error.code === "encrypted") {
      throw brokenFile(
        file,
        "xls-encrypted",
        "it is protected by a password.",
        "Open it in Excel, save without password.",
      );
    }
    if (error instanceof Unreadable) {
      const what = "it was made by an Excel older than version 5.";
      throw brokenFile(file, "xls-too-old", what, "Open it in Excel and save it as .xlsx.");
    }
    if (!(error instanceof RangeError)) throw error;
    const what = `the Excel file is damaged or cut off (${error.message.slice(0, 120)}).`;
    throw brokenFile(file, "xls-damaged", what, ASK_AGAIN, error);
  }
}
