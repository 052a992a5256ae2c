import { isBin } from "../../../identity/iin.ts";
import type { Identifiers } from "../../cells/identifiers.ts";
import type { LoadItem, Position, Side, TransferItem, Warning } from "../../record/load-item.ts";
import { ASSUMED_ZONE, refusedItem, sideOf, throughExits } from "../statement-items.ts";
import { partyOf } from "./pdf-counterparty.ts";
import type { PrintedFacts } from "./pdf-facts.ts";
import { UNKNOWN_COLUMN } from "./pdf-header.ts";
import type { Movement } from "./pdf-layout.ts";
import type { ReadRow, RowFault } from "./pdf-row.ts";

/** Whose statement the rows are of. */
export interface PrintedOwner {
  readonly side: Side;
  readonly currency: string;
  /** Fees of their own column are taken beside the amounts. */
  readonly feesApart: boolean;
}

export function ownerOf(facts: PrintedFacts, bank: string | null, identifiers: Identifiers): Side {
  const iin = facts.iin === null ? null : identifiers.iin(facts.iin).iin;
  const account = facts.account === null ? null : identifiers.account(facts.account);
  return {
    account: account?.number ?? null,
    exit: null,
    name: facts.name ?? (account === null ? facts.card : null),
    iin,
    holderKind: iin === null ? "unknown" : isBin(iin) ? "organisation" : "person",
    bank: account?.bank ?? bank,
    phone: null,
  };
}

const EXITS: Partial<Record<Movement, Pick<TransferItem, "channel"> & Pick<Side, "exit">>> = {
  purchase: { channel: "pos", exit: "pos" },
  cash: { channel: "cash", exit: "cash" },
  charge: { channel: "other", exit: "other" },
  // A loan paid out: whatever it is called, no cash came in.
  credit: { channel: "other", exit: "other" },
};

/** A row as a transfer between the owner and whoever its details name. */
export function transferOf(
  row: ReadRow,
  { side: own, currency, feesApart }: PrintedOwner,
  identifiers: Identifiers,
  position: Position,
): TransferItem {
  const warnings: Warning[] = [];
  const direction = row.moved > 0n ? "in" : "out";
  const party = partyOf(row.details, direction, own.account);
  const written = sideOf(party, identifiers, warnings, "details");
  const other: Side = { ...written, phone: written.phone ?? party.phone };
  const ownSide = direction === "in" ? "to" : "from";
  const words = { operation: row.kindText, purpose: row.details, purposeCode: "" };
  const through = throughExits(
    ownSide === "from" ? own : other,
    ownSide === "from" ? other : own,
    words,
  );
  const moved = withKind(through, ownSide, own, row);
  const unknown = ownSide === "from" ? moved.to : moved.from;
  if (!unknown.account && !unknown.exit && !unknown.name && !unknown.iin && !unknown.phone)
    warnings.push({
      code: "other-side-unknown",
      column: "details",
      value: row.details.slice(0, 100),
    });
  if (row.pending) warnings.push({ code: "row-pending", column: "operation", value: row.kindText });
  if (!row.bookedAt.dayOnly)
    warnings.push({ code: "zone-assumed", column: "date", value: ASSUMED_ZONE.name });
  return {
    kind: "transfer",
    position,
    raw: row.printed.raw,
    id: null,
    bookedAt: row.bookedAt.instant,
    zone: ASSUMED_ZONE.name,
    dayOnly: row.bookedAt.dayOnly,
    ...amountsOf(row, currency, feesApart),
    ...moved,
    ownSide,
    purpose: row.details || row.kindText || null,
    purposeCode: null,
    documentNumber: null,
    // A purchase that comes back is the shop's payment; nothing says which one it takes back.
    reversal: false,
    extra: extrasOf(row),
    warnings,
  };
}

function withKind(
  through: ReturnType<typeof throughExits>,
  ownSide: "from" | "to",
  own: Side,
  { kind }: ReadRow,
): ReturnType<typeof throughExits> {
  const otherSide = ownSide === "from" ? "to" : "from";
  const other = through[otherSide];
  const way = kind === null ? undefined : EXITS[kind.moves];
  const known = other.account !== null || other.iin !== null;
  if (way === undefined || known || (other.exit !== null && kind?.moves !== "credit"))
    return through;
  return {
    ...through,
    channel: way.channel,
    [otherSide]: { ...other, exit: way.exit, bank: other.bank ?? own.bank },
  };
}

function amountsOf(row: ReadRow, currency: string, feesApart: boolean) {
  const whole = row.moved + (feesApart ? row.feeApart : 0n);
  const moved = whole < 0n ? -whole : whole;
  const operation = row.operation ?? { amount: size(row.moved), currency };
  const beside = operation.amount !== moved || operation.currency !== currency;
  return {
    amount: operation.amount,
    currency: operation.currency,
    accountAmount: beside ? { amount: moved, currency } : null,
    fee: row.fee,
  };
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** What is printed beside and has no field of its own. */
function extrasOf({ kindText, foreign, printed }: ReadRow): Record<string, string> {
  const extra: Record<string, string> = {};
  if (kindText !== "") extra.operation = kindText;
  if (foreign !== null) extra.foreign = foreign;
  for (const column of ["card", "mcc", "bonus", "valueDate", "balance"] as const) {
    const text = printed.cells.get(column)?.trim();
    if (text) extra[column] = text;
  }
  for (const [column, text] of printed.cells)
    if (column.startsWith(UNKNOWN_COLUMN) && text !== "")
      extra[column.slice(UNKNOWN_COLUMN.length)] = text;
  return extra;
}

const REASONS: Readonly<Record<RowFault["code"], string>> = {
  "date-not-understood": "The day of the row is no day that exists.",
  "amount-missing": "The row shows no amount.",
  "amount-not-a-number": "The amount of the row is no number.",
  "amount-zero": "No money moved.",
  "direction-unknown": "Nothing says whether the money came or went.",
};

const COMPARE = "Compare with the PDF, and ask the bank for the same statement as XLSX or CSV.";

export function refusedRow(raw: string, fault: RowFault, position: Position): LoadItem {
  const { code, column, value } = fault;
  return refusedItem(position, raw, {
    column,
    value: value.slice(0, 200),
    code,
    reason: REASONS[code],
    remedy: COMPARE,
  });
}

/** A line among the rows that shows money and belongs to none of them. */
export function refusedLine(raw: string, position: Position): LoadItem {
  return refusedItem(position, raw, {
    column: "",
    value: raw.slice(0, 200),
    code: "pdf-line-not-understood",
    reason: "The line shows a sum and belongs to no row of the table.",
    remedy: COMPARE,
  });
}
