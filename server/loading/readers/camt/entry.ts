import type { ParsedInstant } from "../../../time/iso.ts";
import type { LoadItem } from "../../record/load-item.ts";
import {
  badAmount,
  badDate,
  badDirection,
  type Refusal,
  refusedItem,
  zeroAmount,
} from "../statement-items.ts";
import { amountOf, isWrong, signOf } from "./camt-amounts.ts";
import { dateOf, dateText } from "./camt-dates.ts";
import { transferOf } from "./camt-transfer.ts";
import { type Element, find, findAll, firstOf, textAt } from "./element.ts";
import type { EntryContext } from "./entry-context.ts";
import { movementsOf, whole } from "./movements.ts";

/**
 * An entry as one transfer a transaction, if the transactions add up to it; else as one transfer,
 * and said so.
 */
export function entryItems(entry: Element, raw: string, context: EntryContext): LoadItem[] {
  const refuse = (refusal: Refusal) => [refusedItem(context.next(), raw, refusal)];
  const status = firstOf(
    textAt(entry, "Sts", "Cd"),
    textAt(entry, "Sts", "Prtry"),
    textAt(entry, "Sts"),
  );
  if (status !== "" && status !== "BOOK") return refuse(notBooked(status));
  const amount = amountOf(find(entry, "Amt"), context.own.currency);
  if (amount === null) return refuse(badAmount("Ntry/Amt", "", ""));
  if (isWrong(amount)) return refuse(badAmount("Ntry/Amt", amount.text, amount.reason));
  const sign = signOf(entry);
  if (sign === null) return refuse(badDirection("Ntry/CdtDbtInd", textAt(entry, "CdtDbtInd")));
  const booked = bookedOf(entry);
  if (booked === null) return refuse(badDate("Ntry/BookgDt", dateText(find(entry, "BookgDt"))));

  const transactions = findAll(entry, "NtryDtls").flatMap((details) => findAll(details, "TxDtls"));
  const total = sign * amount.amount;
  const split = movementsOf(entry, transactions, total, amount.currency);
  const movements = split ?? [whole(entry, transactions, total, amount.currency)];
  return movements.flatMap((movement): LoadItem[] => {
    const position = context.next();
    if (movement.moved === 0n && movement.operation === 0n) {
      return [refusedItem(position, raw, zeroAmount("Ntry/Amt", textAt(entry, "Amt")))];
    }
    const notes =
      split === null
        ? ["batch-not-split"]
        : context.notification && movements.length > 1
          ? ["batch-told-in-parts"]
          : [];
    return [
      transferOf(movement, {
        ...context,
        entry,
        booked,
        currency: amount.currency,
        position,
        raw,
        notes,
        inBatch: movements.length > 1,
      }),
    ];
  });
}

function bookedOf(entry: Element): ParsedInstant | null {
  return dateOf(find(entry, "BookgDt")) ?? dateOf(find(entry, "ValDt"));
}

function notBooked(status: string): Refusal {
  return {
    column: "Ntry/Sts",
    value: status,
    code: "not-booked",
    reason: `The entry's state is ${status}: the bank has not booked it, so no money moved yet.`,
    remedy: "Ask for a statement of a later day, when the entry is booked.",
  };
}
