import { foldName } from "../../identity/names.ts";
import type { Fault } from "../cells/refused-cell.ts";
import type { LoadItem, TransferItem } from "../record/load-item.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** Folded words with which a row says so. */
const PART_OF_ABOVE = [
  "в том числе",
  "в т ч",
  "в тч",
  "из них",
  "из нее",
  "онын ишинде",
  "including",
  "of which",
];

/** "в т.ч. НДС" is said of the payment itself, not of a part that has a row of its own. */
const OF_TAX = /(?:^| )(?:ндс|налог|ккс|салык|vat|tax)/u;

/**
 * Finds rows that only break down the row above: "в том числе: Иванов", with money that the row
 * above names whole. Both taken, the money would be counted twice. A row whose amount does not fit
 * into what is left of the row above is an operation, whatever its words. Gives the reason why a
 * row is not taken, else null.
 */
export function breakdownFinder(): (plan: TablePlan, item: LoadItem) => Fault | null {
  let whole: TransferItem | null = null;
  let left = 0n;
  return (plan, item) => {
    if (item.kind !== "transfer" || plan.canonical) return null;
    const isPart =
      whole !== null &&
      saysPart(item.purpose) &&
      item.bookedAt === whole.bookedAt &&
      item.currency === whole.currency &&
      item.ownSide === whole.ownSide &&
      item.amount <= left;
    if (isPart) {
      left -= item.amount;
      return partOfRowAbove(plan, item);
    }
    whole = item;
    left = item.amount;
    return null;
  };
}

function saysPart(purpose: string | null): boolean {
  if (purpose === null) return false;
  const folded = foldName(purpose);
  return (
    PART_OF_ABOVE.some((words) => folded === words || folded.startsWith(`${words} `)) &&
    !OF_TAX.test(folded)
  );
}

/** Why such a row is not taken. */
function partOfRowAbove(plan: TablePlan, { purpose }: TransferItem): Fault {
  return {
    column: nameOf(plan, "purpose"),
    value: purpose ?? "",
    code: "part-of-row-above",
    reason: `The words "${purpose ?? ""}" say that this sum is part of the row above, which is taken whole.`,
    remedy: "Take the line out if it is; if it is an operation of its own, change its purpose.",
  };
}
