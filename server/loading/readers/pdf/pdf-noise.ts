import { foldName } from "../../../identity/names.ts";
import { leadingDay } from "./pdf-values.ts";
import { type TextLine, textOf } from "./pdf-lines.ts";

const SAME_PLACE = 4;
const PAGE_NUMBER =
  /^(?:стр(?:аница)?\.?|бет|page|лист)\s*:?\s*\d+(?:\s*(?:из|of|\/|ден|дан)\s*\d+)?$|^\d+\s*(?:из|of|\/)\s*\d+$|^-?\s*\d{1,3}\s*-?$/iu;

/** Lines that a bank prints on every page, above and below the table, and numbers of pages. */
export function runningLines(pages: readonly (readonly TextLine[])[]): Set<TextLine> {
  const places = new Map<string, { y: number; lines: TextLine[] }[]>();
  const running = new Set<TextLine>();
  for (const lines of pages) {
    for (const line of lines) {
      const text = textOf(line);
      if (PAGE_NUMBER.test(text)) running.add(line);
      if (line.items.some((item) => leadingDay(item.text) !== null && /^\d/.test(item.text))) continue;
      const key = foldName(text).replace(/\d+/g, "#");
      const seen = places.get(key) ?? [];
      places.set(key, seen);
      const same = seen.find(({ y }) => Math.abs(y - line.y) <= SAME_PLACE);
      if (same === undefined) seen.push({ y: line.y, lines: [line] });
      else same.lines.push(line);
    }
  }
  for (const seen of places.values())
    for (const { lines } of seen)
      if (new Set(lines.map(({ page }) => page)).size > 1 && isAtEdge(lines, pages))
        for (const line of lines) running.add(line);
  return running;
}

/** Rows repeat too, but nothing that is no row stands above or below them. */
function isAtEdge(lines: readonly TextLine[], pages: readonly (readonly TextLine[])[]): boolean {
  return lines.every((line) => {
    const page = pages[line.page - 1] ?? [];
    const at = page.indexOf(line);
    const before = page.slice(0, at).some(isRow);
    const after = page.slice(at + 1).some(isRow);
    return !before || !after;
  });
}

function isRow({ items }: TextLine): boolean {
  return items.some(({ text }) => leadingDay(text) !== null);
}
