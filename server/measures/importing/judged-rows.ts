import { createHash } from "node:crypto";
import type { MeasureFields } from "../../../contract/measures.ts";
import type { InputFile, Mapping, RawRow } from "../../loading/record/input-file.ts";
import { type MeasureColumn, missingColumn } from "./measure-columns.ts";
import { measureReader, type RowDefaults, type RowFault } from "./measure-row.ts";
import { readMeasureTables } from "./read-table.ts";

/** Everything that rows need to be understood; plain values, so that it can go to a process. */
export interface JudgeOptions extends RowDefaults {
  readonly mapping?: Mapping | undefined;
  readonly mappingsDir: string;
  /** YYYY-MM-DD: nothing of the register lies after it. */
  readonly today: string;
}

export type JudgedRow =
  | { readonly row: RawRow; readonly fault: RowFault }
  | {
      readonly row: RawRow;
      readonly fields: MeasureFields;
      /** Names the content of the row and how often it came before in the file. */
      readonly key: string;
    };

/** Some rows of one table of the file, in their order. */
export interface JudgedBatch {
  /** Place of the table in the file, from 0. */
  readonly table: number;
  readonly columns: readonly MeasureColumn[];
  readonly rows: readonly JudgedRow[];
}

const ROWS = 1_000;

/** The rows of a file, each understood or refused. UserError where the file has no such table. */
export async function* judgedRows(
  file: InputFile,
  { kind, district, mapping, mappingsDir, today }: JudgeOptions,
  signal?: AbortSignal,
): AsyncGenerator<JudgedBatch> {
  const tables = await readMeasureTables(file, { mapping, mappingsDir, signal });
  for (const table of tables) {
    const missing = missingColumn(file.name, table, kind);
    if (missing !== null) throw missing;
  }
  const seen = new Map<string, number>();
  for (const [place, table] of tables.entries()) {
    const read = measureReader(table, table.sample, { kind, district }, today);
    const judge = (row: RawRow): JudgedRow => {
      const result = read(row);
      if ("fault" in result) return { row, fault: result.fault };
      const content = createHash("sha256").update(JSON.stringify(result.fields)).digest("hex");
      const times = (seen.get(content) ?? 0) + 1;
      seen.set(content, times);
      return { row, fields: result.fields, key: `${content}:${times}` };
    };
    for (let from = 0; from < table.rows.length || from === 0; from += ROWS) {
      const rows = table.rows.slice(from, from + ROWS).map(judge);
      yield { table: place, columns: table.columns, rows };
    }
  }
}
