import { z } from "zod";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { TransferColumns } from "../../columns/columns.ts";
import type { HeldDays } from "../../columns/dumped-banks.ts";
import type { DeviceUse, KnownReport } from "../indicators/context.ts";

const reportRow = z.object({
  id: z.string(),
  victims: z.array(z.string()),
  transferIds: z.array(z.string()),
});

const heldRow = z.object({ account: z.string(), from: count, until: count });
const operatedRow = z.object({
  account: z.string(),
  device: z.string(),
  first: count,
  last: count,
  count,
});

/** What is known beside the transfers, as indexes into the columns. */
interface KnownFacts {
  readonly reports: readonly KnownReport[];
  readonly listed: readonly number[];
  readonly statements: readonly HeldDays[];
  readonly devices: readonly DeviceUse[];
}

/**
 * Crime reports, the Anti-Fraud Centre's base, the days held, and which devices operated the
 * accounts of shared devices.
 */
export async function readKnown(queries: Queries, columns: TransferColumns): Promise<KnownFacts> {
  const rows = await queries.read("detection/reports", {}, reportRow);
  const listed = await queries.read("detection/listed", {}, z.object({ number: z.string() }));
  const held = await queries.read("detection/statements", {}, heldRow);
  const operated = await queries.read("detection/operated", {}, operatedRow);
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
    statements: held.flatMap(({ account, ...days }) =>
      accounts([account]).map((index) => ({ account: index, ...days })),
    ),
    devices: operated.flatMap(({ account, ...use }) =>
      accounts([account]).map((index) => ({ account: index, ...use })),
    ),
  };
}
