import {
  type AccountRecord,
  columnsBuilder,
  type TransferRecord,
} from "../../server/columns/build.ts";
import type { TransferColumns } from "../../server/columns/columns.ts";

/**
 * Columns from records in any order; accounts named only by transfers are added without details.
 */
export function columnsFrom(
  accounts: Iterable<AccountRecord>,
  transfers: Iterable<TransferRecord>,
): TransferColumns {
  const builder = columnsBuilder();
  for (const account of accounts) builder.account(account);
  for (const transfer of transfers) builder.transfer(transfer);
  return builder.finish();
}
