import type { TransferColumns } from "../columns/columns.ts";
import type { Database } from "../neo4j/database.ts";
import type { Instant } from "../time/instant.ts";
import { cachedData } from "./data-cache.ts";
import { knownDays } from "./database-facts.ts";

export interface Known {
  /**
   * The last instant that the account is known for in the currency without a hole since the money
   * came; null = it is not known.
   */
  readonly until: Instant | null;
  /** Of single rows of the account after that, the last one: they are no statement. */
  readonly partlyUntil: Instant | null;
  /** The known days without a hole around the moment the money came; null = it is not in any. */
  readonly around: { readonly from: Instant; readonly until: Instant } | null;
}
/** `since`: when the money came to the account; null = nobody says. */
export type LastKnown = (account: string, currency: string, since: Instant | null) => Known;

/** By the account's statements, else by the dump of its bank. */
export async function lastKnown(database: Database): Promise<LastKnown> {
  const { columns, facts } = await cachedData(database);
  const days = new Map(
    columns.currencies.map((name, index) => [name, knownDays(columns, index, facts).days]),
  );
  return (number, currency, since) => {
    const account = columns.accounts.indexOf(number);
    if (account === undefined) return { until: null, partlyUntil: null, around: null };
    const own = days.get(currency)?.(account) ?? [];
    const around = own.find((one) => since !== null && one.from <= since && since <= one.until);
    const until = (around ?? own.at(-1))?.until ?? null;
    const last = lastRow(columns, columns.currencies.indexOf(currency), account);
    const isPartly = until !== null && last !== null && last > until;
    return { until, partlyUntil: isPartly ? last : null, around: around ?? null };
  };
}

/** When money last came to the account or left it. */
function lastRow(columns: TransferColumns, currency: number, account: number): Instant | null {
  let last: Instant | null = null;
  for (const { offsets, rows } of [columns.outgoing, columns.incoming]) {
    const [begins, ends] = [offsets[account] as number, offsets[account + 1] as number];
    for (let at = ends - 1; at >= begins; at -= 1) {
      const row = rows[at] as number;
      if (columns.currency[row] !== currency) continue;
      last = Math.max(last ?? 0, columns.bookedAt[row] as number);
      break;
    }
  }
  return last;
}
