import type { Queries } from "../../graph-queries/runner.ts";
import type { TransferColumns } from "../columns/columns.ts";
import type { Database } from "../neo4j/database.ts";
import { heldColumns } from "../tracing/data-cache.ts";
import { moneyInColumns } from "./money-in-columns.ts";
import type { Money } from "./money-questions.ts";
import { dailyRow, edgeRow, flowRow, neighboursRow } from "./picture-rows.ts";
import { HOME_OFFSET, queryFilter } from "./query-filter.ts";

/** From so many transfers on the accounts of a question are better read in memory. */
const BUSY = 1_000;

/**
 * Where the money of these accounts is read. A hub of ten thousands of transfers takes the database
 * seconds, the columns in memory milliseconds, and both give the same. The columns are there once
 * somebody has traced; nobody waits for them here.
 */
export async function moneyOf(database: Database, numbers: readonly string[]): Promise<Money> {
  const columns = await heldColumns(database, (held) => transfersOf(held, numbers) >= BUSY);
  return columns === null ? moneyInDatabase(database.queries) : moneyInColumns(columns);
}

function transfersOf(
  { accounts, outgoing, incoming }: TransferColumns,
  numbers: readonly string[],
) {
  return numbers.reduce((sum, number) => {
    const account = accounts.indexOf(number);
    if (account === undefined) return sum;
    const degree = ({ offsets }: TransferColumns["outgoing"]) =>
      (offsets[account + 1] ?? 0) - (offsets[account] ?? 0);
    return sum + degree(outgoing) + degree(incoming);
  }, 0);
}

export function moneyInDatabase(queries: Queries): Money {
  return {
    flows: (number, filter) =>
      queries.read("exploring/account-flows", { number, ...queryFilter(filter) }, flowRow),
    daily: (number, filter) =>
      queries.read(
        "exploring/account-daily",
        { number, minimumAmount: queryFilter(filter).minimumAmount, zone: HOME_OFFSET },
        dailyRow,
      ),
    neighbours: async ({ numbers, known, direction, least = 1, limit, filter }) => {
      const parameters = {
        ...{ numbers, known, direction, least: BigInt(least), limit: BigInt(limit) },
        ...queryFilter(filter),
      };
      const [row] = await queries.read("exploring/neighbours", parameters, neighboursRow);
      return row ?? { found: 0, numbers: [] };
    },
    edges: (numbers, filter) =>
      queries.read("exploring/edges", { numbers, ...queryFilter(filter) }, edgeRow),
  };
}
