import { describe, expect, it } from "vitest";
import { readIntent } from "../../server/exploring/search.ts";
import { otherSpelling } from "../../server/exploring/spelling.ts";
import { typedPayment } from "../../server/exploring/typed-payment.ts";
import { foldName } from "../../server/identity/names.ts";

describe("what a person typed into the search", () => {
  it("reads a spaced IBAN as an account number", () => {
    expect(readIntent("KZ86 125K ZT50").accountPrefix).toBe("KZ86125KZT50");
  });
  it("reads the beginning of an IBAN, from the country on, also in Cyrillic letters and from a Russian layout", () => {
    expect(readIntent("kz").accountPrefix).toBe("KZ");
    expect(readIntent("KZ02 5").accountPrefix).toBe("KZ025");
    expect(readIntent("КZ86 125К").accountPrefix).toBe("KZ86125K");
    expect(readIntent("ля86").accountPrefix).toBe("KZ86");
    expect(readIntent("Арман").accountPrefix).toBeNull();
  });
  it("reads a number as lists shorten it", () => {
    expect(readIntent("…8896")).toMatchObject({ accountPrefix: null, accountEnding: "8896" });
    expect(readIntent("KZ86…8896")).toMatchObject({ accountPrefix: "KZ86", accountEnding: "8896" });
    expect(readIntent("KZ…")).toMatchObject({ accountPrefix: "KZ", accountEnding: null });
  });
  it("reads twelve digits as an IIN too", () => {
    expect(readIntent("030740001404").iin).toBe("030740001404");
  });
  it("reads a name as words, folded, and finds Latin letters inside Cyrillic words", () => {
    expect(readIntent("Құнанбаев Абай").words).toMatch(
      /^\+\(кунанбаев\*\^2 \/.+\/\) \+\(абай\*\^2 \/.+\/\)$/,
    );
    expect(foldName("Қазақcтан Әлем")).toBe("казакстан алем");
  });
  it("escapes what Lucene would read as syntax", () => {
    const { words } = readIntent('ТОО "Ромашка" (Астана) 7/2');
    expect(words).toMatch(/^\+\(тоо\*.+\/\) \+\(ромашка\*.+\/\) \+\(астана\*.+\/\) \+7\* \+2\*$/);
  });
  it("reads a phone however it is written, and a number or reference as one word with a digit", () => {
    expect(readIntent("8 (701) 123-45-67").phone).toBe("77011234567");
    expect(readIntent("T-2026/0415").reference).toBe("T-2026/0415");
    expect(readIntent("Серік").reference).toBeNull();
  });
});

/** Whether a name typed in one script finds the name kept in the other. */
function finds(typed: string, kept: string): boolean {
  const words = foldName(kept).split(" ");
  return foldName(typed)
    .split(" ")
    .every((word) => {
      const pattern = otherSpelling(word);
      const whole = new RegExp(`^(?:${pattern})$`, "u");
      return pattern !== null && words.some((one) => whole.test(one));
    });
}

describe("a name in the other script", () => {
  const ALIKE: readonly [string, string][] = [
    ["Akhmetov", "Ахметов"],
    ["Ahmetov", "Ахметов"],
    ["Kunanbayev Abai", "Құнанбаев Абай"],
    ["Qunanbaev Abay", "Құнанбаев Абай"],
    ["Zhaksylykova", "Жақсылықова"],
    ["Jaqsylyqova", "Жақсылықова"],
    ["Yerlan", "Ерлан"],
    ["Erlan", "Ерлан"],
    ["Aigerim", "Айгерім"],
    ["Dmitriy", "Дмитрий"],
    ["Dmitry", "Дмитрий"],
    ["Tatyana", "Татьяна"],
    ["Nurgul", "Нұргүл"],
    ["Gulnara", "Гүльнара"],
    ["Yulia", "Юлия"],
    ["Shchukin", "Щукин"],
    ["Aleksei", "Алексей"],
    ["Alexey", "Алексей"],
    ["Ilyas", "Ильяс"],
    ["Gani", "Ғани"],
    ["Ghani", "Ғани"],
    ["Mukhtar", "Мұхтар"],
    ["Däuren", "Дәурен"],
    ["Şynar", "Шынар"],
    ["Vasilyeva", "Васильева"],
    ["Vasileva", "Васильева"],
    ["Tsoy", "Цой"],
    ["Fyodorov", "Фёдоров"],
  ];

  it("is found from Latin to Cyrillic", () => {
    expect(ALIKE.filter(([latin, cyrillic]) => !finds(latin, cyrillic))).toEqual([]);
  });
  it("is found from Cyrillic and Kazakh to Latin", () => {
    expect(ALIKE.filter(([latin, cyrillic]) => !finds(cyrillic, latin))).toEqual([]);
  });
  it("is a pattern that Lucene reads: no alternative is empty", () => {
    const words = ALIKE.flatMap((pair) => pair.flatMap((name) => foldName(name).split(" ")));
    for (const word of [...words, "абвгдежзийклмнопрстуфхцчшщъыьэюя"])
      expect(otherSpelling(word)).not.toMatch(/\(\||\|\)|\|\||\(\)/);
  });
  it("is found from its beginning, and another name is not", () => {
    expect(finds("Akhm", "Ахметов")).toBe(true);
    for (const other of ["Ахунов", "Алматов", "Сериков"])
      expect(finds("Akhmetov", other)).toBe(false);
  });
});

describe("an amount and a day", () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00+05:00`);
  it.each([
    ["500 000 03.03.2026", 50_000_000n, "2026-03-03"],
    ["3 марта 2026 1 250,50", 125_050n, "2026-03-03"],
    ["2026-03-03 500000", 50_000_000n, "2026-03-03"],
    ["500000 ₸ 3 March 2026", 50_000_000n, "2026-03-03"],
    ["5 наурыз 2026, 70 000 тенге", 7_000_000n, "2026-03-05"],
  ])("%s", (text, amount, since) => {
    expect(typedPayment(text)).toEqual({
      amount,
      since: day(since),
      until: day(since) + 86_400_000,
    });
  });
  it("need each other: a name, a number or an amount alone is none", () => {
    for (const text of ["500000", "03.03.2026", "Серік 03.03.2026", "KZ86 125K", "500 000"])
      expect(typedPayment(text)).toBeNull();
  });
});
