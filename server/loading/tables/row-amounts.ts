import type { WrittenAmount } from "../../money/written.ts";
import {
  amountElsewhere,
  badAmount,
  badCurrency,
  contradictingCurrency,
  foreignNotSaid,
  onlyEquivalent,
  zeroAmount,
} from "../cells/amount-faults.ts";
import { currencyCode } from "../cells/currency.ts";
import { cellOf, type Fault } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { Warning } from "../record/load-item.ts";
import { type AmountCells, amountCells, isNothing, parseAmount } from "./amount-cells.ts";
import { type Moved, readMoved, sameCurrency } from "./moved-amount.ts";
import { directed } from "./row-direction.ts";
import { absolute, type RowMoney } from "./row-money.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** Reads the amounts of a row, whichever of the columns the table has. */
export function moneyReader(
  plan: TablePlan,
): (row: RawRow, warnings: Warning[]) => RowMoney | Fault {
  const cells = amountCells(plan);
  return (row, warnings) => moneyOf(cells, row, warnings);
}

function moneyOf(cells: AmountCells, row: RawRow, warnings: Warning[]): RowMoney | Fault {
  const { plan, currencyAt, accountCurrencyAt, outAt, inAt } = cells;
  const currencyText = cellOf(row, currencyAt);
  const stated = readCurrency(cellOf(row, accountCurrencyAt), plan.currency) ?? plan.currency;
  const written = cellOf(row, cells.amountAt);
  const beside = currencyBeside(written || cellOf(row, outAt) || cellOf(row, inAt));
  const unsaid =
    currencyText === "" && !plan.currencyStated && cellOf(row, accountCurrencyAt) === "";
  const currency = unsaid && beside !== null ? beside : readCurrency(currencyText, stated);
  if (currency === null) return badCurrency(nameOf(plan, "currency"), currencyText);
  if (beside !== null && beside !== currency) {
    const column = nameOf(plan, written === "" ? "amount_out" : "amount");
    return contradictingCurrency(column, written, beside, currency);
  }
  const isAssumed = unsaid && beside === null;
  if (isAssumed && plan.foreignNamed !== null)
    return foreignNotSaid(nameOf(plan, "currency"), plan.foreignNamed);
  return cells.simple
    ? onlyAmount(cells, row, written, currency, isAssumed, warnings)
    : chosenAmount(cells, row, { written, currency, stated, isAssumed }, warnings);
}

/** The money of a row whose only column of money is the operation amount. */
function onlyAmount(
  cells: AmountCells,
  row: RawRow,
  written: string,
  currency: string,
  isAssumed: boolean,
  warnings: Warning[],
): RowMoney | Fault {
  const { plan } = cells;
  if (isAssumed) warnings.push(cells.assumed);
  const parsed = parseAmount(plan, written, currency, "amount", warnings);
  if (written === "" || !parsed.ok || parsed.amount === 0n)
    return noAmount(plan, row, { text: written, meaning: "amount", currency }, parsed);
  if (plan.direction === null) return plainMoney(parsed.amount, currency);
  const { amount } = parsed;
  const money = { amount, currency, accountAmount: null, fee: null, equivalent: "" };
  return directed(cells, row, money, null, written);
}

interface Stated {
  readonly written: string;
  /** Currency of the operation amount. */
  readonly currency: string;
  /** Currency of the account. */
  readonly stated: string;
  readonly isAssumed: boolean;
}

/** The money of a row with several columns of money. */
function chosenAmount(
  cells: AmountCells,
  row: RawRow,
  { written, currency, stated, isAssumed }: Stated,
  warnings: Warning[],
): RowMoney | Fault {
  const { plan } = cells;
  const moved = readMoved(cells, row, cells.amountAt === -1 ? currency : stated, warnings);
  if ("code" in moved) return moved;
  const isSame = cells.accountCurrencyAt === -1 && sameCurrency(cells, written, moved.amount);
  const accountCurrency = isSame ? currency : stated;
  const tenge = cellOf(row, cells.tengeAt);
  if (written === "" && cells.amountAt !== -1 && moved.amount === null && tenge !== "") {
    if (currency !== "KZT") return onlyEquivalent(nameOf(plan, "amount"), currency);
  }
  const chosen = choose(written, moved, tenge, currency, accountCurrency);
  const { meaning } = chosen;
  const parsed =
    chosen.parsed ?? parseAmount(plan, chosen.text, chosen.currency, meaning, warnings);
  if (isAssumed && meaning !== "amount_kzt") warnings.push(cells.assumed);
  if (chosen.text === "" || !parsed.ok || parsed.amount === 0n)
    return noAmount(plan, row, chosen, parsed);
  const money = {
    amount: parsed.amount,
    currency: chosen.currency,
    accountAmount:
      meaning === "amount"
        ? besideOperation(
            plan,
            parsed.amount,
            chosen.currency,
            moved,
            tenge,
            accountCurrency,
            warnings,
          )
        : null,
    fee: readFee(cells, row, accountCurrency, warnings),
    equivalent: tenge !== "" && chosen.currency !== "KZT" ? tenge : "",
  };
  return directed(cells, row, money, moved.leaves, chosen.text);
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

interface WrittenMoney {
  readonly text: string;
  readonly meaning: string;
  readonly currency: string;
}

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
): WrittenMoney & { readonly parsed: WrittenAmount | null } {
  if (written !== "") return { text: written, meaning: "amount", currency, parsed: null };
  if (moved.amount !== null) {
    const parsed: WrittenAmount = { ok: true, amount: moved.amount };
    return { text: moved.text, meaning: moved.meaning, currency: accountCurrency, parsed };
  }
  const meaning = tenge === "" ? "amount" : "amount_kzt";
  return { text: tenge, meaning, currency: "KZT", parsed: null };
}

/**
 * Why a row has no amount to take. Where a column that nothing is known of holds a number, the
 * words must not say that no money moved.
 */
function noAmount(
  plan: TablePlan,
  row: RawRow,
  { text, meaning, currency }: WrittenMoney,
  parsed: WrittenAmount,
): Fault {
  const column = nameOf(plan, meaning);
  if (text !== "" && !parsed.ok) return badAmount(column, text, parsed.reason, currency);
  const unknown = plan.unknownAmounts.find((index) => /[1-9]/.test(cellOf(row, index)));
  if (unknown !== undefined) return amountElsewhere(column, text, plan.names[unknown] ?? "");
  return parsed.ok ? zeroAmount(column, text) : badAmount(column, text, parsed.reason, currency);
}

/** The account's amount beside the operation's: what the account moved, else the tenge equivalent. */
function besideOperation(
  plan: TablePlan,
  amount: bigint,
  currency: string,
  moved: Moved,
  tenge: string,
  accountCurrency: string,
  warnings: Warning[],
): RowMoney["accountAmount"] {
  if (moved.amount !== null && moved.amount !== 0n) {
    const same = absolute(moved.amount) === absolute(amount) && currency === accountCurrency;
    return same ? null : { amount: absolute(moved.amount), currency: accountCurrency };
  }
  if (tenge === "" || currency !== "KZT") return null;
  const parsed = parseAmount(plan, tenge, "KZT", "amount_kzt", warnings);
  if (!parsed.ok || parsed.amount === 0n || absolute(parsed.amount) === absolute(amount))
    return null;
  return { amount: absolute(parsed.amount), currency: "KZT" };
}

function readFee(
  { plan, feeAt }: AmountCells,
  row: RawRow,
  currency: string,
  warnings: Warning[],
): bigint | null {
  const text = cellOf(row, feeAt);
  if (text === "" || isNothing(text)) return null;
  const parsed = parseAmount(plan, text, currency, "fee", warnings);
  if (parsed.ok) return parsed.amount === 0n ? null : absolute(parsed.amount);
  warnings.push({ code: "fee-not-understood", column: nameOf(plan, "fee"), value: text });
  return null;
}

/** The currency that a cell states; the fallback where it is empty, null where it is none. */
export function readCurrency(text: string, fallback: string): string | null {
  if (text === "") return fallback;
  return currencyCode(text) ?? (/^[A-Z]{3,5}$/.test(text) ? text : null);
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
