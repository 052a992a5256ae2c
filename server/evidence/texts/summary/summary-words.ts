/** Words of a period's summary, as a document and as a table. */
export interface SummaryWords {
  readonly title: string;
  readonly fileName: string;
  /** Name of the sheet of records. */
  readonly sheet: string;
  /** Headings of the records. */
  readonly columns: readonly string[];
  /** A period without bounds, with a first day, with a last day. */
  readonly allTime: string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  /** What stands in a blank of the text, by its field. */
  readonly blanks: Readonly<Record<string, string>>;
  /** The built-in text (docs/papers.md). */
  readonly template: string;
}
