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

/**
 * Widths of a table's columns as shares of the page: each has room for its longest word, and more
 * where its cells are long.
 */
export function columnShares(table: Extract<Block, { kind: "table" }>): number[] {
  const weights = table.head.map((head, column) => {
    const cells = [head, ...table.rows.map((row) => textOf(row[column] ?? []))];
    // A no-break space parts no word.
    const words = cells.flatMap((cell) => cell.split(/[ \n]+/));
    const longest = Math.max(...cells.map((cell) => cell.length));
    return Math.max(...words.map((word) => word.length), Math.min(longest, 26) * 0.8) + 3.5;
  });
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((weight) => weight / sum);
}

/** Size of the letters of a table in points: two account numbers stand side by side in a wide one. */
export function tableSize({ head }: Extract<Block, { kind: "table" }>): number {
  return head.length > 5 ? 7 : 8.5;
}

/** Paragraphs at the end of a paper that stay on one page: a signature never stands alone. */
const LAST_TOGETHER = 3;

/** Which blocks stay on the page of the next one: headings, and the end with its signature. */
export function staysWithNext(blocks: readonly Block[]): boolean[] {
  const end = blocks.length - LAST_TOGETHER;
  return blocks.map((block, at) => {
    if (block.kind === "table" || at === blocks.length - 1) return false;
    return ["heading", "subheading", "label"].includes(block.kind) || at >= end;
  });
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
