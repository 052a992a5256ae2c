import { z } from "zod";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { TransferColumns } from "../../columns/columns.ts";
import type { HeldDays } from "../../columns/dumped-banks.ts";
import type { KnownReport } from "../indicators/context.ts";

const reportRow = z.object({
  id: z.string(),
  victims: z.array(z.string()),
  transferIds: z.array(z.string()),
});

const heldRow = z.object({ account: z.string(), from: count, until: count });

/**
 * What is known beside the transfers: crime reports, the Anti-Fraud Centre's base and the days held,
 * as indexes into the columns.
 */
export async function readKnown(
  queries: Queries,
  columns: TransferColumns,
): Promise<{ reports: KnownReport[]; listed: number[]; statements: HeldDays[] }> {
  const rows = await queries.read("detection/reports", {}, reportRow);
  const listed = await queries.read("detection/listed", {}, z.object({ number: z.string() }));
  const held = await queries.read("detection/statements", {}, heldRow);
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
    statements: held.flatMap(({ account, from, until }) => {
      const index = columns.accounts.indexOf(account);
      return index === undefined ? [] : [{ account: index, from, until }];
    }),
  };
}
