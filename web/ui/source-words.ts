import type { TFunction } from "i18next";
import { formatIsoDay } from "../../contract/format/dates.ts";
import type { Language } from "../../contract/languages.ts";
import type { sources } from "../i18n/en/sources.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DATE = `(?<date>\\d{1,2} (?:${MONTHS.join("|")}) \\d{4})`;

/** The sources of the built-in tables, as these write them in English. */
const KNOWN: readonly (readonly [RegExp, keyof typeof sources])[] = [
  [/^https:\/\/sud\.gov\.kz \(list of courts\)$/, "courts"],
  [/^Code of Civil Procedure of Kazakhstan, art\. 267-1$/, "procedure"],
  [/^Law on the republican budget (?<years>\d{4}–\d{4})$/, "budget"],
  [/^Tax Code of 2017, art\. 610: claims of natural persons$/, "fee2017"],
  [/^Tax Code of 2025, art\. 662–672: claims of natural persons$/, "fee2025"],
  [/^https:\/\/nationalbank\.kz \(base rate, decision-making schedule\)$/, "nationalBank"],
  [
    new RegExp(`^Resolution of the National Bank's committee No (?<number>\\d+) of ${DATE}$`),
    "resolution",
  ],
  [new RegExp(`^the rate of ${DATE}$`), "lastRead"],
  [/^no later decision was read$/, "noLater"],
  [/^(?<source>.+) \(the first day from memory\)$/, "dayRecalled"],
  [new RegExp(`^(?<site>\\S+), ${DATE}$`), "site"],
];

/**
 * A source in the language of the screen. What an office writes into a table of its own stays as it
 * is written.
 */
export function sourceInWords(source: string, t: TFunction, language: Language): string {
  return source
    .split("; ")
    .map((part) => {
      for (const [pattern, key] of KNOWN) {
        const found = pattern.exec(part);
        if (found === null) continue;
        const { date, source: inner, ...said } = found.groups ?? {};
        return t(`sources.${key}`, {
          ...said,
          ...(date === undefined ? {} : { date: dayInWords(date, language) }),
          ...(inner === undefined ? {} : { source: sourceInWords(inner, t, language) }),
        });
      }
      return part;
    })
    .join("; ");
}

/** "5 December 2022" as a day of the language. */
function dayInWords(date: string, language: Language): string {
  const [day = "", month = "", year = ""] = date.split(" ");
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  return formatIsoDay(`${year}-${number}-${day.padStart(2, "0")}`, language);
}
