/**
 * One name in Latin and in Cyrillic letters. A passport and a bank write "Akhmetov", "Ahmetov" or
 * "Ахметов" of one person, and keys keep the script they were written in. So a search asks for the
 * other script too, by a pattern of all its usual spellings. The tables follow the passport rules
 * of Kazakhstan and Russia (ICAO Doc 9303) and the habits beside them; Kazakh letters are folded
 * before (identity/names.ts).
 */

/** Latin letters together, longest first, and what they stand for. */
const FROM_LATIN: readonly (readonly [string, readonly string[]])[] = [
  ["shch", ["щ", "шч"]],
  ["sch", ["щ", "ш", "сч"]],
  ["dzh", ["дж", "ж"]],
  ["tch", ["ч"]],
  ["zh", ["ж", "зх"]],
  ["kh", ["х", "кх", "к"]],
  ["gh", ["г", "гх"]],
  ["ch", ["ч", "х"]],
  ["sh", ["ш", "сх"]],
  ["ts", ["ц", "тс"]],
  ["tc", ["ц"]],
  ["tz", ["ц", "тз"]],
  ["dj", ["дж", "ж"]],
  ["ks", ["кс"]],
  ["ph", ["ф", "пх"]],
  ["ng", ["н", "нг"]],
  ["ya", ["я", "ья", "ия", "йа", "ыа"]],
  ["ia", ["ия", "я", "ья", "иа"]],
  ["ja", ["я", "жа", "джа"]],
  ["yu", ["ю", "ью", "ию", "йу"]],
  ["iu", ["ю", "ью", "ию", "иу"]],
  ["ju", ["ю", "жу", "джу"]],
  ["yo", ["е", "йо", "ьо", "о"]],
  ["io", ["е", "ио", "ьо"]],
  ["ye", ["е", "ье", "ие", "йе", "ые"]],
  ["ie", ["е", "ие", "ье", "ей"]],
  ["je", ["е", "же", "дже"]],
  ["iy", ["ий", "и", "ый"]],
  ["ii", ["ий", "и"]],
  ["yi", ["ый", "ий", "йи", "и"]],
  ["yy", ["ый", "ий", "ы"]],
  ["a", ["а", "я"]],
  ["b", ["б"]],
  ["c", ["к", "с", "ц"]],
  ["d", ["д"]],
  ["e", ["е", "э"]],
  ["f", ["ф"]],
  ["g", ["г", "ж"]],
  ["h", ["х", "г"]],
  ["i", ["и", "ы", "й", "ий"]],
  ["j", ["ж", "дж", "й"]],
  ["k", ["к"]],
  ["l", ["л"]],
  ["m", ["м"]],
  ["n", ["н"]],
  ["o", ["о"]],
  ["p", ["п"]],
  ["q", ["к"]],
  ["r", ["р"]],
  ["s", ["с"]],
  ["t", ["т"]],
  ["u", ["у", "ю"]],
  ["v", ["в"]],
  ["w", ["в", "у"]],
  ["x", ["кс", "х"]],
  ["y", ["ы", "й", "и", "ий", "ый", "у"]],
  ["z", ["з", "ц"]],
];

/** Cyrillic letters, folded, and how Latin spellings write them. */
const FROM_CYRILLIC: readonly (readonly [string, readonly string[]])[] = [
  ["кс", ["ks", "qs", "x"]],
  ["дж", ["dzh", "j", "dj"]],
  ["а", ["a", "ä"]],
  ["б", ["b"]],
  ["в", ["v", "w"]],
  ["г", ["g", "gh", "h", "ğ"]],
  ["д", ["d"]],
  ["е", ["e", "ye", "ie", "je", "yo", "io"]],
  ["ж", ["zh", "j"]],
  ["з", ["z"]],
  ["и", ["i", "y", "ii", "iy", "yi", ""]],
  ["й", ["y", "i", "j", ""]],
  ["к", ["k", "q", "c", "kh"]],
  ["л", ["l"]],
  ["м", ["m"]],
  ["н", ["n", "ng", "ñ"]],
  ["о", ["o", "ö"]],
  ["п", ["p"]],
  ["р", ["r"]],
  ["с", ["s", "c", "ss"]],
  ["т", ["t"]],
  ["у", ["u", "w", "y", "ü", "ū"]],
  ["ф", ["f", "ph"]],
  ["х", ["kh", "h", "x", "ch"]],
  ["ц", ["ts", "tc", "tz", "c"]],
  ["ч", ["ch", "tch", "ç"]],
  ["ш", ["sh", "ş"]],
  ["щ", ["shch", "sch", "sh"]],
  ["ъ", ["", "y"]],
  ["ы", ["y", "i", "ı"]],
  ["ь", ["", "y", "i"]],
  ["э", ["e"]],
  ["ю", ["yu", "iu", "ju", "u"]],
  ["я", ["ya", "ia", "ja", "a"]],
];

/** Letters of the new Kazakh Latin alphabet and of Turkish as passports have them. */
const PLAIN_LATIN: Readonly<Record<string, string>> = {
  ş: "sh",
  ç: "ch",
  ı: "y",
  ğ: "g",
  ñ: "n",
  ä: "a",
  ö: "o",
  ü: "u",
  ū: "u",
};

/**
 * A regular expression, as Lucene reads them, for the beginnings of the word in the other script;
 * null for a word that is not of one script alone.
 */
export function otherSpelling(word: string): string | null {
  const plain = [...word].map((letter) => PLAIN_LATIN[letter] ?? letter).join("");
  if (/^[a-z]+$/.test(plain)) return patternOf(plain, FROM_LATIN, "[ьъ]?");
  if (/^[а-я]+$/.test(plain)) return patternOf(plain, FROM_CYRILLIC, "");
  return null;
}

/** Letters that belong together are read together; the tables list what they are one by one too. */
function patternOf(
  word: string,
  table: readonly (readonly [string, readonly string[]])[],
  between: string,
): string {
  const parts: string[] = [];
  for (let at = 0; at < word.length; ) {
    const [letters, spellings] = table.find(([one]) => word.startsWith(one, at)) ?? ["", []];
    if (letters === "") return `${parts.join(between)}.*`;
    parts.push(oneOf(spellings));
    at += letters.length;
  }
  return `${parts.join(between)}.*`;
}

/** Lucene knows no empty alternative: what may be left out is followed by a question mark. */
function oneOf(spellings: readonly string[]): string {
  const written = spellings.filter((spelling) => spelling !== "");
  if (written.length < spellings.length) return `(${written.join("|")})?`;
  return written.length === 1 ? (written[0] ?? "") : `(${written.join("|")})`;
}
