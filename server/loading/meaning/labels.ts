import type { LoadItem } from "../items.ts";
import type { RawRow } from "../reading.ts";
import { cellOf, refuse } from "./judging.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** Reads one row of a table of labels: 1 a dropper, 0 not. */
export function labelReader(plan: TablePlan): (row: RawRow) => LoadItem {
  return (row) => {
    const account = cellOf(row, plan.column("account"));
    const label = cellOf(row, plan.column("label"));
    if (account === "" || (label !== "0" && label !== "1")) {
      const meaning = account === "" ? "account" : "label";
      return refuse(row, {
        column: nameOf(plan, meaning),
        value: account === "" ? "" : label,
        code: account === "" ? "account-missing" : "label-not-understood",
        reason: account === "" ? "The row has no account number." : `"${label}" is not a label.`,
        remedy: account === "" ? "Fill in the account number." : "Write 1 for a dropper, 0 for anybody else.",
      });
    }
    const { number } = plan.identifiers.account(account);
    return { kind: "label", position: row.position, raw: row.raw, account: number, label: label === "1" ? 1 : 0 };
  };
}
