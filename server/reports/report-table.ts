import type { z } from "zod";
import { csvRow, PROGRAM_CSV } from "../../contract/csv.ts";
import { formatDecimal } from "../../contract/currencies.ts";
import type { reports } from "../../contract/reports.ts";
import { MEANINGS } from "../loading/columns/column-meanings.ts";
import { dayOf, dayText } from "../time/day.ts";
import { formatInstant, HOME_ZONE, type Instant } from "../time/instant.ts";

export type EnteredReport = z.output<typeof reports.enter.body>;

/** One row a stolen transfer. A transfer that was found in the data is named by its id. */
export function tableOf({ number, reportedAt, victim, lure, stolen }: EnteredReport): string {
  const columns = MEANINGS.reports;
  const rows = stolen.map((one) => {
    const cells: Record<(typeof columns)[number], string | null> = {
      report_id: number,
      reported_at: formatInstant(reportedAt),
      victim_account: victim.account,
      victim_iin: victim.iin,
      victim_name: victim.name,
      transfer_id: one.transferId,
      amount: formatDecimal(BigInt(one.amount), one.currency),
      currency: one.currency,
      lure,
      stolen_at: one.at === null ? null : written(one.at, one.dayOnly),
      recipient_account: one.recipient.account,
      recipient_name: one.recipient.name,
      recipient_phone: one.recipient.phone,
      recipient_bank: one.recipient.bank,
    };
    return columns.map((column) => cells[column] ?? "");
  });
  return [columns, ...rows].map((cells) => csvRow(cells, PROGRAM_CSV)).join("");
}

function written(at: Instant, dayOnly: boolean): string {
  return dayOnly ? dayText(dayOf(at)) : formatInstant(at, HOME_ZONE);
}
