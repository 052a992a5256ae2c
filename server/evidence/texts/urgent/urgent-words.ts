import type { UrgentKind } from "../../../../contract/reports.ts";

/** The letters of the first hour in one language (docs/first-hour.md). */
export interface UrgentWords {
  readonly fileNames: Readonly<Record<UrgentKind, string>>;
  readonly titles: Readonly<Record<UrgentKind, string>>;
  /** In the language of papers (docs/papers.md, "The office's own text"). */
  readonly templates: Readonly<Record<UrgentKind, string>>;
  readonly blanks: Readonly<Record<string, string>>;
  /** Name of the folder for messages to the Anti-Fraud centre. */
  readonly antiFraud: string;
  /** Where money left the banks, by the kind of the exit or of the stop. */
  readonly exits: Readonly<Record<string, string>>;
  /** Number and day of a letter that the bank was sent before. */
  readonly earlier: (number: string, day: string) => string;
  /** Of an account, beside what an earlier letter said of it. */
  readonly news: {
    readonly first: (number: string, sum: string) => string;
    readonly changed: (number: string, before: string, now: string) => string;
    readonly gone: (number: string, before: string) => string;
  };
  /** Of a card or telephone that may be of any bank. */
  readonly bankNotKnown: string;
  /** Of an account whose later days nobody knows. */
  readonly notKnown: string;
  /** In place of the name of a bank that is not known. */
  /** A contract with its day, and one with the sum of its loan. */
  readonly contract: {
    readonly of: (number: string, day: string) => string;
    readonly sum: (contract: string, amount: string) => string;
  };
  readonly unknownBank: string;
}
