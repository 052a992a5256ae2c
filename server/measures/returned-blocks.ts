import type { MeasureFields } from "../../contract/measures.ts";
import { formatDecimal } from "../money/money.ts";
import type { Block, StolenTransfer } from "./blocked-money.ts";
import type { MeasureFault } from "./rules.ts";

/** Corrections that a block no longer takes once money of it was returned. */

/** Faults of a sum for which there is no room. */
const NO_ROOM: ReadonlySet<string> = new Set([
  ...["measure-above-blocked", "measure-above-stolen", "measure-above-claim", "measure-above-loss"],
  "measure-not-stolen",
]);

/** The fields that decide of which loss an entry is, and how much of it. */
export function isSameMoney(before: MeasureFields, after: MeasureFields): boolean {
  const moneyOf = ({ kind, day, amount, currency, account, persons, reports }: MeasureFields) =>
    JSON.stringify([kind, day, amount, currency, account, persons, reports]);
  return moneyOf(before) === moneyOf(after);
}

/**
 * The fault of a corrected entry. Where its money stays what and where it was, or grows less, a sum
 * that found room once is not held against the correction.
 */
export function changedFault(
  before: MeasureFields,
  after: MeasureFields,
  fault: MeasureFault | null,
): MeasureFault | null {
  if (fault === null || !NO_ROOM.has(fault.code)) return fault;
  const kept = ["kind", "day", "currency", "transfer", "claim", "case", "block"] as const;
  const isSame = kept.every((field) => after[field] === before[field]);
  return isSame && BigInt(after.amount ?? 0) <= BigInt(before.amount ?? 0) ? null : fault;
}

/**
 * A block keeps what was returned of it: sum, currency, transfer, claim and case are not taken from
 * under it.
 */
export function blockFault(before: Block, after: MeasureFields | null): MeasureFault | null {
  if (before.returned === 0n) return null;
  const first = before.firstReturn;
  if (after !== null && first !== null && after.day > first) return afterReturn(after.day, first);
  const keeps =
    after !== null &&
    after.kind === "block" &&
    BigInt(after.amount ?? 0) >= before.returned &&
    after.currency === before.currency &&
    after.transfer === before.transfer &&
    after.claim === before.claim &&
    after.case === before.case;
  return keeps ? null : alreadyReturned(before.returned, before.currency);
}

/**
 * The transfer a block was about keeps as much blocked as was returned of it, though the returns
 * may name no block. `transfer` = without the block.
 */
export function transferFault(
  transfer: StolenTransfer,
  before: Block,
  after: MeasureFields | null,
): MeasureFault | null {
  const kept = after?.kind === "block" && after.transfer === before.transfer;
  const blocked = transfer.blocked + (kept ? BigInt(after.amount ?? 0) : 0n);
  if (blocked < transfer.returned) return alreadyReturned(transfer.returned, transfer.currency);
  const { firstBlock, firstReturn } = transfer;
  const isBefore = firstBlock !== null && firstBlock <= (firstReturn ?? firstBlock);
  if (!kept || firstReturn === null || isBefore || after.day <= firstReturn) return null;
  return afterReturn(after.day, firstReturn);
}

/** A block moved behind the first return of its money. */
function afterReturn(day: string, returned: string): MeasureFault {
  return {
    field: "day",
    code: "measure-after-return",
    message: `${day} lies after ${returned}, when money of this block was returned.`,
    remedy: "Compare the days with the papers, or correct the returns first.",
    params: { day, returned },
  };
}

function alreadyReturned(amount: bigint, currency: string): MeasureFault {
  const returned = formatDecimal(amount, currency);
  return {
    field: "amount",
    code: "measure-block-returned",
    message: `${returned} ${currency} of this block were returned already.`,
    remedy: "Correct or strike out the returns first.",
    params: { amount: `${returned} ${currency}` },
  };
}
