import { parseWrittenAmount, type WrittenAmount } from "../../money/written.ts";
import type { Warning } from "../record/load-item.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** The cells of a table that hold money: where they are, -1 where there is none. */
export interface AmountCells {
  readonly plan: TablePlan;
  readonly amountAt: number;
  readonly currencyAt: number;
  readonly tengeAt: number;
  readonly feeAt: number;
  readonly outAt: number;
  readonly inAt: number;
  readonly accountAt: number;
  readonly accountCurrencyAt: number;
  readonly directionAt: number;
  readonly operationAt: number;
  /** The operation amount is the only column of money. */
  readonly simple: boolean;
  /** Warning that an amount was taken for the table's currency. */
  readonly assumed: Warning;
}

export function amountCells(plan: TablePlan): AmountCells {
  const at = (meaning: string) => plan.column(meaning);
  const [tengeAt, feeAt, outAt, inAt] = [
    at("amount_kzt"),
    at("fee"),
    at("amount_out"),
    at("amount_in"),
  ];
  const accountAt = at("account_amount");
  return {
    plan,
    amountAt: at("amount"),
    currencyAt: at("currency"),
    tengeAt,
    feeAt,
    outAt,
    inAt,
    accountAt,
    accountCurrencyAt: at("account_currency"),
    directionAt: at("direction"),
    operationAt: at("operation"),
    simple: outAt === -1 && inAt === -1 && accountAt === -1 && tengeAt === -1 && feeAt === -1,
    assumed: {
      code: "currency-assumed",
      column: nameOf(plan, "currency"),
      value: plan.currency,
    },
  };
}

/** Reads the text of an amount; what a computer's own rounding left behind is warned of. */
export function parseAmount(
  plan: TablePlan,
  text: string,
  currency: string,
  meaning: string,
  warnings: Warning[],
): WrittenAmount {
  const parsed = parseWrittenAmount(text, currency, plan.decimalSign);
  if (parsed.noise)
    warnings.push({ code: "amount-float-rounded", column: nameOf(plan, meaning), value: text });
  return parsed;
}

/** A dash, zeros or nothing: how banks fill the column that does not apply. */
export function isNothing(text: string): boolean {
  return /^[-–—0.,\s\u00a0]*$/.test(text);
}
