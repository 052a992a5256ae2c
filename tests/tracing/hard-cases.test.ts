import { describe, expect, it } from "vitest";
import type { Trace, TraceMethod } from "../../contract/tracing.ts";
import { claimablesOf, stillClaimable } from "../../server/tracing/allocation.ts";
import { resolveStolen } from "../../server/tracing/victims.ts";
import { type Event, follow, followAll, START, trail } from "../support/money-trail.ts";

/**
 * The worked examples of docs/tracing.md, in its order. Amounts in minor units, an event a minute.
 */
const DAY = 86_400_000;
const pay = (from: string, to: string, amount: bigint, more: Partial<Event> = {}): Event => ({
  from,
  to,
  amount,
  ...more,
});
const steal = (victim: string, to: string, amount: bigint, more: Partial<Event> = {}): Event =>
  pay(victim, to, amount, { stolen: `R-${victim}`, ...more });

function row(trace: Trace, account: string) {
  const found = trace.accounts.find((one) => one.account === account);
  if (found === undefined) throw new Error(`${account} is not in the trace`);
  const { received, passedOn, held, exited, beyondData, generation } = found;
  return { received, passedOn, held, exited, beyondData, generation };
}

const nothing = { received: "0", passedOn: "0", held: "0", exited: "0", beyondData: "0" };

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
});

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

describe("a victim through whose account another victim's money went", () => {
  it("lost his own money first; what is missing was the other's and goes on as his", () => {
    const events = [steal("A", "V", 70n), pay("CASH", "V", 50n), steal("V", "d", 100n)];
    const trace = follow(trail(events), "fifo");
    expect(trace.victims.map((one) => [one.victim, one.stolen, one.held, one.others])).toEqual([
      ["A", "70", "70", "0"],
      ["V", "50", "50", "50"],
    ]);
    expect(row(trace, "d")).toMatchObject({ received: "100", held: "100", generation: 1 });
    expect(row(trace, "V")).toMatchObject({
      received: "70",
      passedOn: "50",
      held: "20",
      generation: 1,
    });
    const direct = claimablesOf(trace).claimables.find(
      (one) => one.holder === "d" && one.victim === "V",
    );
    expect(direct).toMatchObject({ basis: "direct", amount: 50n });
  });
});

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

describe("claims", () => {
  const events = [
    steal("V", "a", 100n),
    steal("V", "b", 50n),
    steal("V", "e", 20n),
    pay("a", "c", 60n),
    pay("b", "c", 30n),
    pay("a", "V", 10n),
  ];
  const allocation = claimablesOf(follow(trail(events), "fifo"));
  it("need no rule from victim to first holder; beyond, who answers for the same tenge are alternatives", () => {
    expect(
      allocation.claimables.map((one) => [
        one.holder,
        one.basis,
        one.amount,
        one.generation,
        one.alternatives,
      ]),
    ).toEqual([
      ["a", "direct", 100n, 1, 0],
      ["b", "direct", 50n, 1, 0],
      ["e", "direct", 20n, 1, 1],
      ["c", "fifo", 90n, 2, 0],
    ]);
    expect(allocation.alternatives).toEqual([
      { victim: "V", currency: "KZT", holders: ["a", "b", "c"], most: 150n },
      { victim: "V", currency: "KZT", holders: ["e"], most: 20n },
    ]);
    expect(allocation.returned).toEqual([
      { victim: "V", holder: "a", currency: "KZT", amount: 10n, kind: "returned" },
    ]);
  });

  it("what comes back from anybody lowers what is left", () => {
    const paid = (holder: string | null, amount: bigint) => ({
      victim: "V",
      holder,
      currency: "KZT",
      amount,
      kind: "repayment" as const,
    });
    expect(stillClaimable(allocation, [])).toEqual([90n, 50n, 20n, 90n]);
    expect(stillClaimable(allocation, [paid("c", 90n)])).toEqual([50n, 50n, 20n, 0n]);
    expect(stillClaimable(allocation, [paid("c", 90n), paid("b", 50n)])).toEqual([0n, 0n, 20n, 0n]);
    // The bank's own refund lowers the victim's loss as a whole.
    expect(stillClaimable(allocation, [paid(null, 150n)])).toEqual([10n, 10n, 10n, 10n]);
  });
});

describe("what is asked for", () => {
  const from = trail([steal("V", "d", 100n, { id: "t" }), pay("V", "V:2", 5n, { id: "home" })]);
  const report = (id: string, transferIds: string[]) => ({
    id,
    victimIin: null,
    victimName: null,
    accounts: ["V"],
    transferIds,
  });
  it("what cannot be followed is named with its reason", () => {
    const reports = [report("R1", ["t", "gone", "home"]), report("R2", ["t"]), report("R3", [])];
    const requested = { reports: ["R1", "R2", "R3"], transfers: [], victims: [] };
    const resolved = resolveStolen(from.columns, reports, requested);
    expect(resolved.stolen).toMatchObject([{ victim: "V", report: "R1", requested: true }]);
    expect(resolved.notTraced).toEqual([
      { report: "R1", transferId: "gone", reason: "not-loaded" },
      { report: "R1", transferId: "home", reason: "own-account" },
      { report: "R2", transferId: "t", reason: "reported-twice" },
      { report: "R3", transferId: null, reason: "no-transfer-named" },
    ]);
    expect(
      resolveStolen(from.columns, reports, {
        reports: ["R9"],
        transfers: ["t9"],
        victims: ["V", "W"],
      }).unknown,
    ).toEqual(["R9", "W", "t9"]);
  });

  it("a stolen transfer asked for by itself, or by its victim, gives the same trace as its report", () => {
    const two = trail([steal("V", "d", 100n, { id: "t" }), pay("d", "x", 60n)]);
    const byReport = follow(two, "fifo", { requested: { reports: ["R-V"] } });
    expect(byReport.victims[0]?.reports).toEqual(["R-V"]);
    expect(follow(two, "fifo", { requested: { transfers: ["t"] } })).toEqual(byReport);
    expect(follow(two, "fifo", { requested: { victims: ["V"] } })).toEqual(byReport);
    expect(follow(two, "fifo", { requested: { transfers: ["t"], reports: ["R-V"] } })).toEqual(
      byReport,
    );
  });

  it("one report of a victim with two does not bring the other's money along", () => {
    const two = trail([
      steal("V", "d", 100n),
      { ...steal("V", "d", 50n), stolen: "R-second" },
      pay("d", "x", 120n),
    ]);
    const second = follow(two, "fifo", { requested: { reports: ["R-second"] } });
    expect(second).toMatchObject({ stolen: "50" });
    expect(row(second, "x")).toMatchObject({ received: "20" });
  });

  describe("are hundreds", () => {
    const elsewhere = Array.from({ length: 401 }, (_, at) => steal(`o${at}`, `e${at}`, 100n));
    const same = (events: readonly Event[], method: TraceMethod, report: string) => {
      const alone = follow(trail(events), method, { requested: { reports: [report] } });
      const among = follow(trail([...events, ...elsewhere]), method, {
        requested: { reports: [report] },
      });
      expect(among.othersJoined).toBe(401);
      const { othersJoined: _joined, ...figures } = among;
      expect(figures).toEqual(alone);
      return alone;
    };

    it("and are still not the holder's own money", () => {
      const others = Array.from({ length: 401 }, (_, at) => steal(`o${at}`, "d", 100n));
      const events = [
        pay("CASH", "d", 900n),
        steal("V", "d", 100n),
        ...others,
        pay("d", "x", 900n + 20_100n),
      ];
      const trace = follow(trail(events), "libr", { requested: { reports: ["R-V"] } });
      expect(row(trace, "d")).toEqual({
        ...nothing,
        received: "100",
        passedOn: "50",
        held: "50",
        generation: 1,
      });
      expect(trace.victims.map((one) => one.victim)).toEqual(["V"]);
      expect(trace.othersJoined).toBeUndefined();
    });

    it("and one of them has his money back, which is his own again", () => {
      const events = [
        steal("V", "d", 100n),
        pay("d", "V", 100n),
        steal("W", "d", 100n),
        pay("d", "V", 100n),
        pay("V", "k", 100n),
      ];
      for (const method of ["libr", "pari-passu"] as const)
        expect(row(same(events, method, "R-W"), "V")).toMatchObject({ held: "100", passedOn: "0" });
    });

    it("and each answers for what he has paid in, no more than he still has there", () => {
      const events = [
        steal("X", "d", 100n),
        pay("d", "o", 95n),
        steal("Y", "d", 100n),
        steal("A", "d", 100n),
        pay("d", "p", 150n),
      ];
      expect(row(same(events, "pari-passu", "R-A"), "d")).toMatchObject({
        passedOn: "73",
        held: "27",
      });
    });

    it("and one of them passes the traced money on", () => {
      const events = [
        steal("V", "d", 100n),
        steal("W", "e", 100n),
        pay("e", "V", 100n),
        pay("d", "V", 100n),
        pay("V", "z", 100n),
      ];
      for (const method of ["fifo", "libr"] as const) same(events, method, "R-W");
    });
  });
});

describe("the range over the rules", () => {
  it("spans every figure; an account a rule does not reach has nothing under it", () => {
    const events = [
      pay("CASH", "d", 4000n),
      steal("V", "d", 3000n),
      pay("d", "shares", 2137n),
      pay("d", "CASH", 4863n),
    ];
    const trace = follow(trail(events), "fifo", { range: true });
    const shares = trace.accounts.find((one) => one.account === "shares");
    expect(shares).toMatchObject({
      received: "0",
      generation: 2,
      range: { minimum: "0", maximum: "2137" },
    });
    expect(trace.accounts.find((one) => one.account === "d")?.ranges).toMatchObject({
      received: { minimum: "3000", maximum: "3000" },
      passedOn: { minimum: "0", maximum: "2137" },
      exited: { minimum: "863", maximum: "3000" },
    });
  });
});
