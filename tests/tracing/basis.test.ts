import { deepStrictEqual } from "node:assert";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Trace, traceMethod } from "../../contract/tracing.ts";
import { othersLast, underPseudonyms } from "../../server/tracing/basis/pseudonyms.ts";
import { replay } from "../../server/tracing/basis/replay.ts";
import type { StatedAccount } from "../../server/tracing/statements.ts";
import { type Event, followWithBasis, pay, START, steal, trail } from "../support/money-trail.ts";

const PEOPLE = ["a", "a:2", "b", "c", "d", "d:2", "e", "f", "g"];
const MINUTE = 60_000;
const MARKED = [
  { number: "M", kind: "merchant", stub: false, exit: false },
  { number: "BANK", kind: "pooled", stub: false, exit: false },
];

/** People, shops, a bank's pooled account and two currencies; some rows are stolen or taken back. */
const events = fc
  .array(
    fc.record({
      from: fc.constantFrom(...PEOPLE, ...PEOPLE, ...PEOPLE, "CASH", "BANK", "M", "SHOP"),
      to: fc.constantFrom(...PEOPLE, ...PEOPLE, ...PEOPLE, "CASH", "BANK", "M", "SHOP"),
      amount: fc.constantFrom(7, 10, 10, 20, 33, 50).map(BigInt),
      wait: fc.constantFrom(0, 1, 1, 600),
      currency: fc.constantFrom("KZT", "KZT", "KZT", "KZT", "USD"),
      stolen: fc.constantFrom(false, false, true),
      reversal: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 4, maxLength: 40 },
  )
  .filter((rows) => rows.some(isTheft))
  .map((rows): Event[] => {
    let at = START;
    return rows.map(({ wait, stolen, reversal, ...row }) => {
      at += wait * MINUTE;
      const theft = isTheft({ ...row, stolen });
      return {
        ...row,
        at,
        reversal: reversal && !theft,
        ...(theft && { stolen: `R-${row.from}-${row.currency}` }),
      };
    });
  });

function isTheft(row: { from: string; to: string; stolen: boolean }): boolean {
  return row.stolen && PEOPLE.includes(row.from) && row.from !== row.to;
}

/** Of some accounts statements are held, with or without balances. */
const statements = fc.array(
  fc.record({
    account: fc.constantFrom(...PEOPLE),
    from: fc
      .integer({ min: -60, max: 600 })
      .map((minute): number | null => START + minute * MINUTE),
    until: fc
      .integer({ min: 600, max: 9_000 })
      .map((minute): number | null => START + minute * MINUTE),
    opening: fc.option(fc.integer({ min: -5, max: 80 }).map(BigInt)),
    closing: fc.option(fc.integer({ min: -5, max: 80 }).map(BigInt)),
    currency: fc.constantFrom("KZT", "USD", null),
  }),
  { maxLength: 5 },
);

/** The figures that a package states of a trace, as its tables have them. */
function figures(traces: readonly Trace[]) {
  return traces.map(({ currency, convertedFrom, method, steps, accounts, victims }) => ({
    ...{ currency, convertedFrom, method },
    steps: steps.map(({ byExchange: _mark, ...one }) => one),
    accounts: accounts.map(
      ({ account, generation, received, passedOn, held, exited, beyondData, ranges, ...one }) => ({
        ...{ account, generation, received, passedOn, held, exited, beyondData, ranges },
        ...{ certain: one.certain, stop: one.stop, exitKind: one.exitKind },
        ...{ from: one.firstReceivedAt, until: one.lastLeftAt, unknown: one.openingUnknown },
        byVictim: one.byVictim,
      }),
    ),
    victims: victims.map(({ name: _name, reports: _reports, accounts: _own, ...one }) => one),
  }));
}

describe("the basis of a trace", () => {
  it("gives the same figures under every rule, whoever was asked for", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        events,
        statements,
        fc.boolean(),
        fc.constantFrom(...traceMethod.options),
        fc.nat(5),
        (rows, held, dumped, method, asked) => {
          const from = trail(rows, {
            statements: held as StatedAccount[],
            marked: MARKED,
            ...(dumped ? {} : { dump: null }),
          });
          const reports = from.reports.map((report) => report.id);
          const some = reports.filter((_, at) => at <= asked);
          const { traces, basis } = followWithBasis(from, method, some);
          if (traces.length === 0) return;
          deepStrictEqual(figures(replay(basis)), figures(traces));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("holds the other rows of the traced accounts, and nothing of strangers beyond", () => {
    const from = trail([
      pay("salary", "d", 500n),
      pay("far", "further", 1_000n),
      steal("v", "d", 100n),
      steal("w", "e", 70n),
      pay("e", "d", 20n),
      pay("e", "f", 30n),
      pay("x", "e", 5n),
      pay("d", "h", 550n),
      pay("h", "far", 1n),
      pay("f", "elsewhere", 1n),
    ]);
    const { basis, traces } = followWithBasis(from, "fifo", ["R-v"]);
    const followed = basis.accounts.filter((one) => one.followed.includes("KZT"));
    // e is followed: another victim's money came from there. Of f and others nothing depends.
    expect(followed.map((one) => one.account).sort()).toEqual(["d", "e", "far", "h"]);
    const ways = basis.movements.map(({ from, to }) => `${from}>${to}`);
    expect(ways).toEqual(expect.arrayContaining(["salary>d", "w>e", "x>e", "far>further"]));

    const named = {
      accounts: new Set(["v", "d", "h", "far"]),
      transfers: new Set(["t2", "t7", "t8"]),
      victims: new Set(["v"]),
    };
    const hidden = underPseudonyms(othersLast(basis, named), named);
    expect(hidden.victims).toEqual([
      { key: "v", accounts: ["v"] },
      { key: "other-v1", accounts: ["other-a3"] },
    ]);
    expect(hidden.movements.map(({ id, from, to }) => `${id} ${from}>${to}`)).toEqual([
      "other-t1 other-a1>d",
      "other-t2 far>other-a2",
      "t2 v>d",
      "other-t3 other-a3>other-a4",
      "other-t4 other-a4>d",
      "other-t5 other-a4>other-a5",
      "other-t6 other-a6>other-a4",
      "t7 d>h",
      "t8 h>far",
    ]);
    expect(JSON.stringify(hidden, (_, value) => String(value))).not.toContain("salary");
    deepStrictEqual(figures(replay(hidden)), figures(traces));
  });
});
