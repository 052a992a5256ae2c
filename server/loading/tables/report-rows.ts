import { bankCodeOf } from "../../identity/iban.ts";
import { normalisePhone } from "../../identity/phone.ts";
import { parseWrittenAmount } from "../../money/written.ts";
import { badAmount } from "../cells/amount-faults.ts";
import { currencyCode } from "../cells/currency.ts";
import { cellOf, NO_WARNINGS, refuse } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem, ReportedRecipient, Warning } from "../record/load-item.ts";
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
    const when = text("stolen_at");
    const stolen = when === "" ? null : readDate(plan, when);
    if (when !== "" && stolen === null)
      return refuse(row, badDate(nameOf(plan, "stolen_at"), when));
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
    const account = accountIn(plan, text, "victim_account", warnings);
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
      stolen: stolen === null ? null : { at: stolen.instant, dayOnly: stolen.dayOnly },
      recipient: recipientOf(plan, text, warnings),
      warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
    };
  };
}

type CellText = (meaning: string) => string;

/** The account of a column, its warnings noted; null where the cell is empty. */
function accountIn(plan: TablePlan, text: CellText, meaning: string, warnings: Warning[]) {
  const value = text(meaning);
  const account = value === "" ? null : plan.identifiers.account(value);
  for (const code of account?.warnings ?? [])
    warnings.push({ code, column: nameOf(plan, meaning), value });
  return account;
}

function bankIn(plan: TablePlan, written: string): string | null {
  return written === "" ? null : plan.identifiers.bank(written);
}

function recipientOf(plan: TablePlan, text: CellText, warnings: Warning[]): ReportedRecipient {
  const account = accountIn(plan, text, "recipient_account", warnings);
  const bank = text("recipient_bank");
  const number = account?.number ?? null;
  return {
    account: number,
    name: text("recipient_name") || null,
    phone: normalisePhone(text("recipient_phone")) ?? account?.phone ?? null,
    bank: (number === null ? null : bankCodeOf(number)) ?? bankIn(plan, bank),
  };
}
