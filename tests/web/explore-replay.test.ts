import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Trace, TraceMethod } from "../../contract/tracing.ts";
import { momentAt, traceKey } from "../../web/pages/explore/trace/balances-at-moment.ts";
import { type Event, followAll, START, trail } from "../support/money-trail.ts";

/**
 * The page replays a trace by itself; at every moment it must say what the server says of the data
 * up to then.
 */

const PEOPLE = ["a", "b", "c", "d", "a:2", "b:2"];
const STOPS = ["M", "P"];
const MARKED = [
  { number: "M", kind: "merchant", stub: false, exit: false },
  { number: "P", kind: "pooled", stub: false, exit: false },
];
const MINUTE = 60_000;

const person = fc.constantFrom(...PEOPLE);
const amount = fc.constantFrom(5n, 10n, 20n, 30n);
const currency = fc.constantFrom("KZT", "KZT", "KZT", "USD");

/**
 * What people do: pay on, steal, pay a shop or a bank's pooled account and get it back, exchange
 * through their second account, take back.
 */
const gesture: fc.Arbitrary<readonly Event[]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        from: person,
        to: fc.oneof(person, person, fc.constantFrom("CASH", "CRYPTO", "SHOP", ...STOPS)),
        amount,
        currency,
      })
      .map((pay) => [pay]),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ from: person, to: person, amount, currency })
      .map((pay) => [{ ...pay, ...(pay.from === pay.to ? {} : { stolen: `R-${pay.from}` }) }]),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        from: person,
        to: fc.constantFrom("SHOP", ...STOPS),
        amount,
        currency,
        payee: person,
        back: fc.boolean(),
      })
      .map(({ payee, back, ...pay }) => [
        pay,
        { ...pay, from: pay.to, to: back ? pay.from : payee },
      ]),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ holder: fc.constantFrom("a", "b"), amount, paid: amount })
      .map(({ holder, amount: given, paid }) => [
        { from: holder, to: `${holder}:2`, amount: given, currency: "KZT" },
        { from: holder, to: `${holder}:2`, amount: paid, currency: "USD" },
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ from: person, to: person, amount, currency })
      .map((pay) => [pay, { ...pay, from: pay.to, to: pay.from, reversal: true }]),
  },
);

const town = fc
  .array(fc.record({ gesture, wait: fc.constantFrom(0, 1, 1), between: fc.constantFrom(0, 1) }), {
    minLength: 3,
    maxLength: 12,
  })
  .map((gestures): Event[] => {
    let at = START;
    const events = gestures.flatMap(({ gesture: doing, wait, between }) => {
      at += wait * MINUTE;
      return doing.map((event, order) => {
        at += order * between * MINUTE;
        return { ...event, at };
      });
    });
    return events.map((event, order) => ({ ...event, id: `t${order}` }));
  })
  .filter((events) => events.some((event) => event.stolen !== undefined));

/** Rules that decide each payment when it is made; pari passu evens out over the whole time. */
const RULES: readonly TraceMethod[] = ["fifo", "lifo", "pro-rata", "libr", "victim-favourable"];

function traces(events: readonly Event[], method: TraceMethod): readonly Trace[] {
  try {
    return followAll(trail(events, { marked: MARKED }), method);
  } catch {
    return [];
  }
}

const figures = (trace: Trace, at: number | null) => {
  const moment = momentAt(trace, at);
  return {
    stolen: moment.stolen,
    waiting: moment.held + moment.beyond,
    exited: moment.exited,
    accounts: moment.accounts
      .filter((one) => one.received !== 0n || one.stolen !== 0n)
      .map((one) => ({
        account: one.account,
        received: one.received,
        passedOn: one.passedOn,
        waiting: one.held + one.beyond,
        exited: one.exited,
      }))
      .sort((a, b) => (a.account < b.account ? -1 : 1)),
  };
};

describe("the replay of a trace", () => {
  it("says at every moment what the server says of the data up to then", {
    timeout: 120_000,
  }, () => {
    const seen = { moments: 0, refunds: 0, exchanged: 0 };
    fc.assert(
      fc.property(town, fc.constantFrom(...RULES), (events, method) => {
        const all = traces(events, method);
        /** Between the two payments of an exchange nobody can know yet that it is one. */
        const unsettled = (at: number) =>
          all.some((trace) =>
            trace.steps.some((one) => one.bookedAt <= at && (one.exchangedAt ?? at) > at),
          );
        for (const whole of all) {
          for (const one of whole.holders) {
            const parts = [one.passedOn, one.held, one.exited, one.beyondData].map(BigInt);
            expect(parts.reduce((sum, part) => sum + part)).toBe(BigInt(one.received));
            expect(parts.filter((part) => part < 0n)).toEqual([]);
          }
          for (const at of new Set(events.map((event) => event.at ?? 0))) {
            const known = events.filter((event) => (event.at ?? 0) <= at);
            const then = traces(known, method).find((one) => traceKey(one) === traceKey(whole));
            if (!then || unsettled(at)) continue;
            seen.moments += 1;
            if (then.steps.some((step) => STOPS.includes(step.from) || step.from === "SHOP"))
              seen.refunds += 1;
            if (then.convertedFrom) seen.exchanged += 1;
            expect(figures(whole, at)).toEqual(figures(then, null));
          }
        }
      }),
      { numRuns: 150 },
    );
    // Not a test of towns in which none of this happens.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
  });
});
