/**
 * An outgoing number as it is kept and as it is compared. People and keyboards write one number in
 * many forms; an answer that cites it has to find one letter.
 */

/** A sign on its own: it would become the letters "No" among the compatible forms. */
const SIGN = "№";

/**
 * A number as it is kept: no characters that leave nothing on the page, digits and letters in their
 * usual width, one space between words, no sign "№" before it (papers print their own).
 */
export function cleanNumber(number: string): string {
  return usualForm(number)
    .replace(/^[№\s]+/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

const DASHES = /[\u2010-\u2015\u2212]/gu;
const DAY = String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|«?\d{1,2}»? \p{L}+ \d{4}`;
/** "… от 28.11.2026", "… от 28 ноября 2026 г.", "… of 2026-11-28". */
const DAY_BEHIND = new RegExp(String.raw`[\s,]+(?:от|of|dated)\s+(?:${DAY})(?!\d).*$`, "u");
/** "28.11.2026 ж. № …". */
const DAY_BEFORE = new RegExp(String.raw`^(?:${DAY})\s*(?:ж|г)?\.?\s*(?=№)`, "u");
/** "Исх.", "шығ.", "outgoing", "№", "N", "No.", "Nr", "#" before the first digit. */
const SIGNS =
  /^(?:(?:исх(?:одящий)?|шығ(?:ыс)?|out(?:going)?|номер|нөмірі?|number|no|nr|n|№|#)[\s.:_-]*)+(?=\d)/u;
/** Letters that look the same in both alphabets: nobody sees from which keyboard they came. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  ...{ а: "a", в: "b", с: "c", е: "e", һ: "h", і: "i", к: "k", м: "m", н: "h", о: "o", р: "p" },
  ...{ т: "t", у: "y", х: "x" },
};

/**
 * One form of a number for comparing, however it is written: "№ 15-7/098", "Исх. N 15-7/98." and
 * "15-7/98 от 28.11.2026" are one number. Zeros before a group of digits do not make another one.
 */
export function numberKey(number: string): string {
  return cleanNumber(number)
    .toLowerCase()
    .replace(DASHES, "-")
    .replace(DAY_BEHIND, "")
    .replace(DAY_BEFORE, "")
    .replace(SIGNS, "")
    .replace(/[а-яһі]/gu, (letter) => LOOK_ALIKE[letter] ?? letter)
    .replace(/[№#\s"«»“”]/gu, "")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/(?<!\d)0+(?=\d)/gu, "");
}

/** The longest group of digits of a number's form for comparing: all its forms have these. */
export function digitsOf(key: string): string {
  const groups = key.match(/\d+/gu) ?? [];
  return groups.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
}

function usualForm(text: string): string {
  return text
    .split(SIGN)
    .map((part) => part.normalize("NFKC"))
    .join(SIGN)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}
