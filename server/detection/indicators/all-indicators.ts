import type { Family } from "../../../contract/detection.ts";
import type { TransferColumns } from "../../columns/columns.ts";
import { DAY, HOUR } from "../../time/instant.ts";
import { type Ledger, ledgerOf } from "../network/ledger.ts";
import { type Peers, peersOf } from "../network/peer-groups.ts";
import { accountRows, type Flow, flowOf, type Relations } from "../network/relations.ts";
import { type Strangers, strangersOf } from "../network/strangers.ts";
import { PARAMETERS } from "../parameters.ts";
import { type Bursts, burstEvidence, bursts, retained, shareBurst, sumOf } from "./bursts.ts";
import { type Chains, chains } from "./chains.ts";
import { type CycleSearch, type Cycles, cycles, searchHere } from "./cycles.ts";
import { type HandedOn, type HandOn, handedOn } from "./forwarding.ts";
import { ageAt, isBelowLimit, isNight, unusualShare, wakings, youth } from "./habits.ts";
import type { Explanation, FamilyEvidence } from "./indicator.ts";
import { bearing, standingOut } from "./lift.ts";
import { type Loops, loops } from "./loops.ts";
import { repeats } from "./repeats.ts";
import {
  FIRST_HOP,
  type KnownReport,
  LATER_HOP,
  type Reported,
  reported,
} from "./reported-money.ts";
import { type Shared, shared } from "./shared-contact.ts";
import { cashOut, largeReceipts, passThrough } from "./transit.ts";

/** All evidence of a run, before it is added up. */
export interface Evidence {
  readonly flow: Flow;
  readonly relations: Relations;
  readonly strangers: Strangers;
  readonly peers: Peers;
  readonly ledger: Ledger;
  readonly families: readonly FamilyEvidence[];
  /** Points that a relation itself carries: bursts, loops, cycles, matched flows, stolen money. */
  readonly relationPoints: Float64Array;
  readonly loops: Loops;
  readonly cycles: Cycles;
  readonly chains: Chains;
  readonly handedOn: HandedOn;
  readonly burstIn: Bursts;
  readonly burstOut: Bursts;
  readonly reported: Reported;
  readonly shared: Shared;
  /** Every row of the run, exits included. */
  readonly all: Int32Array;
}

export interface EvidenceOptions {
  /** UTC milliseconds, from inclusive, to exclusive. */
  readonly since: number;
  readonly until: number;
  readonly reports: readonly KnownReport[];
  /** Accounts in the Anti-Fraud centre's base. */
  readonly listed: readonly number[];
  readonly progress?: (phase: string, done: number, total: number) => void;
  /** Where cycles are searched: a second thread, or here. What is found is the same. */
  readonly searchCycles?: CycleSearch;
}

/** Each family's name, in the order they are worked out. */
const PHASES = [
  "relations",
  "bursts",
  "loops",
  "flows",
  "cycles",
  "holding",
  "habits",
  "reports",
] as const;

/**
 * What payers into a burst lose of its points where haste bears: there the money goes on, and who
 * paid was robbed.
 */
const PAYERS = 0.7;

export function gatherEvidence(columns: TransferColumns, options: EvidenceOptions): Evidence {
  const begin = (phase: (typeof PHASES)[number]) =>
    options.progress?.(phase, PHASES.indexOf(phase), PHASES.length);
  begin("relations");
  const all = accountRows(columns, options.since, options.until, true);
  const { exitKind } = columns.accounts;
  const rows = all.filter(
    (row) =>
      exitKind[columns.from[row] as number] === 0 && exitKind[columns.to[row] as number] === 0,
  );
  const { flow, relations } = flowOf(columns, rows);
  const strangers = strangersOf(flow, relations);
  const searched = (options.searchCycles ?? searchHere)(flow, strangers);
  const peers = peersOf(flow);
  const rowsOf = rowsByRelation(flow, relations);
  const relationPoints = new Float64Array(relations.count);
  const ends = new Float64Array(flow.accounts);
  const ledger = ledgerOf(columns, all, flow, relations);
  const lots = lotsByAccount(ledger);
  begin("bursts");
  const plainIn = bursts(flow, relations, strangers, peers, true);
  const burstOut = bursts(flow, relations, strangers, peers, false);
  begin("loops");
  const loop = loops(flow, relations, strangers, peers);
  for (const group of loop.groups) {
    for (const relation of group.relations)
      add(relationPoints, relation, loop.carried(relation, group));
  }
  begin("flows");
  const chain = chains(flow, relations, strangers, peers);
  const handed = handedOn(columns, all, flow, relations, peers);
  begin("cycles");
  const cycle = cycles(flow, strangers, searched());
  const cyclePoints = new Float64Array(relations.count);
  for (const found of cycle.found) {
    for (const relation of found.relations) {
      cyclePoints[relation] = Math.max(cyclePoints[relation] as number, found.points);
    }
  }
  for (let at = 0; at < relations.count; at += 1)
    add(relationPoints, at, (cyclePoints[at] as number) * strangers.weight);
  const chainPoints = new Float64Array(relations.count);
  for (const account of peers.active) {
    const points = chain.points[account] as number;
    if (points < 1) continue;
    for (const relation of chain.way(account))
      chainPoints[relation] = Math.max(chainPoints[relation] as number, points);
  }
  for (let at = 0; at < relations.count; at += 1)
    add(relationPoints, at, chainPoints[at] as number);
  const relationOfRow = new Int32Array(columns.length).fill(-1);
  for (let at = 0; at < flow.count; at += 1)
    relationOfRow[flow.row[at] as number] = flow.relation[at] as number;
  const handedPoints = new Float64Array(relations.count);
  for (const one of handed.all) {
    for (const row of [...one.received, ...one.paid]) {
      const relation = relationOfRow[row] as number;
      if (relation !== -1 && handed.telling[row] === 1)
        handedPoints[relation] = Math.max(handedPoints[relation] as number, one.points);
    }
  }
  for (let at = 0; at < relations.count; at += 1)
    add(relationPoints, at, handedPoints[at] as number);
  const outstanding = standingOut(
    [plainIn.points, burstOut.points, loop.points, cycle.points, chain.points, handed.points],
    peers,
  );
  const borne = (points: Float64Array) => {
    const weight = bearing(points, outstanding, peers);
    return points.map((value) => value * weight);
  };
  const again = borne(repeats(flow, relations, peers).map((points) => points * 0.5));
  begin("holding");
  const quiet = (points: Float64Array) =>
    points.map((value, account) => (relations.settled[account] === 1 ? 0 : value));
  const held = borne(quiet(passThrough(ledger, peers)));
  const cashed = borne(quiet(cashOut(ledger, peers)));
  const large = largeReceipts(ledger, peers);
  const amounts = borne(quiet(large.points));
  const haste = bearing(held, outstanding, peers);
  const burstIn = retained(plainIn, strangers, ledger, flow, relations, haste);
  shareBurst(burstIn, strangers, peers, true, relationPoints, ends, 1 - PAYERS * haste);
  shareBurst(burstOut, strangers, peers, false, relationPoints, ends, 1);
  const heldPoints = new Float64Array(relations.count);
  const mark = (row: number, points: number) => {
    const relation = relationOfRow[row] as number;
    if (relation === -1 || relations.brief[relation] === 0) return;
    heldPoints[relation] = Math.max(heldPoints[relation] as number, points);
  };
  for (let lot = 0; lot < ledger.count; lot += 1) {
    const account = ledger.account[lot] as number;
    const points = (held[account] as number) + (cashed[account] as number);
    if (points < 1 || ledger.stranger[lot] === 0 || (ledger.heldHours[lot] as number) > 72)
      continue;
    mark(ledger.row[lot] as number, points);
    for (const paid of ledger.paidBy(lot)) if (paid.share >= 0.3) mark(paid.row, points);
  }
  for (let at = 0; at < relations.count; at += 1) add(relationPoints, at, heldPoints[at] as number);
  begin("habits");
  const night = borne(
    quiet(unusualShare(columns, all, peers, (row) => isNight(columns.bookedAt[row] as number))),
  );
  const isSplit = (row: number) => {
    const relation = relationOfRow[row] as number;
    return (
      isBelowLimit(Number(columns.amount[row])) &&
      (relation === -1 || relations.brief[relation] === 1)
    );
  };
  const limits = borne(quiet(unusualShare(columns, all, peers, isSplit, true)));
  const found = wakings(columns, all, peers, flow.span);
  const woken = { ...found, points: borne(quiet(found.points)) };
  const firstReceipt = firstStrangerReceipt(ledger, columns);
  const young = borne(quiet(youth(columns, firstReceipt, peers)));
  const alike = shared(columns, peers);
  const together = { ...alike, points: borne(alike.points) };
  begin("reports");
  const payers = new Int32Array(flow.accounts);
  for (let at = 0; at < relations.count; at += 1)
    payers[relations.to[at] as number] = (payers[relations.to[at] as number] as number) + 1;
  const stolen = reported(columns, ledger, options.reports, payers, handed);
  for (let at = 0; at < flow.count; at += 1) {
    const taint = stolen.taint.get(flow.row[at] as number);
    if (taint)
      add(
        relationPoints,
        flow.relation[at] as number,
        FIRST_HOP * taint.share * LATER_HOP ** (taint.hop - 1),
      );
  }
  const listed = new Float64Array(flow.accounts);
  for (const account of options.listed) listed[account] = 6;

  const simple = (
    family: Family,
    points: Float64Array,
    explain: (account: number) => Explanation | undefined,
  ): FamilyEvidence => ({ family, points, explain });
  const money = (found: readonly number[]) => sumOf(flow, found);
  const ownRows = (account: number, isSo: (row: number) => boolean) =>
    rowsOfAccount(columns, account, options).filter(isSo);
  const families: FamilyEvidence[] = [
    burstEvidence(flow, relations, strangers, burstIn, rowsOf, true),
    burstEvidence(flow, relations, strangers, burstOut, rowsOf, false),
    simple("partners", ends, (account) => {
      const found: number[] = [];
      for (
        let at = strangers.offsets[account] as number;
        at < (strangers.offsets[account + 1] as number);
        at += 1
      ) {
        const relation = strangers.relation[at] as number;
        if ((relationPoints[relation] as number) >= (ends[account] as number) * 0.99)
          found.push(...rowsOf(relation));
      }
      return {
        code: "burst-member",
        params: { transfers: found.length, ...money(found) },
        rows: sorted(found),
      };
    }),
    simple("loops", loop.points, (account) => {
      const group = loop.groups[loop.groupOf[account] as number];
      if (!group) return undefined;
      const found = sorted(group.relations.flatMap((relation) => rowsOf(relation)));
      const independent = group.relations.length - group.accounts.length + 1;
      return {
        code: "loops",
        params: { loops: independent, accounts: group.accounts.length, ...money(found) },
        rows: found,
      };
    }),
    simple("cycles", cycle.points, (account) => {
      const best = cycle.found[cycle.best[account] as number];
      if (!best) return undefined;
      const found = sorted(best.relations.flatMap((relation) => rowsOf(relation)));
      return {
        code: "cycle",
        params: { accounts: best.accounts.length, hours: hours(columns, found) },
        rows: found,
      };
    }),
    simple("flow", chain.points, (account) => {
      const way = chain.way(account);
      const found = way.map((at) => flow.row[at] as number);
      return {
        code: "chain",
        params: { accounts: way.length + 1, hours: hours(columns, found) },
        rows: found,
      };
    }),
    simple("repeats", again, (account) => {
      const found: number[] = [];
      let pairs = 0;
      for (const relation of relationsOfAccount(relations, strangers, account)) {
        const life = (relations.last[relation] as number) - (relations.first[relation] as number);
        if ((relations.transfers[relation] as number) < 2 || life > PARAMETERS.repeatDays) continue;
        pairs += 1;
        found.push(...rowsOf(relation));
      }
      return {
        code: "repeats",
        params: { pairs, transfers: found.length, ...money(found) },
        rows: sorted(found),
      };
    }),
    simple("hand-on", handed.points, (account) =>
      explainHandingOn(columns, handed.of(account), flow),
    ),
    simple("pass-through", held, (account) => explainHolding(ledger, lots(account), flow)),
    simple("cash-out", cashed, (account) => {
      const own = lots(account).filter(
        (lot) =>
          ledger.stranger[lot] === 1 &&
          (ledger.cashedDay[lot] as number) >= 0.5 * (ledger.amount[lot] as number),
      );
      const found = own.flatMap((lot) => [
        ledger.row[lot] as number,
        ...ledger.paidBy(lot).map((paid) => paid.row),
      ]);
      const receipts = own.map((lot) => ledger.row[lot] as number);
      return {
        code: "cash-out",
        params: { receipts: own.length, ...money(receipts) },
        rows: sorted(found),
      };
    }),
    simple("night", night, (account) => {
      const found = ownRows(account, (row) => isNight(columns.bookedAt[row] as number));
      const total = rowsOfAccount(columns, account, options).length;
      return { code: "night", params: { transfers: found.length, of: total }, rows: found };
    }),
    simple("structuring", limits, (account) => {
      const found = ownRows(account, (row) => columns.to[row] === account && isSplit(row));
      return {
        code: "below-limit",
        params: { transfers: found.length, ...money(found) },
        rows: found,
      };
    }),
    simple("amounts", amounts, (account) => {
      const found =
        (large.lot[account] as number) === -1
          ? []
          : [ledger.row[large.lot[account] as number] as number];
      return { code: "large-receipt", params: money(found), rows: found };
    }),
    simple("dormancy", woken.points, (account) => {
      const first = woken.firstRow[account] as number;
      if (first === -1) return undefined;
      const from = columns.bookedAt[first] as number;
      const found = ownRows(account, (row) => {
        const at = columns.bookedAt[row] as number;
        return at >= from && at <= from + 7 * DAY;
      });
      const days = Math.floor(woken.silentDays[account] as number);
      return {
        code: "woken",
        params: { days, transfers: found.length, ...money(found) },
        rows: found,
      };
    }),
    simple("new-account", young, (account) => ({
      code: "young",
      params: { days: Math.floor(ageAt(columns, firstReceipt, account)) },
      rows: lots(account)
        .filter((lot) => ledger.stranger[lot] === 1)
        .slice(0, 1)
        .map((lot) => ledger.row[lot] as number),
    })),
    simple("shared", together.points, (account) => {
      const found = together.with.get(account);
      return (
        found && {
          code: `shared-${found.what}`,
          params: { accounts: found.accounts.length },
          rows: [],
        }
      );
    }),
    simple("reports", stolen.points, (account) => {
      const found = lots(account)
        .map((lot) => ledger.row[lot] as number)
        .filter((row) => stolen.taint.has(row));
      const hop = Math.min(...found.map((row) => stolen.taint.get(row)?.hop ?? 99));
      const reports = new Set(found.map((row) => stolen.taint.get(row)?.report)).size;
      return {
        code: hop === 1 ? "stolen-first" : "stolen-later",
        params: { reports, hop, ...money(found) },
        rows: sorted(found),
      };
    }),
    simple("listed", listed, () => ({ code: "listed", params: {}, rows: [] })),
  ];
  return {
    flow,
    relations,
    strangers,
    peers,
    ledger,
    families,
    relationPoints,
    loops: loop,
    cycles: cycle,
    chains: chain,
    handedOn: handed,
    burstIn,
    burstOut,
    reported: stolen,
    shared: together,
    all,
  };
}

function explainHandingOn(
  columns: TransferColumns,
  occasions: readonly HandOn[],
  flow: Flow,
): Explanation | undefined {
  if (occasions.length === 0) return undefined;
  const receipts = occasions.flatMap((one) => one.received);
  const waits = occasions.map((one) => one.waited).sort((a, b) => a - b);
  const total = (rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + (columns.amount[row] as bigint), 0n);
  const [came, left] = [total(receipts), total(occasions.flatMap((one) => one.paid))];
  return {
    code: "handed-on",
    params: {
      times: occasions.length,
      receipts: receipts.length,
      hours: (waits[Math.floor(waits.length / 2)] as number) / HOUR,
      percent: Number((left * 100n) / came),
      ...sumOf(flow, receipts),
    },
    rows: sorted(occasions.flatMap((one) => [...one.received, ...one.paid])),
  };
}

function explainHolding(
  ledger: Ledger,
  lots: readonly number[],
  flow: Flow,
): Explanation | undefined {
  const own = lots.filter(
    (lot) => ledger.stranger[lot] === 1 && (ledger.heldHours[lot] as number) <= 72,
  );
  if (own.length === 0) return undefined;
  const receipts = own.map((lot) => ledger.row[lot] as number);
  const held = own.map((lot) => ledger.heldHours[lot] as number).sort((a, b) => a - b);
  let came = 0;
  let left = 0;
  for (const lot of own) {
    came += ledger.amount[lot] as number;
    left += ledger.left[lot] as number;
  }
  const paid = own.flatMap((lot) => ledger.paidBy(lot).map((item) => item.row));
  return {
    code: "pass-through",
    params: {
      receipts: own.length,
      hours: held[Math.floor(held.length / 2)] as number,
      percent: Math.floor((left / came) * 100),
      ...sumOf(flow, receipts),
    },
    rows: sorted([...receipts, ...paid]),
  };
}

function add(values: Float64Array, at: number, more: number): void {
  values[at] = (values[at] as number) + more;
}

function sorted(rows: readonly number[]): number[] {
  return [...new Set(rows)].sort((a, b) => a - b);
}

function hours(columns: TransferColumns, rows: readonly number[]): number {
  const first = columns.bookedAt[rows[0] ?? 0] ?? 0;
  const last = columns.bookedAt[rows.at(-1) ?? 0] ?? 0;
  return (last - first) / 3_600_000;
}

function relationsOfAccount(
  relations: Relations,
  strangers: Strangers,
  account: number,
): Set<number> {
  const found = new Set<number>();
  for (
    let at = relations.offsets[account] as number;
    at < (relations.offsets[account + 1] as number);
    at += 1
  )
    found.add(at);
  for (
    let at = strangers.offsets[account] as number;
    at < (strangers.offsets[account + 1] as number);
    at += 1
  ) {
    found.add(strangers.relation[at] as number);
  }
  return found;
}

/** Rows of an account in the run's time, in time order. */
export function rowsOfAccount(
  columns: TransferColumns,
  account: number,
  options: { readonly since: number; readonly until: number },
): number[] {
  const found: number[] = [];
  for (const index of [columns.outgoing, columns.incoming]) {
    for (
      let at = index.offsets[account] as number;
      at < (index.offsets[account + 1] as number);
      at += 1
    ) {
      const row = index.rows[at] as number;
      const when = columns.bookedAt[row] as number;
      if (when >= options.since && when < options.until) found.push(row);
    }
  }
  return sorted(found);
}

/** Rows of the columns by relation, in time order. */
export function rowsByRelation(
  flow: Flow,
  relations: Relations,
): (relation: number) => readonly number[] {
  const offsets = new Int32Array(relations.count + 1);
  for (let at = 0; at < relations.count; at += 1) {
    offsets[at + 1] = (offsets[at] as number) + (relations.transfers[at] as number);
  }
  const rows = new Int32Array(flow.count);
  const next = offsets.slice();
  for (let at = 0; at < flow.count; at += 1) {
    const relation = flow.relation[at] as number;
    rows[next[relation] as number] = flow.row[at] as number;
    next[relation] = (next[relation] as number) + 1;
  }
  return (relation) => [...rows.subarray(offsets[relation], offsets[relation + 1])];
}

function lotsByAccount(ledger: Ledger): (account: number) => readonly number[] {
  let byAccount: Map<number, number[]> | undefined;
  return (account) => {
    if (!byAccount) {
      byAccount = new Map();
      for (let lot = 0; lot < ledger.count; lot += 1) {
        const owner = ledger.account[lot] as number;
        const list = byAccount.get(owner);
        if (list) list.push(lot);
        else byAccount.set(owner, [lot]);
      }
    }
    return byAccount.get(account) ?? [];
  };
}

function firstStrangerReceipt(ledger: Ledger, columns: TransferColumns): Float64Array {
  const first = new Float64Array(ledger.accounts).fill(Number.POSITIVE_INFINITY);
  for (let lot = 0; lot < ledger.count; lot += 1) {
    if (ledger.stranger[lot] === 0) continue;
    const account = ledger.account[lot] as number;
    first[account] = Math.min(
      first[account] as number,
      columns.bookedAt[ledger.row[lot] as number] as number,
    );
  }
  return first;
}
