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

/** An account number is all capitals and digits, which are wider, and is never broken. */
const ACCOUNT = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/;
const WIDER = 1.12;

/**
 * Widths of a table's columns as shares of the page: each has room for its longest word, and more
 * where its cells are long. Where words have too little room, account numbers keep theirs.
 */
export function columnShares(table: Extract<Block, { kind: "table" }>): number[] {
  const columns = table.head.map((head, column) => {
    const cells = [head, ...table.rows.map((row) => textOf(row[column] ?? []))];
    // A no-break space parts no word.
    const words = cells.flatMap((cell) => cell.split(/[ \n]+/));
    const longest = Math.max(...cells.map((cell) => cell.length));
    const room = (one: string) => one.length * (ACCOUNT.test(one) ? WIDER : 1);
    const word = Math.max(...words.map(room));
    const kept = words.some((one) => ACCOUNT.test(one));
    return { kept, word: word + CELL, more: Math.max(0, Math.min(longest, 26) * 0.8 - word) };
  });
  const words = sumOf(columns.map((one) => one.word));
  const more = sumOf(columns.map((one) => one.more));
  // Words have their room first.
  const page = table.head.length > WIDE ? 122 : 100;
  const fixed = sumOf(columns.map((one) => (one.kept ? one.word : 0)));
  if (words > page && fixed > 0 && fixed < page * 0.8)
    return columns.map(({ kept, word }) =>
      kept ? word / page : ((1 - fixed / page) * word) / (words - fixed),
    );
  const room = Math.max(0, page - words);
  const part = more === 0 ? 0 : Math.min(1, room / more);
  const widths = columns.map((one) => one.word + one.more * part);
  const sum = sumOf(widths);
  return widths.map((width) => width / sum);
}

/** Letters that the space between two columns takes. */
const CELL = 3.5;
/** A table of more columns is wide: smaller letters, so that more of them fit on a line. */
const WIDE = 5;

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * Size of the letters of a table in points: two account numbers stand side by side in a wide one.
 */
export function tableSize({ head }: Extract<Block, { kind: "table" }>): number {
  return head.length > WIDE ? 7 : 8.5;
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
