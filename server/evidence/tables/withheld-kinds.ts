/** What stays out of a package, by a word that programs read. */
export const WITHHELD = [
  "rows-of-files",
  "unread-rows",
  "other-transfers",
  "cited-transfers",
  "other-rules",
  "withdrawn-claims",
  "empty-drafts",
  "removed-files",
  "notes",
] as const;
