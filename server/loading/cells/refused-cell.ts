import { withoutInvisible } from "../../identity/invisible.ts";
import type { RawRow } from "../record/input-file.ts";
import type { RefusedItem, Warning } from "../record/load-item.ts";

/** Why a row cannot be taken: the column and value at fault, and what a person can do about it. */
export interface Fault {
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

export function refuse(row: RawRow, fault: Fault): RefusedItem {
  return { kind: "refused", position: row.position, raw: row.raw, cells: row.cells, ...fault };
}

/** Shared by all rows that have nothing to warn of. */
export const NO_WARNINGS: readonly Warning[] = Object.freeze([]);
export const NO_EXTRA: Readonly<Record<string, string>> = Object.freeze({});

/**
 * A cell without surrounding spaces, a text-marking apostrophe ('0123) or Excel's ="0123"; "" where
 * there is none.
 */
export function cellOf(row: RawRow, column: number): string {
  if (column < 0) return "";
  const cell = row.cells[column];
  if (cell === undefined || cell === "") return "";
  return isPlain(cell) ? cell : cleaned(cell);
}

function isPlain(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return (
    first > 39 &&
    first !== 61 &&
    first !== 160 &&
    first < 8192 &&
    last > 32 &&
    last !== 160 &&
    last < 8192
  );
}

/** The cell as a person sees it. */
export function cleaned(cell: string): string {
  const text = withoutInvisible(cell).trim();
  const quoted = /^="(.*)"$/s.exec(text);
  if (quoted) return quoted[1] ?? "";
  return text.startsWith("'") && !text.endsWith("'") ? text.slice(1) : text;
}
