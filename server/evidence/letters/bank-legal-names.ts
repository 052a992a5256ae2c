import { bankName } from "../../../contract/bank-names.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { foldName } from "../../identity/names.ts";

/**
 * Legal names of the banks of contract/bank-names.ts, for the address of a letter: Russian, then
 * Kazakh. Recalled from the banks' own requisites; docs/kazakh-terms-to-check.md asks an office to
 * check them. АО and АҚ: joint-stock company; ДО and ЕҰ: subsidiary.
 */
const LEGAL_NAMES: Readonly<Record<string, readonly [ru: string, kk: string]>> = {
  "125": [
    "РГУ «Национальный Банк Республики Казахстан»",
    "«Қазақстан Республикасының Ұлттық Банкі» РММ",
  ],
  "432": ["ДО АО Банк ВТБ (Казахстан)", "ВТБ Банкі (Қазақстан) АҚ ЕҰ"],
  "435": ["АО «Шинхан Банк Казахстан»", "«Шинхан Банк Қазақстан» АҚ"],
  "551": ["АО «Фридом Банк Казахстан»", "«Фридом Банк Қазақстан» АҚ"],
  "563": ["АО «Казпочта»", "«Қазпошта» АҚ"],
  "601": ["АО «Народный Банк Казахстана»", "«Қазақстан Халық Банкі» АҚ"],
  "722": ["АО «Kaspi Bank»", "«Kaspi Bank» АҚ"],
  "821": ["АО «Bank RBK»", "«Bank RBK» АҚ"],
  "826": ["АО «АТФБанк»", "«АТФБанк» АҚ"],
  "832": ["АО «Ситибанк Казахстан»", "«Ситибанк Қазақстан» АҚ"],
  "849": ["АО «Нурбанк»", "«Нұрбанк» АҚ"],
  "856": ["АО «Банк ЦентрКредит»", "«Банк ЦентрКредит» АҚ"],
  "886": ["АО «Home Credit Bank»", "«Home Credit Bank» АҚ"],
  "914": ["АО «Bereke Bank»", "«Bereke Bank» АҚ"],
  "926": ["АО «Казкоммерцбанк»", "«Қазкоммерцбанк» АҚ"],
  "948": ["АО «Евразийский банк»", "«Еуразиялық банк» АҚ"],
  "949": ["АО «Altyn Bank»", "«Altyn Bank» АҚ"],
  "965": ["АО «ForteBank»", "«ForteBank» АҚ"],
  "972": ["АО «Отбасы банк»", "«Отбасы банк» АҚ"],
  "998": ["АО «Alatau City Bank»", "«Alatau City Bank» АҚ"],
};

/**
 * The bank as a letter addresses it. Its legal name in Russian and Kazakh, its own Latin name in
 * English; what is no known code stays as it is.
 */
export function bankAddressed(code: string, language: DocumentLanguage): string {
  const [ru, kk] = LEGAL_NAMES[code] ?? [];
  const name = { ru, kk, en: undefined }[language];
  return name ?? bankName(code);
}

/** The bank whose brand or legal name the text is, with or without its legal form; else null. */
export function bankCalled(written: string): string | null {
  const said = wordsOf(written);
  const own = Object.entries(LEGAL_NAMES).filter(([code, names]) =>
    [bankName(code), ...names].some((name) => wordsOf(name) === said),
  );
  return own.length === 1 ? (own[0]?.[0] ?? null) : null;
}

/** The bank that a written text names, in any of its languages; null where none or several are. */
export function bankNamed(written: string): string | null {
  const said = ` ${wordsOf(written)} `;
  const named = Object.entries(LEGAL_NAMES).flatMap(([code, names]) =>
    [bankName(code), ...names].some((name) => said.includes(` ${wordsOf(name)} `)) ? code : [],
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** АО, АҚ, ДО, ЕҰ, РГУ, РММ as folded names have them: a file may leave them out. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  ["АО", "АҚ", "ДО", "ЕҰ", "РГУ", "РММ"].map(foldName),
);

/** The words of a name without its legal form, folded as names are. */
function wordsOf(name: string): string {
  return foldName(name.replace(/[^\p{L}\p{N}]+/gu, " "))
    .split(" ")
    .filter((word) => word !== "" && !LEGAL_FORMS.has(word))
    .join(" ");
}
