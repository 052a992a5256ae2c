/**
 * Characters that show nothing (soft hyphen, zero-width spaces and marks, byte order mark). They come
 * from web pages and make two texts of one.
 */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, "g");

export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** The text as a person sees it. */
export function withoutInvisible(text: string): string {
  return hasInvisible(text) ? text.replace(ALL_INVISIBLE, "") : text;
}
