import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardinal } from "../../server/evidence/words/cardinals.ts";
import { moneyFigures, moneyWords } from "../../server/evidence/words/money.ts";

/**
 * As num2words (Python, not part of the product) writes them; commas of its English form left out.
 */
const WRITTEN: [bigint, string, string, string][] = [
  [0n, "нөл", "ноль", "zero"],
  [1n, "бір", "один", "one"],
  [11n, "он бір", "одиннадцать", "eleven"],
  [100n, "жүз", "сто", "one hundred"],
  [101n, "жүз бір", "сто один", "one hundred and one"],
  [111n, "жүз он бір", "сто одиннадцать", "one hundred and eleven"],
  [1_000n, "бір мың", "одна тысяча", "one thousand"],
  [1_100n, "бір мың жүз", "одна тысяча сто", "one thousand one hundred"],
  [2_001n, "екі мың бір", "две тысячи один", "two thousand and one"],
  [21_000n, "жиырма бір мың", "двадцать одна тысяча", "twenty-one thousand"],
  [2_000_000n, "екі миллион", "два миллиона", "two million"],
  [5_000_000n, "бес миллион", "пять миллионов", "five million"],
  [
    123_456_789_012n,
    "жүз жиырма үш миллиард төрт жүз елу алты миллион жеті жүз сексен тоғыз мың он екі",
    "сто двадцать три миллиарда четыреста пятьдесят шесть миллионов семьсот восемьдесят девять тысяч двенадцать",
    "one hundred and twenty-three billion four hundred and fifty-six million seven hundred and eighty-nine thousand and twelve",
  ],
];

describe("amounts in words", () => {
  it("are written as the oracle writes them", () => {
    for (const [value, kk, ru, en] of WRITTEN) {
      expect([cardinal(value, "kk"), cardinal(value, "ru"), cardinal(value, "en")]).toEqual([
        kk,
        ru,
        en,
      ]);
    }
  });

  it("never give two amounts the same words", () => {
    const pair = fc
      .tuple(fc.bigInt(0n, 10n ** 15n), fc.bigInt(0n, 10n ** 15n))
      .filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(pair, fc.constantFrom("ru", "kk", "en"), ([one, other], language) => {
        expect(moneyWords(one, "KZT", language)).not.toBe(moneyWords(other, "KZT", language));
      }),
    );
  });

  it("say tenge and tiyn, and of other currencies their names", () => {
    expect(moneyWords(12_000_050n, "KZT", "ru")).toBe("сто двадцать тысяч тенге 50 тиын");
    expect(moneyWords(12_000_005n, "KZT", "kk")).toBe("жүз жиырма мың теңге 05 тиын");
    expect(moneyWords(150n, "USD", "en")).toBe("one US dollar 50 cents");
    expect(moneyWords(7n, "JPY", "en")).toBe("seven Japanese yen");
  });

  it("and in figures always show the fraction", () => {
    expect(moneyFigures(150_000_000n, "KZT", "ru")).toBe("1\u00a0500\u00a0000,00");
    expect(moneyFigures(-5n, "KZT", "en")).toBe("-0.05");
  });
});
