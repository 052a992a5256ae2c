import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, formatDecimal, parseDecimal } from "../../server/money/money.ts";
import { decimalSignOf, parseWrittenAmount } from "../../server/money/written.ts";
import { fuzzing } from "../support/fuzzing.ts";

const tiyn = (text: string, sign: "." | "," | null = null) => {
  const parsed = parseWrittenAmount(text, "KZT", sign);
  return parsed.ok ? parsed.amount : parsed.reason;
};

describe("amounts as banks write them", () => {
  it.each([
    ["1500", 150000n],
    ["1500.5", 150050n],
    ["1500,50", 150050n],
    ["1 500,50", 150050n],
    ["1\u00a0500\u202f000,50", 150000050n],
    ["1,500.50", 150050n],
    ["1.500,50", 150050n],
    ["1'500.50", 150050n],
    ["1.500.000", 150000000n],
    ["1,500", 150000n],
    ["1500.", 150000n],
    [",50", 50n],
    ["0,5", 50n],
    ["-1500", -150000n],
    ["\u22121 500,50", -150050n],
    ["1500-", -150000n],
    ["(1 500,00)", -150000n],
    ["+1500", 150000n],
    ["- 1 500,00 ₸", -150000n],
    ["1500 KZT", 150000n],
    ["1 500,00 тг.", 150000n],
    ["1,5E+05", 15000000n],
    ["1.50000000", 150n],
    ["150150.00000000003", 15015000n],
    ["0.30000000000000004", 30n],
  ])("%s", (text, amount) => {
    expect(tiyn(text)).toBe(amount);
  });

  it.each(["", "-", "abc", "1.2.3", "12.03.2026", "1,50,00", "--5", "1500 штук", "+5-"])(
    "is none: %s",
    (text) => {
      expect(tiyn(text)).toBe("not-a-number");
    },
  );

  it("never rounds decimals that somebody wrote", () => {
    expect(tiyn("1500.505")).toBe("too-many-decimals");
    expect(tiyn("0.001")).toBe("too-many-decimals");
    expect(tiyn("1234567890123456.789")).toBe("too-many-decimals");
  });

  it("says when it took a computer's rounding off", () => {
    expect(parseWrittenAmount("150150.00000000003", "KZT", null)).toEqual({
      ok: true,
      amount: 15015000n,
      noise: true,
    });
    expect(parseWrittenAmount("150150.00", "KZT", null)).toEqual({ ok: true, amount: 15015000n });
  });

  it("lets a whole column settle what one separator means", () => {
    expect(decimalSignOf(["1 500,50", "2,000"])).toBe(",");
    expect(decimalSignOf(["1,500.50", "2,000"])).toBe(".");
    expect(decimalSignOf(["1,500", "2,000"])).toBeNull();
    expect(tiyn("2,000", ",")).toBe(200n);
    expect(tiyn("2,000", ".")).toBe(200000n);
  });

  it("has as many decimals as its currency", () => {
    expect(parseWrittenAmount("999999999999999.99", "KZT", null)).toEqual({
      ok: true,
      amount: 99_999_999_999_999_999n,
    });
    for (const text of [
      "1000000000000000.00",
      "-92233720368547758.08",
      "123 456 789 012 345 678,91",
      "1E+20",
    ])
      expect(parseWrittenAmount(text, "KZT", null)).toEqual({ ok: false, reason: "too-large" });
    expect(parseWrittenAmount("1,500", "KWD", null)).toEqual({ ok: true, amount: 1500n });
    expect(parseWrittenAmount("1500", "JPY", null)).toEqual({ ok: true, amount: 1500n });
    expect(parseWrittenAmount("1500.5", "JPY", null)).toEqual({
      ok: false,
      reason: "too-many-decimals",
    });
  });

  it("are read back from every style they can be written in", () => {
    const styles = fc.record({
      decimal: fc.constantFrom(".", ","),
      thousands: fc.constantFrom("", " ", "\u00a0", "'", ".", ","),
      minus: fc.constantFrom("-", "\u2212"),
      currency: fc.constantFrom("", " KZT", " ₸"),
    });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), styles, (amount, style) => {
        fc.pre(style.decimal !== style.thousands);
        const [whole = "", fraction = ""] = formatDecimal(
          amount < 0n ? -amount : amount,
          "KZT",
        ).split(".");
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.thousands);
        const text = `${amount < 0n ? style.minus : ""}${grouped}${style.decimal}${fraction}${style.currency}`;
        expect(tiyn(text)).toBe(amount);
      }),
      fuzzing(1000),
    );
  });

  it("never throw, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+ eE()'₸т") }), (text) => {
        expect(parseWrittenAmount(text, "KZT", null)).toHaveProperty("ok");
      }),
      fuzzing(1000),
    );
  });
});

describe("plain decimals", () => {
  it("are written and read back to the tiyn", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom("KZT", "JPY", "KWD"), (amount, currency) => {
        expect(parseDecimal(formatDecimal(amount, currency), currency)).toEqual({
          ok: true,
          amount,
        });
      }),
      fuzzing(300),
    );
  });
});

describe("dividing an amount", () => {
  it("gives every tiyn to somebody", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weights, (total, shares) => {
        fc.pre(shares.some((share) => share > 0n));
        expect(allocate(total, shares).reduce((left, right) => left + right, 0n)).toBe(total);
      }),
      fuzzing(300),
    );
  });
});
