import type { TransferColumns } from "../../columns/columns.ts";
import type { HeldDays } from "../../columns/dumped-banks.ts";
import { betweenAccounts, type Flow, rowsInTime } from "./flow.ts";
import { type Held, heldOf } from "./held.ts";
import { type Peers, peersOf } from "./peer-groups.ts";
import { type Ledger, ledgerOf } from "./receipts-and-onward.ts";
import { flowOf, type Relations } from "./relations.ts";
import { type Strangers, strangersOf } from "./strangers.ts";

/** Who dealt with whom in the time of a run: what every indicator reads. */
export interface Network {
  readonly columns: TransferColumns;
  /** Every row of the run, exits included. */
  readonly all: Int32Array;
  readonly flow: Flow;
  readonly relations: Relations;
  readonly strangers: Strangers;
  readonly held: Held;
  readonly peers: Peers;
  readonly ledger: Ledger;
  /** Relation of a row, -1 where an end is no account. */
  readonly relationOfRow: Int32Array;
}

export function networkOf(
  columns: TransferColumns,
  input: {
    readonly since: number;
    readonly until: number;
    readonly statements?: readonly HeldDays[];
  },
): Network {
  const all = rowsInTime(columns, input.since, input.until);
  const { flow, relations } = flowOf(columns, betweenAccounts(columns, all));
  const strangers = strangersOf(flow, relations);
  const relationOfRow = new Int32Array(columns.length).fill(-1);
  for (let at = 0; at < flow.count; at += 1) relationOfRow[flow.row[at]!] = flow.relation[at]!;
  const held = heldOf(columns, all, input.statements ?? []);
  const peers = peersOf(flow, held);
  const ledger = ledgerOf(columns, all, flow, relations);
  return { columns, all, flow, relations, strangers, held, peers, ledger, relationOfRow };
}
