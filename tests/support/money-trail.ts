import type { Trace, TraceMethod, TraceStop } from "../../contract/tracing.ts";
import type { Channel, ExitKind, TransferColumns } from "../../server/columns/columns.ts";
import { basisOf } from "../../server/tracing/basis/collect.ts";
import type { Facts } from "../../server/tracing/database-facts.ts";
import type { StatedAccount } from "../../server/tracing/statements.ts";
import { chosenStops, type MarkedAccount, stopsOf } from "../../server/tracing/stops.ts";
import { type Runs, type TraceChoices, traceAll } from "../../server/tracing/trace.ts";
import {
  type KnownReport,
  resolveStolen,
  type TraceSubject,
} from "../../server/tracing/victims.ts";
import { columnsFrom } from "./columns.ts";

/**
 * One transfer: payer, payee, minor units; "+3h" and the like are not needed, an event a minute
 * unless `at` says otherwise.
 */
export interface Event {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly at?: number;
  readonly id?: string;
  readonly currency?: string;
  /** The name of the report that calls it stolen. */
  readonly stolen?: string;
  /** The victim's own smaller figure, for which a person has decided. */
  readonly stated?: bigint;
  readonly reversal?: boolean;
  readonly channel?: Channel;
}

export const START = Date.parse("2026-01-05T00:00:00Z");
const MINUTE = 60_000;

export interface Trail {
  readonly columns: TransferColumns;
  readonly facts: Facts;
  readonly reports: readonly KnownReport[];
}

/**
 * CASH, SHOP, ABROAD… in capitals are ways out; everything else is an ordinary account, held by the
 * part before ":".
 */
export function trail(
  events: readonly Event[],
  more: {
    statements?: readonly StatedAccount[];
    marked?: readonly MarkedAccount[];
    dump?: Facts["dump"];
    opened?: Readonly<Record<string, number>>;
    /** Banks of accounts that are not of 601. */
    banks?: Readonly<Record<string, string>>;
    /** Accounts of whose holders nothing is known. */
    nobodys?: readonly string[];
  } = {},
): Trail {
  const exits: Readonly<Record<string, ExitKind>> = {
    CASH: "cash",
    SHOP: "pos",
    CRYPTO: "crypto",
    ABROAD: "foreign",
  };
  const named = [...new Set(events.flatMap((event) => [event.from, event.to]))];
  const transfers = events.map((event, order) => ({
    id: event.id ?? `t${order}`,
    from: event.from,
    to: event.to,
    amount: event.amount,
    currency: event.currency ?? "KZT",
    bookedAt: event.at ?? START + order * MINUTE,
    order,
    ...(event.channel && { channel: event.channel }),
  }));
  const columns = columnsFrom(
    named.map((number) => ({
      number,
      bank: more.banks?.[number] ?? "601",
      holderKey:
        exits[number] || more.nobodys?.includes(number) ? null : (number.split(":")[0] as string),
      holderKind: more.nobodys?.includes(number) ? ("unknown" as const) : ("person" as const),
      exitKind: exits[number] ?? null,
      openedAt: more.opened?.[number] ?? null,
    })),
    transfers,
  );
  const byReport = new Map<string, string[]>();
  const accountOf = new Map<string, string>();
  events.forEach((event, order) => {
    if (event.stolen === undefined) return;
    byReport.set(event.stolen, [...(byReport.get(event.stolen) ?? []), event.id ?? `t${order}`]);
    accountOf.set(event.stolen, event.from);
  });
  const figureOf = new Map(
    events.flatMap(({ id, amount, stated }, order) =>
      stated === undefined ? [] : [[id ?? `t${order}`, { whole: amount, stated }] as const],
    ),
  );
  const times = transfers.map((transfer) => transfer.bookedAt);
  return {
    columns,
    facts: {
      statements: more.statements ?? [],
      marked: more.marked ?? [],
      reversals: transfers.flatMap((transfer, order) =>
        events[order]?.reversal ? [transfer.id] : [],
      ),
      dump:
        more.dump === undefined
          ? { of: () => [{ from: Math.min(...times), until: Math.max(...times) }] }
          : more.dump,
    },
    reports: [...byReport].map(([id, transferIds]) => ({
      id,
      victimIin: null,
      victimName: null,
      accounts: [accountOf.get(id) as string],
      transferIds,
      stated: transferIds.map((one) => figureOf.get(one)?.stated.toString() ?? ""),
      decisions: transferIds.flatMap((transferId) => {
        const seen = figureOf.get(transferId);
        return seen === undefined
          ? []
          : [{ case: "C1", transferId, isStated: true, at: START, ...seen }];
      }),
    })),
  };
}

/** The trace of some reports (all unless named) in the first currency. */
export function follow(...words: Parameters<typeof followAll>): Trace {
  const [trace] = followAll(...words);
  if (trace === undefined) throw new Error("nothing was stolen");
  return trace;
}

/** The same in every currency, exchanged money included. */
export function followAll(
  from: Trail,
  method: TraceMethod,
  options: Partial<Omit<TraceChoices, "stops">> & {
    requested?: Partial<TraceSubject>;
    stopAt?: string[];
    letGo?: string[];
  } = {},
): Trace[] {
  return followed(from, method, options).traces;
}

function followed(
  from: Trail,
  method: TraceMethod,
  options: NonNullable<Parameters<typeof followAll>[2]>,
) {
  const { requested, stopAt = [], letGo = [], ...choices } = options;
  const everything = {
    reports: from.reports.map((report) => report.id),
    transfers: [],
    victims: [],
  };
  const resolved = resolveStolen(
    from.columns,
    from.reports,
    requested === undefined
      ? everything
      : { reports: [], transfers: [], victims: [], ...requested },
  );
  const indexes = (numbers: string[]) =>
    numbers.map((number) => from.columns.accounts.indexOf(number) as number);
  const stops: Map<number, TraceStop> = chosenStops(
    stopsOf(from.columns, from.facts.marked),
    indexes(letGo),
    indexes(stopAt),
  );
  const chosen = { range: false, ...choices, method, stops };
  return { resolved, traces: traceAll(from.columns, from.facts, resolved, chosen) };
}

/** The traces of some reports as a package has them, with all that they rest on. */
export function followWithBasis(from: Trail, method: TraceMethod, reports: readonly string[]) {
  const runs: Runs[] = [];
  const watch = (one: Runs) => void runs.push(one);
  const requested = { reports: [...reports] };
  const { traces, resolved } = followed(from, method, { range: true, requested, watch });
  return { traces, basis: basisOf(from.columns, resolved, method, runs) };
}

/**
 * What is held on an account, by victim's report: traces each report on its own, as the command
 * line does.
 */
export function heldBy(from: Trail, method: TraceMethod, account: string): Record<string, bigint> {
  return figureBy(from, method, account, "held");
}

export function figureBy(
  from: Trail,
  method: TraceMethod,
  account: string,
  figure: "held" | "received" | "exited" | "passedOn",
): Record<string, bigint> {
  return Object.fromEntries(
    from.reports.map((report) => {
      const trace = follow(from, method, { requested: { reports: [report.id] } });
      return [
        report.id,
        BigInt(trace.accounts.find((one) => one.account === account)?.[figure] ?? 0),
      ];
    }),
  );
}

/** A payment; with `more`, at a given time, reversed, and so on. */
export const pay = (
  from: string,
  to: string,
  amount: bigint,
  more: Partial<Event> = {},
): Event => ({
  from,
  to,
  amount,
  ...more,
});

/** A payment that the report of this victim calls stolen. */
export const steal = (
  victim: string,
  to: string,
  amount: bigint,
  more: Partial<Event> = {},
): Event => pay(victim, to, amount, { stolen: `R-${victim}`, ...more });

/** The figures of one account of a trace. */
export function row(trace: Trace, account: string) {
  const found = trace.accounts.find((one) => one.account === account);
  if (found === undefined) throw new Error(`${account} is not in the trace`);
  const { received, passedOn, held, exited, beyondData, generation } = found;
  return { received, passedOn, held, exited, beyondData, generation };
}

/** The figures of an account that no traced money came to. */
export const nothing = { received: "0", passedOn: "0", held: "0", exited: "0", beyondData: "0" };
