import { cellOf } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { TablePlan } from "./table-plan.ts";

export interface Purpose {
  readonly purpose: string | null;
  /** Three digits (КНП). */
  readonly purposeCode: string | null;
}

/**
 * Reads why money was paid. Banks that leave a column out put the text where the code should stand,
 * or both into one cell.
 */
export function purposeReader(plan: TablePlan): (row: RawRow) => Purpose {
  const purposeAt = plan.column("purpose");
  const codeAt = plan.column("purpose_code");
  return (row) => {
    const purpose = cellOf(row, purposeAt);
    const code = cellOf(row, codeAt);
    if (code === "") return { purpose: purpose || null, purposeCode: null };
    const digits = /^(\d{3})(?:[.,]0+)?$/.exec(code)?.[1];
    if (digits !== undefined) return { purpose: purpose || null, purposeCode: digits };
    const both = /^(\d{3})\s*[-–—.:,]?\s+(\S.*)$/s.exec(code);
    if (both) return { purpose: purpose || (both[2] ?? null), purposeCode: both[1] ?? null };
    return { purpose: purpose || code, purposeCode: null };
  };
}
