import { parseWrittenAmount } from "../../money/written.ts";
import { besideOf } from "./cues.ts";
import { numeralsIn } from "./numerals.ts";
import { apart, type Placed, placed } from "./placed.ts";

/** The sums of a text. */

const NUMBER = String.raw`[1-9]\d{0,2}(?:[\s\u00a0\u202f'.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const CURRENCY = String.raw`₸|тг|тнг|тенге|теңге|kzt|tenge|\$|usd|долл\p{L}*|dollars?|€|eur|евро|₽|rub|руб\p{L}*`;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:₸|тг|тнг|тенге|теңге|тиын|kzt|tenge)/iu, "KZT"],
  [/^(?:\$|usd|долл|dollar)/iu, "USD"],
  [/^(?:€|eur|евро)/iu, "EUR"],
  [/^(?:₽|rub|руб)/iu, "RUB"],
];
const AMOUNT = new RegExp(
  String.raw`(?<![\d.,:*•])(${NUMBER})\s*(млн|миллион\p{L}*|million|тыс|тысяч\p{L}*|мың|thousand)?\.?\s*(${CURRENCY})(?![\p{L}])`,
  "giu",
);
const LABELLED = new RegExp(
  String.raw`(?:сумм[ауы]|сома(?:сы)?|amount|sum)\s*(?:перевода|платежа|аударым)?\s*[:=–-]?\s*(${NUMBER})(?![\d.,:/]*\d)`,
  "giu",
);

const PAYING = String.raw`перев[её]л[аи]?|перевод\p{L}*|перечисл\p{L}+|отправ\p{L}+|снял[аи]?|оплатил[аи]?|заплатил[аи]?|внес\p{L}+|вн[её]с|положил[аи]?|скинул[аи]?|закинул[аи]?|списал[аи]?|украл[аи]?|похитил[аи]?|отдал[аи]?|sent|transferred|paid`;
const PAYING_KK = String.raw`аудард\p{L}+|жіберд\p{L}+|төлед\p{L}+|салд\p{L}+|ұрла\p{L}+`;
const MORE = "ещ[её]|потом|затем|тағы|another";
const PLAIN = String.raw`[1-9]\d{0,2}(?:[\s\u00a0\u202f]\d{3})+|\d{4,8}`;

/**
 * A sum without its currency counts after a word of paying only: "перевёл 253 000, ещё 128 000".
 */
const PAID = new RegExp(
  String.raw`(?<!\p{L})(?:${PAYING}|${PAYING_KK}|${MORE})\s+(?:(?:ему|ей|им|на|сразу|ещ[её])\s+)?(${PLAIN})(?![\s.,:/]?[\d*•])(?!\p{L})`,
  "giu",
);
/** Kazakh has the word of paying behind the sum. */
const PAID_BEHIND = new RegExp(
  String.raw`(?<![\d.,*•]\s?)(${PLAIN})(?=\s+(?:${PAYING_KK}))`,
  "giu",
);
/** A sentence about paying: "250 тысяч" in it is money. */
const ABOUT_PAYING = new RegExp(
  String.raw`(?<!\p{L})(?:${PAYING}|${PAYING_KK}|${MORE})(?!\p{L})`,
  "iu",
);
/** Words behind a number that counts no money: minutes, people. */
const COUNTED =
  /^\s*(?:раз|минут|час|дн|день|мес|год|лет|человек|штук|процент|%|км|адам|рет|күн)/iu;
/** Money that came to the victim first. */
const NOT_PAID =
  /(?:кредит|за[йё]м|несие|ипотек|зарплат|пенси|жалақы|зейнетақы|loan|salary)\p{L}*\s*(?:на|в|:|–|-)?\s*$/iu;
/** The same sum once more is another payment where the text says so. */
const AGAIN = /(?:ещ[её]|снова|опять|повторно|тағы|қайтадан|again|another)(?:[^.!?;\n]{0,40})$/iu;
/** It went where the one before went. */
const TO_SAME =
  /(?:туда же|тому же|той же|на тот же|на ту же|на этот же|ему же|ей же|сол шотқа|сол картаға|соған|to the same)/iu;

export function amountsIn(text: string): Placed[] {
  const named = [...text.matchAll(AMOUNT)].flatMap((match) => {
    const currency = currencyOf(match[3] ?? "");
    const amount = amountOf(match[1] ?? "", match[2], currency);
    if (amount === null) return [];
    return [placed(match, "amount", amount, { currency, beside: besideOf(text, match.index) })];
  });
  const labelled = [...text.matchAll(LABELLED)].flatMap((match) => {
    const amount = amountOf(match[1] ?? "", undefined, "KZT");
    return amount === null ? [] : [placed(match, "amount", amount, { currency: "KZT" })];
  });
  const paid = [...text.matchAll(PAID), ...text.matchAll(PAID_BEHIND)].flatMap((match) => {
    const written = match[1] ?? "";
    const amount = amountOf(written, undefined, "KZT");
    const at = (match.index ?? 0) + match[0].length - written.length;
    const place = { at, end: at + written.length, written, currency: "KZT" };
    return amount === null ? [] : [placed(match, "amount", amount, place)];
  });
  const said = saidIn(text);
  const sums = apart([...named, ...labelled, ...said]).filter(
    (one, place, all) => all.findIndex((other) => overlap(one, other)) === place,
  );
  const isRead = (one: Placed) => sums.some((sum) => overlap(sum, one));
  return apart([...sums, ...paid.filter((one) => !isRead(one))]).map((one) => withCues(text, one));
}

function overlap(one: Placed, other: Placed): boolean {
  return other.at < one.end && one.at < other.end;
}

/** Sums in words, or with thousands in words; without a currency only where something was paid. */
function saidIn(text: string): Placed[] {
  return numeralsIn(text).flatMap(({ at, end, value, isLarge }) => {
    const rest = text.slice(end);
    const [currency] =
      new RegExp(String.raw`^\s*(?:${CURRENCY})(?![\p{L}])`, "iu").exec(rest) ?? [];
    const isMoney =
      currency !== undefined ||
      (isLarge && isAboutPaying(text, at, end) && !NOT_PAID.test(text.slice(0, at)));
    if (!isMoney || /[\d.,:*•]$/.test(text.slice(0, at)) || COUNTED.test(rest)) return [];
    const ends = end + (currency?.length ?? 0);
    const match = Object.assign([text.slice(at, ends)], { index: at }) as RegExpMatchArray;
    const beside = besideOf(text, at);
    const code = currency === undefined ? "KZT" : currencyOf(currency.trim());
    return [placed(match, "amount", value.toString(), { currency: code, beside })];
  });
}

function isAboutPaying(text: string, at: number, end: number): boolean {
  const before =
    text
      .slice(0, at)
      .split(/[.!?]\s|[\n;]/)
      .at(-1) ?? "";
  const [after = ""] = text.slice(end).split(/[.!?](?:\s|$)|[\n;]/);
  return ABOUT_PAYING.test(before) || ABOUT_PAYING.test(after);
}

function withCues(text: string, one: Placed): Placed {
  const before = text.slice(Math.max(0, one.at - 60), one.at);
  const [after = ""] = text.slice(one.end, one.end + 60).split(/[.!?;\n]/);
  const sentence = before.split(/[.!?;\n]/).at(-1) ?? "";
  return {
    ...one,
    again: AGAIN.test(before),
    toSame: TO_SAME.test(after) || TO_SAME.test(sentence),
  };
}

function currencyOf(word: string): string {
  return WORDS.find(([name]) => name.test(word))?.[1] ?? "KZT";
}

/** Minor units as text; "1,5 млн" too. */
function amountOf(written: string, many: string | undefined, currency: string): string | null {
  const parsed = parseWrittenAmount(written, currency, null);
  if (!parsed.ok || parsed.amount <= 0n) return null;
  const factor =
    many === undefined ? 1n : /^(?:м(?:лн|илл)|mill)/iu.test(many) ? 1_000_000n : 1_000n;
  return (parsed.amount * factor).toString();
}
