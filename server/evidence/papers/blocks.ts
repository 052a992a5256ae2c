/** A piece of text; a blank is what nobody knows yet, and is marked on paper. */
export interface Run {
  readonly text: string;
  readonly blank: boolean;
}

/** A paper as both writers take it: paragraphs in order, and tables. */
export type Block =
  | {
      readonly kind: "heading" | "subheading" | "label" | "right" | "paragraph" | "item";
      readonly runs: readonly Run[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    };

export interface Paper {
  /** For the file's own properties. */
  readonly title: string;
  /** On every page; null = a paper that is ready. */
  readonly draft: string | null;
  readonly blocks: readonly Block[];
}

/** Widths of a table's columns as shares of the page, by the longest word and the length of cells. */
export function columnShares(table: Extract<Block, { kind: "table" }>): number[] {
  const weights = table.head.map((head, column) => {
    const cells = [head, ...table.rows.map((row) => textOf(row[column] ?? []))];
    const longestWord = Math.max(
      ...cells.flatMap((cell) => cell.split(/\s+/).map((word) => word.length)),
    );
    const longest = Math.max(...cells.map((cell) => cell.length));
    return Math.max(3, longestWord * 1.1, Math.min(longest, 26) * 0.8);
  });
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((weight) => weight / sum);
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
