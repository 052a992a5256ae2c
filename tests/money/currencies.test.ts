import { describe, expect, it } from "vitest";
import { CURRENCY_CODES, formatDecimal, fractionDigits } from "../../contract/currencies.ts";
import type { GraphEdge, TransferRow } from "../../contract/exploring.ts";
import {
  formatAmount,
  formatMoneyShort,
  majorUnits,
  minorUnits,
  parseTypedAmount,
} from "../../contract/format/money.ts";
import { moneyFigures } from "../../server/evidence/words/money.ts";
import { currencyCode } from "../../server/loading/cells/currency.ts";
import { parseDecimal } from "../../server/money/money.ts";
import { parseWrittenAmount } from "../../server/money/written.ts";
import { transfersCsv } from "../../web/pages/explore/money/csv.ts";
import { tiesOf } from "../../web/pages/explore/stage/actors.ts";
import { transferEdges } from "../../web/pages/explore/stage/make-picture.ts";

/** Currencies without two decimals, as list one of ISO 4217 has them. */
const EXCEPTIONS: Readonly<Record<number, readonly string[]>> = {
  0: ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND"],
  3: ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"],
  4: ["CLF", "UYW"],
};
const MORE_WITHOUT = ["VUV", "XAF", "XOF", "XPF", "BYR"];

const every = [...CURRENCY_CODES];
const MINOR = 123_456_789n;
const plain = (text: string) => text.replace(/[\u00a0\u202f,]/g, "");

function transfer(currency: string): TransferRow {
  return {
    id: "T",
    from: "A",
    to: "B",
    amount: MINOR.toString(),
    currency,
    bookedAt: 0,
    zone: "+05:00",
    channel: "transfer",
    purpose: null,
    sourceId: "s",
    sourceName: "s.csv",
    row: 1,
    fromName: null,
    toName: null,
  } as TransferRow;
}

describe("the decimals of a currency", () => {
  it("are those of ISO 4217", () => {
    expect(every).toHaveLength(new Set(every).size);
    expect(every.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    for (const code of every) {
      const digits = Object.entries(EXCEPTIONS).find(([, codes]) => codes.includes(code))?.[0];
      const expected = MORE_WITHOUT.includes(code) ? 0 : Number(digits ?? 2);
      expect([code, fractionDigits(code)]).toEqual([code, expected]);
    }
    for (const codes of [...Object.values(EXCEPTIONS), MORE_WITHOUT])
      for (const code of codes) expect(CURRENCY_CODES.has(code)).toBe(true);
  });

  it.each(every)("are the same on the screen, in files and in the evidence: %s", (code) => {
    const exact = formatDecimal(MINOR, code);
    const typed = BigInt(parseTypedAmount(exact, code) ?? -1);
    expect(plain(formatAmount(MINOR, code, "en", true))).toBe(exact);
    expect(moneyFigures(MINOR, code, "en").replaceAll(",", "")).toBe(exact);
    expect(typed).toBe(MINOR);
    expect(parseDecimal(exact, code)).toEqual({ ok: true, amount: MINOR });
    expect(parseWrittenAmount(exact, code, ".")).toEqual({ ok: true, amount: MINOR });
    expect(currencyCode(code)).toBe(code);
    expect(transfersCsv([transfer(code)], "en")).toContain(`,${exact},${code},`);
  });

  it.each(every)("are those of the picture's widths and scales: %s", (code) => {
    const edge: GraphEdge = {
      from: "A",
      to: "B",
      count: 1,
      sums: [{ currency: code, amount: MINOR.toString() }],
      first: 0,
      last: 0,
    };
    const ids = new Map([
      ["A", "A"],
      ["B", "B"],
    ]);
    const rough = Number(formatDecimal(MINOR, code));
    expect(tiesOf([edge], ids)[0]?.amount).toBeCloseTo(rough, 6);
    expect(transferEdges([transfer(code)], ids)[0]?.amount).toBeCloseTo(rough, 6);
    expect(minorUnits(majorUnits(MINOR, code), code)).toBe(MINOR);
  });

  it("show dinars not ten times too large and francs not a hundred times too small", () => {
    expect(plain(formatMoneyShort("1500000", "JOD", "en"))).toBe("1500JOD");
    expect(plain(formatMoneyShort("1500", "UGX", "en"))).toBe("1500UGX");
    expect(plain(formatMoneyShort("1500", "XAF", "ru"))).toBe("1500XAF");
  });
});
