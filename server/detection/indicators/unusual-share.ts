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
    for (const account of [columns.from[row] as number, columns.to[row] as number]) {
      if (exitKind[account] !== 0 || (receiptsOnly && account !== columns.to[row])) continue;
      all[account] = (all[account] as number) + 1;
      so[account] = (so[account] as number) + hit;
    }
  }
  const raw = new Float64Array(columns.accounts.length);
  for (const members of peers.members) {
    let sum = 0;
    let hits = 0;
    for (const account of members) {
      sum += all[account] as number;
      hits += so[account] as number;
    }
    const usual = (hits + 1) / (sum + 1);
    for (const account of members) {
      raw[account] = poissonPoints(so[account] as number, (all[account] as number) * usual);
    }
  }
  return calibrate(raw, peers);
}
