import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isUserError } from "../../server/errors/user-error.ts";
import { readItems } from "../../server/loading/reading/read-file.ts";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import type { LoadItem, Side, TransferItem } from "../../server/loading/record/load-item.ts";
import { statementBook } from "../../server/loading/statements/statement-book.ts";
import { formatDecimal } from "../../server/money/money.ts";
import { formatInstant } from "../../server/time/instant.ts";

/**
 * What a file is read to, in words of a bank's paper: one object a file, kept beside it as JSON and
 * compared whole. Amounts are decimals, times those of Kazakhstan.
 */
const side = z.strictObject({
  /** Null: no account number, known by what else is here or not at all. */
  account: z.string().nullable(),
  /** The kind of way out, where the side is no account. */
  exit: z.string().optional(),
  name: z.string().optional(),
  iin: z.string().optional(),
});
const transfer = z.strictObject({
  /** A day, or a day and a time. */
  at: z.string(),
  from: side,
  to: side,
  amount: z.string(),
  currency: z.string(),
  /** Whose statement the row is of. */
  own: z.enum(["from", "to"]).optional(),
  /** What the account itself lost or gained. */
  accountAmount: z.string().optional(),
  fee: z.string().optional(),
  reversal: z.literal(true).optional(),
  purpose: z.string().optional(),
  /** Without those every row of the country's own files has: zone and currency assumed. */
  warnings: z.array(z.string()).optional(),
});
const statement = z.strictObject({
  account: z.string(),
  currency: z.string(),
  opening: z.string().optional(),
  closing: z.string().optional(),
  totalIn: z.string().optional(),
  totalOut: z.string().optional(),
  /** Opening + rows = closing; left out where the form has no balances. */
  proved: z.boolean().optional(),
});
const readCase = z.strictObject({
  transfers: z.array(transfer),
  /** Row and code. */
  refused: z.array(z.string()),
  statements: z.array(statement),
  /** Code and message of a file refused whole. */
  error: z.string().optional(),
});
export type ReadCase = z.infer<typeof readCase>;

const expectedCase = z.strictObject({
  /** What matters here, for people; why a refusal is right where it is one. */
  about: z.string(),
  expected: readCase,
});
export type ExpectedCase = z.infer<typeof expectedCase>;

export async function expectedOf(path: string): Promise<ExpectedCase> {
  return expectedCase.parse(JSON.parse(await readFile(path, "utf8")));
}

const EVERYWHERE = new Set(["zone-assumed", "currency-assumed"]);

/** Reads the file whole; also the number of rows that were neither skipped nor statements. */
export async function readAsCase(file: InputFile): Promise<ReadCase & { readonly rows: number }> {
  const items: LoadItem[] = [];
  let error: string | undefined;
  try {
    for await (const batch of readItems(file, {})) items.push(...batch);
  } catch (fault) {
    if (!isUserError(fault)) throw fault;
    error = `${fault.code}: ${fault.message}`;
  }
  const book = statementBook();
  for (const item of items) {
    if (item.kind === "statement") book.statement(item);
    if (item.kind === "transfer") book.transfer(item);
  }
  return {
    transfers: items.flatMap((item) => (item.kind === "transfer" ? [transferOf(item)] : [])),
    refused: items.flatMap((item) =>
      item.kind === "refused" ? [`${item.position.row} ${item.code}`] : [],
    ),
    statements: error === undefined ? book.statements().map(statementOf) : [],
    ...(error === undefined ? {} : { error }),
    rows: items.filter(({ kind }) => kind !== "skipped" && kind !== "statement").length,
  };
}

function transferOf(item: TransferItem): ReadCase["transfers"][number] {
  const at = formatInstant(item.bookedAt);
  const warnings = item.warnings.map(({ code }) => code).filter((code) => !EVERYWHERE.has(code));
  return {
    at: item.dayOnly ? at.slice(0, 10) : at.slice(0, 19).replace("T", " "),
    from: sideOf(item.from),
    to: sideOf(item.to),
    amount: formatDecimal(item.amount, item.currency),
    currency: item.currency,
    ...(item.ownSide && { own: item.ownSide }),
    ...(item.accountAmount && {
      accountAmount: `${formatDecimal(item.accountAmount.amount, item.accountAmount.currency)} ${item.accountAmount.currency}`,
    }),
    ...(item.fee !== null && { fee: formatDecimal(item.fee, item.currency) }),
    ...(item.reversal && { reversal: true }),
    ...(item.purpose !== null && { purpose: item.purpose }),
    ...(warnings.length > 0 && { warnings }),
  };
}

function sideOf({ account, exit, name, iin }: Side): ReadCase["transfers"][number]["from"] {
  return {
    account,
    ...(exit !== null && { exit }),
    ...(name !== null && { name }),
    ...(iin !== null && { iin }),
  };
}

function statementOf(
  booked: ReturnType<ReturnType<typeof statementBook>["statements"]>[number],
): ReadCase["statements"][number] {
  const { account, currency, opening, closing, totalIn, totalOut, rowsIn, rowsOut } = booked;
  const decimal = (amount: bigint | null) =>
    amount === null ? null : formatDecimal(amount, currency);
  const told = { opening, closing, totalIn, totalOut };
  return {
    account,
    currency,
    ...Object.fromEntries(
      Object.entries(told).flatMap(([key, amount]) =>
        amount === null ? [] : [[key, decimal(amount)]],
      ),
    ),
    ...(opening !== null &&
      closing !== null &&
      rowsIn !== null &&
      rowsOut !== null && { proved: opening + rowsIn - rowsOut === closing }),
  };
}
