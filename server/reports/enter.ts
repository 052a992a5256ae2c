import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { transferRecord } from "../exploring/picture-rows.ts";
import { withScratch } from "../loading/data-folder/scratch.ts";
import { load } from "../loading/load.ts";
import type { LoadOptions } from "../loading/load-options.ts";
import type { Database } from "../neo4j/database.ts";
import { type EnteredReport, tableOf } from "./report-table.ts";
import { isKnown } from "./reports.store.ts";

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
  await refuseUnsound(database.queries, entered);
  await loadEntered(database, entered, by);
}

/** Nothing was stolen of no sum, and a transfer of the data has one currency. */
export async function refuseUnsound(
  queries: Queries,
  { number, stolen }: Pick<EnteredReport, "number" | "stolen">,
): Promise<void> {
  if (stolen.some((one) => BigInt(one.amount) <= 0n)) throw noSum(number);
  const ids = stolen.flatMap((one) => one.transferId ?? []);
  if (ids.length === 0) return;
  const found = await queries.read("exploring/transfers-by-id", { ids }, transferRecord);
  const currencies = new Map(found.map(({ id, currency }) => [id, currency]));
  for (const { transferId, currency } of stolen) {
    const own = currencies.get(transferId ?? "");
    if (own !== undefined && own !== currency) throw otherCurrency(transferId ?? "", own);
  }
}

/** Loads the table of one report. */
export async function loadEntered(
  database: Database,
  entered: EnteredReport,
  by: string,
  options: Pick<LoadOptions, "isLocked" | "provenance"> = {},
): Promise<void> {
  await withScratch(database.dataDir, async (folder) => {
    const path = join(folder, "report.csv");
    await writeFile(path, tableOf(entered));
    const result = await load(database, [path], {
      ...options,
      kind: "reports",
      loadedBy: by,
      nameOf: () => `${entered.number.replaceAll("/", "-")}.csv`,
    });
    if (result.rejected > 0) throw refused(entered.number);
  });
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

function noSum(number: string): UserError {
  return new UserError({
    code: "report-no-sum",
    message: `Report ${number} has a stolen transfer without a sum above zero.`,
    remedy: "Write the sum that the victim states, or leave the transfer out.",
    params: { number },
  });
}

function otherCurrency(transfer: string, currency: string): UserError {
  return new UserError({
    code: "report-other-currency",
    message: `Transfer ${transfer} of the data is in ${currency}.`,
    remedy: "State its sum in that currency, or choose another transfer.",
    params: { transfer, currency },
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
