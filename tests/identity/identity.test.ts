import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankName } from "../../contract/bank-names.ts";
import { bankCode } from "../../server/identity/banks.ts";
import {
  bankCodeOf,
  hasValidIbanChecksum,
  ibanCheckDigits,
  normaliseAccountNumber,
} from "../../server/identity/iban.ts";
import { checkDigit, hasValidCheckDigit, isBin } from "../../server/identity/iin.ts";
import { foldName, mayBeName } from "../../server/identity/names.ts";
import { normalisePhone } from "../../server/identity/phone.ts";
import { createIdentifiers } from "../../server/loading/cells/identifiers.ts";
import { fuzzing } from "../support/fuzzing.ts";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });

describe("IIN and BIN", () => {
  it("tell a person from an organisation by the fifth digit", () => {
    expect(isBin("030340088415")).toBe(true);
    expect(isBin("660817419154")).toBe(false);
  });

  it("notice a changed digit, except in the eleventh place, which the rule gives the weight 11", () => {
    fc.assert(
      fc.property(
        digits(11),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (eleven, at, by) => {
          const check = checkDigit(eleven);
          fc.pre(check !== null);
          const number = `${eleven}${check}`;
          expect(hasValidCheckDigit(number)).toBe(true);
          const changed = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`;
          // The second weights (used where the first sum gives 10) let one change in some hundred
          // through, as the rule itself does.
          if (firstSum(eleven) < 10 && firstSum(changed) < 10)
            expect(hasValidCheckDigit(changed)).toBe(false);
        },
      ),
      fuzzing(500),
    );
  });
});

const firstSum = (number: string) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].reduce(
    (sum, weight, index) => sum + weight * Number(number[index]),
    0,
  ) % 11;

describe("IBAN", () => {
  it("is valid with its own check digits and with no other", () => {
    fc.assert(
      fc.property(digits(16), fc.integer({ min: 1, max: 96 }), (body, off) => {
        const check = ibanCheckDigits("KZ", body);
        expect(hasValidIbanChecksum(`KZ${check}${body}`)).toBe(true);
        const wrong = String(((Number(check) - 2 + off) % 97) + 2).padStart(2, "0");
        expect(hasValidIbanChecksum(`KZ${wrong}${body}`)).toBe(false);
      }),
      fuzzing(300),
    );
  });

  it("is stored without spaces and hyphens, and names its bank", () => {
    expect(normaliseAccountNumber("kz05 601a 0285-4003 5668")).toBe("KZ05601A028540035668");
    expect(normaliseAccountNumber(" acc-17_b ")).toBe("acc-17_b");
    expect(bankCodeOf("KZ05601A028540035668")).toBe("601");
    expect(bankCodeOf("40817810099910004312")).toBeNull();
  });
});

describe("banks", () => {
  it.each([
    ["601", "601"],
    ["HSBKKZKX", "601"],
    ["CASPKZKAXXX", "722"],
    ["АО «Народный Банк Казахстана»", "601"],
    ['АО "Kaspi Bank"', "722"],
    ["АО Банк ЦентрКредит", "856"],
    ["ПАО Сбербанк", null],
    ["DEUTDEFF", null],
  ])("%s", (text, code) => {
    expect(bankCode(text, foldName(text))).toBe(code);
  });
});

describe("phones", () => {
  it.each(["+7 701 123 45 67", "8 (701) 123-45-67", "77011234567", "7011234567"])("%s", (text) => {
    expect(normalisePhone(text)).toBe("77011234567");
  });

  it.each(["123", "+1 701 123 45 67", "770112345678"])("is none: %s", (text) => {
    expect(normalisePhone(text)).toBeNull();
  });
});

describe("names as match keys", () => {
  it("fold Kazakh letters and Latin look-alikes inside Cyrillic words", () => {
    expect(foldName("Құнанбаев  Әбіш")).toBe(foldName("Кунанбаев Абиш"));
    expect(foldName("Плaтeльщик")).toBe("плательщик");
    expect(foldName("PAYER name")).toBe("payer name");
  });

  it("of a receipt may be the one written out, unless a word or an initial speaks against it", () => {
    const whole = "Сериков Руслан Қуатұлы";
    for (const short of ["Руслан С.", "Руслан К.", "Сериков Р. К.", "РУСЛАН"])
      expect([short, mayBeName(short, whole), mayBeName(whole, short)]).toEqual([
        short,
        true,
        true,
      ]);
    for (const other of ["Руслан Б.", "Данияр С.", "Р. Р."])
      expect([other, mayBeName(other, whole)]).toEqual([other, false]);
    expect(mayBeName("Ruslan S.", whole)).toBeNull();
    expect(mayBeName("", whole)).toBeNull();
  });
});

describe("what a cell says as an account or IIN", () => {
  /** A space before it leads through the general reading. */
  const bothWays = (read: (text: string) => unknown, text: string) =>
    expect(read(text)).toEqual(read(` ${text}`));

  it("is the same by the quick way for plain IBANs and IINs as by the general one", () => {
    const letter = fc.constantFrom(..."0123456789ABKTXXX");
    const body = fc.string({ unit: letter, minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(
        digits(3),
        body,
        fc.boolean(),
        digits(12),
        fc.boolean(),
        (bank, tail, right, number, canonical) => {
          const identifiers = createIdentifiers(canonical);
          const check = right ? ibanCheckDigits("KZ", `${bank}${tail}`) : "00";
          bothWays(identifiers.account, `KZ${check}${bank}${tail}`);
          bothWays(identifiers.iin, number);
        },
      ),
      fuzzing(500),
    );
    for (const iin of ["000000000000", "940107301917", "030340088415"])
      bothWays(createIdentifiers(true).iin, iin);
  });
});

it("a bank's name as it is shown is read as that bank again", () => {
  const codes = Array.from({ length: 1_000 }, (_, code) => String(code).padStart(3, "0"));
  const named = codes.filter((code) => bankName(code) !== code);
  expect(named.length).toBeGreaterThan(15);
  for (const code of named) expect(bankCode(bankName(code), foldName(bankName(code)))).toBe(code);
});
