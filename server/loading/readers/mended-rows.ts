import { asWritten } from "../../../contract/csv.ts";
import type { RawRow } from "../record/input-file.ts";

/** A column only our own file of refused rows has (sources/refused-rows.ts). */
const OF_REFUSED_ROWS = "refused_reason";
/** Columns that our tables of transfers have side by side (the package, the page of transfers). */
const OF_TRANSFERS = ["transfer_id", "booked_at", "from_account", "to_account"];

/**
 * Rows of a table that this program wrote for a person: the apostrophes that keep a spreadsheet
 * from running a text are taken out again. Rows of any other file pass as they are. `marked`: the
 * file begins with a byte order mark, as ours for people do and those for programs do not.
 */
export function mendedRows(marked: boolean): (rows: readonly RawRow[]) => readonly RawRow[] {
  let own: boolean | null = null;
  return (rows) => {
    own ??= rows[0] === undefined ? null : isOurs(rows[0].cells, marked);
    return own === true ? rows.map(live) : rows;
  };
}

function isOurs(head: readonly string[], marked: boolean): boolean {
  return (
    head.includes(OF_REFUSED_ROWS) || (marked && OF_TRANSFERS.every((name) => head.includes(name)))
  );
}

function live(row: RawRow): RawRow {
  return { ...row, cells: row.cells.map(asWritten) };
}
