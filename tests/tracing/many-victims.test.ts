import { describe, expect, it } from "vitest";
import type { TraceMethod } from "../../contract/tracing.ts";
import { claimablesOf, stillClaimable } from "../../server/tracing/allocation.ts";
import { resolveStolen } from "../../server/tracing/victims.ts";
import { type Event, follow, nothing, pay, row, steal, trail } from "../support/money-trail.ts";

/** Worked examples of docs/tracing.md: several victims, their claims, and the range over the rules. */
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

  it("a victim asked for by any account of his is asked for with all of them", () => {
    const reports = [report("R1", ["t"])];
    for (const asked of ["V", "V:2"]) {
      const requested = { reports: [], transfers: [], victims: [asked] };
      const { stolen, unknown } = resolveStolen(from.columns, reports, requested);
      expect(stolen, asked).toMatchObject([{ victim: "V", requested: true }]);
      expect(unknown, asked).toEqual([]);
    }
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
