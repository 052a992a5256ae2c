import { cellOf, refuse } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";
import { noAccount } from "./account-rows.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** Reads one row of a table of labels: 1 a dropper, 0 not. */
export function labelReader(plan: TablePlan): (row: RawRow) => LoadItem {
  return (row) => {
    const account = cellOf(row, plan.column("account"));
    const label = cellOf(row, plan.column("label"));
    const number = account === "" ? null : plan.identifiers.account(account).number;
    if (number === null) return refuse(row, noAccount(plan, account));
    if (label !== "0" && label !== "1")
      return refuse(row, {
        column: nameOf(plan, "label"),
        value: label,
        code: "label-not-understood",
        reason: `"${label}" is not a label.`,
        remedy: "Write 1 for a dropper, 0 for anybody else.",
      });
    return {
      kind: "label",
      position: row.position,
      raw: row.raw,
      account: number,
      label: label === "1" ? 1 : 0,
    };
  };
}
