import { CURRENCY_CODES } from "../../../contract/currencies.ts";
import { bankCodeOf } from "../../identity/iban.ts";
import { normalisePhone } from "../../identity/phone.ts";
import { parseWrittenAmount } from "../../money/written.ts";
import { badAmount, badCurrency, negativeAmount, zeroAmount } from "../cells/amount-faults.ts";
import { cellOf, type Fault, NO_WARNINGS, refuse } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem, ReportedRecipient, Warning } from "../record/load-item.ts";
import { readCurrency } from "./row-amounts.ts";
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
    const money = stolenMoney(plan, text);
    if (money !== null && "code" in money) return refuse(row, money);
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
      amount: money?.amount ?? null,
      currency: money?.currency ?? null,
      lure: text("lure") || null,
      stolen: stolen === null ? null : { at: stolen.instant, dayOnly: stolen.dayOnly },
      recipient: recipientOf(plan, text, warnings),
      warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
    };
  };
}

type CellText = (meaning: string) => string;

interface StolenMoney {
  /** Minor units, above nothing; null where the row names only the currency. */
  readonly amount: bigint | null;
  readonly currency: string;
}

/**
 * The theft that the row tells, null where it tells none. As at the screen nothing was stolen of no
 * sum, and a sign does not say which way money went where payer and payee have columns.
 */
function stolenMoney(plan: TablePlan, text: CellText): StolenMoney | Fault | null {
  const written = text("amount");
  if (written === "" && text("currency") === "") return null;
  const currency = readCurrency(text("currency"), plan.currency);
  // A bank may have units of its own, a victim tells of money: three letters are of ISO 4217.
  if (currency === null || (currency.length === 3 && !CURRENCY_CODES.has(currency)))
    return badCurrency(nameOf(plan, "currency"), text("currency"));
  if (written === "") return { amount: null, currency };
  const column = nameOf(plan, "amount");
  const parsed = parseWrittenAmount(written, currency, plan.decimalSign);
  if (!parsed.ok) return badAmount(column, written, parsed.reason, currency);
  if (parsed.amount === 0n) return zeroAmount(column, written);
  if (parsed.amount < 0n) return negativeAmount(column, written);
  return { amount: parsed.amount, currency };
}

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
