import { formatDecimal } from "../../../../contract/currencies.ts";
import type { TransferRow } from "../../../../contract/exploring.ts";
import { csvCell } from "../../../format/csv.ts";

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

function localTime(row: Pick<TransferRow, "bookedAt" | "zone">): string {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(row.zone);
  const offset = match
    ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
    : 0;
  const local = new Date(row.bookedAt + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${match ? row.zone : "Z"}`;
}

/**
 * Transfers as a CSV file in the columns of transfers.csv, with the source's file and row; UTF-8
 * with a mark for spreadsheets.
 */
export function transfersCsv(rows: readonly TransferRow[]): string {
  const lines = rows.map((row) =>
    [
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
    ]
      .map(csvCell)
      .join(","),
  );
  return `\uFEFF${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}
