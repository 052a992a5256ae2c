/**
 * The one date of every entry of a ZIP; made of local parts, because a ZIP holds those: the same
 * bytes in every zone.
 */
export const ENTRY_DATE = new Date(2000, 0, 1, 0, 0, 0);
