import { createHash } from "node:crypto";
import { z } from "zod";
import type { MeasureFields } from "../../../contract/measures.ts";
import type { MeasureImport } from "../../../contract/measures-import.ts";
import { nothing } from "../../../graph-queries/row-values.ts";
import { type Fault, refuse } from "../../loading/cells/refused-cell.ts";
import { measureMappingsFolder, refusedPath } from "../../loading/data-folder/folders.ts";
import type { InputFile, Mapping, RawRow } from "../../loading/record/input-file.ts";
import { hashFile } from "../../loading/sources/hash-file.ts";
import { refusedRows } from "../../loading/sources/refused-rows.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import { completed, count, standingFault } from "../blocked-money.ts";
import { head, propertiesOf } from "../measure-rows.ts";
import { nextNumbers, standingOf } from "../standing.store.ts";
import { missingColumn } from "./measure-columns.ts";
import { measureReader, type RowDefaults, rowFault } from "./measure-row.ts";
import { type OpenedMeasures, readMeasureTables } from "./read-table.ts";

export interface ImportOptions extends RowDefaults {
  readonly mapping?: Mapping | undefined;
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal | undefined;
}

interface Wanted {
  readonly row: RawRow;
  readonly fields: MeasureFields;
  readonly key: string;
  /** A fault of the register as one of this row. */
  readonly explain: (of: Parameters<typeof rowFault>[0]) => Fault;
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
  const reject = async (row: RawRow, fault: Fault) => {
    done.rejected += 1;
    await refused.add(refuse(row, fault));
  };
  const seen = new Map<string, number>();
  for (const table of tables) {
    const wanted: Wanted[] = [];
    const judge = judgeOf(table, options, actor, seen);
    for (const row of table.rows) {
      done.read += 1;
      const judged = judge(row);
      if ("fault" in judged) await reject(row, judged.fault);
      else wanted.push(judged);
    }
    for (let from = 0; from < wanted.length; from += BATCH) {
      options.signal?.throwIfAborted();
      const batch = wanted.slice(from, from + BATCH);
      const written = await writeBatch(database, batch, file.name, actor, options.dryRun ?? false);
      done.loaded += written.loaded;
      done.duplicates += written.duplicates;
      for (const { row, fault } of written.refused) await reject(row, fault);
    }
  }
  const refusedFile = await refused.close();
  return { file: file.name, sha256, ...done, refused: refusedFile !== null };
}

type Judged = Wanted | { readonly fault: Fault };

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
    const explain = (of: Parameters<typeof rowFault>[0]) => rowFault(of, nameOf, text);
    return { row, fields: result.fields, key: `${content}:${times}`, explain };
  };
}

interface Written {
  readonly loaded: number;
  readonly duplicates: number;
  readonly refused: readonly { readonly row: RawRow; readonly fault: Fault }[];
}

/** All rows of a batch or none; a dry run judges them and writes nothing. */
async function writeBatch(
  { queries }: Pick<Database, "queries">,
  batch: readonly Wanted[],
  fileName: string,
  actor: Actor,
  dryRun: boolean,
): Promise<Written> {
  return queries.transaction(async (asking) => {
    // Taking no number holds the register still.
    await nextNumbers(asking, 0);
    const keys = batch.map((one) => one.key);
    const row = z.object({ key: z.string() });
    const known = new Set(
      (await asking.run("measures/known-rows", { keys }, row)).map(({ key }) => key),
    );
    const fresh = batch.filter((one) => !known.has(one.key));
    const standing = await standingOf(
      asking,
      fresh.map((one) => one.fields),
      null,
    );
    const refused: { row: RawRow; fault: Fault }[] = [];
    const taken: { row: RawRow; fields: MeasureFields; key: string }[] = [];
    for (const one of fresh) {
      const fields = completed(one.fields, standing);
      const fault = standingFault(fields, standing);
      if (fault !== null) {
        refused.push({ row: one.row, fault: one.explain(fault) });
        continue;
      }
      count(fields, standing);
      taken.push({ row: one.row, fields, key: one.key });
    }
    if (!dryRun && taken.length > 0) {
      const last = await nextNumbers(asking, taken.length);
      const measures = taken.map(({ row: { position }, fields, key }, at) => {
        const number = last - BigInt(taken.length - 1 - at);
        const source = { sourceFile: fileName, sourceRow: BigInt(position.row), rowKey: key };
        return { ...propertiesOf(fields, number), ...head(number, actor), ...source };
      });
      await asking.run("measures/save", { measures }, nothing);
    }
    return { loaded: taken.length, duplicates: known.size, refused };
  });
}
