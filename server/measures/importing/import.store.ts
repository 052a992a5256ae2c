import { sumIn } from "../../../contract/format/money.ts";
import type { Language } from "../../../contract/languages.ts";
import type { MeasureImport } from "../../../contract/measures-import.ts";
import { measureFieldName } from "../../../contract/texts/measure-fields.ts";
import { measureProblem } from "../../../contract/texts/measure-problems.ts";
import { followMoney } from "../../claims/rework.store.ts";
import { writtenDay } from "../../evidence/words/dates.ts";
import { moneyAmount } from "../../evidence/words/money.ts";
import { type Fault, refuse } from "../../loading/cells/refused-cell.ts";
import { measureMappingsFolder, refusedPath } from "../../loading/data-folder/folders.ts";
import type { InputFile, Mapping, RawRow } from "../../loading/record/input-file.ts";
import { hashFile } from "../../loading/sources/hash-file.ts";
import { refusedRows } from "../../loading/sources/refused-rows.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";
import type { MeasureFault } from "../rules.ts";
import { judgedApart } from "./import-apart.ts";
import type { JudgedBatch } from "./judged-rows.ts";
import { type MeasureColumn, notUnderstood } from "./measure-columns.ts";
import { type RowDefaults, type RowFault, rowFault } from "./measure-row.ts";
import { type Refused, type Wanted, writeBatch } from "./write-batch.store.ts";

export interface ImportOptions extends RowDefaults {
  /** Of the reasons and remedies beside refused rows. */
  readonly language: Language;
  readonly mapping?: Mapping | undefined;
  readonly dryRun?: boolean;
  /** Read in a process of its own, within limits on memory and time: for a server. */
  readonly apart?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Rows written in one transaction: few, so that the server answers in between. A dry run writes
 * nothing down that later rows could refer to, so it takes many at once.
 */
const BATCH = 2_500;
const DRY_BATCH = 5_000;

/**
 * Takes a table of measures into the register. Every row is new, known already or refused with its
 * reason; read = loaded + duplicates + rejected. The same file adds nothing a second time; the same
 * rows in another file are matched one to one. Refused rows come back in the order of the table.
 */
export function importMeasures(
  database: Pick<Database, "queries" | "dataDir">,
  file: InputFile,
  options: ImportOptions,
  actor: Actor,
): Promise<MeasureImport> {
  const written = { at: actor.at };
  const change = () => importTable(database, file, options, actor);
  return followMoney(database, actor, change, (done) => (done === null ? {} : written));
}

async function importTable(
  database: Pick<Database, "queries" | "dataDir">,
  file: InputFile,
  options: ImportOptions,
  actor: Actor,
): Promise<MeasureImport> {
  const { dataDir } = database;
  const { kind, district, mapping, signal, language, dryRun = false, apart = false } = options;
  const { id: sha256 } = await hashFile(file, signal);
  const judging = {
    ...{ kind, district, mapping, today: dayText(dayOf(actor.at)) },
    mappingsDir: measureMappingsFolder(dataDir),
  };
  const done = { read: 0, loaded: 0, duplicates: 0, rejected: 0, unjoined: 0 };
  let header: string[] | null = null;
  const leftOut = new Set<string>();
  const turnedDown: (Refused & { readonly table: number })[] = [];
  const write = async ({ table, rows }: Pending) => {
    signal?.throwIfAborted();
    const batch = { fileName: file.name, actor, dryRun };
    const written = await writeBatch(database.queries, rows, batch);
    done.loaded += written.loaded;
    done.duplicates += written.duplicates;
    done.unjoined += written.unjoined;
    turnedDown.push(...written.refused.map((one) => ({ ...one, table })));
  };
  let pending: Pending = { table: 0, rows: [] };
  for await (const batch of judgedApart(file, judging, { apart, signal })) {
    header ??= headerOf(batch.columns);
    for (const name of notUnderstood(batch.columns)) leftOut.add(name);
    done.read += batch.rows.length;
    const { wanted, refused } = sorted(batch);
    turnedDown.push(...refused.map((one) => ({ ...one, table: batch.table })));
    const isNext = pending.table !== batch.table || pending.rows.length >= DRY_BATCH;
    if (pending.rows.length > 0 && isNext) await write(pending);
    const before = isNext ? [] : pending.rows;
    pending = { table: batch.table, rows: [...before, ...wanted] };
    if (!dryRun && pending.rows.length >= BATCH) {
      await write(pending);
      pending = { table: batch.table, rows: [] };
    }
  }
  if (pending.rows.length > 0) await write(pending);
  const refused = refusedRows(refusedPath(dataDir, sha256), file.name, header ?? []);
  for (const { row, fault } of turnedDown.sort(inTableOrder))
    await refused.add(refuse(row, inWords(fault, language)));
  const refusedFile = await refused.close();
  return {
    ...{ file: file.name, sha256, ...done, rejected: turnedDown.length },
    leftOut: [...leftOut],
    refused: refusedFile !== null,
  };
}

/** Rows of one table that wait to be written together. */
interface Pending {
  readonly table: number;
  readonly rows: readonly Wanted[];
}

/** The columns of the office's own; a corrected file of refused rows has more. */
function headerOf(columns: readonly MeasureColumn[]): string[] {
  return columns.map(({ name }) => name).filter((name) => !name.startsWith("refused_"));
}

/** The rows that may be written, and those that cannot be understood. */
function sorted({ columns, rows }: JudgedBatch): { wanted: Wanted[]; refused: Refused[] } {
  const placeOf = (meaning: string) => columns.findIndex((column) => column.meaning === meaning);
  const nameOf = (meaning: string) => columns[placeOf(meaning)]?.name ?? meaning;
  const wanted: Wanted[] = [];
  const refused: Refused[] = [];
  for (const one of rows) {
    if ("fault" in one) refused.push(one);
    else {
      const text = (meaning: string) => one.row.cells[placeOf(meaning)] ?? "";
      wanted.push({ ...one, explain: (fault: MeasureFault) => rowFault(fault, nameOf, text) });
    }
  }
  return { wanted, refused };
}

interface Placed {
  readonly table: number;
  readonly row: RawRow;
}

function inTableOrder(one: Placed, other: Placed): number {
  return one.table - other.table || one.row.position.row - other.row.position.row;
}

/**
 * The fault in the words of a language, so far as they are known there, with days and sums as its
 * papers write them. A column that the table lacks is called as the page calls the field.
 */
function inWords({ params = {}, ...fault }: RowFault, language: Language): Fault {
  const column = measureFieldName(fault.column, language) ?? fault.column;
  const figures = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, figureInWords(value, language)]),
  );
  return { ...fault, column, ...measureProblem(fault.code, figures, language) };
}

function figureInWords(value: string, language: Language): string {
  const sum = sumIn(value);
  if (sum !== null) return moneyAmount(BigInt(sum.amount), sum.currency, language);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? writtenDay(value) : value;
}
