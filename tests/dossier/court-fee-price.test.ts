import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { birthDateOf, isMinor } from "../../contract/holder-number.ts";
import {
  isWithinRounding,
  paidByTenge,
  priceInTenge,
  rateOf,
  type TengeAndSum,
} from "../../contract/rates.ts";
import { proposedCourt } from "../../server/dossier/court.ts";
import { procedureOf, stateFee } from "../../server/dossier/fee.ts";
import { BUILT_IN, linesOf } from "../../server/dossier/office-tables.ts";
import { checkTengePayments } from "../../server/evidence/recompute-tenge.ts";
import { formatDecimal } from "../../server/money/money.ts";

const courtAt = (address: string | null, minor = false) =>
  proposedCourt(address, minor, BUILT_IN)?.ru ?? null;

describe("the court of a claim", () => {
  it("is that of the defendant's residence, in Russian and Kazakh addresses alike", () => {
    const medeu = "Медеуский районный суд города Алматы";
    expect(courtAt("г. Алматы, Медеуский район, пр. Достык, 12, кв. 7")).toBe(medeu);
    expect(courtAt("Алматы қаласы, Медеу ауданы, Достық даңғылы, 12")).toBe(medeu);
    expect(courtAt("Шымкент қ., Қаратау ауданы")).toBe("Каратауский районный суд города Шымкента");
    expect(courtAt("г. Астана, ул. Сарыарка, 5")).toContain("города Астаны");
  });

  it("is a juvenile court where a party is a minor", () => {
    expect(courtAt("г. Алматы, Медеуский район", true)).toBe(
      "Специализированный межрайонный суд по делам несовершеннолетних города Алматы",
    );
    expect(courtAt("Алматинская область, г. Қонаев", true)).toContain("Алматинской области");
    expect(courtAt("Карагандинская область, г. Темиртау", true)).toContain("Карагандинской");
  });

  it("is left to a person where the address says too little, and is never said to be checked", () => {
    expect(courtAt(null)).toBeNull();
    expect(courtAt("г. Тараз, ул. Толе би, 3")).toBeNull();
    // A street called after a district is no district of that city.
    expect(courtAt("г. Костанай, ул. Медеу, 1")).toBeNull();
    expect(courtAt("г. Тараз, ул. Алматы, Медеуский переулок")).toBeNull();
    expect(courtAt("Астана қаласы, Алматы ауданы, Медеу көшесі")).toContain("города Астаны");
    expect(proposedCourt("г. Астана", false, BUILT_IN)?.checked).toBe(false);
  });

  it("comes first from the office's own table, which is refused with row and column", () => {
    const line = (cell: (column: string) => string) => ({ from: cell("words") });
    expect(() => linesOf("words,source\nx,\n", "courts.csv", line)).toThrow(
      "Row 2 of courts.csv has no usable source",
    );
  });
});

describe("procedure and state fee", () => {
  it("the simplified procedure ends at 1,000 monthly indices of the year", () => {
    const limit = 4_325_000_00n;
    expect(procedureOf(limit, "2026-11-29", BUILT_IN)).toMatchObject({ simplified: true, limit });
    expect(procedureOf(limit + 1n, "2026-11-29", BUILT_IN)?.simplified).toBe(false);
    expect(procedureOf(1n, "1999-01-01", BUILT_IN)).toBeNull();
  });

  it("the fee is one per cent in whole tenge, at most the cap, and says where it is unchecked", () => {
    const fee = stateFee(1_234_567_01n, "2026-11-29", BUILT_IN);
    expect(fee).toMatchObject({ amount: 12_346_00n, checked: true });
    expect(stateFee(1_00n, "2024-05-01", BUILT_IN)).toMatchObject({ checked: false });
    const large = stateFee(10n ** 14n, "2026-11-29", BUILT_IN);
    expect(large?.amount).toBe(10_000n * 4_325n * 100n);
  });
});

describe("the price in tenge", () => {
  it("of a claim in tenge is the sum itself", () => {
    expect(priceInTenge(150_00n, "KZT", null)).toBe(150_00n);
  });

  it("of another currency is the sum at the stated rate, halves up, and unknown without one", () => {
    const at = (rate: string) => ({ rate, day: "2026-03-05", source: "nationalbank.kz" });
    expect(priceInTenge(1_000_00n, "USD", null)).toBeNull();
    expect(priceInTenge(1_000_00n, "USD", at("523.45"))).toBe(523_450_00n);
    expect(priceInTenge(1n, "USD", at("0.5"))).toBe(1n);
    expect(priceInTenge(1_000n, "JPY", at("3,4"))).toBe(3_400_00n);
    expect(rateOf("0")).toBeNull();
    expect(rateOf("5 per cent")).toBeNull();
  });

  it("never differs from the exact product by more than half a tiyn", () => {
    const rate = fc.bigInt(1n, 999_999_999n);
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), rate, (amount, millionths) => {
        const text = `${millionths / 1_000_000n}.${(millionths % 1_000_000n).toString().padStart(6, "0")}`;
        const price = priceInTenge(amount, "USD", { rate: text, day: "2026-01-01", source: "x" });
        const off = (price ?? 0n) * 1_000_000n - amount * millionths;
        expect(off <= 500_000n && off > -500_000n).toBe(true);
      }),
    );
  });
});

/** "523.450000": a rate in millionths as text. */
const written = (millionths: bigint) =>
  `${millionths / 1_000_000n}.${(millionths % 1_000_000n).toString().padStart(6, "0")}`;

describe("a payment in tenge", () => {
  const currency = fc.constantFrom("USD", "JPY", "UZS", "KWD");
  const rates = fc.bigInt(10_000n, 2_000_000_000n);
  const owed = fc.bigInt(1n, 10n ** 11n);

  it("pays the sum at the rate, halves up", () => {
    const rate = rateOf("540") ?? 0n;
    const pays = (tenge: bigint, left = 10n ** 9n) =>
      paidByTenge(tenge, "USD", rate, { earlier: [], owed: left });
    expect(pays(500_000_00n)).toBe(925_93n);
    expect(pays(1_080_010_80n, 2_000_02n)).toBe(2_000_02n);
    expect(pays(2_70n)).toBe(1n);
    expect(pays(2_69n)).toBe(0n);
  });

  it("of the whole price settles the claim exactly, at once or in parts, at any rate", () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(currency, rates, owed, cuts, (of, rate, debt, at) => {
        const stated = { rate: written(rate), day: "2026-03-05", source: "x" };
        const price = priceInTenge(debt, of, stated) ?? 0n;
        fc.pre(price > 0n);
        const millionths = at.map((one) => BigInt(Math.floor(one * 1e6)));
        const ends = [...millionths.map((one) => (price * one) / 1_000_000n), price];
        const earlier: TengeAndSum[] = [];
        let [came, left] = [0n, debt];
        for (const end of ends.sort((one, other) => (one < other ? -1 : 1))) {
          const tenge = end - came;
          if (tenge === 0n) continue;
          const amount = paidByTenge(tenge, of, rate, { earlier, owed: left });
          expect(isWithinRounding({ tenge, amount }, of, rate)).toBe(true);
          earlier.push({ tenge, amount });
          came = end;
          left -= amount;
        }
        expect(left).toBe(0n);
      }),
    );
  });

  it("at several rates settles the claim to the cent by the price of what is owed, and never pays more", () => {
    const parts = fc.array(fc.tuple(fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 8,
    });
    const three = fc.tuple(rates, rates, rates);
    fc.assert(
      fc.property(currency, three, owed, parts, fc.nat(2), (of, all, debt, paid, last) => {
        const made = all.map((): TengeAndSum[] => []);
        let left = debt;
        const priceOf = (rate: bigint) =>
          priceInTenge(left, of, { rate: written(rate), day: "2026-03-05", source: "x" }) ?? 0n;
        const pay = (which: number, tenge: bigint) => {
          const rate = all[which] ?? 0n;
          if (tenge <= 0n || left === 0n) return;
          const amount = paidByTenge(tenge, of, rate, { earlier: made[which] ?? [], owed: left });
          expect(isWithinRounding({ tenge, amount }, of, rate)).toBe(true);
          expect(amount <= left).toBe(true);
          made[which]?.push({ tenge, amount });
          left -= amount;
        };
        for (const [which, share] of paid)
          pay(which, (priceOf(all[which] ?? 0n) * BigInt(Math.floor(share * 1e6))) / 1_000_000n);
        pay(last, priceOf(all[last] ?? 0n));
        // Where a tiyn is worth more than a minor unit, one more may be needed.
        const unit = 10n ** BigInt(of === "JPY" ? 4 : of === "KWD" ? 7 : 6);
        for (const _more of [1, 2]) if ((all[last] ?? 0n) < unit) pay(last, 1n);
        expect(left).toBe(0n);
        const sum = made.flat().reduce((total, { amount }) => total + amount, 0n);
        expect(sum).toBe(debt);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is checked by recompute, which finds another sum, other tenge and another rate", () => {
    const faultsOf = (row: Record<string, string>) => {
      const faults: string[] = [];
      checkTengePayments({ payments: [{ payment_id: "P1", claim_id: "C1-1", ...row }] }, faults);
      return faults;
    };
    fc.assert(
      fc.property(currency, rates, owed, fc.boolean(), (of, rate, tenge, more) => {
        const amount = paidByTenge(tenge, of, rate, { earlier: [], owed: 10n ** 15n });
        const row = {
          ...{ currency: of, paid: formatDecimal(amount, of), penalty: "" },
          ...{ tenge: formatDecimal(tenge, "KZT"), rate: written(rate) },
          ...{ rate_day: "2026-03-05", rate_source: "x" },
        };
        expect(faultsOf(row)).toEqual([]);
        // Two units off, and two tiyn where a tiyn is worth more, is no rounding.
        const unit = 10n ** BigInt(of === "JPY" ? 4 : of === "KWD" ? 7 : 6) / rate + 2n;
        const other = amount + (more ? unit * 2n : -unit * 2n);
        expect(faultsOf({ ...row, paid: formatDecimal(other, of) })).toHaveLength(1);
        expect(faultsOf({ ...row, rate: "" })).toHaveLength(1);
        expect(faultsOf({ ...row, currency: "KZT" })).not.toEqual([]);
      }),
    );
    const row = { currency: "USD", paid: "925.93", tenge: "500000.00", rate: "540" };
    const stated = { ...row, rate_day: "2026-03-05", rate_source: "x" };
    expect(faultsOf(stated)).toEqual([]);
    expect(faultsOf({ ...stated, tenge: "400000.00" })).toHaveLength(1);
    expect(faultsOf({ ...stated, rate: "541" })).toHaveLength(1);
    expect(faultsOf({ ...stated, paid: "900.00", penalty: "25.93" })).toEqual([]);
  });
});

describe("the day of birth of an IIN", () => {
  it("has the century of its seventh digit", () => {
    expect(birthDateOf("850101400120")).toBe("1985-01-01");
    expect(birthDateOf("100203500126")).toBe("2010-02-03");
    expect(birthDateOf("991231100120")).toBe("1899-12-31");
  });

  it("is unknown where the number carries no day", () => {
    expect(birthDateOf("850231400120")).toBeNull();
    expect(birthDateOf("850101000120")).toBeNull();
    // Nobody is born in 2090 yet: the century digit of a person of 1990 is 3 or 4.
    expect(birthDateOf("901202500120")).toBeNull();
    // A company's BIN.
    expect(birthDateOf("081140000436")).toBeNull();
  });

  it("makes a minor until the day of the eighteenth birthday", () => {
    expect(isMinor("2008-11-30", "2026-11-29")).toBe(true);
    expect(isMinor("2008-11-29", "2026-11-29")).toBe(false);
    expect(isMinor("2008-02-29", "2026-02-28")).toBe(true);
  });
});
