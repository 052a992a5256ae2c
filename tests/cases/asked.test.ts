import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "../../contract/claim-steps.ts";
import {
  type AskedClaim,
  askedSinceLeft,
  cameTo,
  claimedAt,
  claimedWithin,
  lossOf,
  withoutMistakes,
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
const hundred = { count: 1, sums: kzt(100n) };
const nothing = { count: 0, sums: [] };
const none = { claimed: nothing, withdrawn: nothing, again: nothing };

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

  it("asks of a claim that left the office what was outstanding then", () => {
    const asked = { amount: 70n, payments: [{ id: "t1", amount: 100n }] };
    const partly = filed(3, { moves: [{ to: "filed", at: 3 * DAY, asked }] });
    expect(lossOf([askedSinceLeft(partly)])).toEqual(kzt(70n));
    expect(claimedWithin([partly], EVER).claimed).toEqual({ count: 1, sums: kzt(70n) });
    // Beside it another one for the whole loss, of which nothing had come back on its day.
    const further = filed(4, { direct: false, amount: 100n });
    expect(lossOf([partly, further].map(askedSinceLeft))).toEqual(kzt(100n));
    expect(lossOf([askedSinceLeft(filed(3, {}))])).toEqual(kzt(100n));
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
    expect(claimedWithin(claims, first).claimed).toEqual({ count: 1, sums: kzt(100n) });
    expect(claimedWithin(claims, second).claimed).toEqual({ count: 2, sums: kzt(50n) });
    expect(claimedWithin(claims, EVER).claimed).toEqual({ count: 3, sums: kzt(150n) });
  });

  it("stays in an old period: a withdrawal, a refusal and a return are of their own day", () => {
    const old = { from: null, until: 30 * DAY };
    const later = { from: 30 * DAY, until: null };
    for (const to of ["withdrawn", "rejected", "returned"] as const) {
      const before = filed(10, {});
      const after = { ...before, status: to, moves: [...before.moves, { to, at: 40 * DAY }] };
      const other = filed(41, { payments: [{ id: "t2", amount: 50n }], amount: 50n });
      for (const one of [before, after]) {
        expect(claimedWithin([one], old), to).toEqual({ ...none, claimed: hundred });
        expect(cameTo(one, old), to).toEqual({ to: "filed", at: 10 * DAY });
      }
      // A month with more withdrawn than claimed has both figures, and none is below zero.
      expect(claimedWithin([after], later)).toEqual({ ...none, withdrawn: hundred });
      expect(claimedWithin([after, other], later)).toEqual({
        ...none,
        claimed: { count: 1, sums: kzt(50n) },
        withdrawn: hundred,
      });
      expect(claimedWithin([after], EVER)).toEqual({
        ...none,
        claimed: hundred,
        withdrawn: hundred,
      });
      expect(cameTo(after, later)).toEqual({ to, at: 40 * DAY });
    }
  });

  it("is claimed once: after an appeal or by another claim it is claimed again", () => {
    const since = { from: 45 * DAY, until: null };
    for (const to of ["withdrawn", "rejected", "returned"] as const) {
      const first = filed(10, {});
      const over = { ...first, status: to, moves: [...first.moves, { to, at: 40 * DAY }] };
      const filedAgain = { to: "filed" as const, at: 50 * DAY };
      const appealed = { ...first, moves: [...over.moves, filedAgain] };
      const further = filed(50, { direct: false, amount: 90n });
      expect(claimedWithin([appealed], since), to).toEqual({ ...none, again: hundred });
      expect(claimedWithin([over, filed(50, {})], since), to).toEqual({ ...none, again: hundred });
      expect(claimedWithin([over, further], since), to).toEqual({
        ...none,
        again: { count: 1, sums: kzt(90n) },
      });
      const whole = { claimed: hundred, withdrawn: hundred, again: hundred };
      expect(claimedWithin([appealed], EVER), to).toEqual(whole);

      // One claim for a loss that was claimed before and for one that was not is in both.
      const wider = filed(50, {
        payments: [...over.payments, { id: "t2", amount: 50n }],
        amount: 150n,
      });
      expect(claimedWithin([over, wider], since), to).toEqual({
        ...none,
        claimed: { count: 1, sums: kzt(50n) },
        again: hundred,
      });
      // Another claim asked for the loss all the time: it comes into court once more, for nothing new.
      expect(claimedWithin([appealed, filed(15, {})], since), to).toEqual({
        ...none,
        again: { count: 1, sums: [] },
      });
    }
  });

  it("keeps what was asked for on the day: an old period stays where a returned claim is reworked", () => {
    const paid = (id: string, amount: bigint) => ({ id, amount });
    const first = { amount: 100n, payments: [paid("t1", 100n)] };
    const refiled = (now: { amount: bigint; payments: { id: string; amount: bigint }[] }) =>
      claim({
        ...now,
        status: "filed",
        moves: [
          { to: "filed", at: 10 * DAY, asked: first },
          { to: "returned", at: 40 * DAY },
          { to: "draft", at: 41 * DAY },
          { to: "filed", at: 50 * DAY, asked: now },
        ],
      });
    const months = [
      { from: null, until: 30 * DAY },
      { from: 30 * DAY, until: 45 * DAY },
      { from: 45 * DAY, until: null },
    ];
    const wider = refiled({ amount: 150n, payments: [paid("t1", 100n), paid("t2", 50n)] });
    const fifty = { count: 1, sums: kzt(50n) };
    expect(months.map((month) => claimedWithin([wider], month))).toEqual([
      { ...none, claimed: hundred },
      { ...none, withdrawn: hundred },
      { ...none, claimed: fifty, again: hundred },
    ]);
    const narrower = refiled({ amount: 30n, payments: [paid("t1", 100n)] });
    expect(months.map((month) => claimedWithin([narrower], month))).toEqual([
      { ...none, claimed: hundred },
      { ...none, withdrawn: hundred },
      { ...none, again: { count: 1, sums: kzt(30n) } },
    ]);
    // Back in the office and reworked, it changes nothing that was told of it.
    const draft = { ...wider, status: "draft" as const, moves: wider.moves.slice(0, 3) };
    expect(claimedWithin([draft], EVER)).toEqual({ ...none, claimed: hundred, withdrawn: hundred });
  });

  it("shows a withdrawal and the next claim for the loss as two figures, on whatever days", () => {
    const over = claim({
      status: "withdrawn",
      moves: [
        { to: "filed", at: 10 * DAY },
        { to: "withdrawn", at: 40 * DAY, written: 40 * DAY + 100 },
      ],
    });
    const month = { from: 30 * DAY, until: null };
    for (const day of [40, 20]) {
      const moves = [{ to: "filed" as const, at: day * DAY, written: 40 * DAY + 200 }];
      const next = claim({ status: "filed", moves });
      for (const all of [
        [over, next],
        [next, over],
      ]) {
        const again = day === 40 ? hundred : nothing;
        expect(claimedWithin(all, month)).toEqual({ ...none, withdrawn: hundred, again });
        const whole = { claimed: hundred, withdrawn: hundred, again: hundred };
        expect(claimedWithin(all, EVER)).toEqual(whole);
      }
    }
  });

  it("knows nothing of a step that was taken back as a mistake", () => {
    const steps = (...all: ClaimStatus[]) => all.map((to, at) => ({ to, at: at * DAY }));
    const left = (...all: ClaimStatus[]) =>
      withoutMistakes(steps(...all)).map(({ to, at }) => `${to} ${at / DAY}`);
    expect(left("review", "approved", "demand", "approved", "demand")).toEqual([
      ...["review 0", "approved 1", "demand 4"],
    ]);
    expect(left("approved", "demand", "recovered", "demand", "approved")).toEqual(["approved 0"]);
    // A suit that the court returned was there: it is approved anew, and that takes nothing back.
    expect(left("approved", "filed", "returned", "draft", "approved", "filed")).toHaveLength(6);
    const typed = steps("approved", "demand", "approved", "filed");
    const one = claim({ status: "filed", moves: withoutMistakes(typed) });
    expect(claimedWithin([one], EVER)).toEqual({ ...none, claimed: hundred });
    expect(claimedWithin([one], { from: 3 * DAY, until: null }).claimed).toEqual(hundred);
  });

  it("adds up over two periods; claimed less withdrawn plus again is what is claimed now", () => {
    const payments = [100n, 50n, 70n].map((amount, at) => ({ id: `t${at}`, amount }));
    const turns = fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 5 });
    const one = fc
      .record({
        direct: fc.boolean(),
        of: fc.subarray(payments, { minLength: 1 }),
        share: fc.integer({ min: 1, max: 100 }),
        turns,
      })
      .map(({ direct, of, share, turns: days }) => {
        const asking = (some: typeof of) => {
          const all = some.reduce((sum, payment) => sum + payment.amount, 0n);
          return { payments: some, amount: direct ? all : (all * BigInt(share)) / 100n };
        };
        const moves = days
          .sort((a, b) => a - b)
          .map((day, at) => ({
            to: at % 2 ? ("returned" as const) : ("filed" as const),
            at: day * DAY,
            // Reworked in the office: at every other filing it asks for the first payment alone.
            asked: at % 4 ? null : asking(at % 8 ? of.slice(0, 1) : of),
          }));
        const now = moves.findLast(({ asked }) => asked !== null)?.asked ?? asking(of);
        return claim({ direct, ...now, moves, status: moves.at(-1)?.to ?? "draft" });
      });
    const sumOf = ({ sums }: { sums: readonly { amount: bigint }[] }) =>
      sums.reduce((sum, { amount }) => sum + amount, 0n);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.integer({ min: 1, max: 90 }), (all, cut) => {
        const within = (from: number | null, until: number | null) =>
          claimedWithin(all, { from, until });
        const [first, second, both] = [
          within(null, cut * DAY),
          within(cut * DAY, null),
          within(null, null),
        ];
        for (const part of ["claimed", "withdrawn", "again"] as const) {
          expect(first[part].count + second[part].count).toBe(both[part].count);
          expect(sumOf(first[part]) + sumOf(second[part])).toBe(sumOf(both[part]));
          for (const { amount } of [...first[part].sums, ...second[part].sums])
            expect(amount >= 0n).toBe(true);
        }
        // An old period is what it was before anything happened after it.
        const until = cut * DAY;
        const then = all.map((one) => {
          const moves = one.moves.filter(({ at }) => at < until);
          return { ...one, moves, status: moves.at(-1)?.to ?? ("draft" as const) };
        });
        expect(claimedWithin(then, EVER)).toEqual(first);
        // Claims of the victims' own payments: each payment is claimed once, however often asked.
        if (all.every(({ direct }) => direct)) expect(sumOf(both.claimed) <= 220n).toBe(true);
        const now = lossOf(all.filter((one) => one.status === "filed"));
        const standing = sumOf(both.claimed) - sumOf(both.withdrawn) + sumOf(both.again);
        expect(standing).toBe(sumOf({ sums: now }));
      }),
      { numRuns: 500 },
    );
  });
});
