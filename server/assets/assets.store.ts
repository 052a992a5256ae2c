import { z } from "zod";
import type { DefendantAssets } from "../../contract/assets.ts";
import { count, minorUnits } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { oneCase } from "../cases/cases.store.ts";
import { endOf } from "../tracing/statements.ts";
import { incomesOf } from "./incomes.ts";

/** Receipts that are looked through for income, the earliest; above, the answer says so. */
const MOST_RECEIPTS = 50_000;

const text = z.string().nullable();
const accountRow = z.object({
  defendant: z.string(),
  claims: z.array(z.string()),
  name: text,
  iin: text,
  account: text,
  bank: text,
  currency: text,
  stub: z.boolean(),
  last: count.nullable(),
  balances: z.array(z.object({ until: count, closing: minorUnits, currency: text, file: text })),
});
type AccountRow = z.output<typeof accountRow>;

const receiptRow = z.object({
  account: z.string(),
  payer: z.string(),
  payerName: text,
  payerKind: z.enum(["person", "organisation", "unknown"]).catch("unknown"),
  payerIin: text,
  id: z.string(),
  amount: minorUnits,
  currency: z.string(),
  bookedAt: count,
  purpose: text,
  sourceName: text,
  row: count,
});

/**
 * Known accounts and regular income of everybody a standing claim of the case is against.
 * Unknown case: UserError "not-found".
 */
export async function assetsOfCase(
  queries: Queries,
  caseId: string,
): Promise<{ defendants: DefendantAssets[]; leftOut: boolean }> {
  await oneCase(queries, caseId);
  const rows = await queries.read("assets/accounts", { case: caseId }, accountRow);
  const numbers = [...new Set(rows.flatMap(({ account }) => account ?? []))];
  const receipts = await queries.read(
    "assets/receipts",
    { accounts: numbers, most: BigInt(MOST_RECEIPTS) },
    receiptRow,
  );
  const defendants = [...new Set(rows.map((row) => row.defendant))].map((key) => {
    const own = rows.filter((row) => row.defendant === key);
    const accounts = own.flatMap(knownAccount);
    const mine = new Set(accounts.map((one) => one.number));
    const { name, iin, claims } = own[0] as AccountRow;
    const incomes = incomesOf(receipts.filter(({ account }) => mine.has(account)));
    return { key, name, iin, claims: [...claims].sort(), accounts, incomes };
  });
  return { defendants, leftOut: receipts.length === MOST_RECEIPTS };
}

function knownAccount(row: AccountRow): DefendantAssets["accounts"] {
  if (row.account === null) return [];
  const latest = [...row.balances].sort((left, right) => right.until - left.until)[0];
  const currency = latest?.currency ?? row.currency;
  return [
    {
      number: row.account,
      bank: row.bank,
      currency: row.currency,
      stub: row.stub,
      lastTransfer: row.last,
      balance:
        latest === undefined || currency === null
          ? null
          : {
              amount: latest.closing.toString(),
              currency,
              until: endOf(latest.until),
              file: latest.file,
            },
    },
  ];
}
