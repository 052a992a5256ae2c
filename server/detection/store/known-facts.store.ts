import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { TransferColumns } from "../../columns/columns.ts";
import type { KnownReport } from "../indicators/context.ts";

const reportRow = z.object({
  id: z.string(),
  victims: z.array(z.string()),
  transferIds: z.array(z.string()),
});

/**
 * What people outside the data say: crime reports and the Anti-Fraud centre's base, as indexes into
 * the columns.
 */
export async function readKnown(
  queries: Queries,
  columns: TransferColumns,
): Promise<{ reports: KnownReport[]; listed: number[] }> {
  const rows = await queries.read("detection/reports", {}, reportRow);
  const listed = await queries.read("detection/listed", {}, z.object({ number: z.string() }));
  const accounts = (numbers: readonly string[]) =>
    numbers
      .map((number) => columns.accounts.indexOf(number))
      .filter((index) => index !== undefined);
  return {
    reports: rows.map((row) => ({
      id: row.id,
      victims: accounts(row.victims),
      stolen: row.transferIds,
    })),
    listed: accounts(listed.map((row) => row.number)),
  };
}
