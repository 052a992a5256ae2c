import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { birthDateOf, isMinor } from "../../contract/holder-number.ts";
import { priceInTenge, rateOf } from "../../contract/rates.ts";
import { proposedCourt } from "../../server/dossier/court.ts";
import { procedureOf, stateFee } from "../../server/dossier/fee.ts";
import { BUILT_IN, linesOf } from "../../server/dossier/office-tables.ts";

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
