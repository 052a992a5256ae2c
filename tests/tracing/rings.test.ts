import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimablesOf } from "../../server/tracing/allocation.ts";
import { type Event, follow, nothing, pay, row, steal, trail } from "../support/money-trail.ts";

/** Money that goes round: docs/tracing.md, "Rings". An event a minute. */
describe("rings", () => {
  it("go round in time order, and a claim counts the same tenge once", () => {
    const trace = follow(
      trail([
        steal("V", "a", 100n),
        pay("a", "b", 60n),
        pay("b", "a", 60n),
        pay("a", "CASH", 100n),
      ]),
      "fifo",
    );
    expect(row(trace, "a")).toEqual({
      ...nothing,
      received: "160",
      passedOn: "60",
      exited: "100",
      generation: 1,
    });
    const { claimables } = claimablesOf(trace);
    expect(claimables.map((one) => [one.holder, one.basis, one.amount])).toEqual([
      ["a", "direct", 100n],
      ["b", "fifo", 60n],
    ]);
  });

  it("of three: whoever passed money round is asked once, however often it came", () => {
    const once = [pay("a", "b", 100n), pay("b", "c", 100n), pay("c", "a", 100n)];
    for (const method of ["fifo", "lifo", "pro-rata", "libr"] as const)
      expect(claims([steal("V", "a", 100n), ...once, ...once], method)).toEqual({
        a: 100n,
        b: 100n,
        c: 100n,
      });
  });

  it("money that comes later by the same way is new money, though the payee had passed other on", () => {
    const events = [
      steal("V", "a", 100n),
      pay("a", "b", 100n),
      pay("b", "outside", 100n),
      steal("V", "a", 100n),
      pay("a", "b", 100n),
      pay("b", "a", 1n),
    ];
    for (const method of ["fifo", "lifo", "pro-rata", "libr"] as const)
      expect(claims(events, method)).toEqual({ a: 200n, b: 200n, outside: 100n });
  });

  it("a shop's refund is the same money again", () => {
    const marked = [{ number: "shop", kind: "merchant", stub: false, exit: false }];
    const events = [steal("V", "d", 100n), pay("d", "shop", 100n), pay("shop", "d", 100n)];
    expect(claims(events, "fifo", { marked })).toEqual({ d: 100n });
  });

  it("under first in first out: exactly the coins that were ever with a holder", () => {
    const account = fc.constantFrom("a", "b", "c", "d");
    const amount = fc.bigInt({ min: 1n, max: 6n });
    const event = fc.oneof(
      { weight: 1, arbitrary: fc.record({ to: account, amount }) },
      { weight: 4, arbitrary: fc.record({ from: account, to: account, amount }) },
    );
    fc.assert(
      fc.property(fc.array(event, { minLength: 3, maxLength: 14 }), (drawn) => {
        const events = [{ to: "a", amount: 5n }, ...drawn].map((one) =>
          "from" in one && typeof one.from === "string"
            ? pay(one.from, one.to, one.amount)
            : steal("V", one.to, one.amount),
        );
        expect(claims(events, "fifo")).toEqual(coinByCoin(events));
      }),
      { numRuns: 300 },
    );
  });
});

function claims(
  events: readonly Event[],
  method: Parameters<typeof follow>[1],
  more: Parameters<typeof trail>[1] = {},
): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const one of claimablesOf(follow(trail(events, more), method)).claimables)
    sums[one.holder] = (sums[one.holder] ?? 0n) + one.amount;
  return sums;
}

/** The same by coins of one minor unit: whose each is, and who has had it. */
function coinByCoin(events: readonly Event[]): Record<string, bigint> {
  const pots = new Map<string, Set<string>[]>();
  const sums: Record<string, bigint> = {};
  /** Coins of nobody: own money that the data does not show coming in. */
  const own = new Set(["a", "b", "c", "d"]);
  for (const { from, to, amount, stolen } of events) {
    if (from === to) continue;
    const pot = pots.get(from) ?? [];
    for (let coin = 0n; coin < amount; coin += 1n) {
      const had = stolen === undefined ? (pot.shift() ?? own) : new Set<string>();
      if (!had.has(to)) {
        had.add(to);
        sums[to] = (sums[to] ?? 0n) + 1n;
      }
      pots.set(to, [...(pots.get(to) ?? []), had]);
    }
  }
  return sums;
}
