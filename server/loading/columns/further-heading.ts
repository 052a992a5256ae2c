import { foldName } from "../../identity/names.ts";
import { currencyInText } from "../cells/currency.ts";
import type { RawRow } from "../record/input-file.ts";
import { findHeader } from "./header-row.ts";
import { sensesOf } from "./headings.ts";

/**
 * Whether a row is a heading, and whether it names the same columns in the same places as the
 * table's own heading; null where it is no heading.
 */
export type FurtherHeading = "same" | "changed" | null;

/** `heading`: the rows of the table's heading; `names`: the name of each column, as understood. */
export function furtherHeadings(
  heading: readonly RawRow[],
  names: readonly string[],
): (row: RawRow) => FurtherHeading {
  const own = heading.map(({ cells }) => cells.map(foldName));
  const words = new Set([...own.flat(), ...names.map(foldName)].filter((word) => word !== ""));
  return (row) => {
    const filled = row.cells.filter((cell) => cell.trim() !== "");
    // Rows of values hold digits: a date, an amount, an account.
    if (filled.length < FEWEST_HEADINGS || filled.some((cell) => /\d{2}/.test(cell))) return null;
    const cells = row.cells.map(foldName);
    const known = cells.filter((cell) => cell !== "");
    if (!known.every((cell) => words.has(cell)) && findHeader([row]) === null) return null;
    const places = [...own, names.map(foldName)];
    if (places.some((place) => cells.every((cell, at) => cell === "" || cell === place[at])))
      return "same";
    return row.cells.every((cell, at) => meansTheSame(cell, names[at] ?? "")) ? "same" : "changed";
  };
}

const FEWEST_HEADINGS = 2;

/** "Дебет" and "Расход" mean one thing; "Дебет, USD" and "Дебет, KZT" do not. */
function meansTheSame(cell: string, name: string): boolean {
  if (cell.trim() === "" || foldName(cell) === foldName(name)) return true;
  if (currencyInText(cell) !== currencyInText(name)) return false;
  const [first, second] = [sensesOf(cell)[0], sensesOf(name)[0]];
  return (
    first?.meaning === second?.meaning &&
    first?.role === second?.role &&
    first?.field === second?.field
  );
}
