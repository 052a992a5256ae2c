import type { ExploreFilter } from "../../contract/exploring.ts";
import type { DailyRow, EdgeRow, FlowRow } from "./picture-rows.ts";

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

export interface Found {
  readonly found: number;
  readonly numbers: string[];
}
