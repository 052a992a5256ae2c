import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { writtenDay } from "../words/dates.ts";

interface Left {
  readonly number: string | null;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** The languages in which it left; none = not known. */
  readonly leftIn?: readonly DocumentLanguage[];
}

type Names = Readonly<Record<DocumentLanguage, string>>;

/** "… left in Russian", after the name of the letter. */
const NAMES: Readonly<Record<DocumentLanguage, Names>> = {
  ru: { ru: "русском", kk: "казахском", en: "английском" },
  kk: { ru: "орыс", kk: "қазақ", en: "ағылшын" },
  en: { ru: "Russian", kk: "Kazakh", en: "English" },
};
const NOTES: Readonly<
  Record<DocumentLanguage, (number: string | null, day: string, names: string) => string>
> = {
  ru: (number, day, names) =>
    `Перевод на русский язык. Письмо ${number === null ? "" : `№ ${number} `}от ${day} ` +
    `отправлено на ${names} языке.`,
  kk: (number, day, names) =>
    `Қазақ тіліне аударма. ${day} ${number === null ? "" : `№ ${number} `}хат ` +
    `${names} тілінде жіберілген.`,
  en: (number, day, names) =>
    `Translation into English. Letter ${number === null ? "" : `No ${number} `}of ${day} ` +
    `was sent in ${names}.`,
};
const AND: Names = { ru: " и ", kk: " және ", en: " and " };

/**
 * A letter that was sent is frozen: the same one in another language than those in which it left is a
 * translation of it, with its number and day, and says so. null = it left in this one, or nobody
 * knows in which.
 */
export function translationNote(
  { number, day, leftIn = [] }: Left,
  language: DocumentLanguage,
): string | null {
  if (leftIn.length === 0 || leftIn.includes(language)) return null;
  const names = leftIn.map((one) => NAMES[language][one]).join(AND[language]);
  return NOTES[language](number, writtenDay(day), names);
}
