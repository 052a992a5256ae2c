import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AskedClaim,
  cameTo,
  claimedAt,
  claimedWithin,
  lossOf,
  newlyClaimed,
} from "../../server/cases/claimed-together.ts";

const DAY = 86_400_000;
const claim = (more: Partial<AskedClaim>): AskedClaim => ({
  case: "C1",
  status: "draft",
  direct: true,
  currency: "KZT",
  amount: 100n,
  payments: [{ id: "t1", amount: 100n }],
  openedAt: DAY,
  moves: [],
  ...more,
});
const filed = (day: number, more: Partial<AskedClaim>): AskedClaim =>
  claim({
    status: "filed",
    moves: [
      { to: "review", at: DAY },
      { to: "filed", at: day * DAY },
    ],
    ...more,
  });
const EVER = { from: null, until: null };
const kzt = (amount: bigint) => [{ currency: "KZT", amount }];

describe("the loss behind claims", () => {
  it("counts once where the first holder and the next are both asked for it", () => {
    expect(lossOf([claim({}), claim({ direct: false, amount: 90n })])).toEqual(kzt(100n));
    expect(
      lossOf([claim({ direct: false, amount: 90n }), claim({ direct: false, amount: 80n })]),
    ).toEqual(kzt(90n));
  });

  it("counts on the day the claim left the office, whatever courts said of it since", () => {
    const appealed = filed(3, {});
    const stopped = (to: "rejected" | "judgment" | "no-motion") => ({
      ...appealed,
      moves: [...appealed.moves, { to, at: 40 * DAY }, { to: "filed" as const, at: 50 * DAY }],
    });
    for (const to of ["rejected", "judgment", "no-motion"] as const)
      expect(claimedAt(stopped(to))).toBe(3 * DAY);
  });

  it("counts what a traced claim adds when the payment itself is not claimed", () => {
    const other = claim({ payments: [{ id: "t2", amount: 50n }], amount: 50n });
    const traced = claim({ direct: false, amount: 90n });
    expect(lossOf([other, traced])).toEqual(kzt(140n));
    const either = [{ id: "t1", amount: 100n }, ...other.payments];
    expect(lossOf([other, { ...traced, payments: either }])).toEqual(kzt(90n));
  });

  it("leaves out what was paid back, and keeps currencies apart", () => {
    const dollars = claim({ currency: "USD", payments: [{ id: "t9", amount: 7n }], amount: 7n });
    expect(lossOf([claim({ amount: 70n }), dollars])).toEqual([
      { currency: "KZT", amount: 70n },
      { currency: "USD", amount: 7n },
    ]);
  });

  it("is never above the payments, never below the largest claim, whatever the claims", () => {
    const payments = [100n, 50n, 70n].map((amount, at) => ({ id: `t${at}`, amount }));
    const one = fc
      .record({
        direct: fc.boolean(),
        of: fc.subarray(payments, { minLength: 1 }),
        share: fc.integer({ min: 1, max: 100 }),
      })
      .map(({ direct, of, share }) => {
        const whole = of.reduce((sum, payment) => sum + payment.amount, 0n);
        return claim({ direct, payments: of, amount: (whole * BigInt(share)) / 100n });
      });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (claims) => {
        const loss = lossOf(claims)[0]?.amount ?? 0n;
        const enough = claims.every(({ amount }) => loss >= amount);
        const sum = claims.reduce((all, { amount }) => all + amount, 0n);
        expect(loss <= 220n && loss <= sum && enough).toBe(true);
      }),
    );
  });
});

describe("the date of a claim", () => {
  it("is the day it left the office, the last time where it came back", () => {
    const returned = filed(40, {
      moves: [
        { to: "review", at: DAY },
        { to: "filed", at: 10 * DAY },
        { to: "review", at: 12 * DAY },
        { to: "demand", at: 30 * DAY },
        { to: "filed", at: 40 * DAY },
      ],
    });
    expect([claimedAt(returned), cameTo(returned, EVER)?.at]).toEqual([30 * DAY, 40 * DAY]);
    expect(claimedAt(claim({ status: "review", moves: [{ to: "review", at: DAY }] }))).toBeNull();
    const withdrawn = claim({
      status: "withdrawn",
      moves: [
        { to: "demand", at: DAY },
        { to: "withdrawn", at: 2 * DAY },
      ],
    });
    expect([claimedAt(withdrawn), cameTo(withdrawn, EVER)?.at]).toEqual([null, 2 * DAY]);
  });

  it("puts a loss into the period in which it was first claimed, and into no other", () => {
    const claims = [
      filed(10, {}),
      filed(40, { direct: false, amount: 90n }),
      filed(45, { payments: [{ id: "t2", amount: 50n }], amount: 50n }),
      claim({ payments: [{ id: "t3", amount: 5n }] }),
    ];
    const first = { from: null, until: 30 * DAY };
    const second = { from: 30 * DAY, until: null };
    expect(newlyClaimed(claims, first)).toEqual(kzt(100n));
    expect(newlyClaimed(claims, second)).toEqual(kzt(50n));
    expect(newlyClaimed(claims, { from: null, until: null })).toEqual(kzt(150n));
    expect(claimedWithin(claims, second)).toBe(2);
  });

  it("stays in an old period: a withdrawal, a refusal and a return are of their own day", () => {
    const old = { from: null, until: 30 * DAY };
    const later = { from: 30 * DAY, until: null };
    for (const to of ["withdrawn", "rejected", "returned"] as const) {
      const before = filed(10, {});
      const after = { ...before, status: to, moves: [...before.moves, { to, at: 40 * DAY }] };
      const other = filed(41, { payments: [{ id: "t2", amount: 50n }], amount: 50n });
      for (const one of [before, after]) {
        expect(newlyClaimed([one], old), to).toEqual(kzt(100n));
        expect(claimedWithin([one], old), to).toBe(1);
        expect(cameTo(one, old), to).toEqual({ to: "filed", at: 10 * DAY });
      }
      expect(newlyClaimed([after], later)).toEqual(kzt(-100n));
      expect(newlyClaimed([after, other], later)).toEqual(kzt(-50n));
      expect([newlyClaimed([after], EVER), claimedWithin([after], EVER)]).toEqual([[], 0]);
      expect(cameTo(after, later)).toEqual({ to, at: 40 * DAY });
      // Claimed anew, the loss counts again from that day on.
      const again = filed(50, {});
      expect(newlyClaimed([after, again], { from: 45 * DAY, until: null })).toEqual(kzt(100n));
    }
  });
});
