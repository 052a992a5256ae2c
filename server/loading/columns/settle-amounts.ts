import type { RawRow } from "../record/input-file.ts";
import type { Assigned } from "./assign-columns.ts";
import type { ColumnLook } from "./column-values.ts";
import type { Sense } from "./headings.ts";

interface Table {
  readonly names: readonly string[];
  readonly senses: readonly (readonly Sense[])[];
  readonly looks: readonly ColumnLook[];
  readonly rows: readonly RawRow[];
}

const OF_PAYER = /спис|отправ|плат|paid|payment|sent|debit|дебет/iu;
const OF_PAYEE = /зачис|получ|receiv|credit|кредит/iu;
const MOST = 0.8;

/**
 * Amounts that only together tell what they are: paid and received beside payer and payee, or an
 * amount of the operation and one of the account, each with its currency.
 */
export function settleAmounts(columns: readonly Assigned[], table: Table): Assigned[] {
  return accountAmounts(paidAndReceived([...columns], table), table);
}

/**
 * "Amount Paid" and "Amount Received" of one transfer are no debit and credit of an account. What
 * was paid, in its own currency, is the amount; what was received is kept with the row.
 */
function paidAndReceived(columns: Assigned[], { names, looks, rows }: Table): Assigned[] {
  const at = (meaning: string) => columns.findIndex((column) => column.meaning === meaning);
  if (at("from_account") === -1 || at("to_account") === -1 || at("amount") !== -1) return columns;
  const [out, into] = [at("amount_out"), at("amount_in")];
  if (out === -1 && into === -1) return columns;
  const both = out !== -1 && into !== -1;
  const filled = (cell: string | undefined) => /[1-9]/.test(cell ?? "");
  const together = rows.filter(({ cells }) => filled(cells[out]) && filled(cells[into])).length;
  if (both && together <= rows.length / 2) return columns;
  const amountAt = out === -1 ? into : out;
  columns[amountAt] = { ...(columns[amountAt] as Assigned), meaning: "amount" };
  if (both) columns[into] = { meaning: null, quality: 0 };
  const currencies = names.flatMap((_, column) =>
    (looks[column]?.currency ?? 0) >= MOST && (looks[column]?.filled ?? 0) > 0 ? [column] : [],
  );
  if (currencies.length < 2) return columns;
  const side = out === -1 ? OF_PAYEE : OF_PAYER;
  const [ours, ...more] = currencies.filter((column) => side.test(names[column] ?? ""));
  const known = more.length === 0 ? ours : undefined;
  for (const column of currencies) {
    if (column === known) columns[column] = { meaning: "currency", quality: MOST };
    else if (columns[column]?.meaning === "currency")
      columns[column] = { meaning: null, quality: 0 };
  }
  // Several currencies and none of them surely the amount's: the amount is not known either.
  if (known === undefined) columns[amountAt] = { meaning: null, quality: 0 };
  return columns;
}

/** "Сумма операции | Валюта операции | Сумма платежа | Валюта платежа" in a statement. */
function accountAmounts(columns: Assigned[], { senses }: Table): Assigned[] {
  const has = (meaning: string) => columns.some((column) => column.meaning === meaning);
  if (!has("amount") || !has("currency") || has("account_amount") || has("to_account"))
    return columns;
  const second = (meaning: string) =>
    senses.findIndex(
      (list, column) =>
        columns[column]?.meaning === null && list[0]?.exact && list[0].meaning === meaning,
    );
  const [amount, currency] = [second("amount"), second("currency")];
  if (amount === -1 || currency !== amount + 1) return columns;
  columns[amount] = { meaning: "account_amount", quality: MOST };
  if (!has("account_currency")) columns[currency] = { meaning: "account_currency", quality: MOST };
  return columns;
}
