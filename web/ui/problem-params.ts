import { formatDateTime, formatIsoDay } from "../../contract/format/dates.ts";
import { formatMoney, sumIn } from "../../contract/format/money.ts";
import type { Language } from "../../contract/languages.ts";

/** The facts that are missing; which parts of an approval have changed since; a kind of letter. */
export type NamedList = "missing" | "parts" | "letter";
type Params = Readonly<Record<string, unknown>>;

/**
 * The figures of a refusal as a person writes them: days, times, sums with their currency, and in
 * `missing`, `parts` and `letter` the name of each thing. The server sends them as it keeps them
 * ("2026-03-05", "2026-03-05T09:00:00.000Z", "1500.50 KZT").
 */
export function paramsInWords(
  params: Params,
  language: Language,
  /** The name of a thing in such a list; undefined where the catalogue has none. */
  nameOf: (code: string, list: NamedList) => string | undefined,
): Params {
  const words = (name: string, value: unknown) => {
    if (typeof value !== "string") return value;
    if (name === "missing" || name === "parts" || name === "letter")
      return value
        .split(", ")
        .map((code) => nameOf(code, name) ?? code)
        .join(", ");
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatIsoDay(value, language);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
      return formatDateTime(Date.parse(value), language);
    return sumInWords(value, language);
  };
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, words(name, value)]),
  );
}

/** What was changed, as the server keeps it: a sum stands alone or at the end. */
export function changeInWords(detail: string, language: Language): string {
  return detail.replace(/\d+(?:\.\d+)? [A-Z]{3}$/, (sum) => sumInWords(sum, language));
}

function sumInWords(text: string, language: Language): string {
  const sum = sumIn(text);
  return sum === null ? text : formatMoney(sum.amount, sum.currency, language, true);
}
