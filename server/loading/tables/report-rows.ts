import { parseWrittenAmount } from "../../money/written.ts";
import { badAmount } from "../cells/amount-faults.ts";
import { currencyCode } from "../cells/currency.ts";
import { cellOf, NO_WARNINGS, refuse } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem, Warning } from "../record/load-item.ts";
import { badDate, readDate } from "./row-dates.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** Reads one row of a table of crime reports: one stolen transfer a row. */
export function reportReader(plan: TablePlan): (row: RawRow) => LoadItem {
  return (row) => {
    const text = (meaning: string) => cellOf(row, plan.column(meaning));
    const warnings: Warning[] = [];
    if (text("report_id") === "") {
      return refuse(row, {
        column: nameOf(plan, "report_id"),
        value: "",
        code: "report-id-missing",
        reason: "The row has no report number.",
        remedy: "Fill in the number of the report in the unified register.",
      });
    }
    const reported = text("reported_at");
    const reportedAt = reported === "" ? null : readDate(plan, reported);
    if (reported !== "" && reportedAt === null)
      return refuse(row, badDate(nameOf(plan, "reported_at"), reported));
    const currency =
      text("currency") === "" ? null : (currencyCode(text("currency")) ?? text("currency"));
    const amountText = text("amount");
    const amount =
      amountText === ""
        ? null
        : parseWrittenAmount(amountText, currency ?? plan.currency, plan.decimalSign);
    if (amount !== null && !amount.ok) {
      return refuse(
        row,
        badAmount(nameOf(plan, "amount"), amountText, amount.reason, currency ?? plan.currency),
      );
    }
    const account =
      text("victim_account") === "" ? null : plan.identifiers.account(text("victim_account"));
    for (const code of account?.warnings ?? []) {
      warnings.push({
        code,
        column: nameOf(plan, "victim_account"),
        value: text("victim_account"),
      });
    }
    const holder = text("victim_iin") === "" ? null : plan.identifiers.iin(text("victim_iin"));
    for (const code of holder?.warnings ?? []) {
      warnings.push({ code, column: nameOf(plan, "victim_iin"), value: text("victim_iin") });
    }
    return {
      kind: "report",
      position: row.position,
      raw: row.raw,
      reportId: text("report_id"),
      reportedAt: reportedAt?.instant ?? null,
      victimAccount: account?.number ?? null,
      victimIin: holder?.iin ?? null,
      victimName: text("victim_name") || null,
      transferId: text("transfer_id") || null,
      amount: amount?.amount ?? null,
      currency: currency ?? (amount === null ? null : plan.currency),
      lure: text("lure") || null,
      warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
    };
  };
}
