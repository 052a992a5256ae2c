import type { TransferColumns } from "../../columns/columns.ts";
import { calibrate, type Peers } from "../network/peer-groups.ts";
import { poissonPoints } from "./chance.ts";

/**
 * Transfers of which something is true against the share of peers' transfers of which it is:
 * Poisson tail, calibrated.
 */
export function unusualShare(
  columns: TransferColumns,
  rows: Int32Array,
  peers: Peers,
  isSo: (row: number) => boolean,
  receiptsOnly = false,
): Float64Array {
  const { exitKind } = columns.accounts;
  const all = new Float64Array(columns.accounts.length);
  const so = new Float64Array(columns.accounts.length);
  for (const row of rows) {
    const hit = isSo(row) ? 1 : 0;
    for (const account of [columns.from[row]!, columns.to[row]!]) {
      if (exitKind[account] !== 0 || (receiptsOnly && account !== columns.to[row])) continue;
      all[account]! += 1;
      so[account]! += hit;
    }
  }
  const raw = new Float64Array(columns.accounts.length);
  for (const members of peers.members) {
    let sum = 0;
    let hits = 0;
    for (const account of members) {
      sum += all[account]!;
      hits += so[account]!;
    }
    const usual = (hits + 1) / (sum + 1);
    for (const account of members) {
      raw[account] = poissonPoints(so[account]!, all[account]! * usual);
    }
  }
  return calibrate(raw, peers);
}
