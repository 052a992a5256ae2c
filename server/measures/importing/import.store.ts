import { createHash } from "node:crypto";
import type { Language } from "../../../contract/languages.ts";
import type { MeasureImport } from "../../../contract/measures-import.ts";
import { measureProblem } from "../../../contract/texts/measure-problems.ts";
import { type Fault, refuse } from "../../loading/cells/refused-cell.ts";
import { measureMappingsFolder, refusedPath } from "../../loading/data-folder/folders.ts";
import type { InputFile, Mapping, RawRow } from "../../loading/record/input-file.ts";
import { hashFile } from "../../loading/sources/hash-file.ts";
import { refusedRows } from "../../loading/sources/refused-rows.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import type { MeasureFault } from "../rules.ts";
import { missingColumn } from "./measure-columns.ts";
import { measureReader, type RowDefaults, type RowFault, rowFault } from "./measure-row.ts";
import { type OpenedMeasures, readMeasureTables } from "./read-table.ts";
import { type Refused, type Wanted, writeBatch } from "./write-batch.store.ts";

export interface ImportOptions extends RowDefaults {
  /** Of the reasons and remedies beside refused rows. */
  readonly language: Language;
  readonly mapping?: Mapping | undefined;
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Rows written in one transaction. */
const BATCH = 5_000;

/**
 * Takes a table of measures into the register. Every row is new, known already or refused with its
 * reason; read = loaded + duplicates + rejected. The same file adds nothing a second time; the same
 * rows in another file are matched one to one.
 */
export async function importMeasures(
  database: Pick<Database, "queries" | "dataDir">,
  file: InputFile,
  options: ImportOptions,
  actor: Actor,
): Promise<MeasureImport> {
  const { dataDir } = database;
  const tables = await readMeasureTables(file, {
    mapping: options.mapping,
    mappingsDir: measureMappingsFolder(dataDir),
    signal: options.signal,
  });
  for (const table of tables) {
    const missing = missingColumn(file.name, table, options.kind);
    if (missing !== null) throw missing;
  }
  const { id: sha256 } = await hashFile(file, options.signal);
  const names = (tables[0]?.columns ?? [])
    .map((column) => column.name)
    // A corrected file of refused rows.
    .filter((name) => !name.startsWith("refused_"));
  const refused = refusedRows(refusedPath(dataDir, sha256), file.name, names);
  const done = { read: 0, loaded: 0, duplicates: 0, rejected: 0 };
  const seen = new Map<string, number>();
  for (const table of tables) {
    const wanted: Wanted[] = [];
    const turnedDown: Refused[] = [];
    const judge = judgeOf(table, options, actor, seen);
    for (const row of table.rows) {
      done.read += 1;
      const judged = judge(row);
      if ("fault" in judged) turnedDown.push({ row, fault: judged.fault });
      else wanted.push(judged);
    }
    for (let from = 0; from < wanted.length; from += BATCH) {
      options.signal?.throwIfAborted();
      const written = await writeBatch(database.queries, wanted.slice(from, from + BATCH), {
        fileName: file.name,
        actor,
        dryRun: options.dryRun ?? false,
      });
      done.loaded += written.loaded;
      done.duplicates += written.duplicates;
      turnedDown.push(...written.refused);
    }
    turnedDown.sort((one, other) => one.row.position.row - other.row.position.row);
    for (const { row, fault } of turnedDown)
      await refused.add(refuse(row, inWords(fault, options.language)));
    done.rejected += turnedDown.length;
  }
  const refusedFile = await refused.close();
  return { file: file.name, sha256, ...done, refused: refusedFile !== null };
}

/** The fault in the words of a language, so far as they are known there. */
function inWords({ params = {}, ...fault }: RowFault, language: Language): Fault {
  return { ...fault, ...measureProblem(fault.code, params, language) };
}

type Judged = Wanted | { readonly fault: RowFault };

function judgeOf(
  table: OpenedMeasures,
  options: ImportOptions,
  actor: Actor,
  seen: Map<string, number>,
): (row: RawRow) => Judged {
  const read = measureReader(table, table.sample, options, dayText(dayOf(actor.at)));
  const columnOf = (meaning: string) =>
    table.columns.findIndex((column) => column.meaning === meaning);
  const nameOf = (meaning: string) => table.columns[columnOf(meaning)]?.name ?? meaning;
  return (row) => {
    const result = read(row);
    if ("fault" in result) return result;
    const content = createHash("sha256").update(JSON.stringify(result.fields)).digest("hex");
    const times = (seen.get(content) ?? 0) + 1;
    seen.set(content, times);
    const text = (meaning: string) => row.cells[columnOf(meaning)] ?? "";
    const explain = (fault: MeasureFault) => rowFault(fault, nameOf, text);
    return { row, fields: result.fields, key: `${content}:${times}`, explain };
  };
}
