import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import { type Context, once } from "./context.ts";
import { inOrder, receiptsOfAccount, sumOf } from "./explained-rows.ts";
import { forwardingsOf } from "./forwarding.ts";
import type { Explanation, Indicator } from "./indicator.ts";
import { suspectsOf } from "./suspects.ts";

/** Reported money in one transfer. */
interface Taint {
  /** Share of the transfer that came from a report. */
  readonly share: number;
  /** 1 = named by the report itself. */
  readonly hop: number;
  readonly report: string;
}

interface Reported {
  readonly points: Float64Array;
  /** By row; only rows that carry any. */
  readonly taint: ReadonlyMap<number, Taint>;
}

type TaintedRow = Taint & { readonly row: number };

/** What reported money is worth so many hops on. */
function pointsAt({ share, hop }: Taint): number {
  return PARAMETERS.reportedPoints * share * PARAMETERS.reportedHop ** (hop - 1);
}

/**
 * The payee of a transfer that a victim reported gets the full points. What of it was paid on
 * within three days (first in first out) carries them further, times the share that is the
 * victim's, less with every hop. An account that strangers pay all day gets its part only (20 /
 * payers), because reports name shops and exchanges too.
 */
export const reportedOf = once((context): Reported => {
  const { columns, ledger, input } = context;
  const taint = new Map<number, Taint>();
  const points = new Float64Array(columns.accounts.length);
  if (input.reports.length === 0) return { points, taint };
  const { mostHops, leastCrowd } = CONSTANTS.reported;
  const payers = payersOf(context);
  const lotOfRow = new Int32Array(columns.length).fill(-1);
  for (let lot = 0; lot < ledger.count; lot += 1) lotOfRow[ledger.row[lot]!] = lot;
  let open = reportedRows(context);
  while (open.length > 0) {
    const next: TaintedRow[] = [];
    for (const item of open) {
      const known = taint.get(item.row);
      if (known && known.share >= item.share) continue;
      taint.set(item.row, { share: item.share, hop: item.hop, report: item.report });
      const payee = columns.to[item.row]!;
      if (columns.accounts.exitKind[payee] !== 0) continue;
      const crowd = Math.min(1, PARAMETERS.burstShare / Math.max(1, payers[payee]!));
      const value = pointsAt(item) * crowd;
      points[payee] = Math.min(PARAMETERS.cap, Math.max(points[payee]!, value));
      const lot = lotOfRow[item.row]!;
      if (lot === -1 || item.hop >= mostHops || crowd < leastCrowd) continue;
      next.push(...paidOn(context, item, lot), ...forwarded(context, item));
    }
    open = next;
  }
  return { points, taint };
});

/** 1 = received reported money, or what is left of it further on; by account. */
export function reachedByReports(context: Context): Uint8Array {
  const reached = new Uint8Array(context.columns.accounts.length);
  for (const row of reportedOf(context).taint.keys()) reached[context.columns.to[row]!] = 1;
  return reached;
}

/** Rows that reports name, by the report's id. */
function reportedRows({ columns, input }: Context): TaintedRow[] {
  return [...input.reports]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((report) =>
      report.stolen.flatMap((id) => {
        const row = columns.rowOfId(id);
        return row === undefined ? [] : [{ row, share: 1, hop: 1, report: report.id }];
      }),
    );
}

/** How many different accounts paid each account. */
function payersOf({ flow, relations }: Context): Int32Array {
  const payers = new Int32Array(flow.accounts);
  for (let at = 0; at < relations.count; at += 1) payers[relations.to[at]!]! += 1;
  return payers;
}

/** What the payee paid on of a receipt, first in first out. */
function paidOn({ columns, ledger }: Context, item: TaintedRow, lot: number): TaintedRow[] {
  return ledger.paidBy(lot).flatMap(({ row, share: part }) => {
    const share = Math.min(
      1,
      (part * ledger.amount[lot]! * item.share) / Number(columns.amount[row]),
    );
    if (share <= CONSTANTS.reported.leastShare) return [];
    return [{ row, share, hop: item.hop + 1, report: item.report }];
  });
}

/** What is forwarded in like sum is followed beyond three days and past other receipts. */
function forwarded(context: Context, item: TaintedRow): TaintedRow[] {
  const { amount, bookedAt } = context.columns;
  const occasion = forwardingsOf(context).byReceived.get(item.row);
  if (occasion === undefined) return [];
  const received = occasion.received.reduce((sum, row) => sum + Number(amount[row]), 0);
  const share = (item.share * Number(amount[item.row])) / received;
  if (share <= CONSTANTS.reported.leastShare) return [];
  // An occasion may begin with payments that were made before this receipt came.
  return occasion.paid
    .filter((row) => bookedAt[row]! >= bookedAt[item.row]!)
    .map((row) => ({ row, share, hop: item.hop + 1, report: item.report }));
}

/** Money from suspects, where nothing reported can be traced to the account: no presumption. */
function fromSuspects(context: Context, account: number): Explanation | undefined {
  const suspects = suspectsOf(context);
  if (!suspects) return undefined;
  const { columns } = context;
  const rows = receiptsOfAccount(context, account)
    .map((lot) => context.ledger.row[lot]!)
    .filter((row) => suspects.sure[columns.from[row]!]! >= CONSTANTS.suspects.victimBelow);
  if (rows.length === 0) return undefined;
  const payers = new Set(rows.map((row) => columns.from[row]!));
  return {
    code: "asked-received",
    params: { accounts: payers.size, transfers: rows.length, ...sumOf(columns, rows) },
    rows: inOrder(rows),
  };
}

export const reportedMoney: Indicator = {
  family: "reports",
  ofStubs: true,
  parameters: {
    ...CONSTANTS.reported,
    points: PARAMETERS.reportedPoints,
    hop: PARAMETERS.reportedHop,
    crowd: PARAMETERS.burstShare,
  },
  points: once((context) => {
    const suspects = suspectsOf(context);
    if (!suspects) return reportedOf(context).points;
    const { pointsPerUnit } = CONSTANTS.suspects;
    return suspects.list.map((units, account) =>
      context.held.account[account] === 1
        ? Math.min(PARAMETERS.cap, pointsPerUnit * units)
        : pointsPerUnit * suspects.request[account]!,
    );
  }),
  explain: (context, account) => {
    const { taint } = reportedOf(context);
    const traced = receiptsOfAccount(context, account)
      .map((lot) => context.ledger.row[lot]!)
      .filter((row) => taint.has(row));
    if (traced.length === 0) return fromSuspects(context, account);
    const hop = Math.min(...traced.map((row) => taint.get(row)?.hop ?? Number.POSITIVE_INFINITY));
    // Money that victims named themselves is never added to money that is only traced.
    const rows = hop === 1 ? traced.filter((row) => taint.get(row)?.hop === 1) : traced;
    const ids = new Set(rows.map((row) => context.columns.idOf(row)));
    const naming = context.input.reports.filter((one) => one.stolen.some((id) => ids.has(id)));
    const step = hop === 1 ? { reports: naming.length } : { hop };
    return {
      code: hop === 1 ? "stolen-first" : "stolen-later",
      params: { ...step, ...sumOf(context.columns, rows) },
      rows: inOrder(rows),
    };
  },
  carry: (context, into) => {
    const { taint } = reportedOf(context);
    if (taint.size === 0) return;
    const { flow } = context;
    for (let at = 0; at < flow.count; at += 1) {
      const found = taint.get(flow.row[at]!);
      if (found) into[flow.relation[at]!]! += pointsAt(found);
    }
  },
};
