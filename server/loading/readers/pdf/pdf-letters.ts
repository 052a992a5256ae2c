import { UserError } from "../../../errors/user-error.ts";
import { foldName } from "../../../identity/names.ts";
import { type TextLine, textOf } from "./pdf-lines.ts";
import { daysIn, showsMoney } from "./pdf-values.ts";

/** Words that every page of a bank holds some of, in the three languages, folded. */
const PLAIN_WORDS = new Set(
  [
    "и в на по с от за для не к из что или без при как",
    "дата сумма операция операции детали счет счета счету карта карты карте банк банка выписка период",
    "остаток доступно справка валюта тенге перевод покупка пополнение снятие комиссия страница итого",
    "және мен бойынша үшін дейін бастап туралы күні сома сомасы шот шоты картаның банкі үзінді көшірме",
    "аударым толықтыру алу төлем теңге қалдық бет",
    "the of and to for in by from date amount account card bank statement balance page transfer total",
    "kaspi halyk forte freedom jusan kzt",
  ]
    .join(" ")
    .split(" ")
    .map(foldName),
);
const ENOUGH_LETTERS = 60;

/**
 * Refuses a file of which a page holds letters that stand for nothing. Its fonts do not say which
 * letter each shape is, and every word and number read from it would be wrong.
 */
export function refuseNoise(file: string, pages: readonly (readonly TextLine[])[]): void {
  pages.forEach((lines, at) => {
    const texts = lines.map(textOf);
    const letters = texts.join("").replace(/[^\p{L}\p{Co}\p{Cn}]/gu, "").length;
    if (letters < ENOUGH_LETTERS) return;
    if (texts.some((text) => daysIn(text).length > 0 || showsMoney(text))) return;
    const words = texts.flatMap((text) => foldName(text).split(" "));
    if (!words.some((word) => PLAIN_WORDS.has(word))) throw noise(file, at + 1);
  });
}

function noise(file: string, page: number): UserError {
  return new UserError({
    code: "pdf-letters-unreadable",
    message: `${file}: the letters on page ${page} stand for nothing, because the PDF does not say what its shapes mean; nothing of the file was loaded.`,
    remedy: "Ask the bank for the same statement as XLSX or CSV, or for a new PDF.",
    params: { file, page },
  });
}
