import type { TransferColumns } from "../../columns/columns.ts";
import { DAY } from "../../time/instant.ts";
import type { Held } from "../network/held.ts";
import { calibrate, type Peers } from "../network/peer-groups.ts";
import { CONSTANTS } from "../parameters.ts";
import { poissonPoints } from "./chance.ts";
import { exceptEstablished, once } from "./context.ts";
import { rowsOfAccount, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";

interface Wakings {
  readonly points: Float64Array;
  /** First row after the silence, -1 = none. */
  readonly firstRow: Int32Array;
  readonly silentDays: Float64Array;
}

/**
 * Three weeks or more of silence, then a busy week: Poisson tail of that week against the peers'
 * mean week, less the choice of the week. Days that are not held are no silence, nor is the time
 * before the data begin.
 */
function wakingsOf(
  columns: TransferColumns,
  rows: Int32Array,
  peers: Peers,
  span: number,
  held: Held,
): Wakings {
  const accounts = columns.accounts.length;
  const firstRow = new Int32Array(accounts).fill(-1);
  const silenceOf = new Float64Array(accounts);
  const { silentDays, busyDays } = CONSTANTS.dormancy;
  const raw = new Float64Array(accounts);
  const total = new Float64Array(accounts);
  const last = new Float64Array(accounts).fill(Number.NaN);
  const woke = new Float64Array(accounts).fill(Number.NEGATIVE_INFINITY);
  const week = new Float64Array(accounts);
  const most = new Float64Array(accounts);
  const candidate = new Int32Array(accounts);
  const gap = new Float64Array(accounts);
  const start = rows.length > 0 ? columns.bookedAt[rows[0]!]! : 0;
  for (const row of rows) {
    const at = columns.bookedAt[row]!;
    for (const account of [columns.from[row]!, columns.to[row]!]) {
      total[account]! += 1;
      const before = Number.isNaN(last[account]!)
        ? openedSince(columns, account, start, at)
        : last[account]!;
      const silence = (at - before) / DAY;
      last[account] = at;
      if (silence >= silentDays && held.covers(account, before, at)) {
        woke[account] = at;
        week[account] = 0;
        candidate[account] = row;
        gap[account] = silence;
      }
      if (at - woke[account]! > busyDays * DAY) continue;
      week[account]! += 1;
      if (week[account]! <= most[account]!) continue;
      most[account] = week[account]!;
      firstRow[account] = candidate[account]!;
      silenceOf[account] = gap[account]!;
    }
  }
  for (const members of peers.members) {
    let sum = 0;
    for (const account of members) sum += total[account]!;
    const usual = (sum / members.length / span) * busyDays;
    for (const account of members) {
      raw[account] = Math.max(
        0,
        poissonPoints(most[account]!, usual) - Math.log10(Math.max(1, span / busyDays)),
      );
    }
  }
  return { points: calibrate(raw, peers), firstRow, silentDays: silenceOf };
}

/** Silence begins with the opening of an account only where the data show it from there. */
function openedSince(
  columns: TransferColumns,
  account: number,
  start: number,
  unknown: number,
): number {
  const opened = columns.accounts.openedAt[account]!;
  return opened >= start ? Math.min(opened, unknown) : unknown;
}

const wakings = once(({ columns, all, peers, flow, held }) =>
  wakingsOf(columns, all, peers, flow.span, held),
);

export const dormancy: Indicator = {
  family: "dormancy",
  parameters: CONSTANTS.dormancy,
  points: once((context) =>
    weighedByLift(context, exceptEstablished(context, wakings(context).points)),
  ),
  explain: (context, account) => {
    const { columns, input } = context;
    const { firstRow, silentDays } = wakings(context);
    const first = firstRow[account]!;
    if (first === -1) return undefined;
    const from = columns.bookedAt[first]!;
    const until = from + CONSTANTS.dormancy.busyDays * DAY;
    const rows = rowsOfAccount(columns, account, input).filter((row) => {
      const at = columns.bookedAt[row]!;
      return at >= from && at <= until;
    });
    const days = Math.floor(silentDays[account]!);
    return {
      code: "woken",
      params: { days, transfers: rows.length, ...sumOf(columns, rows) },
      rows,
    };
  },
};
