import { csvFor, type Table, writeCsv } from "../../../../contract/csv.ts";
import { formatDecimal } from "../../../../contract/currencies.ts";
import type { DocumentLanguage } from "../../../../contract/document-language.ts";
import type { TransferRow } from "../../../../contract/exploring.ts";

const COLUMNS = [
  "transfer_id",
  "booked_at",
  "amount",
  "currency",
  "from_account",
  "from_name",
  "to_account",
  "to_name",
  "channel",
  "purpose",
  "source",
  "row",
] as const;

/** The day alone where the source names no time of day. */
function localTime(row: Pick<TransferRow, "bookedAt" | "zone" | "dayOnly">): string {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(row.zone);
  const offset = match
    ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
    : 0;
  const local = new Date(row.bookedAt + offset * 60_000).toISOString().slice(0, 19);
  if (row.dayOnly) return local.slice(0, 10);
  return `${local}${match ? row.zone : "Z"}`;
}

/**
 * Transfers as a CSV file in the columns of transfers.csv, with the source's file and row, as a
 * spreadsheet with the settings of the language opens it.
 */
export function transfersCsv(rows: readonly TransferRow[], language: DocumentLanguage): string {
  const table: Table = {
    columns: COLUMNS,
    decimals: new Set(["amount"]),
    rows: rows.map((row) => [
      row.id,
      localTime(row),
      formatDecimal(BigInt(row.amount), row.currency),
      row.currency,
      row.from,
      row.fromName ?? "",
      row.to,
      row.toName ?? "",
      row.channel,
      row.purpose ?? "",
      row.sourceName ?? row.sourceId,
      String(row.row),
    ]),
  };
  return writeCsv(table, csvFor(language));
}
