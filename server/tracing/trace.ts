import type { Trace, TraceMethod, TraceStop } from "../../contract/tracing.ts";
import { traceMethod } from "../../contract/tracing.ts";
import type { TransferColumns } from "../columns/columns.ts";
import { DAY } from "../time/instant.ts";
import { answerOf, type Run, type TracedVictim } from "./answer.ts";
import { convertedBy } from "./conversions.ts";
import { type Facts, worldOf } from "./facts.ts";
import { evenOut } from "./pari-passu.ts";
import { propagate } from "./propagate.ts";
import { RULES } from "./rules/rules.ts";
import type { Tally } from "./tally.ts";
import type { Resolved, Stolen } from "./victims.ts";
import type { Converted, Limits, Theft, World } from "./world.ts";

/** What a trace is made under. */
export interface TraceChoices {
  readonly method: TraceMethod;
  /** Compare all rules. */
  readonly range: boolean;
  readonly minimumAmount?: bigint;
  /** Days after the last stolen transfer that money is followed. */
  readonly horizonDays?: number;
  readonly stops: ReadonlyMap<number, TraceStop>;
}

/** Beyond so many other victims they are traced as one: their shares among themselves do not matter to those asked for. */
const OTHERS_APART = 400;

/**
 * One trace a currency in which something was stolen, by name of the currency; behind each what was exchanged into other currencies. What is
 * exchanged a second time is not followed.
 */
export function traceAll(columns: TransferColumns, facts: Facts, resolved: Resolved, choices: TraceChoices): Trace[] {
  const currencies = new Set(
    resolved.stolen.filter((one) => one.asked).map((one) => columns.currency[one.row] as number),
  );
  return [...currencies]
    .sort((left, right) => left - right)
    .flatMap((currency) => {
      const world = worldOf(columns, currency, facts, choices.stops);
      const stolen = resolved.stolen.filter((one) => columns.currency[one.row] === currency);
      const { base, trace } = traceOne(world, tagged(stolen, resolved.homes), stolen, choices);
      const exchanged = [...convertedBy(world, base.tally)].sort(([left], [right]) => left - right);
      return [trace, ...exchanged.flatMap(([into, converted]) => traceExchanged(into, converted, base))];

      /** The same victims' money in the currency it was changed into; thefts in that currency take part as others' money. */
      function traceExchanged(into: number, converted: readonly Converted[], from: Run): Trace[] {
        const asked = from.victims.map((victim, tag) => ({ ...victim, tag })).filter((victim) => victim.asked);
        const others = resolved.stolen
          .filter((one) => columns.currency[one.row] === into)
          .map((one) => ({ ...one, asked: false }));
        const context = tagged(others, resolved.homes);
        const victims = [...context.victims, ...asked];
        const mine = converted.flatMap((one) => {
          const at = asked.findIndex((victim) => victim.tag === one.victim);
          return at < 0 ? [] : [{ ...one, victim: context.victims.length + at }];
        });
        if (mine.length === 0) return [];
        const there = worldOf(columns, into, facts, choices.stops);
        const run = { victims, thefts: context.thefts, converted: mine };
        const answered = traceOne(there, run, stolen, { ...choices, range: false }).trace;
        return [{ ...answered, convertedFrom: columns.currencies[currency] as string }];
      }
    });
}

/** Who takes part and with what. */
interface Cast {
  readonly victims: TracedVictim[];
  readonly thefts: Theft[];
  readonly converted?: readonly Converted[];
}

function traceOne(
  world: World,
  cast: Cast,
  stolen: readonly Stolen[],
  choices: TraceChoices,
): { base: Run; trace: Trace } {
  const asked = stolen.filter((one) => one.asked);
  const last = Math.max(...asked.map((one) => world.columns.bookedAt[one.row] as number));
  const limits: Limits = {
    ...(choices.minimumAmount === undefined ? {} : { minimum: choices.minimumAmount }),
    ...(choices.horizonDays === undefined ? {} : { until: last + choices.horizonDays * DAY }),
  };
  const homes = cast.victims.map((victim) => victim.home);
  const run = (method: TraceMethod, within: World = world): Run => {
    const tally = propagate(within, cast.thefts, homes, RULES[method], limits, cast.converted);
    if (method === "pari-passu") evenOut(world, tally);
    return { tally, victims: cast.victims };
  };
  const base = run(choices.method);
  const others = choices.range
    ? traceMethod.options.filter((method) => method !== choices.method).map((method) => run(method))
    : null;
  const endless = opensUnknown(world, base.tally) ? run(choices.method, { ...world, endless: true }) : base;
  const isBound = !victimsMixUnknown(world, cast, [base.tally, endless.tally]);
  return { base, trace: answerOf(world, choices.method, asked, base, others, isBound ? endless : null) };
}

/**
 * Stolen money reached a victim's own account whose opening balance is unknown. What he then reports as paid is his own money first, so the unknown
 * balance decides whose money goes on, his or the others'; then no single run bounds all of them from below.
 */
function victimsMixUnknown(world: World, cast: Cast, tallies: readonly Tally[]): boolean {
  return cast.victims.some(({ home }) =>
    [...home].some((account) => !world.openingKnown(account) && tallies.some((tally) => tally.holdings.has(account))),
  );
}

function opensUnknown(world: World, tally: Tally): boolean {
  for (const account of tally.holdings.keys())
    if (!world.stops.has(account) && !world.openingKnown(account)) return true;
  return false;
}

/**
 * Everybody who reported a theft takes part, whoever was asked for: his money is not the holder's own, and one trace of all is the sum of
 * the traces of each. Victims in the order of their key, so that no result depends on the order of loading.
 */
function tagged(stolen: readonly Stolen[], homes: Resolved["homes"]): { victims: TracedVictim[]; thefts: Theft[] } {
  const others = new Set(stolen.filter((one) => !one.asked).map((one) => one.victim));
  const joined = others.size > OTHERS_APART;
  const keyOf = (one: Stolen) => (joined && !one.asked ? "" : one.victim);
  const label = (one: Stolen) => `${keyOf(one)}\u0000${one.asked ? "" : "other"}`;
  const victims = new Map<string, TracedVictim>();
  for (const one of stolen) {
    const key = keyOf(one);
    victims.set(label(one), { key, asked: one.asked, home: homes.get(key) ?? new Set() });
  }
  const order = [...victims.keys()].sort();
  const position = new Map(order.map((name, index) => [name, index]));
  return {
    victims: order.map((name) => victims.get(name) as TracedVictim),
    thefts: stolen.map((one) => ({ row: one.row, victim: position.get(label(one)) as number })),
  };
}
