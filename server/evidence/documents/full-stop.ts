/**
 * The words of a person as a part of a sentence that goes on: without the full stop at its end, so
 * that a document never prints two.
 */
export function withoutStop(text: string): string {
  return text.trimEnd().replace(/\.$/, "");
}

/** True where the text already ends its sentence. */
export function endsSentence(text: string): boolean {
  return /[.!?…]$/u.test(text.trimEnd());
}
