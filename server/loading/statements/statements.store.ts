import { z } from "zod";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { DAY } from "../../time/instant.ts";
import { type BookedStatement, startOfDay } from "./statement-book.ts";
import type { HeldStatement } from "./statement-grid.ts";

/** Puts the statements of a source into the graph; its accounts must be there. */
export async function saveStatements(
  queries: Queries,
  sourceId: string,
  statements: readonly BookedStatement[],
): Promise<void> {
  const records = statements.map((one, at) => ({
    account: one.account,
    properties: {
      id: `${sourceId.slice(0, 16)}#${at + 1}`,
      currency: one.currency,
      from: one.firstDay === null ? null : BigInt(startOfDay(one.firstDay)),
      // The last instant of the last day held.
      to: one.lastDay === null ? null : BigInt(startOfDay(one.lastDay) + DAY - 1),
      opening: one.opening,
      closing: one.closing,
      totalIn: one.totalIn,
      totalOut: one.totalOut,
      rowsIn: one.rowsIn,
      rowsOut: one.rowsOut,
      listed: one.listed ? true : null,
    },
  }));
  for (let at = 0; at < records.length; at += 5_000) {
    const parameters = { source: sourceId, statements: records.slice(at, at + 5_000) };
    await queries.run("loading/save-statements", parameters);
  }
}

const heldRow = z.object({
  account: z.string(),
  holderName: z.string().nullable(),
  bank: z.string().nullable(),
  currency: z.string(),
  from: count,
  to: count,
  opening: z.bigint().nullable(),
  closing: z.bigint().nullable(),
  rowsIn: z.bigint(),
  rowsOut: z.bigint(),
});

/** All statements with known days, by account, currency and day. */
export function heldStatements(queries: Queries): Promise<HeldStatement[]> {
  return queries.read("loading/held-statements", {}, heldRow);
}
