import { describe, expect, it } from "vitest";
import { traceMethod } from "../../contract/tracing.ts";
import { traceDocument } from "../../server/tracing/document.ts";
import { resolveStolen } from "../../server/tracing/victims.ts";
import { follow, nothing, pay, row, START, steal, trail } from "../support/money-trail.ts";

/** Worked examples of docs/tracing.md: what the statements say, and where the trace ends. */
const DAY = 86_400_000;

describe("statements", () => {
  const known = {
    account: "d",
    from: START,
    until: START + 10 * DAY,
    currency: "KZT",
    opening: null,
    closing: null,
  };
  it("an opening balance is the holder's own and leaves first", () => {
    const events = [steal("V", "d", 100n), pay("d", "x", 100n)];
    const trace = follow(trail(events, { statements: [{ ...known, opening: 80n }] }), "fifo");
    expect(row(trace, "x")).toMatchObject({ received: "20" });
    expect(trace.accounts.find((one) => one.account === "d")?.openingUnknown).toBe(false);
  });

  it("where only the closing balance is stated the opening one follows from it", () => {
    const events = [steal("V", "d", 100n), pay("d", "x", 100n)];
    const trace = follow(trail(events, { statements: [{ ...known, closing: 80n }] }), "fifo");
    expect(row(trace, "x")).toMatchObject({ received: "20" });
  });

  it("an unknown opening balance counts as nothing, and certain says what holds whatever it was", () => {
    const trace = follow(
      trail([steal("V", "d", 100n), pay("d", "x", 130n), pay("x", "y", 10n)]),
      "fifo",
    );
    const [d, x] = ["d", "x"].map((account) =>
      trace.accounts.find((one) => one.account === account),
    );
    expect([d?.received, d?.certain, d?.unexplained, d?.openingUnknown]).toEqual([
      "100",
      "100",
      "30",
      true,
    ]);
    expect([x?.received, x?.certain]).toEqual(["100", "0"]);
    const opened = follow(
      trail([steal("V", "d", 100n), pay("d", "x", 100n)], {
        opened: { d: START + 1, x: START + 1 },
      }),
      "fifo",
    );
    expect(opened.accounts.map((one) => [one.account, one.openingUnknown, one.certain])).toEqual([
      ["V", true, "0"],
      ["d", false, "100"],
      ["x", false, "100"],
    ]);
  });

  it("what a victim paid straight to an account is certain under every rule and balance", () => {
    // V's money passes through W's own account, whose balance nobody knows: no run bounds the rest.
    const events = [
      steal("V", "d", 100n),
      pay("d", "W", 100n),
      steal("W", "e", 70n),
      steal("U", "d", 40n),
      pay("e", "f", 70n),
    ];
    for (const method of traceMethod.options) {
      const trace = follow(trail(events), method);
      const certain = (account: string) =>
        trace.accounts.find((one) => one.account === account)?.certain;
      expect([method, certain("d")]).toEqual([method, "140"]);
      expect([method, certain("e"), certain("f")]).toEqual([method, "0", "0"]);
    }
  });

  it("a balance lower than the known transfers explain says that money left unseen", () => {
    const statements = [
      { ...known, opening: 0n, until: START + DAY },
      { ...known, opening: 25n, from: START + 5 * DAY },
    ];
    const trace = follow(trail([steal("V", "d", 100n)], { statements }), "fifo");
    expect(row(trace, "d")).toEqual({
      ...nothing,
      received: "100",
      held: "25",
      beyondData: "75",
      generation: 1,
    });
    expect(trace.requests).toMatchObject([{ account: "d", waiting: "75", reason: "gap" }]);
  });
});

describe("beyond the data", () => {
  it("is what waits on accounts of which only the other side is known; the statement to ask for is named", () => {
    const events = [
      steal("V", "d", 100n),
      pay("d", "stub", 70n),
      pay("d", "other", 20n),
      pay("stub", "z", 30n, { at: START + DAY }),
    ];
    const marked = ["stub", "other"].map((number) => ({
      number,
      kind: null,
      stub: true,
      exit: false,
    }));
    const trace = follow(trail(events, { marked }), "fifo");
    expect(trace).toMatchObject({ stolen: "100", held: "40", exited: "0", beyondData: "60" });
    expect(row(trace, "stub")).toMatchObject({
      received: "70",
      passedOn: "30",
      held: "0",
      beyondData: "40",
    });
    expect(trace.requests).toEqual([
      {
        account: "stub",
        holderName: null,
        bank: "601",
        from: START + 60_000,
        until: null,
        waiting: "40",
        reason: "no-statement",
      },
      {
        account: "other",
        holderName: null,
        bank: "601",
        from: START + 120_000,
        until: null,
        waiting: "20",
        reason: "no-statement",
      },
    ]);
  });

  it("is what lies on an account whose statement nobody has, though its file names it", () => {
    const days = { from: START - DAY, until: START + 20 * DAY, currency: "KZT" };
    const statements = [{ ...days, account: "d", opening: null, closing: null }];
    const trace = follow(
      trail([steal("V", "d", 100n), pay("d", "e", 70n)], { statements }),
      "fifo",
    );
    expect(row(trace, "d")).toMatchObject({ held: "30", beyondData: "0" });
    expect(row(trace, "e")).toMatchObject({ held: "0", beyondData: "70" });
    expect(trace.requests.map((one) => [one.account, one.reason])).toEqual([["e", "no-statement"]]);
  });

  it("are asked for since another victim's money came, where a victim's own came back before", () => {
    const days = { from: START - DAY, until: START + 20 * DAY, currency: "KZT" };
    const statements = [{ ...days, account: "d", opening: null, closing: null }];
    const events = [
      steal("A", "d", 100n),
      steal("B", "d", 100n),
      pay("d", "A", 50n),
      pay("d", "A", 100n),
    ];
    const trace = follow(trail(events, { statements }), "fifo");
    expect(trace.requests).toMatchObject([
      { account: "A", waiting: "50", reason: "no-statement", from: START + 180_000 },
    ]);
    expect(traceDocument(trace, false).requests).toHaveLength(1);
  });

  it("is what lies at another bank than the one whose dump is loaded, however new the account", () => {
    const trace = follow(
      trail([steal("V", "d", 100n), pay("d", "e", 60n)], {
        banks: { e: "722" },
        opened: { d: START + 1, e: START + 1 },
      }),
      "fifo",
    );
    expect(row(trace, "d")).toMatchObject({ held: "40", beyondData: "0" });
    expect(row(trace, "e")).toMatchObject({ held: "0", beyondData: "60" });
    const unknown = trace.accounts.filter((one) => one.openingUnknown);
    expect(unknown.map((one) => one.account)).toEqual(["V", "e"]);
  });

  it("begins where a statement ends if the account moved again, and asks for later days where money was still held", () => {
    const days = { from: START - DAY, currency: "KZT", opening: 0n, closing: null };
    const statements = [
      { ...days, account: "d", until: START + DAY - 1 },
      { ...days, account: "e", until: START + 20 * DAY },
    ];
    const events = [
      steal("V", "d", 100n),
      steal("V", "e", 50n),
      pay("e", "x", 5n, { at: START + 9 * DAY }),
    ];
    const trace = follow(trail(events, { statements, dump: null }), "lifo");
    expect(row(trace, "d")).toMatchObject({ held: "100", beyondData: "0" });
    expect(row(trace, "e")).toMatchObject({ held: "45" });
    expect(trace.requests.map((one) => [one.account, one.waiting, one.reason, one.from])).toEqual([
      ["d", "100", "ended", START + DAY],
      ["x", "5", "no-statement", START + 9 * DAY],
    ]);
    const moved = follow(
      trail([...events, pay("z", "d", 1n, { at: START + 5 * DAY })], { statements, dump: null }),
      "lifo",
    );
    expect(row(moved, "d")).toMatchObject({ held: "0", beyondData: "100" });
    // Later days that are known again say nothing of the days between.
    const again = { ...days, account: "d", from: START + 8 * DAY, until: START + 20 * DAY };
    const holed = follow(trail(events, { statements: [...statements, again], dump: null }), "lifo");
    const asked = holed.requests.find((one) => one.account === "d");
    expect(asked).toMatchObject({
      ...{ waiting: "100", reason: "gap" },
      ...{ from: START + DAY, until: START + 8 * DAY - 1 },
    });
  });
});

describe("stops and limits", () => {
  const events = [
    steal("V", "d", 1000n),
    pay("d", "shop", 300n),
    pay("shop", "x", 300n),
    pay("d", "y", 50n),
    pay("d", "y", 400n, { at: START + 20 * DAY }),
  ];
  const marked = [{ number: "shop", kind: "merchant", stub: false, exit: false }];
  it("who is paid mostly by card terminal or crypto is a shop or an exchange, unless it is a person", () => {
    const paid = [
      steal("V", "d", 1000n),
      pay("d", "shop", 300n, { channel: "pos" }),
      pay("d", "wallet", 200n, { channel: "crypto" }),
      pay("d", "friend", 100n, { channel: "pos" }),
      pay("shop", "x", 300n),
      pay("friend", "x", 100n),
    ];
    const trace = follow(trail(paid, { nobodys: ["shop", "wallet"] }), "fifo");
    const stopOf = (account: string) => trace.accounts.find((one) => one.account === account)?.stop;
    expect([stopOf("shop"), stopOf("wallet"), stopOf("friend")]).toEqual([
      "merchant",
      "exchange",
      null,
    ]);
    expect(row(trace, "shop")).toMatchObject({ received: "300", exited: "300" });
    expect(row(trace, "x")).toMatchObject({ received: "100" });
    const mixed = [...paid, pay("y", "shop", 5n), pay("z", "shop", 5n), pay("w", "shop", 5n)];
    expect(row(follow(trail(mixed, { nobodys: ["shop"] }), "fifo"), "x")).toMatchObject({
      received: "400",
    });
  });

  it("a report that names another account than the payer's is no word on whose money it was", () => {
    const given = trail([pay("W", "d", 100n, { id: "t" }), pay("V", "e", 1n)], {
      nobodys: ["W", "V"],
    });
    const reports = [
      { id: "R", victimIin: null, victimName: "Vic V", accounts: ["V"], transferIds: ["t"] },
    ];
    const requested = { reports: ["R"], transfers: [], victims: [] };
    expect(resolveStolen(given.columns, reports, requested).stolen).toMatchObject([
      { victim: "W", name: null },
    ]);
  });

  it("a merchant is the end of the trace and shown as such; a reader can let it go or stop elsewhere", () => {
    const stopped = follow(trail(events, { marked }), "fifo");
    expect(stopped.accounts.find((one) => one.account === "shop")).toMatchObject({
      stop: "merchant",
      received: "300",
      exited: "300",
    });
    expect(row(follow(trail(events, { marked }), "fifo", { letGo: ["shop"] }), "x")).toMatchObject({
      received: "300",
    });
    const chosen = follow(trail(events, { marked }), "fifo", { stopAt: ["y"] });
    expect(chosen.accounts.find((one) => one.account === "y")).toMatchObject({
      stop: "chosen",
      exited: "450",
    });
  });

  it("a least amount and a horizon say what they left out, and it still adds up", () => {
    const trace = follow(trail(events, { marked }), "fifo", {
      minimumAmount: 100n,
      horizonDays: 7,
    });
    expect(trace).toMatchObject({ stolen: "1000", held: "250", exited: "300", beyondData: "450" });
    expect(trace.leftOut).toEqual([
      { reason: "minimum-amount", count: 1, amount: "50" },
      { reason: "horizon", count: 1, amount: "400" },
    ]);
    expect(trace.requests).toEqual([]);
  });
});
