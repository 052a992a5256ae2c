/** First three letters of the months in Russian, Kazakh and English, 1 to 12. */
const NAMES: readonly (readonly string[])[] = [
  ["янв", "қаң", "каң", "jan"],
  ["фев", "ақп", "акп", "feb"],
  ["мар", "нау", "mar"],
  ["апр", "сәу", "сау", "apr"],
  ["май", "мая", "мам", "may"],
  ["июн", "мау", "jun"],
  ["июл", "шіл", "шил", "jul"],
  ["авг", "там", "aug"],
  ["сен", "қыр", "кыр", "sep"],
  ["окт", "қаз", "каз", "oct"],
  ["ноя", "қар", "кар", "nov"],
  ["дек", "жел", "dec"],
];

export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
