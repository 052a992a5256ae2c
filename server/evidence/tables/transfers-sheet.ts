import type { Table } from "../../../contract/csv.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { formatDecimal } from "../../money/money.ts";
import type { CaseFacts } from "../case-facts.ts";
import { bankAddressed } from "../letters/bank-legal-names.ts";
import { textsOf } from "../texts/texts.ts";
import { TRANSFER_COLUMNS, transfersTable } from "./transfers-table.ts";
import type { Sheet } from "./workbook.ts";

type Column = (typeof TRANSFER_COLUMNS)[number];

/** Widths of the workbook's columns, in characters. */
const TRANSFER_WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  booked_at: 26,
  amount: 18,
  from_account: 24,
  from_name: 28,
  from_bank: 30,
  to_account: 24,
  to_name: 28,
  to_bank: 30,
  purpose: 40,
  source_file: 28,
  source_sha256: 20,
};

/**
 * transfers.csv as a workbook for a person: headings, banks and kinds of operation in the reader's
 * language, and the sum of each currency at the end.
 */
export function transfersSheet(
  facts: CaseFacts,
  language: DocumentLanguage,
): { readonly table: Table; readonly sheet: Sheet } {
  const texts = textsOf(language);
  const codes = new Map(facts.accounts.map(({ number, bank }) => [number, bank]));
  const bankOf = (number: string) => {
    const code = codes.get(number) ?? null;
    return code === null ? "" : bankAddressed(code, language);
  };
  const table = transfersTable(facts);
  const shown = (row: readonly string[]) => {
    const cell = (column: Column) => row[TRANSFER_COLUMNS.indexOf(column)] ?? "";
    const said: Partial<Record<Column, string>> = {
      from_bank: bankOf(cell("from_account")),
      to_bank: bankOf(cell("to_account")),
      channel: texts.sheetWords.channel[cell("channel")] ?? cell("channel"),
      reversal: cell("reversal") === "" ? "" : texts.sheetWords.yes,
    };
    return TRANSFER_COLUMNS.map((column) => said[column] ?? cell(column));
  };
  return {
    table: { ...table, rows: table.rows.map(shown) },
    sheet: {
      name: texts.sheet,
      headings: TRANSFER_COLUMNS.map((name) => texts.transferColumns[name]),
      widths: TRANSFER_COLUMNS.map((name) => TRANSFER_WIDTHS[name] ?? 16),
      totals: totals(facts, texts.sheetWords.total),
    },
  };
}

function totals({ transfers }: CaseFacts, label: string): string[][] {
  const sums = new Map<string, bigint>();
  for (const { currency, amount } of transfers)
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  const cells = (currency: string, sum: bigint): Partial<Record<Column, string>> => ({
    transfer_id: label,
    amount: formatDecimal(sum, currency),
    currency,
  });
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, sum]) => {
      const said = cells(currency, sum);
      return TRANSFER_COLUMNS.map((column) => said[column] ?? "");
    });
}
