/** What stays out of a package, by a word that programs read. */
export const WITHHELD = [
  "rows-of-files",
  "unread-rows",
  "other-transfers",
  "other-movements",
  "cited-transfers",
  "other-rules",
  "withdrawn-claims",
  "empty-drafts",
  "removed-files",
  "notes",
] as const;

/** What a disclosure copy masks or leaves out besides, in this order. */
export const MASKED = [
  "masked-persons",
  "masked-accounts",
  "masked-purposes",
  "masked-findings",
  "masked-files",
  "masked-approvals",
] as const;
