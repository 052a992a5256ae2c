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

type Table = Extract<Block, { kind: "table" }>;

/** A table of more columns has no room on an upright page: its words would be broken. */
const UPRIGHT = 6;

/** True where a paper lies on its side, because one of its tables is too wide to stand upright. */
export function isLandscape(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === "table" && block.head.length > UPRIGHT);
}

/** A sum of money as papers write it: "53 500,00 тенге", "−12,5", also "0,00". */
const SUM = /^[−-]?\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*,\d{1,3}(?:[\s\u00a0\u202f]\p{L}+){0,2}$/u;

/** Columns of sums alone: at the right, so that digits of one weight stand below each other. */
export function sumColumns({ head, rows }: Table): boolean[] {
  return head.map((_, column) => {
    const cells = rows.map((row) => textOf(row[column] ?? []).trim()).filter((one) => one !== "");
    return cells.length > 0 && cells.every((one) => SUM.test(one));
  });
}

/** Account numbers and hashes are mostly digits, which are wider, and are never broken. */
const ACCOUNT = /^([A-Z]{2}\d{2}[A-Z0-9]{10,30}|[0-9a-f]{64})$/;
const WIDER = 1.12;
/** So much wider are the bold letters of a heading. */
const BOLD = 1.15;
/** Letters of a long cell beyond which its column gets no wider. */
const LONG = 40;

/**
 * Widths of a table's columns as shares of the page: each has room for its longest word, and more
 * where its cells are long. Where words have too little room, account numbers keep theirs.
 */
export function columnShares(table: Table, landscape = false): number[] {
  const columns = table.head.map((head, column) => {
    const cells = table.rows.map((row) => textOf(row[column] ?? []));
    const longest = Math.max(head.length, ...cells.map((cell) => cell.length));
    const room = (one: string) => one.length * (ACCOUNT.test(one) ? WIDER : 1);
    const words = cells.flatMap(wordsOf);
    const word = Math.max(...words.map(room), ...wordsOf(head).map((one) => one.length * BOLD));
    const kept = words.some((one) => ACCOUNT.test(one));
    return { kept, word: word + CELL, more: Math.max(0, Math.min(longest, LONG) * 0.8 - word) };
  });
  const words = sumOf(columns.map((one) => one.word));
  const more = sumOf(columns.map((one) => one.more));
  // Words have their room first.
  const page = landscape ? ON_SIDE : table.head.length > WIDE ? 122 : 100;
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

/** A line ends at a space or after a hyphen; a no-break space parts no word. */
function wordsOf(cell: string): string[] {
  return cell.split(/[ \n]+|(?<=-)/);
}

/** Letters that the space between two columns takes. */
const CELL = 3.5;
/** A table of more columns is wide: smaller letters, so that more of them fit on a line. */
const WIDE = 5;
/** Letters on a line of a page that lies on its side. */
const ON_SIDE = 150;

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * Size of the letters of a table in points: two account numbers stand side by side in a wide one.
 */
export function tableSize({ head }: Table, landscape = false): number {
  return head.length > WIDE && !landscape ? 7 : 8.5;
}

/** Paragraphs at the end of a paper that stay on one page: a signature never stands alone. */
const LAST_TOGETHER = 5;
/** Rows at the end of a table that stay with the signature below it. */
export const LAST_ROWS = 2;

/**
 * Which blocks stay on the page of the next one: headings, and the end with its signature. Of a
 * table it is the last rows.
 */
export function staysWithNext(blocks: readonly Block[]): boolean[] {
  const before = blocks.slice(0, -1);
  const lastTable = before.findLastIndex(({ kind }) => kind === "table");
  const end = Math.max(lastTable, blocks.length - LAST_TOGETHER);
  return blocks.map((block, at) => {
    if (at === blocks.length - 1) return false;
    return ["heading", "subheading", "label"].includes(block.kind) || at >= end;
  });
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
