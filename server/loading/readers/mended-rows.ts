import { asWritten } from "../../../contract/csv.ts";
import type { RawRow } from "../record/input-file.ts";

/** A column only our own file of refused rows has (sources/refused-rows.ts). */
const OWN_COLUMN = "refused_reason";

/**
 * Rows of a file of refused rows that a person has mended: the apostrophes that keep a spreadsheet
 * from running a text are taken out again. Rows of any other file pass as they are.
 */
export function mendedRows(): (rows: readonly RawRow[]) => readonly RawRow[] {
  let own: boolean | null = null;
  return (rows) => {
    own ??= rows[0] === undefined ? null : rows[0].cells.includes(OWN_COLUMN);
    return own === true ? rows.map(live) : rows;
  };
}

function live(row: RawRow): RawRow {
  return { ...row, cells: row.cells.map(asWritten) };
}
