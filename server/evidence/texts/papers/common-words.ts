import type { BankPaper } from "../../../../contract/papers.ts";

/** Letters to banks about several claims, in one language (docs/papers.md). */
export interface CommonWords {
  /** Of the archive, beside those of the claims. */
  readonly folder: string;
  /** A file of a letter in the inventory of one of its claims. */
  readonly inInventory: (path: string, claims: number) => string;
  /** A claim was in a letter that nobody sent, and is not in the one that takes its place. */
  readonly noMore: string;
  /** The built-in templates. */
  readonly templates: Readonly<Record<BankPaper, string>>;
  /** What stands in a blank, by list.field. */
  readonly blanks: Readonly<Record<string, string>>;
  /** Of the row that adds a table up. */
  readonly total: string;
  /** Room for a sum that a person writes in. */
  readonly line: string;
  /** Rows of the table of claims by their numbers, at the beginning of a sentence. */
  readonly rows: (numbers: readonly string[]) => string;
  /** The same in brackets. */
  readonly ofRows: (numbers: readonly string[]) => string;
  /** Other rows ask for the same loss. */
  readonly sameLoss: (numbers: readonly string[]) => string;
  /** The row's defendants answer together. */
  readonly jointly: string;
  /** The victim's money came to an account at another bank. */
  readonly elsewhere: (sum: string) => string;
  /** It came to accounts of other joint defendants. */
  readonly toOthers: (sum: string) => string;
  /** An account to which it came, with its holder and bank as far as they are known. */
  readonly paid: (account: {
    readonly number: string;
    readonly said: readonly string[];
    readonly sum: string;
  }) => string;
  readonly payee: (name: string, iin: string) => string;
}
