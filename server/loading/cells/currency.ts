import { CURRENCY_CODES, CURRENCY_SIGNS } from "../../../contract/currencies.ts";
import { latinCapitals } from "../../identity/latin-capitals.ts";
import { foldName } from "../../identity/names.ts";
import { currencyInWords } from "./currency-words.ts";

/**
 * ISO 4217 letters by number, for the currencies that stand in bank answers here; others are told
 * by their letters.
 */
const BY_NUMBER: Readonly<Record<string, string>> = {
  "398": "KZT",
  "840": "USD",
  "978": "EUR",
  "643": "RUB",
  "810": "RUB",
  "156": "CNY",
  "826": "GBP",
  "756": "CHF",
  "392": "JPY",
  "860": "UZS",
  "417": "KGS",
  "784": "AED",
  "949": "TRY",
  "980": "UAH",
  "933": "BYN",
  "051": "AMD",
  "944": "AZN",
  "981": "GEL",
  "972": "TJS",
  "934": "TMT",
  "496": "MNT",
  "410": "KRW",
  "356": "INR",
  "764": "THB",
  "036": "AUD",
  "124": "CAD",
  "985": "PLN",
};

/** Words and signs, folded. */
const BY_WORD: Readonly<Record<string, string>> = {
  тенге: "KZT",
  тг: "KZT",
  тнг: "KZT",
  т: "KZT",
  "казахстанскии тенге": "KZT",
  "казахстанский тенге": "KZT",
  "каз тенге": "KZT",
  доллар: "USD",
  доллары: "USD",
  "доллар сша": "USD",
  "доллары сша": "USD",
  долл: "USD",
  евро: "EUR",
  рубль: "RUB",
  рубли: "RUB",
  "россиискии рубль": "RUB",
  "российский рубль": "RUB",
  руб: "RUB",
  rur: "RUB",
  юань: "CNY",
  юани: "CNY",
};
const BY_SIGN: ReadonlyMap<string, string> = new Map(
  Object.entries(CURRENCY_SIGNS).map(([code, sign]) => [sign, code]),
);

const known = new Map<string, string | null>();

/**
 * The ISO code of a currency as a bank writes it: "KZT", "kzt", "KZT - Тенге", "398", "ТГ", "₸";
 * null where it is none.
 */
export function currencyCode(text: string): string | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size > 1000) known.clear();
  const code = findCode(text);
  known.set(text, code);
  return code;
}

function findCode(text: string): string | null {
  const plain = text.trim();
  if (CURRENCY_CODES.has(plain)) return plain;
  const sign = BY_SIGN.get(plain);
  if (sign !== undefined) return sign;
  const digits = /^(\d{1,3})(?:[.,]0+)?$/.exec(plain)?.[1];
  if (digits !== undefined) return BY_NUMBER[digits.padStart(3, "0")] ?? null;
  const word = BY_WORD[foldName(plain)];
  if (word !== undefined) return word;
  const letters = latinCapitals(plain.toUpperCase());
  const parts = letters.split(/[^A-Z0-9А-ЯЁ]+/).filter((part) => part !== "");
  const codes = new Set(
    parts.flatMap((part) => (CURRENCY_CODES.has(part) ? [part] : part === "RUR" ? ["RUB"] : [])),
  );
  if (codes.size === 1) return [...codes][0] ?? null;
  const numbered = parts.length > 1 ? parts.flatMap((part) => BY_NUMBER[part] ?? []) : [];
  return numbered.length === 1
    ? (numbered[0] ?? null)
    : (BY_WORD[foldName(plain.split(/[-–(]/).at(-1) ?? "")] ??
        (codes.size === 0 ? currencyInWords(plain) : null));
}

/**
 * The currency that a longer text names: a title, the name of a sheet, the heading of an amount.
 * Numbers of currencies are not looked for there; a text that names several names none.
 */
export function currencyInText(text: string): string | null {
  const codes = new Set(
    (
      text.match(
        /(?<![\p{L}\d])(?:KZT|USD|EUR|RUB|RUR|CNY|GBP|CHF|TRY|AED|UZS|KGS)(?![\p{L}\d])/gu,
      ) ?? []
    ).flatMap((code) => currencyCode(code) ?? []),
  );
  for (const [sign, code] of Object.entries(BY_SIGN)) if (text.includes(sign)) codes.add(code);
  const worded = currencyInWords(text);
  if (worded !== null) codes.add(worded);
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}
