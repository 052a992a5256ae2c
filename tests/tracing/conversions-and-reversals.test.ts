import { describe, expect, it } from "vitest";
import { follow, followAll, nothing, pay, row, steal, trail } from "../support/money-trail.ts";

/** Worked examples of docs/tracing.md: other currencies, and money that came back. An event a minute. */
describe("several currencies", () => {
  it("are traced each in its own; tenge do not pay for dollars", () => {
    const events = [
      steal("V", "d", 100n),
      steal("V", "d", 7n, { currency: "USD" }),
      pay("d", "x", 100n, { currency: "USD" }),
      pay("d", "CASH", 30n),
    ];
    const tenge = follow(trail(events), "fifo");
    expect(tenge).toMatchObject({ currency: "KZT", stolen: "100", held: "70", exited: "30" });
  });
});

describe("conversions", () => {
  const marked = [{ number: "bank", kind: "pooled", stub: false, exit: false }];
  it("are followed where the data shows both legs, and count as exited in the currency that was given", () => {
    const events = [
      pay("CASH", "d:tenge", 20_000n),
      steal("V", "d:tenge", 60_000n),
      pay("d:tenge", "bank", 80_000n),
      pay("bank", "d:dollars", 160n, { currency: "USD" }),
      pay("d:dollars", "x", 100n, { currency: "USD" }),
    ];
    const [tenge, dollars, ...more] = followAll(trail(events, { marked }), "pro-rata");
    expect(more).toEqual([]);
    expect(tenge).toMatchObject({ currency: "KZT", stolen: "60000", exited: "60000" });
    expect(tenge?.convertedFrom).toBeNull();
    expect(dollars).toMatchObject({
      currency: "USD",
      stolen: "120",
      held: "120",
      convertedFrom: "KZT",
    });
    expect(
      dollars?.accounts.map((one) => [one.account, one.generation, one.received, one.held]),
    ).toEqual([
      ["d:dollars", 2, "120", "45"],
      ["x", 3, "75", "75"],
    ]);
  });

  it("between two accounts of one holder as well", () => {
    const events = [
      steal("V", "d:tenge", 50_000n),
      pay("d:tenge", "d:dollars", 50_000n),
      pay("d:tenge", "d:dollars", 100n, { currency: "USD" }),
    ];
    const [tenge, dollars] = followAll(trail(events), "fifo");
    expect(tenge?.accounts.find((one) => one.account === "d:dollars")).toMatchObject({
      received: "50000",
      held: "0",
      exited: "50000",
    });
    expect(dollars).toMatchObject({ stolen: "100", held: "100" });
    // The tenge of his other account brought it to him: it did not only move between his accounts.
    expect(dollars?.holders).toMatchObject([{ received: "100", passedOn: "0", held: "100" }]);
  });

  it("are where the money comes from, and a payment on may be half of another exchange", () => {
    const events = [
      pay("d:dollars", "d:tenge", 7n),
      steal("V", "d:tenge", 50_000n),
      pay("d:tenge", "d:dollars", 50_000n),
      pay("d:tenge", "d:dollars", 100n, { currency: "USD" }),
      pay("d:dollars", "d:tenge", 100n, { currency: "USD" }),
    ];
    const dollars = followAll(trail(events), "fifo").find((one) => one.currency === "USD");
    expect(dollars?.steps.map((step) => step.byExchange ?? false)).toEqual([true, false]);
    expect(dollars?.holders).toMatchObject([{ received: "100", passedOn: "0", held: "100" }]);
  });

  it("are no conversions where only one leg is there, or another person got the other currency", () => {
    const events = [
      steal("V", "d", 50_000n),
      pay("d", "bank", 50_000n),
      pay("bank", "z", 100n, { currency: "USD" }),
    ];
    expect(followAll(trail(events, { marked }), "fifo").map((one) => one.currency)).toEqual([
      "KZT",
    ]);
  });
});

describe("reversals", () => {
  it("take back what they had brought, whatever the rule would have let go", () => {
    const events = [
      steal("A", "d", 100n),
      steal("V", "d", 100n),
      pay("d", "V", 100n, { reversal: true }),
    ];
    const trace = follow(trail(events), "fifo");
    expect(trace.victims.map((one) => [one.victim, one.held, one.returned])).toEqual([
      ["A", "100", "0"],
      ["V", "100", "100"],
    ]);
    const plain = follow(trail(events.map(({ reversal, ...event }) => event)), "fifo");
    expect(plain.victims.map((one) => one.returned)).toEqual(["0", "0"]);
  });

  it("of what has left already take own money first, then what the rule says", () => {
    const events = [
      steal("V", "d", 100n),
      pay("d", "CASH", 100n),
      pay("CASH", "d", 30n),
      steal("A", "d", 100n),
      pay("d", "V", 100n, { reversal: true }),
    ];
    const trace = follow(trail(events), "fifo");
    expect(row(trace, "d")).toMatchObject({
      received: "200",
      passedOn: "70",
      held: "30",
      exited: "100",
    });
  });
});

describe("money a bank blocked", () => {
  const marked = [{ number: "bank", kind: "transit", stub: false, exit: false }];
  it("goes back to the victim out of the bank's transit account, and to nobody else", () => {
    const events = [
      steal("V", "d", 100n),
      steal("A", "d", 50n),
      pay("d", "bank", 150n),
      pay("bank", "z", 150n),
      pay("bank", "V", 100n),
    ];
    const trace = follow(trail(events, { marked }), "fifo");
    expect(trace.victims.map((one) => [one.victim, one.held, one.exited, one.returned])).toEqual([
      ["A", "0", "50", "0"],
      ["V", "100", "0", "100"],
    ]);
    expect(row(trace, "bank")).toEqual({
      ...nothing,
      received: "150",
      passedOn: "100",
      exited: "50",
      generation: 2,
    });
    expect(trace.accounts.find((one) => one.account === "z")).toBeUndefined();
  });

  it("a shop's refund brings the purchase back to the account that paid it, once", () => {
    const events = [
      steal("V", "d", 100n),
      pay("d", "SHOP", 60n),
      pay("SHOP", "d", 60n),
      pay("SHOP", "d", 60n),
      pay("d", "x", 160n),
    ];
    const trace = follow(trail(events), "lifo");
    expect(row(trace, "d")).toEqual({
      ...nothing,
      received: "160",
      passedOn: "160",
      generation: 1,
    });
    expect(row(trace, "x")).toMatchObject({ received: "100", held: "100" });
    expect(trace).toMatchObject({ stolen: "100", held: "100", exited: "0" });
  });

  it("cash that is paid in again is somebody's own: nothing shows that it is the same", () => {
    const trace = follow(
      trail([steal("V", "d", 100n), pay("d", "CASH", 100n), pay("CASH", "d", 100n)]),
      "fifo",
    );
    expect(trace).toMatchObject({ held: "0", exited: "100" });
  });
});
