import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { csvRow, PROGRAM_CSV } from "../../contract/csv.ts";
import { formatDecimal } from "../../contract/currencies.ts";
import type { reports } from "../../contract/reports.ts";
import { UserError } from "../errors/user-error.ts";
import { withScratch } from "../loading/data-folder/scratch.ts";
import { load } from "../loading/load.ts";
import type { Database } from "../neo4j/database.ts";
import { dayOf, dayText } from "../time/day.ts";
import { formatInstant, HOME_ZONE, type Instant } from "../time/instant.ts";
import { isKnown } from "./reports.store.ts";

export type EnteredReport = z.output<typeof reports.enter.body>;

const COLUMNS = [
  "report_id",
  "reported_at",
  "victim_account",
  "victim_iin",
  "victim_name",
  "transfer_id",
  "amount",
  "currency",
  "lure",
  "stolen_at",
  "recipient_account",
  "recipient_name",
  "recipient_phone",
  "recipient_bank",
] as const;

/**
 * Keeps a report as a table of one report, loaded like any other: it has its source, it can be
 * taken out, and what it says can be told from what a bank says. UserError where the number is in
 * the data with other words.
 */
export async function enterReport(
  database: Database,
  entered: EnteredReport,
  by: string,
): Promise<void> {
  if (await isKnown(database.queries, entered.number)) throw exists(entered.number);
  await withScratch(database.dataDir, async (folder) => {
    const path = join(folder, "report.csv");
    await writeFile(path, tableOf(entered));
    const result = await load(database, [path], {
      kind: "reports",
      loadedBy: by,
      nameOf: () => `${entered.number.replaceAll("/", "-")}.csv`,
    });
    if (result.rejected > 0) throw refused(entered.number);
  });
}

/** One row a stolen transfer. A transfer that was found in the data is named by its id. */
export function tableOf({ number, reportedAt, victim, lure, stolen }: EnteredReport): string {
  const rows = stolen.map((one) => [
    number,
    formatInstant(reportedAt),
    victim.account ?? "",
    victim.iin ?? "",
    victim.name ?? "",
    one.transferId ?? "",
    formatDecimal(BigInt(one.amount), one.currency),
    one.currency,
    lure ?? "",
    one.at === null ? "" : written(one.at, one.dayOnly),
    one.recipient.account ?? "",
    one.recipient.name ?? "",
    one.recipient.phone ?? "",
    one.recipient.bank ?? "",
  ]);
  return [COLUMNS, ...rows].map((cells) => csvRow(cells, PROGRAM_CSV)).join("");
}

function written(at: Instant, dayOnly: boolean): string {
  return dayOnly ? dayText(dayOf(at)) : formatInstant(at, HOME_ZONE);
}

function exists(number: string): UserError {
  return new UserError({
    code: "report-exists",
    status: 409,
    message: `Report ${number} is in the data already.`,
    remedy: "Open it, or check the number; further transfers of it come in a table of reports.",
    params: { number },
  });
}

function refused(number: string): UserError {
  return new UserError({
    code: "report-contradicts",
    status: 409,
    message: `Report ${number} is in the data with another sum for the same transfer.`,
    remedy: "Check the number and the sum; take the earlier file out if it is wrong.",
    params: { number },
  });
}
