import { parseWrittenAmount } from "../../money/written.ts";
import { badAmount, bothColumns } from "../cells/amount-faults.ts";
import { cellOf, type Fault } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { Warning } from "../record/load-item.ts";
import { type AmountCells, isNothing, parseAmount } from "./amount-cells.ts";
import { absolute } from "./row-money.ts";
import { nameOf } from "./table-plan.ts";

/** What a row says that the account itself moved. */
export interface Moved {
  readonly amount: bigint | null;
  readonly leaves: boolean | null;
  readonly meaning: string;
  readonly text: string;
}
const NOT_MOVED: Moved = { amount: null, leaves: null, meaning: "", text: "" };

/** The largest part of an operation that a bank's fee is taken to be. */
const HIGHEST_FEE_SHARE = 0.1;

/**
 * The amount in the account's own columns: debit or credit, or one column beside the operation
 * amount.
 */
export function readMoved(
  { plan, outAt, inAt, accountAt }: AmountCells,
  row: RawRow,
  currency: string,
  warnings: Warning[],
): Moved | Fault {
  for (const [column, meaning, leaves] of [
    [outAt, "amount_out", true],
    [inAt, "amount_in", false],
  ] as const) {
    const text = cellOf(row, column);
    const other = cellOf(row, leaves ? inAt : outAt);
    if (text === "" || isNothing(text)) continue;
    const parsed = parseAmount(plan, text, currency, meaning, warnings);
    if (!parsed.ok) return badAmount(nameOf(plan, meaning), text, parsed.reason, currency);
    if (parsed.amount === 0n) continue;
    if (leaves && other !== "" && !isNothing(other))
      return bothColumns(nameOf(plan, "amount_in"), other);
    return { amount: parsed.amount, leaves, meaning, text };
  }
  const text = cellOf(row, accountAt);
  if (text === "" || isNothing(text)) return NOT_MOVED;
  const parsed = parseAmount(plan, text, currency, "account_amount", warnings);
  if (!parsed.ok) return badAmount(nameOf(plan, "account_amount"), text, parsed.reason, currency);
  return { amount: parsed.amount, leaves: null, meaning: "account_amount", text };
}

/**
 * Whether operation and account have one currency where no column names the account's. They have
 * if the two amounts are a fee apart; they have not if the amounts are far from each other.
 */
export function sameCurrency(
  { plan }: AmountCells,
  written: string,
  moved: bigint | null,
): boolean {
  if (written === "" || moved === null) return true;
  const parsed = parseWrittenAmount(written, "KZT", plan.decimalSign);
  if (!parsed.ok) return true;
  const [operation, account] = [Number(absolute(parsed.amount)), Number(absolute(moved))];
  return Math.abs(account - operation) <= operation * HIGHEST_FEE_SHARE;
}
