import type { Trace, TraceMethod, TraceStop } from "../../contract/tracing.ts";
import { traceMethod } from "../../contract/tracing.ts";
import type { TransferColumns } from "../columns/columns.ts";
import { DAY } from "../time/instant.ts";
import type { Run, TracedVictim } from "./account-sums.ts";
import { answerOf } from "./answer.ts";
import { convertedBy } from "./conversions.ts";
import { type Facts, worldOf } from "./database-facts.ts";
import { propagate } from "./propagate.ts";
import { RULES } from "./rules/rules.ts";
import type { Tally } from "./tally.ts";
import type { Resolved, Stolen } from "./victims.ts";
import type { Converted, Limits, Theft, World } from "./world.ts";

/** The choices a trace is made under. */
export interface TraceChoices {
  readonly method: TraceMethod;
  /** Compare all rules. */
  readonly range: boolean;
  readonly minimumAmount?: bigint;
  /** Days after the last stolen transfer that money is followed. */
  readonly horizonDays?: number;
  readonly stops: ReadonlyMap<number, TraceStop>;
  /** For claims: other victims stay apart though it takes ten times as long. */
  readonly exact?: boolean;
  /** Is given each finished trace with all its runs (server/tracing/basis). */
  readonly watch?: (runs: Runs) => void;
}

/** The runs that one trace was made of. */
export interface Runs {
  readonly world: World;
  /** The currency that was exchanged into this one; null = the money was stolen in this one. */
  readonly convertedFrom: string | null;
  readonly cast: Cast;
  /** Under the case's rule first, then those under the other rules and with endless balances. */
  readonly all: readonly Run[];
  /** The endless run bounds every account from below. */
  readonly isBound: boolean;
}

/** The data in which money is followed: each currency is a world of its own. */
export interface Data {
  readonly columns: TransferColumns;
  worldIn(currency: number): World;
  /** `Runs.isBound` as it was found before; undefined = it is found here. */
  isBound?(currency: number, convertedFrom: string | null): boolean | undefined;
}

/**
 * Above so many other victims those whose money meets the traced money only after several hops are
 * traced as one. What they take of a mixed account is then theirs together. That can shift shares
 * under the rules that weigh victims one by one. The answer says how many.
 */
const OTHERS_APART = 400;
const OTHERS_APART_EXACT = 3_000;

/**
 * One trace a currency in which something was stolen, by name of the currency; behind each what was
 * exchanged into other currencies. What is exchanged a second time is not followed.
 */
export function traceAll(
  columns: TransferColumns,
  facts: Facts,
  resolved: Resolved,
  choices: TraceChoices,
): Trace[] {
  const worldIn = (currency: number) => worldOf(columns, currency, facts, choices.stops);
  return traceIn({ columns, worldIn }, resolved, choices);
}

/** The same in data that are given as worlds already. */
export function traceIn(
  data: Data,
  resolved: Resolved,
  choices: Omit<TraceChoices, "stops">,
): Trace[] {
  const { columns } = data;
  const currencies = new Set(
    resolved.stolen
      .filter((one) => one.requested)
      .map((one) => columns.currency[one.row] as number),
  );
  return [...currencies]
    .sort((left, right) => left - right)
    .flatMap((currency) => {
      const world = data.worldIn(currency);
      const stolen = resolved.stolen.filter((one) => columns.currency[one.row] === currency);
      const apart = othersApart(world, stolen, resolved.homes, choices);
      const { base, trace } = traceOne(
        { data, world, convertedFrom: null },
        tagged(stolen, resolved.homes, apart),
        stolen,
        choices,
      );
      const exchanged = [...convertedBy(world, base.tally)].sort(([left], [right]) => left - right);
      return [
        trace,
        ...exchanged.flatMap(([into, converted]) => traceExchanged(into, converted, base)),
      ];

      /**
       * The same victims' money in the currency it was changed into; thefts in that currency take
       * part as others' money.
       */
      function traceExchanged(into: number, converted: readonly Converted[], from: Run): Trace[] {
        const requested = from.victims
          .map((victim, tag) => ({ ...victim, tag }))
          .filter((victim) => victim.requested);
        const others = resolved.stolen
          .filter((one) => columns.currency[one.row] === into)
          .map((one) => ({ ...one, requested: false }));
        const context = tagged(others, resolved.homes, null);
        const victims = [...context.victims, ...requested];
        const mine = converted.flatMap((one) => {
          const at = requested.findIndex((victim) => victim.tag === one.victim);
          return at < 0 ? [] : [{ ...one, victim: context.victims.length + at }];
        });
        if (mine.length === 0) return [];
        const run = { victims, thefts: context.thefts, joined: context.joined, converted: mine };
        const convertedFrom = columns.currencies[currency] as string;
        const there = { data, world: data.worldIn(into), convertedFrom };
        const answered = traceOne(there, run, stolen, { ...choices, range: false }).trace;
        return [{ ...answered, convertedFrom }];
      }
    });
}

/** The victims who take part, each with the stolen transfers. */
export interface Cast {
  readonly victims: TracedVictim[];
  readonly thefts: Theft[];
  /** Other victims traced as one. */
  readonly joined: number;
  readonly converted?: readonly Converted[];
}

interface Place extends Pick<Runs, "world" | "convertedFrom"> {
  readonly data: Data;
}

function traceOne(
  { data, world, convertedFrom }: Place,
  cast: Cast,
  stolen: readonly Stolen[],
  choices: Omit<TraceChoices, "stops">,
): { base: Run; trace: Trace } {
  const requested = stolen.filter((one) => one.requested);
  const last = Math.max(...requested.map((one) => world.columns.bookedAt[one.row] as number));
  const limits: Limits = {
    ...(choices.minimumAmount === undefined ? {} : { minimum: choices.minimumAmount }),
    ...(choices.horizonDays === undefined ? {} : { until: last + choices.horizonDays * DAY }),
  };
  const homes = cast.victims.map((victim) => victim.home);
  const arrivals = new Set(cast.converted?.map(({ row }) => row));
  const run = (method: TraceMethod, within: World = world): Run => {
    const { pot, atEnd } = RULES[method];
    const tally = propagate(within, cast.thefts, homes, pot, limits, cast.converted);
    atEnd?.(world, tally);
    return { tally, victims: cast.victims, arrivals };
  };
  const base = run(choices.method);
  const others = choices.range
    ? traceMethod.options.filter((method) => method !== choices.method).map((method) => run(method))
    : null;
  const endless = opensUnknown(world, base.tally)
    ? run(choices.method, { ...world, endless: true })
    : base;
  const isBound =
    data.isBound?.(world.currency, convertedFrom) ??
    !victimsMixUnknown(world, cast, [base.tally, endless.tally]);
  choices.watch?.({
    ...{ world, convertedFrom, cast, isBound },
    all: [base, ...(others ?? []), ...(endless === base ? [] : [endless])],
  });
  const certain = { endless, isBound };
  const answer = answerOf(world, choices.method, requested, base, others, certain);
  return { base, trace: cast.joined === 0 ? answer : { ...answer, othersJoined: cast.joined } };
}

/**
 * Stolen money reached a victim's own account whose opening balance is unknown. What he then
 * reports as paid is his own money first. So the unknown balance decides whose money goes on, his
 * or the others', and no single run bounds all of them from below.
 */
function victimsMixUnknown(world: World, cast: Cast, tallies: readonly Tally[]): boolean {
  return cast.victims.some(({ home }) =>
    [...home].some(
      (account) =>
        !world.openingKnown(account) && tallies.some((tally) => tally.holdings.has(account)),
    ),
  );
}

function opensUnknown(world: World, tally: Tally): boolean {
  for (const account of tally.holdings.keys())
    if (!world.stops.has(account) && !world.openingKnown(account)) return true;
  return false;
}

/**
 * Everybody who reported a theft takes part, whoever was asked for. His money is not the holder's
 * own, and one trace of all is the sum of the traces of each. Victims in the order of their key, so
 * that no result depends on the order of loading.
 */
function tagged(
  stolen: readonly Stolen[],
  homes: Resolved["homes"],
  apart: ReadonlySet<string> | null,
): Cast {
  const keyOf = (one: Stolen) =>
    one.requested || apart === null || apart.has(one.victim) ? one.victim : JOINED;
  const label = (one: Stolen) => `${keyOf(one)}\u0000${one.requested ? "" : "other"}`;
  const victims = new Map<string, TracedVictim>();
  const joinedHomes = new Set<number>();
  const joined = new Set<string>();
  for (const one of stolen) {
    const key = keyOf(one);
    const home = homes.get(one.victim) ?? new Set();
    if (key === JOINED) {
      joined.add(one.victim);
      for (const account of home) joinedHomes.add(account);
    }
    victims.set(label(one), {
      key,
      requested: one.requested,
      home: key === JOINED ? joinedHomes : home,
    });
  }
  const order = [...victims.keys()].sort();
  const position = new Map(order.map((name, index) => [name, index]));
  return {
    victims: order.map((name) => victims.get(name) as TracedVictim),
    thefts: stolen.map((one) => ({
      row: one.row,
      victim: position.get(label(one)) as number,
      amount: one.amount,
    })),
    joined: joined.size,
  };
}

/** Key of all others that are traced as one. */
export const JOINED = "";

/**
 * The other victims to trace one by one; null = all. Where they are too many, those whose money
 * went straight to an account the traced money also came to, or to whose own accounts it came, by a
 * first pass with all others joined.
 */
function othersApart(
  world: World,
  stolen: readonly Stolen[],
  homes: Resolved["homes"],
  choices: Pick<TraceChoices, "method" | "range" | "exact">,
): ReadonlySet<string> | null {
  const others = stolen.filter((one) => !one.requested);
  const most = choices.exact ? OTHERS_APART_EXACT : OTHERS_APART;
  if (new Set(others.map((one) => one.victim)).size <= most) return null;
  const { victims, thefts } = tagged(stolen, homes, new Set());
  const reached = new Set<number>();
  for (const method of choices.range ? traceMethod.options : [choices.method]) {
    const tally = propagate(
      world,
      thefts,
      victims.map((victim) => victim.home),
      RULES[method].pot,
    );
    for (const [account, byVictim] of tally.holdings)
      if ([...byVictim.keys()].some((tag) => victims[tag]?.requested)) reached.add(account);
  }
  const meets = (one: Stolen) =>
    reached.has(world.columns.to[one.row] as number) ||
    [...(homes.get(one.victim) ?? [])].some((account) => reached.has(account));
  return new Set(others.filter(meets).map((one) => one.victim));
}
