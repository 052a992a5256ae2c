import type { TransferColumns } from "../../columns/columns.ts";
import type { Ledger } from "../network/ledger.ts";
import { PARAMETERS } from "../parameters.ts";
import type { HandedOn } from "./forwarding.ts";

/** What reports say, used only as evidence that somebody received stolen money. */
export interface KnownReport {
  readonly id: string;
  readonly victims: readonly number[];
  /** Ids of the stolen transfers; unknown ones are passed over. */
  readonly stolen: readonly string[];
}

export interface Reported {
  readonly points: Float64Array;
  /** Share of the receipt that came from a report, by row; only rows that carry any. */
  readonly taint: ReadonlyMap<
    number,
    { readonly share: number; readonly hop: number; readonly report: string }
  >;
}

/** Points of a receipt that a report names; each further hop counts less. */
export const FIRST_HOP = 12;
/** Each further hop counts so much of the one before. */
export const LATER_HOP = 0.7;
const MOST_HOPS = 6;

/**
 * The payee of a transfer that a victim reported gets twelve points; what of it was paid on within
 * three days (first in first out) carries them further, times the share that is the victim's, less
 * with every hop. An account that strangers pay all day gets its part only (20 / payers), because
 * reports name shops and exchanges too.
 */
export function reported(
  columns: TransferColumns,
  ledger: Ledger,
  reports: readonly KnownReport[],
  payers: Int32Array,
  handed: HandedOn,
): Reported {
  const taint = new Map<number, { share: number; hop: number; report: string }>();
  const points = new Float64Array(columns.accounts.length);
  const lotOfRow = new Int32Array(reports.length > 0 ? columns.length : 0).fill(-1);
  if (reports.length > 0)
    for (let lot = 0; lot < ledger.count; lot += 1) lotOfRow[ledger.row[lot] as number] = lot;
  let open: { row: number; share: number; hop: number; report: string }[] = [];
  for (const report of [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const id of report.stolen) {
      const row = columns.rowOfId(id);
      if (row !== undefined) open.push({ row, share: 1, hop: 1, report: report.id });
    }
  }
  while (open.length > 0) {
    const next: typeof open = [];
    for (const item of open) {
      const known = taint.get(item.row);
      if (known && known.share >= item.share) continue;
      taint.set(item.row, { share: item.share, hop: item.hop, report: item.report });
      const payee = columns.to[item.row] as number;
      if (columns.accounts.exitKind[payee] !== 0) continue;
      const crowd = Math.min(1, PARAMETERS.burstShare / Math.max(1, payers[payee] as number));
      const value = FIRST_HOP * item.share * LATER_HOP ** (item.hop - 1) * crowd;
      points[payee] = Math.min(PARAMETERS.cap, Math.max(points[payee] as number, value));
      const lot = lotOfRow[item.row] as number;
      if (lot === -1 || item.hop >= MOST_HOPS || crowd < 0.5) continue;
      for (const paid of ledger.paidBy(lot)) {
        const whole = Number(columns.amount[paid.row]);
        const share = Math.min(
          1,
          (paid.share * (ledger.amount[lot] as number) * item.share) / whole,
        );
        if (share > 0.1)
          next.push({ row: paid.row, share, hop: item.hop + 1, report: item.report });
      }
      // What is handed on in like sum is followed beyond three days and past other receipts.
      const occasion = handed.byReceived.get(item.row);
      if (occasion === undefined) continue;
      const received = occasion.received.reduce((sum, row) => sum + Number(columns.amount[row]), 0);
      const share = (item.share * Number(columns.amount[item.row])) / received;
      if (share <= 0.1) continue;
      for (const row of occasion.paid)
        next.push({ row, share, hop: item.hop + 1, report: item.report });
    }
    open = next;
  }
  return { points, taint };
}
