import { parseWrittenAmount } from "../../money/written.ts";
import { badAmount } from "../cells/amount-faults.ts";
import { currencyCode } from "../cells/currency.ts";
import { cellOf, type Fault, NO_WARNINGS, refuse } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem, Warning } from "../record/load-item.ts";
import { noAccount } from "./account-rows.ts";
import { badDate, readDate } from "./row-dates.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** Reads one row of a list of statements: which days of which account are held. */
export function heldReader(plan: TablePlan): (row: RawRow) => LoadItem {
  return (row) => {
    const text = (meaning: string) => cellOf(row, plan.column(meaning));
    const facts = text("account") === "" ? null : plan.identifiers.account(text("account"));
    if (facts === null || facts.number === null)
      return refuse(row, noAccount(plan, text("account")));
    const [from, to] = [readDate(plan, text("from")), readDate(plan, text("to"))];
    if (from === null) return refuse(row, badDate(nameOf(plan, "from"), text("from")));
    if (to === null) return refuse(row, badDate(nameOf(plan, "to"), text("to")));
    if (to.instant < from.instant) return refuse(row, endsEarly(plan, text("to")));
    const written = text("currency");
    const currency = written === "" ? plan.currency : (currencyCode(written) ?? written);
    const balances: Record<string, bigint | null> = {};
    for (const meaning of ["opening", "closing"]) {
      const cell = text(meaning);
      const parsed = cell === "" ? null : parseWrittenAmount(cell, currency, plan.decimalSign);
      if (parsed !== null && !parsed.ok)
        return refuse(row, badAmount(nameOf(plan, meaning), cell, parsed.reason, currency));
      balances[meaning] = parsed === null ? null : parsed.amount;
    }
    const warnings: Warning[] = facts.warnings.map((code) => ({
      code,
      column: nameOf(plan, "account"),
      value: text("account"),
    }));
    return {
      kind: "held",
      position: row.position,
      raw: row.raw,
      account: facts.number,
      bank: facts.bank,
      currency,
      from: from.instant,
      to: to.instant,
      opening: balances.opening ?? null,
      closing: balances.closing ?? null,
      warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
    };
  };
}

function endsEarly(plan: TablePlan, value: string): Fault {
  return {
    column: nameOf(plan, "to"),
    value,
    code: "statement-ends-early",
    reason: "The last day held lies before the first.",
    remedy: "Write the first day under from and the last day under to.",
  };
}
