/**
 * A day as a person types it, day before month as it is written in Kazakhstan: "05.03.2026",
 * "5/3/26", "5 марта 2026", "2026 ж. 5 нау.", "5 наурыз 2026", "5 Mar 2026", "2026-03-05". ISO
 * text; null while it is not whole, or where there is no such day.
 */
export function typedDay(text: string): string | null {
  const clean = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3]);
  const digits = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{2}|\d{4})$/.exec(clean);
  if (digits) return dayOf(digits[3], Number(digits[2]), digits[1]);
  const word = /^(\d{1,2})\s+(\p{L}{3,})\.?\s+(\d{4})(?:\s*(?:г|ж)\.?)?$/u.exec(clean);
  if (word) return dayOf(word[3], monthOf(word[2] ?? ""), word[1]);
  const yearFirst = /^(\d{4})\s*(?:ж\.?|жыл\p{L}*)\s*(\d{1,2})\s+(\p{L}{3,})\.?$/u.exec(clean);
  return yearFirst ? dayOf(yearFirst[1], monthOf(yearFirst[3] ?? ""), yearFirst[2]) : null;
}

/** The first three letters tell the month, in whatever case and ending. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "янв", "қаң"],
  ["feb", "фев", "ақп"],
  ["mar", "мар", "нау"],
  ["apr", "апр", "сәу"],
  ["may", "май", "мая", "мам"],
  ["jun", "июн", "мау"],
  ["jul", "июл", "шіл"],
  ["aug", "авг", "там"],
  ["sep", "сен", "қыр"],
  ["oct", "окт", "қаз"],
  ["nov", "ноя", "қар"],
  ["dec", "дек", "жел"],
];

function monthOf(word: string): number {
  return MONTHS.findIndex((names) => names.includes(word.slice(0, 3))) + 1;
}

/**
 * "20" may be the beginning of a year that is still being typed; two other digits are of this
 * century.
 */
function dayOf(year = "", month = 0, day = ""): string | null {
  if (year === "19" || year === "20") return null;
  const whole = year.length === 2 ? `20${year}` : year;
  const text = `${whole}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const found = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text) ? text : null;
}
