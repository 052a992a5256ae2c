import type { ExploreFilter } from "../../contract/exploring.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { TransferColumns } from "../columns/columns.ts";
import type { Database } from "../neo4j/database.ts";
import { heldColumns } from "../tracing/data-cache.ts";
import { moneyInColumns } from "./money-in-columns.ts";
import {
  type DailyRow,
  dailyRow,
  type EdgeRow,
  edgeRow,
  type FlowRow,
  flowRow,
  neighboursRow,
} from "./picture-rows.ts";
import { HOME_OFFSET, queryFilter } from "./query-filter.ts";

export interface NeighbourRequest {
  readonly numbers: readonly string[];
  readonly known: readonly string[];
  readonly direction: "in" | "out" | "both";
  /** Of the accounts at least so many must be tied to a neighbour; 1 where nothing is said. */
  readonly least?: number;
  readonly limit: number;
  readonly filter: ExploreFilter;
}

/** The questions about money that read every transfer of an account. */
export interface Money {
  /** Between an account and each counterparty, both directions apart. */
  flows(number: string, filter: ExploreFilter): Promise<FlowRow[]> | FlowRow[];
  /** In and out of an account by day; only the least amount of the filter counts. */
  daily(number: string, filter: ExploreFilter): Promise<DailyRow[]> | DailyRow[];
  /** How many accounts are next to these, and the largest of them. */
  neighbours(request: NeighbourRequest): Promise<Found> | Found;
  /** Among some accounts, each direction and currency apart. */
  edges(numbers: readonly string[], filter: ExploreFilter): Promise<EdgeRow[]> | EdgeRow[];
}

interface Found {
  readonly found: number;
  readonly numbers: string[];
}

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
