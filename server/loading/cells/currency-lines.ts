import { CURRENCY_CODES, CURRENCY_SIGNS } from "../../../contract/currencies.ts";
import { foldName } from "../../identity/names.ts";
import { currencyInText } from "./currency.ts";

/** Lines of exchange rates and equivalents name currencies that are not the account's. */
const OF_NO_ACCOUNT =
  /курс|эквивалент|конверт|конвертац|exchange|\brate|equivalent|баламасы|бағам/iu;
/** "Дата валютирования" is the value date. */
const CURRENCY_WORD = /(?<!\p{L})(?:валют(?!иров)|currency)\p{L}*/iu;
/** Codes that are words of names too. */
const WORDS = new Set(["ALL", "TOP", "MOP", "CUP", "PEN", "LAK"]);
const CODE = /(?<![\p{L}\d])[A-Z]{3}(?![\p{L}\d])/gu;

/**
 * The currency that a line above a table states as its account's: "Валюта счета USD", "Выписка по
 * валютному счету (USD)"; null where it states none, or several.
 */
export function statedCurrency(line: string): string | null {
  const word = CURRENCY_WORD.exec(line);
  if (word === null) return null;
  const at = word.index + word[0].length;
  let told = line.slice(0, at);
  for (const part of line.slice(at).split(/[,;.(]/)) {
    told += part;
    if (OF_NO_ACCOUNT.test(told)) return null;
    const codes = codesIn(part);
    if (codes.size > 1) return null;
    const [code = currencyInText(part)] = codes;
    if (code !== null) return code;
  }
  return null;
}

/** The one code beside the number of an account: "Счет KZ… USD"; `rest`: the line without it. */
export function currencyBesideAccount(rest: string): string | null {
  const codes = codesIn(rest);
  const [code = null] = codes;
  return codes.size === 1 && !OF_NO_ACCOUNT.test(rest) ? code : null;
}

/** Whole words of other currencies than the tenge; "евро" alone is part of many a firm's name. */
const FOREIGN_WORD =
  /(?:^| )(?:доллар[^ ]*|долл|рубл(?:ь|и|я|ях|ем|ей|евыи|евой|евому)|юан(?:ь|и|ях)|dollars?)(?= |$)/u;
const FOREIGN_CODE = /(?<![\p{L}\d])(?:USD|EUR|RUB|RUR|CNY|GBP|CHF|AED|UZS|KGS)(?![\p{L}\d])/u;
const FOREIGN_SIGN = /[$€£¥₽]/u;
const FOREIGN_ACCOUNT = /валютн\p{L}* (?:счет|шот)|foreign currency|валюталык шот/u;

/** What of a line names another currency than the tenge, whatever it says of it; null: nothing. */
export function foreignCurrencyIn(line: string): string | null {
  const sign = FOREIGN_CODE.exec(line) ?? FOREIGN_SIGN.exec(line);
  if (sign !== null) return sign[0];
  const folded = foldName(line);
  return (FOREIGN_WORD.exec(folded) ?? FOREIGN_ACCOUNT.exec(folded))?.[0].trim() ?? null;
}

function codesIn(text: string): Set<string> {
  const codes = (text.match(CODE) ?? []).filter(
    (code) => CURRENCY_CODES.has(code) && !WORDS.has(code),
  );
  const signs = Object.entries(CURRENCY_SIGNS).filter(
    ([, sign]) => /^[^\p{L}]$/u.test(sign) && text.includes(sign),
  );
  return new Set([...codes, ...signs.map(([code]) => code)]);
}
