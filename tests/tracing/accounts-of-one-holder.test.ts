import { describe, expect, it } from "vitest";
import { follow, nothing, pay, row, START, steal, trail } from "../support/money-trail.ts";

/** Worked examples of docs/tracing.md: order, and accounts of one holder. An event a minute. */
describe("same time", () => {
  it("keeps the order of the source: what stands before the receipt left before it", () => {
    const at = START;
    const before = follow(
      trail([pay("d", "x", 100n, { at }), steal("V", "d", 100n, { at })]),
      "fifo",
    );
    expect(row(before, "d")).toEqual({ ...nothing, received: "100", held: "100", generation: 1 });
    const after = follow(
      trail([steal("V", "d", 100n, { at }), pay("d", "x", 100n, { at })]),
      "fifo",
    );
    expect(row(after, "x")).toEqual({ ...nothing, received: "100", held: "100", generation: 2 });
  });
});

describe("transfers to oneself", () => {
  it("change nothing, also under last in first out", () => {
    const events = [pay("CASH", "d", 50n), steal("V", "d", 100n), pay("d", "x", 100n)];
    const round = [
      ...events.slice(0, 2),
      pay("d", "d", 150n, { id: "round" }),
      pay("d", "x", 100n, { id: "t2" }),
    ];
    for (const method of ["fifo", "lifo", "pro-rata"] as const) {
      expect(row(follow(trail(round), method), "x")).toEqual(
        row(follow(trail(events), method), "x"),
      );
    }
  });
});

describe("own accounts of one holder", () => {
  it("are two accounts and one holder: what moves between them is neither received nor passed on by him", () => {
    const trace = follow(
      trail([steal("V", "d:1", 100n), pay("d:1", "d:2", 80n), pay("d:2", "x", 30n)]),
      "fifo",
    );
    expect(row(trace, "d:2")).toEqual({
      ...nothing,
      received: "80",
      passedOn: "30",
      held: "50",
      generation: 2,
    });
    expect(trace.holders.find((one) => one.holder === "d")).toMatchObject({
      accounts: ["d:1", "d:2"],
      generation: 1,
      received: "100",
      passedOn: "30",
      held: "70",
    });
  });

  it("of the victim are home: what comes back is held there, and no theft when it went from one to the other", () => {
    const trace = follow(
      trail([steal("V:1", "d", 100n), pay("d", "V:2", 40n), pay("V:2", "z", 40n)]),
      "fifo",
    );
    expect(row(trace, "V:2")).toEqual({ ...nothing, received: "40", held: "40", generation: 0 });
    expect(trace.victims[0]).toMatchObject({
      stolen: "100",
      held: "100",
      returned: "40",
      accounts: ["V:1", "V:2"],
    });
    expect(() => follow(trail([steal("V:1", "V:2", 100n)]), "fifo")).toThrow("nothing was stolen");
  });
});
