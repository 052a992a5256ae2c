/**
 * What a table may cost to read, whatever the file says of itself. Real answers stay far below all
 * of it; a file beyond is refused with its reason, on the command line as on the page.
 */
export const TABLE_LIMITS = {
  /** Columns of a row that are kept; a wider row is refused alone. */
  columns: 1_024,
  /** Characters of a row; a longer one is refused alone. */
  rowCharacters: 1_000_000,
  /** Characters of the rows that one piece of a file may unfold to: texts are repeated by number. */
  pieceCharacters: 64_000_000,
  /** Characters of one cell, however many pieces it comes in. */
  cellCharacters: 1_000_000,
  /** Texts a workbook keeps apart from its cells, empty ones included. */
  texts: 10_000_000,
  /** Bytes of these texts; most of them wait on disk. */
  textBytes: 2 * 2 ** 30,
  /** Cell formats of a workbook; Excel writes at most 64,000. */
  formats: 100_000,
} as const;

/** What is kept of a row that is refused for its size. */
export const SHOWN_OF_BROKEN_ROW = 1_000;
