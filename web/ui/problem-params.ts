import { formatIsoDay } from "../../contract/format/dates.ts";
import { formatMoney, sumIn } from "../../contract/format/money.ts";
import type { Language } from "../../contract/languages.ts";

type Params = Readonly<Record<string, unknown>>;

/**
 * The figures of a refusal as a person writes them: days, sums with their currency, and in
 * `missing` the name of each thing. The server sends them as it keeps them ("2026-03-05", "1500.50
 * KZT").
 */
export function paramsInWords(
  params: Params,
  language: Language,
  /** The name of a thing that is missing; undefined where the catalogue has none. */
  nameOf: (code: string) => string | undefined,
): Params {
  const words = (name: string, value: unknown) => {
    if (typeof value !== "string") return value;
    if (name === "missing")
      return value
        .split(", ")
        .map((code) => nameOf(code) ?? code)
        .join(", ");
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatIsoDay(value, language);
    const sum = sumIn(value);
    return sum === null ? value : formatMoney(sum.amount, sum.currency, language, true);
  };
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, words(name, value)]),
  );
}
