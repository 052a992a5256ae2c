import { normalisePhone } from "../../identity/phone.ts";
import { saysNothing } from "../cells/identifiers.ts";
import { cellOf, type Fault, NO_WARNINGS, refuse } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem, Warning } from "../record/load-item.ts";
import { badDate, readDate } from "./row-dates.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";
import { extrasOf } from "./transfer-rows.ts";

/** Reads one row of a table of accounts. */
export function accountReader(plan: TablePlan): (row: RawRow) => LoadItem {
  return (row) => {
    const text = (meaning: string) => cellOf(row, plan.column(meaning));
    const warnings: Warning[] = [];
    const facts = text("account") === "" ? null : plan.identifiers.account(text("account"));
    if (facts === null || facts.number === null) {
      return refuse(row, noAccount(plan, text("account")));
    }
    for (const code of facts.warnings)
      warnings.push({ code, column: nameOf(plan, "account"), value: text("account") });
    const opened = text("opened_at");
    const openedAt = opened === "" ? null : readDate(plan, opened);
    if (opened !== "" && openedAt === null)
      return refuse(row, badDate(nameOf(plan, "opened_at"), opened));
    const holder = text("holder_iin") === "" ? null : plan.identifiers.iin(text("holder_iin"));
    for (const code of holder?.warnings ?? []) {
      warnings.push({ code, column: nameOf(plan, "holder_iin"), value: text("holder_iin") });
    }
    return {
      kind: "account",
      position: row.position,
      raw: row.raw,
      account: facts.number,
      bank: facts.bank ?? (text("bank") === "" ? null : plan.identifiers.bank(text("bank"))),
      holderIin: holder?.iin ?? null,
      holderName:
        text("holder_name") === "" || saysNothing(text("holder_name"))
          ? null
          : plan.identifiers.name(text("holder_name")),
      holderKind: holder?.holderKind ?? "unknown",
      openedAt: openedAt?.instant ?? null,
      accountKind: text("kind") || null,
      phone: text("phone") === "" ? null : (normalisePhone(text("phone")) ?? text("phone")),
      deviceId: text("device_id") || null,
      extra: extrasOf(plan, row, ""),
      warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
    };
  };
}

/** A row about an account that gives no number of one. */
export function noAccount(plan: TablePlan, value: string): Fault {
  return {
    column: nameOf(plan, "account"),
    value,
    code: "account-missing",
    reason: "The row has no account number.",
    remedy: "Fill in the account number.",
  };
}
