import { describe, expect, it } from "vitest";
import { traceMethod } from "../../contract/tracing.ts";
import { type Event, figureBy, follow, heldBy, trail } from "../support/money-trail.ts";

/**
 * Courts' worked cases, one tenge = 100 minor units. Own money of the account's holder comes in as
 * cash.
 */
const T = 100n;
const own = (to: string, amount: bigint): Event => ({ from: "CASH", to, amount: amount * T });
const stolen = (victim: string, to: string, amount: bigint): Event => ({
  from: victim,
  to,
  amount: amount * T,
  stolen: `R-${victim}`,
});
const out = (from: string, to: string, amount: bigint): Event => ({ from, to, amount: amount * T });

describe("Todd's three contributors", () => {
  const case_ = trail([
    stolen("P", "d", 10n),
    stolen("M", "d", 10n),
    out("d", "CASH", 10n),
    stolen("K", "d", 10n),
    out("d", "CASH", 10n),
  ]);
  it.each([
    ["fifo", 0n, 0n, 1000n],
    ["lifo", 1000n, 0n, 0n],
    ["pro-rata", 250n, 250n, 500n],
    ["libr", 250n, 250n, 500n],
    ["victim-favourable", 250n, 250n, 500n],
  ] as const)("%s", (method, P, M, K) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-P": P, "R-M": M, "R-K": K });
  });
});

describe("Roscoe v Winder", () => {
  const case_ = trail([stolen("V", "d", 455n), out("d", "CASH", 430n), own("d", 333n)]);
  it.each(traceMethod.options)("%s", (method) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-V": 2500n });
  });
});

describe("Re Oatway", () => {
  const case_ = trail([
    own("d", 4000n),
    stolen("V", "d", 3000n),
    out("d", "shares", 2137n),
    out("d", "CASH", 4863n),
  ]);
  it.each([
    ["fifo", 0n],
    ["lifo", 213_700n],
    ["pro-rata", 91_586n],
    ["libr", 0n],
    ["victim-favourable", 213_700n],
  ] as const)("%s", (method, shares) => {
    expect(heldBy(case_, method, "shares")).toEqual({ "R-V": shares });
  });
});

describe("Barlow Clowes", () => {
  const case_ = trail([stolen("A", "d", 1000n), stolen("B", "d", 2000n), out("d", "CASH", 600n)]);
  it.each([
    ["fifo", 400n, 2000n],
    ["lifo", 1000n, 1400n],
    ["pro-rata", 800n, 1600n],
    ["libr", 800n, 1600n],
    ["pari-passu", 800n, 1600n],
    ["victim-favourable", 800n, 1600n],
  ] as const)("%s", (method, A, B) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-A": A * T, "R-B": B * T });
  });
});

describe("Citrin", () => {
  const case_ = trail([stolen("P", "d", 100n), stolen("L", "d", 100n), out("d", "CASH", 100n)]);
  it.each([
    ["fifo", 0n, 100n],
    ["lifo", 100n, 0n],
    ["pro-rata", 50n, 50n],
    ["libr", 50n, 50n],
  ] as const)("%s", (method, P, L) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-P": P * T, "R-L": L * T });
  });
});

describe("Clayton's Case", () => {
  const case_ = trail([
    stolen("old", "d", 1717n),
    out("d", "CASH", 1717n),
    stolen("new", "d", 453n),
  ]);
  it.each(["fifo", "lifo", "pro-rata", "libr"] as const)("%s", (method) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-old": 0n, "R-new": 45_300n });
    expect(figureBy(case_, method, "d", "exited")).toEqual({ "R-old": 171_700n, "R-new": 0n });
  });
});

describe("Re Framjee: 709,529 left of 1,680,231 owed", () => {
  it("pari passu gives every contributor 0.42228 of what he paid in, whatever came when", () => {
    const case_ = trail([
      stolen("A", "d", 1_000_000n),
      out("d", "CASH", 900_000n),
      stolen("B", "d", 680_231n),
      out("d", "CASH", 70_702n),
    ]);
    const held = heldBy(case_, "pari-passu", "d");
    expect(held).toEqual({ "R-A": 42_228_063n, "R-B": 28_724_837n });
    const all = follow(case_, "pari-passu");
    expect(all.held).toBe("70952900");
  });
});

// Re Hallett's Estate (1880) 13 Ch D 696: Clayton's rule is not applied between a wrongdoer and the
// one he wronged; his own money leaves first.
describe("Re Hallett", () => {
  const case_ = trail([stolen("V", "d", 100n), own("d", 100n), out("d", "CASH", 100n)]);
  it.each([
    ["fifo", 0n],
    ["lifo", 100n],
    ["pro-rata", 50n],
    ["libr", 100n],
    ["pari-passu", 100n],
    ["victim-favourable", 100n],
  ] as const)("%s", (method, V) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-V": V * T });
  });
});

// The comparison of Law Society of Upper Canada v Toronto-Dominion Bank (1998) 42 OR 3d 257: by
// lowest balance A bears what left before B came, by contribution both do.
describe("Law Society v Toronto-Dominion Bank", () => {
  const case_ = trail([stolen("A", "d", 100n), out("d", "CASH", 50n), stolen("B", "d", 100n)]);
  it.each([
    ["fifo", 50n, 100n],
    ["lifo", 50n, 100n],
    ["pro-rata", 50n, 100n],
    ["libr", 50n, 100n],
    ["pari-passu", 75n, 75n],
  ] as const)("%s", (method, A, B) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-A": A * T, "R-B": B * T });
  });
});

// Bishopsgate v Homan [1995] Ch 211, Roscoe v Winder: an account that was empty in between holds
// nothing of what came before.
describe("an empty account", () => {
  const case_ = trail([
    stolen("V", "d", 100n),
    out("d", "CASH", 100n),
    own("d", 100n),
    out("d", "x", 60n),
  ]);
  it.each(traceMethod.options)("%s", (method) => {
    expect(heldBy(case_, method, "d")).toEqual({ "R-V": 0n });
    expect(follow(case_, method).accounts.map((one) => one.account)).not.toContain("x");
  });
});

// Pennell v Deffell (1853) 4 De GM & G 372 and two steps on: a payment keeps the order in which its
// money left.
describe("a mixed payment passed on in parts", () => {
  const case_ = trail([
    stolen("V", "d", 60n),
    own("d", 40n),
    out("d", "e", 100n),
    out("e", "x", 50n),
    out("e", "y", 50n),
  ]);
  it.each([
    ["fifo", 50n, 10n],
    ["lifo", 50n, 10n],
    ["pro-rata", 30n, 30n],
    ["libr", 10n, 50n],
    ["victim-favourable", 50n, 10n],
  ] as const)("%s", (method, x, y) => {
    expect([heldBy(case_, method, "x"), heldBy(case_, method, "y")]).toEqual([
      { "R-V": x * T },
      { "R-V": y * T },
    ]);
  });
});

describe("a victim whose account only another rule pays back", () => {
  it("is one row of the trace", () => {
    const trace = follow(
      trail([own("d", 100n), stolen("v", "d", 100n), out("d", "v", 100n)]),
      "fifo",
      { range: true },
    );
    const rows = trace.accounts.filter(({ account }) => account === "v");
    expect(rows.map(({ ranges }) => ranges?.held)).toEqual([{ minimum: "0", maximum: "10000" }]);
  });
});
