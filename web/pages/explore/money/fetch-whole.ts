import { exploring, type TransferRow } from "../../../../contract/exploring.ts";
import { call } from "../../../api/call.ts";
import type { Filter } from "../stage/bundle.ts";

/** Every row of some accounts in the filter, in the order in which their first page is shown. */
export async function fetchWhole(
  accounts: readonly string[],
  scope: "around" | "within",
  order: "time" | "time-down",
  filter: Filter,
): Promise<readonly TransferRow[]> {
  const rows: TransferRow[] = [];
  for (;;) {
    const page = await call(exploring.transfers, {
      body: {
        accounts: [...accounts],
        scope,
        order,
        offset: rows.length,
        limit: 5_000,
        ...(filter.since === null ? {} : { since: filter.since }),
        ...(filter.until === null ? {} : { until: filter.until }),
        ...(filter.minimum === null ? {} : { minimumAmount: filter.minimum }),
      },
    });
    rows.push(...page.transfers);
    if (page.transfers.length === 0 || rows.length >= page.total) return rows;
  }
}
