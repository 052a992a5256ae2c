import { UserError } from "../../errors/user-error.ts";
import { withinColumns } from "../readers/broken-row.ts";
import { sayHiddenRow } from "../readers/hidden.ts";
import { TABLE_LIMITS } from "../readers/limits.ts";
import type { RawRow, RawTable, ReadOptions } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";
import { filledWidth, type RowTaker, refusingTaker, rowTaker, takeNote } from "./row-taker.ts";
import { type Understood, understandTable } from "./understand-table.ts";

/** Rows looked at before the table is understood, fewer where they are very long. */
const SAMPLE_ROWS = 600;
const SAMPLE_CHARACTERS = 16_000_000;

/** What the first rows of a table say; items() then gives all its rows from the start. */
export interface OpenedTable {
  /** Null where the rows are no table (a title page). */
  readonly understood: Understood | null;
  items(): AsyncGenerator<readonly LoadItem[]>;
  /** Lets go of the file, where items() is not asked for. */
  close(): Promise<void>;
}

/**
 * Reads a table's first rows and understands them; items() turns every row into exactly one item,
 * in order, and adds the statement.
 */
export async function openTable(
  table: RawTable,
  fileName: string,
  options: ReadOptions,
): Promise<OpenedTable> {
  const rows = table.rows[Symbol.asyncIterator]();
  const sample: RawRow[] = [];
  let ended = false;
  let characters = 0;
  while (sample.length < SAMPLE_ROWS && characters < SAMPLE_CHARACTERS && !ended) {
    const next = await rows.next();
    if (next.done) ended = true;
    else
      for (const row of next.value) {
        sample.push(withinColumns(row));
        characters += row.raw.length;
      }
  }
  const understood = await understandTable(sample, { file: fileName, sheet: table.name }, options);
  const close = async () => {
    await rows.return?.();
  };
  const oversized = sample.find(({ broken }) => broken !== undefined && broken in OVERSIZED);
  if (understood === null && oversized !== undefined) {
    await close();
    throw hidingTable(fileName, oversized);
  }
  return {
    understood,
    close,
    async *items() {
      try {
        const taker = takerOf(
          understood,
          table.dialect === undefined ? null : usualWidth(sample, understood),
        );
        yield takeAll(taker, sample);
        while (!ended) {
          const next = await rows.next();
          if (next.done) break;
          yield takeAll(taker, next.value.map(withinColumns));
        }
        yield taker.end();
      } finally {
        await close();
      }
    },
  };
}

/** `width`: a row of more filled cells is shifted somewhere; null where cells cannot shift. */
function takerOf(understood: Understood | null, width: number | null): RowTaker {
  if (understood === null) return takeNote;
  return understood.missing === null
    ? rowTaker(understood, width)
    : refusingTaker(understood.missing);
}

/**
 * So many rows at least show that columns go on beyond the header, and not that a delimiter stands
 * inside a cell.
 */
const ROWS_TO_BE_SURE = 3;

/** Columns of the header, or of most rows where those go on beyond it. */
function usualWidth(sample: readonly RawRow[], understood: Understood | null): number {
  if (understood === null) return 0;
  const { names, firstRow } = understood.layout;
  const widths = new Map<number, number>();
  for (const row of sample.slice(firstRow)) {
    const width = filledWidth(row);
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const [usual = 0, rows = 0] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [];
  return rows < ROWS_TO_BE_SURE ? names.length : Math.max(names.length, usual);
}

function takeAll(taker: RowTaker, rows: readonly RawRow[]): LoadItem[] {
  const items: LoadItem[] = [];
  for (const row of rows) {
    const taken = taker.row(row);
    if (row.hidden === true) items.push(...sayHiddenRow(row, "kind" in taken ? [taken] : taken));
    else if ("kind" in taken) items.push(taken);
    else items.push(...taken);
  }
  return items;
}

const OVERSIZED: Readonly<Record<string, string>> = {
  "too-many-columns": `has more than ${TABLE_LIMITS.columns} columns`,
  "row-too-long": `is longer than ${TABLE_LIMITS.rowCharacters} characters`,
};

/** No heading was found, and a row that may be it is larger than any that is read. */
function hidingTable(file: string, { position, broken = "" }: RawRow): UserError {
  return new UserError({
    code: broken,
    message: `${file}: row ${position.row} ${OVERSIZED[broken]}; no table of a bank has such rows.`,
    remedy: "Look at the file: line breaks may be lost. Ask the sender for it again.",
    params: { file, row: position.row },
  });
}
