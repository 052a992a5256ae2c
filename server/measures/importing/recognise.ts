import type { RecognisedMeasures } from "../../../contract/measures-import.ts";
import type { InputFile } from "../../loading/record/input-file.ts";
import { missingColumn, notUnderstood } from "./measure-columns.ts";
import { MEASURE_MEANINGS } from "./measure-headings.ts";
import { readMeasureTables } from "./read-table.ts";

export type RecognisedFile = Omit<RecognisedMeasures, "uploadId">;

/** The possible meanings of the columns of a file; UserError where it has no table of measures. */
export async function recogniseMeasures(
  file: InputFile,
  mappingsDir: string,
  signal?: AbortSignal,
): Promise<RecognisedFile> {
  const tables = await readMeasureTables(file, { mappingsDir, signal });
  const [first] = tables;
  if (first === undefined) throw new Error("A file without tables was taken for one of measures");
  const missing = missingColumn(file.name, first, undefined);
  return {
    fileName: file.name,
    rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    columns: first.columns.map((column) => ({ ...column })),
    meanings: [...MEASURE_MEANINGS],
    mapping: first.mapping,
    notUnderstood: notUnderstood(first.columns),
    missing: missing === null ? null : missing.code.endsWith("day") ? "day" : "kind",
  };
}
