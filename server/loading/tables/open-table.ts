import { UserError } from "../../errors/user-error.ts";
import { AMOUNTS } from "../columns/column-meanings.ts";
import { withinColumns } from "../readers/broken-row.ts";
import { sayHiddenRow } from "../readers/hidden.ts";
import { TABLE_LIMITS } from "../readers/reader-limits.ts";
import type { RawRow, RawTable, ReadOptions } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";
import {
  filledWidth,
  type RowTaker,
  refusingTaker,
  rowTaker,
  type TableWidth,
  takeNote,
} from "./row-taker.ts";
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
          table.dialect === undefined ? null : widthOf(sample, understood),
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

/** `width` is null where cells cannot shift. */
function takerOf(understood: Understood | null, width: TableWidth | null): RowTaker {
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
function widthOf(sample: readonly RawRow[], understood: Understood | null): TableWidth {
  if (understood === null) return { most: 0, least: 0 };
  const { names, firstRow } = understood.layout;
  const rows = sample.slice(firstRow);
  const widths = new Map<number, number>();
  for (const row of rows) {
    const width = filledWidth(row);
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const [usual = 0, times = 0] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [];
  const goesOn = times >= ROWS_TO_BE_SURE && !splitsAmounts(rows, understood);
  const whole = rows.filter(({ unended }) => unended !== true);
  const isEven = whole.length > 0 && whole.every(({ cells }) => cells.length >= names.length);
  return {
    most: goesOn ? Math.max(names.length, usual) : names.length,
    least: isEven ? names.length : 0,
  };
}

/**
 * "1500,50" without quotes where the comma is the delimiter: each row is one cell wider than the
 * header, and two digits stand behind a whole amount.
 */
function splitsAmounts(rows: readonly RawRow[], { layout, plan }: Understood): boolean {
  const wide = rows.filter((row) => filledWidth(row) === layout.names.length + 1);
  return AMOUNTS.some((meaning) => {
    const at = plan.column(meaning);
    if (at === -1 || wide.length < ROWS_TO_BE_SURE) return false;
    return wide.every(
      ({ cells }) =>
        /^[-−]?\d+$/.test((cells[at] ?? "").trim()) && /^\d\d$/.test((cells[at + 1] ?? "").trim()),
    );
  });
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
