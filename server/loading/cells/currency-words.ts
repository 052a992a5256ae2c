import { foldName } from "../../identity/names.ts";

/**
 * Currencies in words, as the start of a folded word; with an exclamation mark the whole word. Data:
 * add a wording here.
 */
const STEMS: readonly (readonly [string, string])[] = [
  ["тенге", "KZT"],
  ["теңге", "KZT"],
  ["tenge", "KZT"],
  ["тг!", "KZT"],
  ["тнг!", "KZT"],
  ["доллар", "USD"],
  ["долл!", "USD"],
  ["dollar", "USD"],
  ["евро!", "EUR"],
  ["euro!", "EUR"],
  ["euros!", "EUR"],
  ["рубл", "RUB"],
  ["руб!", "RUB"],
  ["ruble", "RUB"],
  ["rouble", "RUB"],
  ["юан", "CNY"],
  ["yuan", "CNY"],
  ["renminbi", "CNY"],
  ["фунт", "GBP"],
  ["pound", "GBP"],
  ["sterling", "GBP"],
  ["франк", "CHF"],
  ["franc!", "CHF"],
  ["francs!", "CHF"],
  ["дирхам", "AED"],
  ["dirham", "AED"],
  ["иен", "JPY"],
  ["йен", "JPY"],
  ["yen!", "JPY"],
  ["лир!", "TRY"],
  ["лира!", "TRY"],
  ["лиры!", "TRY"],
  ["lira!", "TRY"],
  ["сум!", "UZS"],
  ["сом!", "KGS"],
  ["сомы!", "KGS"],
];
/** A word beside it makes another currency of it: the Canadian dollar. Null: none known here. */
const OTHERS: readonly (readonly [stem: string, of: string, code: string])[] = [
  ["канад", "USD", "CAD"],
  ["canad", "USD", "CAD"],
  ["австрал", "USD", "AUD"],
  ["austral", "USD", "AUD"],
  ["гонконг", "USD", "HKD"],
  ["hong", "USD", "HKD"],
  ["сингапур", "USD", "SGD"],
  ["singapore", "USD", "SGD"],
  ["новозеланд", "USD", "NZD"],
  ["белорус", "RUB", "BYN"],
  ["беларус", "RUB", "BYN"],
  ["belarus", "RUB", "BYN"],
  ["египет", "GBP", "EGP"],
];

const matches = (stem: string, word: string) =>
  stem.endsWith("!") ? word === foldName(stem.slice(0, -1)) : word.startsWith(foldName(stem));

/**
 * The currency that words name: "доллар США", "в долларах", "US Dollar", "Китайский юань"; null
 * where they name none, or several.
 */
export function currencyInWords(text: string): string | null {
  const words = foldName(text).split(" ");
  const found = new Set(
    words.flatMap((word) => STEMS.filter(([stem]) => matches(stem, word)).map(([, code]) => code)),
  );
  if (found.size !== 1) return null;
  const [code = ""] = found;
  const other = OTHERS.find(
    ([stem, of]) => of === code && words.some((word) => matches(stem, word)),
  );
  return other?.[2] ?? code;
}
