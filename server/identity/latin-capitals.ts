const CYRILLIC = "АВЕКМНОРСТУХ";
const LATIN = "ABEKMHOPCTYX";

/** Cyrillic capitals typed for the Latin ones they look like ("КZТ") as those; the rest stays. */
export function latinCapitals(text: string): string {
  return text.replace(/[АВЕКМНОРСТУХ]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter);
}
