import { foldName } from "../../../identity/names.ts";
import type { ParsedInstant } from "../../../time/iso.ts";
import { currencyCode } from "../../cells/currency.ts";
import type { PdfLayout, PrintedKind } from "./pdf-layout.ts";
import type { PrintedRow } from "./pdf-rows.ts";
import { leadingDay, type PrintedSum, readDay, sumsIn } from "./pdf-values.ts";

/** A printed row with its values understood. */
export interface ReadRow {
  readonly printed: PrintedRow;
  readonly bookedAt: ParsedInstant;
  /** What the account gained (above zero) or lost, in minor units of its currency. */
  readonly moved: bigint;
  /** The operation itself, without its sign, where the form gives it beside what moved. */
  readonly operation: { readonly amount: bigint; readonly currency: string } | null;
  readonly fee: bigint | null;
  /** A fee that stands beside an amount it may not be part of; below zero. */
  readonly feeApart: bigint;
  readonly kind: PrintedKind | null;
  readonly kindText: string;
  readonly details: string;
  /** "- 23,20 USD", as printed under the row. */
  readonly foreign: string | null;
  readonly balance: bigint | null;
  readonly pending: boolean;
}

/** What keeps a row from being read. */
export interface RowFault {
  readonly column: string;
  readonly value: string;
  readonly code:
    | "date-not-understood"
    | "amount-missing"
    | "amount-not-a-number"
    | "amount-zero"
    | "direction-unknown";
}

const FOREIGN = /\(\s*[-+]?\s*\d[\d .,]*\s*[A-Z]{3}\s*\)/;

/** Reads the values of a row. `currency` = the account's. */
export function readRow(
  printed: PrintedRow,
  layout: PdfLayout,
  currency: string,
): ReadRow | RowFault {
  const text = (column: Parameters<PrintedRow["cells"]["get"]>[0]) =>
    (printed.cells.get(column) ?? "").trim();
  const day = leadingDay(text("date"));
  const time = text("time") || day?.time || null;
  const bookedAt = day === null ? null : readDay(day.day, time);
  if (bookedAt === null) return fault("date", text("date"), "date-not-understood");
  const foreignText = text("amount").match(FOREIGN)?.[0] ?? text("details").match(FOREIGN)?.[0];
  const plain = (value: string) => value.replace(FOREIGN, " ").replace(/\s+/g, " ").trim();
  const kindText = plain(text("kind"));
  const details = plain(text("details"));
  const kind = kindOf(kindText, details, layout);
  const sums = moneyOf(plain, text, currency, layout);
  if ("code" in sums) return sums;
  const { moved, fee, feeApart, operation } = signedBy(sums, kind, layout);
  if (moved === null) return fault("amount", text("amount"), "direction-unknown");
  if (moved === 0n) return fault("amount", text("amount"), "amount-zero");
  const [balance] = sumsIn(text("balance"), currency, layout.decimal);
  return {
    printed,
    bookedAt,
    moved,
    operation,
    fee,
    feeApart,
    kind,
    kindText,
    details,
    foreign: foreignText?.replace(/[()]/g, "").trim() ?? null,
    balance: balance?.amount ?? null,
    pending: kind?.pending === true,
  };
}

interface Sums {
  readonly signed: PrintedSum | null;
  readonly account: PrintedSum | null;
  readonly comes: bigint;
  readonly leaves: bigint;
  readonly fee: bigint;
  readonly operationCurrency: string;
  readonly currency: string;
}

/** The sums of a row's columns of money. */
function moneyOf(
  plain: (text: string) => string,
  text: (column: Parameters<PrintedRow["cells"]["get"]>[0]) => string,
  currency: string,
  { decimal }: PdfLayout,
): Sums | RowFault {
  // "3 600 000,00 -" and "- 250,00": the dash stands for the empty column beside.
  const one = (value: string) => {
    const sums = sumsIn(plain(value), currency, decimal);
    // Beside the money some forms print bonuses.
    return sums.find((sum) => sum.currency !== null) ?? sums[0] ?? null;
  };
  const size = (value: string) => {
    const amount = one(value)?.amount ?? 0n;
    return amount < 0n ? -amount : amount;
  };
  const sums = {
    signed: one(text("amount")),
    account: one(text("accountAmount")),
    comes: size(text("in").replace(/-\s*$/, "")),
    leaves: size(text("out").replace(/^\s*-/, "")),
    fee: size(text("fee")),
    currency,
  };
  const some =
    sums.signed !== null || sums.account !== null || sums.comes + sums.leaves + sums.fee > 0n;
  if (!some) {
    const written = text("amount");
    return fault("amount", written, written === "" ? "amount-missing" : "amount-not-a-number");
  }
  const named = currencyCode(text("currency"));
  return { ...sums, operationCurrency: sums.signed?.currency ?? named ?? currency };
}

/** What moved, with its sign: from two columns, the account's own amount, or the one amount. */
function signedBy(sums: Sums, kind: PrintedKind | null, layout: PdfLayout) {
  const { signed, account, comes, leaves, fee, currency, operationCurrency } = sums;
  const size = signed === null ? 0n : signed.amount < 0n ? -signed.amount : signed.amount;
  const operation = size === 0n ? null : { amount: size, currency: operationCurrency };
  if (comes > 0n || leaves > 0n) {
    const moved = comes - leaves;
    const within = leaves > 0n && operation?.currency === currency ? leaves - size : 0n;
    const charged = fee > 0n ? fee : within > 0n && operation !== null ? within : 0n;
    const feeApart = fee > 0n && within !== fee ? -fee : 0n;
    return { moved, operation, fee: charged > 0n ? charged : null, feeApart };
  }
  const only = account ?? (operation?.currency === currency ? signed : account);
  if (only === null || only.amount === 0n) {
    if (fee > 0n) return { moved: -fee, operation: null, fee: null, feeApart: 0n };
    return { moved: signed === null ? 0n : null, operation, fee: null, feeApart: 0n };
  }
  const sign = only.signed ? null : directionOf(kind, layout, signed);
  if (!only.signed && sign === null) return { moved: null, operation, fee: null, feeApart: 0n };
  const moved = sign === "out" && only.amount > 0n ? -only.amount : only.amount;
  const beside = account === null ? null : operation;
  return { moved, operation: beside, fee: fee > 0n ? fee : null, feeApart: -fee };
}

function directionOf(
  kind: PrintedKind | null,
  { unsigned }: PdfLayout,
  signed: PrintedSum | null,
): "in" | "out" | null {
  if (signed?.signed) return signed.amount < 0n ? "out" : "in";
  if (unsigned === "in") return "in";
  if (kind === null) return null;
  if (kind.moves === "purchase" || kind.moves === "cash" || kind.moves === "charge") return "out";
  return kind.moves === "top-up" || kind.moves === "credit" ? "in" : null;
}

/** The kind by its whole name; by the first words of the details where no column has it. */
function kindOf(kindText: string, details: string, { kinds }: PdfLayout): PrintedKind | null {
  const names = foldedNames(kinds);
  const name = foldName(kindText);
  if (name !== "") {
    const whole = names.find(([one]) => one === name);
    return (whole ?? names.find(([one]) => name.startsWith(`${one} `)))?.[1] ?? null;
  }
  const beginning = foldName(details.slice(0, LONGEST_KIND));
  return names.find(([one]) => beginning === one || beginning.startsWith(`${one} `))?.[1] ?? null;
}

const LONGEST_KIND = 60;
type FoldedName = readonly [folded: string, kind: PrintedKind];
const folded = new WeakMap<readonly PrintedKind[], readonly FoldedName[]>();

function foldedNames(kinds: readonly PrintedKind[]): readonly FoldedName[] {
  const known = folded.get(kinds);
  if (known !== undefined) return known;
  const names = kinds.flatMap((kind) =>
    kind.names.map((name): FoldedName => [foldName(name), kind]),
  );
  folded.set(kinds, names);
  return names;
}

function fault(column: string, value: string, code: RowFault["code"]): RowFault {
  return { column, value, code };
}
