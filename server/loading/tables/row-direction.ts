import { noDirection } from "../cells/amount-faults.ts";
import { finder, OPERATIONS_IN, OPERATIONS_OUT } from "../cells/bank-words.ts";
import { directionOf } from "../cells/direction.ts";
import { cellOf, type Fault } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { AmountCells } from "./amount-cells.ts";
import { absolute, type RowMoney, type SignedMoney } from "./row-money.ts";
import { nameOf } from "./table-plan.ts";

const saysOut = finder(OPERATIONS_OUT);
const saysIn = finder(OPERATIONS_IN);

/**
 * Gives the amount its direction: by its column, the direction column, its sign, the kind of
 * operation. `text` is the amount as written, for the refusal.
 */
export function directed(
  { plan, directionAt, operationAt }: AmountCells,
  row: RawRow,
  money: SignedMoney,
  byColumn: boolean | null,
  text: string,
): RowMoney | Fault {
  const negative = money.amount < 0n;
  const positive = { ...money, amount: absolute(money.amount) };
  if (plan.direction === null) return { ...positive, leaves: byColumn, negative, reversal: false };
  if (plan.direction === "sign")
    return { ...positive, leaves: byColumn ?? negative, negative: false, reversal: false };
  let leaves = byColumn;
  if (plan.direction === "column") {
    const stated = directionOf(cellOf(row, directionAt));
    if (stated === null && plan.twoSided)
      return { ...positive, leaves: byColumn, negative, reversal: false };
    if (stated === null) return noDirection(nameOf(plan, "direction"), cellOf(row, directionAt));
    leaves = stated === "out";
  } else if (plan.direction === "operation") {
    const kind = cellOf(row, operationAt);
    const out = saysOut(kind);
    if (out === saysIn(kind)) return noDirection(nameOf(plan, "operation"), kind);
    leaves = out;
  } else if (plan.direction === "always-out") leaves = true;
  else if (plan.direction === "always-in") leaves = false;
  if (leaves === null) return noDirection(nameOf(plan, "amount_out"), text);
  const takesBack = negative && !(leaves && plan.negativeOut);
  return {
    ...positive,
    leaves: takesBack ? !leaves : leaves,
    negative: false,
    reversal: takesBack,
  };
}
