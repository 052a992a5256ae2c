import { UserError } from "../../errors/user-error.ts";
import { findMapping } from "../../loading/columns/saved-mappings.ts";
import { readHead } from "../../loading/readers/text-source.ts";
import { TABLE_READERS } from "../../loading/reading/formats.ts";
import type { InputFile, Mapping, RawRow } from "../../loading/record/input-file.ts";
import { MAPPED_MEANINGS, type MeasureTable, understandMeasures } from "./measure-columns.ts";

export interface ReadOptions {
  readonly mapping?: Mapping | undefined;
  readonly mappingsDir?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A sheet whose columns are understood, with all its rows. */
export interface OpenedMeasures extends MeasureTable {
  readonly sample: readonly RawRow[];
  /** Rows under the heading, blank ones left out. */
  readonly rows: readonly RawRow[];
  /** Name of the saved or given mapping; null where the columns are proposed. */
  readonly mapping: string | null;
}

/** An office's register has thousands of rows; beyond this a file is something else. */
const MOST_ROWS = 500_000;
const SAMPLE = 300;

/**
 * The tables of measures in a file: one a sheet that has a heading. No such sheet is a UserError.
 */
export async function readMeasureTables(
  file: InputFile,
  options: ReadOptions,
): Promise<OpenedMeasures[]> {
  const head = await readHead(file);
  const reader = TABLE_READERS.find((one) => one.recognises(head));
  if (head.length === 0 || reader === undefined) throw noTable(file);
  const opened: OpenedMeasures[] = [];
  const { signal } = options;
  for await (const table of reader.tables(file, signal === undefined ? {} : { signal })) {
    const rows: RawRow[] = [];
    for await (const batch of table.rows) {
      signal?.throwIfAborted();
      rows.push(...batch.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")));
      if (rows.length > MOST_ROWS) throw tooMany(file);
    }
    const one = await understood(rows, options);
    if (one !== null) opened.push(one);
  }
  if (opened.length === 0) throw noTable(file);
  return opened;
}

async function understood(
  rows: readonly RawRow[],
  { mapping, mappingsDir }: ReadOptions,
): Promise<OpenedMeasures | null> {
  const first = understandMeasures(rows, mapping ?? null);
  const names = first?.columns.map((column) => column.name) ?? [];
  const saved =
    mapping === undefined && mappingsDir !== undefined && first !== null
      ? await findMapping(mappingsDir, names, MAPPED_MEANINGS)
      : null;
  const used = mapping ?? saved;
  const table = saved === null ? first : understandMeasures(rows, saved);
  if (table === null) return null;
  const data = rows.slice(table.firstRow).filter((row) => !isTotal(row));
  return { ...table, rows: data, sample: data.slice(0, SAMPLE), mapping: used?.name ?? null };
}

/** The closing line of a table: "Итого", "Барлығы", and no day. */
function isTotal({ cells }: RawRow): boolean {
  const [first = ""] = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return /^(?:итого|всего|барлығы|жиыны|total)(?:$|[\s:])/iu.test(first);
}

function noTable(file: InputFile): UserError {
  return new UserError({
    code: "measures-no-table",
    message: `${file.name} holds no table of measures: no row names the day and what was done.`,
    remedy: "Give an XLSX, XLS, ODS, CSV or HTML table whose first row names its columns.",
    params: { file: file.name },
  });
}

function tooMany(file: InputFile): UserError {
  return new UserError({
    code: "measures-too-many",
    message: `${file.name} has more than ${MOST_ROWS} rows.`,
    remedy: "Divide the table.",
    params: { file: file.name, most: MOST_ROWS },
  });
}
