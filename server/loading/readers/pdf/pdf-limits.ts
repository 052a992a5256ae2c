/**
 * What a PDF may cost to read, whatever it says of itself. A bank's statement of a year stays far
 * below all of it. What these cannot hold (forms nested in forms) ends with the reading process.
 */
export const PDF_LIMITS = {
  /** Bytes of the file: it is held in memory. */
  bytes: 64 * 2 ** 20,
  pages: 500,
  /** Pieces of text on one page; letter by letter a full page has about 5,000. */
  itemsOfPage: 40_000,
  items: 1_500_000,
  /** Bytes that one packed part which is no picture may unpack to, and all of them together. */
  partBytes: 48 * 2 ** 20,
  allPartsBytes: 400 * 2 ** 20,
} as const;
