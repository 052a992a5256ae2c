import type { Language } from "../languages.ts";

/** How a language writes dates, durations, numbers and sizes: the only table of it. */
export interface Conventions {
  /** Short months as CLDR has them, dots included. */
  readonly months: readonly string[];
  /** Puts the year where the language has it: "3 окт. 2026", "2026 ж. 3 қаз.". */
  readonly withYear: (days: string, year: number) => string;
  /** A month over a calendar, in the signs of dayjs. */
  readonly calendarMonth: string;
  readonly durations: Readonly<Record<"d" | "h" | "m" | "s", string>>;
  /** Thousands, millions, milliards; null = thousands are written out. */
  readonly scales: readonly [string | null, string, string];
  readonly bytes: readonly [string, string, string, string];
  /** Between groups of three digits. */
  readonly groupSign: string;
  readonly decimalSign: string;
}

const yearLast = (days: string, year: number) => `${days}\u00a0${year}`;

export const CONVENTIONS: Readonly<Record<Language, Conventions>> = {
  kk: {
    months: "қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.".split(" "),
    withYear: (days, year) => `${year}\u00a0ж. ${days}`,
    calendarMonth: "YYYY [ж.] MMMM",
    durations: { d: "күн", h: "сағ", m: "мин", s: "с" },
    scales: ["мың", "млн", "млрд"],
    bytes: ["Б", "КБ", "МБ", "ГБ"],
    groupSign: "\u202f",
    decimalSign: ",",
  },
  ru: {
    months: "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.".split(" "),
    withYear: yearLast,
    calendarMonth: "MMMM YYYY",
    durations: { d: "сут", h: "ч", m: "мин", s: "с" },
    scales: ["тыс.", "млн", "млрд"],
    bytes: ["Б", "КБ", "МБ", "ГБ"],
    groupSign: "\u202f",
    decimalSign: ",",
  },
  en: {
    months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
    withYear: yearLast,
    calendarMonth: "MMMM YYYY",
    durations: { d: "d", h: "h", m: "min", s: "s" },
    scales: [null, "M", "bn"],
    bytes: ["B", "KB", "MB", "GB"],
    groupSign: ",",
    decimalSign: ".",
  },
};
