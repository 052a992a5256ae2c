/** Words of a period's summary, as a document and as a table. */
export interface SummaryWords {
  readonly title: string;
  readonly fileName: string;
  /** The first sheet of the table: its name and the words of its head. */
  readonly overview: {
    readonly sheet: string;
    readonly period: string;
    readonly before: string;
    readonly district: string;
    readonly everyDistrict: string;
    readonly madeBy: string;
    readonly madeAt: string;
    readonly columns: readonly [
      figure: string,
      number: string,
      sum: string,
      currency: string,
      numberBefore: string,
      sumBefore: string,
      numberChange: string,
      sumChange: string,
      recordsNumber: string,
      recordsSum: string,
    ];
    /** Said where records of other people's cases are left out. */
    readonly others: string;
  };
  /** Name of the sheet of records. */
  readonly sheet: string;
  /** Headings of the records. */
  readonly columns: readonly string[];
  /** The letter by which a bank was asked for a block. */
  readonly letter: (number: string, day: string) => string;
  /** A period without bounds, with a first day, with a last day. */
  readonly allTime: string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  /** What stands in a blank of the text, by its field. */
  readonly blanks: Readonly<Record<string, string>>;
  /** The built-in text (docs/papers.md). */
  readonly template: string;
}
