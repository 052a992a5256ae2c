import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedInCourt } from "../../server/claims/asked.ts";
import {
  type LedgerClaim,
  type LedgerPayment,
  ledgerOf,
  recoveredIn,
  spread,
} from "../../server/claims/ledger.ts";

const claim = (id: string, more: Partial<LedgerClaim> = {}): LedgerClaim => ({
  id,
  case: id.split("-")[0] ?? "",
  status: "filed",
  direct: true,
  currency: "KZT",
  amount: 100n,
  origins: [{ id: "t1", stolen: 100n }],
  taken: [],
  repaid: [],
  judgment: null,
  filed: null,
  ...more,
});
const traced = (id: string, amount: bigint, more: Partial<LedgerClaim> = {}) =>
  claim(id, { direct: false, amount, ...more });
const payment = (of: string, amount: bigint, more: Partial<LedgerPayment> = {}): LedgerPayment => ({
  id: `P-${of}-${amount}`,
  claim: of,
  case: of.split("-")[0] ?? "",
  currency: "KZT",
  amount,
  day: 100,
  source: "dropper",
  parts: [{ transferId: "t1", amount }],
  ...more,
});
const row = (amount: bigint, at: number) => ({
  transferId: `b${at}`,
  amount,
  at: at * 86_400_000,
  day: at,
});

/**
 * Claims against one holder each; the first `joint` of them are one claim against all its
 * defendants.
 */
function together<One>(losses: readonly One[], joint: number): One[][] {
  const [first, rest] = [losses.slice(0, joint), losses.slice(joint)];
  return [...(first.length > 0 ? [first] : []), ...rest.map((one) => [one])];
}
describe("what a claim asks for in court", () => {
  const at = (day: number) => day * 86_400_000;
  const paid = (amount: bigint, day: number, written = at(day)) => ({
    ...payment("C1-1", amount, { day }),
    at: written,
  });
  const filed = { day: 50, at: at(50) };

  it("is what is outstanding today while it is not filed", () => {
    const one = claim("C1-1", { status: "demand", repaid: [row(5n, 20)] });
    expect(askedInCourt([one], [paid(30n, 10)], "C1-1")).toBe(65n);
  });

  it("stays what was outstanding on the day of filing: later money, a judgment and the end change nothing", () => {
    const judgment = { sum: 60n, day: 60 };
    const one = claim("C1-1", {
      status: "recovered",
      filed,
      judgment,
      repaid: [row(5n, 20), row(10n, 55)],
    });
    expect(askedInCourt([one], [paid(30n, 10), paid(55n, 70)], "C1-1")).toBe(65n);
    expect(askedInCourt([{ ...one, status: "rejected" }], [paid(30n, 10)], "C1-1")).toBe(65n);
  });

  it("counts money of the day of filing where it was written down before", () => {
    const one = claim("C1-1", { filed });
    expect(askedInCourt([one], [paid(30n, 50, at(50) - 1)], "C1-1")).toBe(70n);
    expect(askedInCourt([one], [paid(30n, 50, at(50) + 1)], "C1-1")).toBe(100n);
  });

  it("is less by blocked money that was returned further on, as the ledger has it", () => {
    const others = [claim("C1-1", { status: "demand" }), traced("C2-1", 60n)];
    const back = payment("C2-1", 50n, { day: 10, parts: [] });
    const money = [{ ...back, at: at(10), measure: true }, paid(30n, 20)];
    const { balances } = ledgerOf(others, [paid(30n, 20)], [back]);
    expect(balances.get("C1-1")?.outstanding).toBe(20n);
    expect(askedInCourt(others, money, "C1-1")).toBe(20n);
    expect(askedInCourt(others, money, "C2-1")).toBe(balances.get("C2-1")?.outstanding);
    // The same on the day of filing.
    const filedToo = [claim("C1-1", { filed }), traced("C2-1", 60n)];
    expect(askedInCourt(filedToo, money, "C1-1")).toBe(20n);
  });

  it("is less where another claim for the same loss brought money before", () => {
    const others = [claim("C1-1", { filed }), traced("C2-1", 60n)];
    const payments = [{ ...payment("C2-1", 60n, { day: 10 }), at: at(10) }];
    expect(askedInCourt(others, payments, "C1-1")).toBe(40n);
  });
});

describe("a judgment", () => {
  it("has money of its very day off where it was written down before, and is executed by later money", () => {
    const judged = claim("C1-1", {
      status: "judgment",
      judgment: { sum: 70n, day: 60, at: 1_000 },
    });
    const money = (amount: bigint, day: number, at: number) =>
      payment("C1-1", amount, { id: `P${amount}`, day, at });
    const left = (...paid: LedgerPayment[]) => {
      const { balances } = ledgerOf([judged], paid);
      return [balances.get("C1-1")?.outstanding, balances.get("C1-1")?.beforeAward];
    };
    expect(left(money(30n, 60, 999))).toEqual([70n, ["P30"]]);
    expect(left(money(30n, 60, 1_001))).toEqual([40n, []]);
    expect(left(money(30n, 59, 1_001))).toEqual([70n, []]);
    expect(left(money(30n, 60, 999), money(70n, 61, 2_000))).toEqual([0n, ["P30"]]);
    // Blocked money that was returned on that day, likewise.
    const { balances } = ledgerOf([judged], [], [money(30n, 60, 999)]);
    expect(balances.get("C1-1")?.outstanding).toBe(70n);
  });
});

describe("the ledger of a loss", () => {
  it("takes what one holder pays off the claims against all others, in any case", () => {
    const claims = [claim("C1-1"), traced("C2-1", 60n), traced("C2-2", 40n)];
    const { balances } = ledgerOf(claims, [payment("C2-1", 60n)]);
    const outstanding = claims.map(({ id }) => balances.get(id)?.outstanding);
    expect(outstanding).toEqual([40n, 0n, 40n]);
    expect(balances.get("C1-1")).toMatchObject({
      loss: 100n,
      recovered: 60n,
      alternatives: ["C2-1", "C2-2"],
    });
  });

  it("counts what was taken off in draft, paid by bank rows since, and written down, once each", () => {
    const one = claim("C1-1", { amount: 90n, taken: [row(10n, 1)], repaid: [row(20n, 5)] });
    const { balances, recoveries } = ledgerOf([one], [payment("C1-1", 30n, { source: "bank" })]);
    expect(balances.get("C1-1")).toMatchObject({ recovered: 60n, outstanding: 40n });
    expect(recoveries.map(({ amount, by }) => [amount, by])).toEqual([
      [30n, "payment"],
      [10n, "bank-row"],
      [20n, "bank-row"],
    ]);
  });

  it("owes what a court gave from the judgment on", () => {
    const judged = claim("C1-1", { status: "judgment", judgment: { sum: 50n, day: 200 } });
    const before = payment("C1-1", 20n, { day: 150 });
    const after = payment("C1-1", 15n, { day: 200 });
    expect(ledgerOf([judged], [before]).balances.get("C1-1")?.outstanding).toBe(50n);
    expect(ledgerOf([judged], [before, after]).balances.get("C1-1")?.outstanding).toBe(35n);
    const all = [before, after, payment("C1-1", 40n, { day: 210, source: "bank" })];
    expect(ledgerOf([judged], all).balances.get("C1-1")?.outstanding).toBe(0n);
  });

  it("owes of what an appeal gave no more than was not paid since the first judgment", () => {
    const judgment = { sum: 50n, day: 300, since: 200 };
    const appealed = claim("C1-1", { status: "judgment", judgment });
    const paid = [payment("C1-1", 20n, { day: 150 }), payment("C1-1", 40n, { day: 210 })];
    expect(ledgerOf([appealed], paid).balances.get("C1-1")?.outstanding).toBe(10n);
  });

  it("brings no more back of a refused claim than was lost, whatever the bank shows", () => {
    const refused = claim("C1-1", { status: "rejected", repaid: [row(20n, 60)] });
    const { balances } = ledgerOf([refused], [payment("C1-1", 90n)]);
    expect(balances.get("C1-1")).toMatchObject({ loss: 100n, recovered: 100n, outstanding: 0n });
  });

  it("lays a payment elsewhere where its loss came back by a return, whichever was first", () => {
    const joint = claim("C1-1", {
      amount: 1000n,
      origins: [
        { id: "t1", stolen: 700n },
        { id: "t2", stolen: 300n },
      ],
    });
    // On the day it was written down the payment was laid on the older loss.
    const paid = payment("C1-1", 300n);
    const back = (amount: bigint) =>
      payment("C1-1", amount, { id: `M${amount}`, parts: [{ transferId: "t1", amount }] });
    const { balances, recoveries } = ledgerOf([joint], [paid], [back(400n), back(299n)]);
    expect(balances.get("C1-1")).toMatchObject({ recovered: 999n, outstanding: 1n });
    expect(recoveries.map(({ amount }) => amount).sort()).toEqual([299n, 300n, 400n]);
  });

  it("counts no more of a payment than the losses that its claim still has", () => {
    // The claim was a draft again and lost t2, of which 20 of the payment were.
    const parts = [
      { transferId: "t1", amount: 100n },
      { transferId: "t2", amount: 20n },
    ];
    const paid = payment("C1-1", 120n, { parts });
    const { recoveries, balances } = ledgerOf([claim("C1-1")], [paid]);
    expect(recoveries.map(({ amount }) => amount)).toEqual([100n]);
    expect(balances.get("C1-1")).toMatchObject({ recovered: 100n, outstanding: 0n });
    // Room that the claim has elsewhere takes it, and a loss that another claim knows keeps it.
    const wider = claim("C1-1", { amount: 130n, origins: [{ id: "t1", stolen: 130n }] });
    expect(ledgerOf([wider], [paid]).recoveries.map(({ amount }) => amount)).toEqual([120n]);
    const other = claim("C2-1", { origins: [{ id: "t2", stolen: 50n }], amount: 50n });
    expect(ledgerOf([claim("C1-1"), other], [paid]).recoveries[0]?.amount).toBe(120n);
    // Of a claim that is withdrawn the payment stays as it was written down.
    expect(ledgerOf([], [paid]).recoveries[0]?.amount).toBe(120n);
  });

  it("asks for nothing of a refused claim, and a withdrawn one is no claim", () => {
    const claims = [
      claim("C1-1", { status: "rejected" }),
      claim("C1-3", { status: "withdrawn", origins: [{ id: "t3", stolen: 100n }] }),
    ];
    const { balances } = ledgerOf(claims, []);
    expect(balances.get("C1-1")).toMatchObject({ loss: 100n, recovered: 0n, outstanding: 0n });
    expect(balances.has("C1-3")).toBe(false);
  });

  it("never brings back more than was lost, whoever pays, in whatever order and case", () => {
    const origins = [100n, 50n, 70n].map((stolen, at) => ({ id: `t${at}`, stolen }));
    const traces = fc.array(
      fc.record({
        of: fc.subarray(origins, { minLength: 1 }),
        share: fc.bigInt(1n, 100n),
        repaid: fc.bigInt(0n, 120n),
      }),
      { maxLength: 4 },
    );
    const tries = fc.array(
      fc.record({ at: fc.nat(), amount: fc.bigInt(1n, 120n), day: fc.nat(30) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        traces,
        fc.bigInt(0n, 120n),
        fc.nat(3),
        tries,
        (others, repaid, joint, wanted) => {
          const rows = (amount: bigint, at: number) => (amount > 0n ? [row(amount, at)] : []);
          const claims = [
            ...together(origins, joint).map((own, at) =>
              claim(`C1-${at}`, {
                amount: own.reduce((sum, one) => sum + one.stolen, 0n),
                origins: own,
                repaid: rows(repaid, at),
              }),
            ),
            ...others.map(({ of, share, repaid: back }, at) => {
              const whole = of.reduce((sum, one) => sum + one.stolen, 0n);
              return traced(`C2-${at}`, (whole * share) / 100n, {
                origins: of,
                repaid: rows(back, at),
              });
            }),
          ];
          const payments: LedgerPayment[] = [];
          for (const { at, amount, day } of wanted) {
            const own = claims[at % claims.length] as LedgerClaim;
            const before = ledgerOf(claims, payments);
            if (amount > (before.balances.get(own.id)?.outstanding ?? 0n)) continue;
            const parts = spread(amount, own, before.leftOf);
            expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount);
            payments.push(payment(own.id, amount, { id: `P${payments.length}`, day, parts }));
          }
          const ledger = ledgerOf(claims, payments);
          for (const { id, stolen } of origins) {
            const back = ledger.recoveries
              .flatMap((one) => one.parts)
              .filter((part) => part.transferId === id)
              .reduce((sum, part) => sum + part.amount, 0n);
            expect(back <= stolen).toBe(true);
          }
          for (const { loss, recovered, outstanding } of ledger.balances.values())
            expect(outstanding >= 0n && recovered + outstanding <= loss).toBe(true);
          const total = ledger.recoveries.reduce((sum, one) => sum + one.amount, 0n);
          expect(recoveredIn(ledger, claims, "C1")[0]?.amount ?? 0n).toBe(total);
        },
      ),
    );
  });
});

describe("returns of blocked money", () => {
  it("lower what is outstanding, never below nothing, whatever claim the loss is in", () => {
    const claims = [claim("C1-1"), traced("C2-1", 60n)];
    const { balances, recoveries } = ledgerOf(
      claims,
      [payment("C1-1", 50n)],
      [payment("C1-1", 80n, { id: "M1", source: "block" })],
    );
    expect(recoveries).toMatchObject([
      { by: "payment", amount: 50n },
      { id: "M1", by: "return", amount: 50n },
    ]);
    expect(balances.get("C1-1")).toMatchObject({ recovered: 100n, outstanding: 0n });
    expect(balances.get("C2-1")).toMatchObject({ outstanding: 0n });
  });

  it("that name no transfer are divided among the losses of their claim", () => {
    const origins = [
      { id: "t1", stolen: 30n },
      { id: "t2", stolen: 70n },
    ];
    const one = claim("C1-1", { origins });
    const { recoveries } = ledgerOf([one], [], [payment("C1-1", 40n, { id: "M1", parts: [] })]);
    expect(recoveries[0]?.parts).toEqual([
      { transferId: "t1", amount: 30n },
      { transferId: "t2", amount: 10n },
    ]);
  });

  it("count once where a bank row shows them, also one that the draft took off", () => {
    const returns = [payment("C1-1", 40n, { id: "M1" })];
    const shows = { ...row(40n, 101), shows: "M1" };
    for (const one of [
      claim("C1-1", { repaid: [shows] }),
      claim("C1-1", { amount: 60n, taken: [shows] }),
    ]) {
      const { balances, recoveries } = ledgerOf([one], [], returns);
      expect(recoveries.map(({ by }) => by)).toEqual(["return"]);
      expect(balances.get("C1-1")).toMatchObject({ recovered: 40n, outstanding: 60n });
      // On a day before it was written down the row alone speaks.
      expect(ledgerOf([one], []).recoveries.map(({ by }) => by)).toEqual(["bank-row"]);
    }
  });
});

describe("a ledger of 4,000 claims", () => {
  it("is worked out in a moment, and names the claims for the same loss in their order", () => {
    const many = Array.from({ length: 4_000 }, (_, at) =>
      claim(`C1-${at}`, { origins: [{ id: `t${Math.floor(at / 2)}`, stolen: 100n }] }),
    );
    const paid = many.map(({ id, origins }) =>
      payment(id, 1n, { parts: [{ transferId: origins[0]?.id ?? "", amount: 1n }] }),
    );
    // Of the processor, whatever else the machine does.
    const begun = process.cpuUsage();
    const { balances } = ledgerOf(many, paid, [payment("C1-3", 5n, { id: "M1", parts: [] })]);
    const took = process.cpuUsage(begun).user / 1_000;
    expect(balances.get("C1-2")).toMatchObject({ recovered: 7n, alternatives: ["C1-3"] });
    expect(balances.get("C1-3")).toMatchObject({ recovered: 7n, alternatives: ["C1-2"] });
    expect(took).toBeLessThan(1_000);
  });
});
