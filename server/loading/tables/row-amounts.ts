import { parseWrittenAmount, type WrittenAmount } from "../../money/written.ts";
import {
  amountElsewhere,
  badAmount,
  badCurrency,
  bothColumns,
  contradictingCurrency,
  noDirection,
  zeroAmount,
} from "../cells/amount-faults.ts";
import { finder, OPERATIONS_IN, OPERATIONS_OUT } from "../cells/bank-words.ts";
import { currencyCode } from "../cells/currency.ts";
import { directionOf } from "../cells/direction.ts";
import { cellOf, type Fault } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { Warning } from "../record/load-item.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** The money of a row. */
export interface RowMoney {
  /** Operation amount in minor units, positive. */
  readonly amount: bigint;
  readonly currency: string;
  readonly accountAmount: { readonly amount: bigint; readonly currency: string } | null;
  readonly fee: bigint | null;
  /**
   * Money left (true) or came to (false) the account the statement is of; null where the row does
   * not say.
   */
  readonly leaves: boolean | null;
  /** The amount was written negative and nothing so far gives that a meaning. */
  readonly negative: boolean;
  /** Its sign takes back what its column says. */
  readonly reversal: boolean;
  /** Tenge equivalent of an amount in another currency, as written: kept, not interpreted. */
  readonly equivalent: string;
}

const HIGHEST_FEE_SHARE = 0.1;
const saysOut = finder(OPERATIONS_OUT);
const saysIn = finder(OPERATIONS_IN);

/** Reads the amounts of a row, whichever of the columns the table has. */
export function moneyReader(
  plan: TablePlan,
): (row: RawRow, warnings: Warning[]) => RowMoney | Fault {
  const at = (meaning: string) => plan.column(meaning);
  const [amountAt, currencyAt, tengeAt, feeAt] = [
    at("amount"),
    at("currency"),
    at("amount_kzt"),
    at("fee"),
  ];
  const [outAt, inAt, accountAt, accountCurrencyAt] = [
    at("amount_out"),
    at("amount_in"),
    at("account_amount"),
    at("account_currency"),
  ];
  const [directionAt, operationAt] = [at("direction"), at("operation")];
  const assumed: Warning = {
    code: "currency-assumed",
    column: nameOf(plan, "currency"),
    value: plan.currency,
  };
  const simple = outAt === -1 && inAt === -1 && accountAt === -1 && tengeAt === -1 && feeAt === -1;

  const parse = (
    text: string,
    currency: string,
    meaning: string,
    warnings: Warning[],
  ): WrittenAmount => {
    const parsed = parseWrittenAmount(text, currency, plan.decimalSign);
    if (parsed.noise)
      warnings.push({ code: "amount-float-rounded", column: nameOf(plan, meaning), value: text });
    return parsed;
  };

  function readCurrency(text: string, fallback: string): string | null {
    if (text === "") return fallback;
    return currencyCode(text) ?? (/^[A-Z]{3,5}$/.test(text) ? text : null);
  }

  /** Why there is nothing to take: the words for it must not say that no money moved if it did. */
  function nothing(row: RawRow, column: string, text: string, otherwise: () => Fault): Fault {
    const unknown = plan.unknownAmounts.find((index) => /[1-9]/.test(cellOf(row, index)));
    return unknown === undefined
      ? otherwise()
      : amountElsewhere(column, text, plan.names[unknown] ?? "");
  }

  return (row, warnings) => {
    const currencyText = cellOf(row, currencyAt);
    const stated = readCurrency(cellOf(row, accountCurrencyAt), plan.currency) ?? plan.currency;
    const written = cellOf(row, amountAt);
    const beside = currencyBeside(written || cellOf(row, outAt) || cellOf(row, inAt));
    const unsaid =
      currencyText === "" && !plan.currencyStated && cellOf(row, accountCurrencyAt) === "";
    const currency = unsaid && beside !== null ? beside : readCurrency(currencyText, stated);
    if (currency === null) return badCurrency(nameOf(plan, "currency"), currencyText);
    if (beside !== null && beside !== currency) {
      return contradictingCurrency(
        nameOf(plan, written === "" ? "amount_out" : "amount"),
        written,
        beside,
        currency,
      );
    }
    const isAssumed = unsaid && beside === null;
    if (simple) {
      if (isAssumed) warnings.push(assumed);
      const parsed = parse(written, currency, "amount", warnings);
      const column = nameOf(plan, "amount");
      if (written === "" || (parsed.ok && parsed.amount === 0n)) {
        return nothing(row, column, written, () =>
          parsed.ok
            ? zeroAmount(column, written)
            : badAmount(column, written, parsed.reason, currency),
        );
      }
      if (!parsed.ok) return badAmount(column, written, parsed.reason, currency);
      if (plan.direction === null) return plainMoney(parsed.amount, currency);
      return settle(
        row,
        { amount: parsed.amount, currency, accountAmount: null, fee: null, equivalent: "" },
        null,
        written,
      );
    }
    const moved = readMoved(row, amountAt === -1 ? currency : stated, warnings);
    if ("code" in moved) return moved;
    const accountCurrency =
      accountCurrencyAt === -1 && sameCurrency(written, moved.amount) ? currency : stated;
    const tenge = cellOf(row, tengeAt);
    const chosen = choose(written, moved, tenge, currency, accountCurrency);
    const parsed = chosen.parsed ?? parse(chosen.text, chosen.currency, chosen.meaning, warnings);
    const column = nameOf(plan, chosen.meaning);
    if (isAssumed && chosen.meaning !== "amount_kzt") warnings.push(assumed);
    if (chosen.text === "" || (parsed.ok && parsed.amount === 0n)) {
      return nothing(row, column, chosen.text, () =>
        parsed.ok
          ? zeroAmount(column, chosen.text)
          : badAmount(column, chosen.text, parsed.reason, chosen.currency),
      );
    }
    if (!parsed.ok) return badAmount(column, chosen.text, parsed.reason, chosen.currency);
    const money = {
      amount: parsed.amount,
      currency: chosen.currency,
      accountAmount: besides(
        chosen.meaning,
        parsed.amount,
        chosen.currency,
        moved,
        tenge,
        accountCurrency,
        warnings,
      ),
      fee: readFee(row, accountCurrency, warnings),
      equivalent: tenge !== "" && chosen.currency !== "KZT" ? tenge : "",
    };
    return settle(row, money, moved.leaves, chosen.text);
  };

  /**
   * The amount in the account's own columns: debit or credit, or one column beside the operation
   * amount.
   */
  function readMoved(row: RawRow, currency: string, warnings: Warning[]): Moved | Fault {
    for (const [column, meaning, leaves] of [
      [outAt, "amount_out", true],
      [inAt, "amount_in", false],
    ] as const) {
      const text = cellOf(row, column);
      const other = cellOf(row, leaves ? inAt : outAt);
      if (text === "" || isNothing(text)) continue;
      const parsed = parse(text, currency, meaning, warnings);
      if (!parsed.ok) return badAmount(nameOf(plan, meaning), text, parsed.reason, currency);
      if (parsed.amount === 0n) continue;
      if (leaves && other !== "" && !isNothing(other))
        return bothColumns(nameOf(plan, "amount_in"), other);
      return { amount: parsed.amount, leaves, meaning, text };
    }
    const text = cellOf(row, accountAt);
    if (text === "" || isNothing(text)) return NOT_MOVED;
    const parsed = parse(text, currency, "account_amount", warnings);
    if (!parsed.ok) return badAmount(nameOf(plan, "account_amount"), text, parsed.reason, currency);
    return { amount: parsed.amount, leaves: null, meaning: "account_amount", text };
  }

  /**
   * No column names the account's currency: near the operation amount it is the same one, a fee
   * apart; far from it, it is not.
   */
  function sameCurrency(written: string, moved: bigint | null): boolean {
    if (written === "" || moved === null) return true;
    const parsed = parseWrittenAmount(written, "KZT", plan.decimalSign);
    if (!parsed.ok) return true;
    const [operation, account] = [Number(absolute(parsed.amount)), Number(absolute(moved))];
    return Math.abs(account - operation) <= operation * HIGHEST_FEE_SHARE;
  }

  function besides(
    meaning: string,
    amount: bigint,
    currency: string,
    moved: Moved,
    tenge: string,
    accountCurrency: string,
    warnings: Warning[],
  ): RowMoney["accountAmount"] {
    if (meaning === "amount" && moved.amount !== null && moved.amount !== 0n) {
      const same = absolute(moved.amount) === absolute(amount) && currency === accountCurrency;
      return same ? null : { amount: absolute(moved.amount), currency: accountCurrency };
    }
    if (meaning !== "amount" || tenge === "" || currency !== "KZT") return null;
    const parsed = parse(tenge, "KZT", "amount_kzt", warnings);
    if (!parsed.ok || parsed.amount === 0n || absolute(parsed.amount) === absolute(amount))
      return null;
    return { amount: absolute(parsed.amount), currency: "KZT" };
  }

  function readFee(row: RawRow, currency: string, warnings: Warning[]): bigint | null {
    const text = cellOf(row, feeAt);
    if (text === "" || isNothing(text)) return null;
    const parsed = parse(text, currency, "fee", warnings);
    if (parsed.ok) return parsed.amount === 0n ? null : absolute(parsed.amount);
    warnings.push({ code: "fee-not-understood", column: nameOf(plan, "fee"), value: text });
    return null;
  }

  /**
   * Gives the amount its direction: by its column, the direction column, its sign, the kind of
   * operation.
   */
  function settle(
    row: RawRow,
    money: Pick<RowMoney, "amount" | "currency" | "accountAmount" | "fee" | "equivalent">,
    byColumn: boolean | null,
    text: string,
  ): RowMoney | Fault {
    const negative = money.amount < 0n;
    const positive = { ...money, amount: absolute(money.amount) };
    if (plan.direction === null)
      return { ...positive, leaves: byColumn, negative, reversal: false };
    if (plan.direction === "sign")
      return { ...positive, leaves: byColumn ?? negative, negative: false, reversal: false };
    let leaves = byColumn;
    if (plan.direction === "column") {
      const told = directionOf(cellOf(row, directionAt));
      if (told === null && plan.twoSided)
        return { ...positive, leaves: byColumn, negative, reversal: false };
      if (told === null) return noDirection(nameOf(plan, "direction"), cellOf(row, directionAt));
      leaves = told === "out";
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
}

function plainMoney(amount: bigint, currency: string): RowMoney {
  return {
    amount: absolute(amount),
    currency,
    accountAmount: null,
    fee: null,
    leaves: null,
    negative: amount < 0n,
    reversal: false,
    equivalent: "",
  };
}

interface Moved {
  readonly amount: bigint | null;
  readonly leaves: boolean | null;
  readonly meaning: string;
  readonly text: string;
}
const NOT_MOVED: Moved = { amount: null, leaves: null, meaning: "", text: "" };

/**
 * The column that is the operation amount: its own, else what the account moved, else the tenge
 * equivalent.
 */
function choose(
  written: string,
  moved: Moved,
  tenge: string,
  currency: string,
  accountCurrency: string,
) {
  if (written !== "") return { text: written, meaning: "amount", currency, parsed: null };
  if (moved.amount !== null) {
    const parsed: WrittenAmount = { ok: true, amount: moved.amount };
    return { text: moved.text, meaning: moved.meaning, currency: accountCurrency, parsed };
  }
  return {
    text: tenge,
    meaning: tenge === "" ? "amount" : "amount_kzt",
    currency: "KZT",
    parsed: null,
  };
}

/** The currency an amount's own cell names: "100 USD", "$100"; null where it names none. */
function currencyBeside(text: string): string | null {
  const last = text.charCodeAt(text.length - 1);
  if (text === "" || (last >= 48 && last <= 57 && text.charCodeAt(0) < 58 && text[0] !== "$"))
    return null;
  const word =
    /[\p{L}$€₽₸£¥][\p{L}$€₽₸£¥ ]*(?=\.?\s*$)/u.exec(text)?.[0] ??
    /^\s*([\p{L}$€₽₸£¥]+)/u.exec(text)?.[1];
  return word === undefined ? null : currencyCode(word.trim());
}

function isNothing(text: string): boolean {
  return /^[-–—0.,\s\u00a0]*$/.test(text);
}

function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
