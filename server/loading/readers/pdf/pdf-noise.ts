import { foldName } from "../../../identity/names.ts";
import { type TextLine, textOf } from "./pdf-lines.ts";
import { leadingDay } from "./pdf-values.ts";

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
      if (line.items.some((item) => leadingDay(item.text) !== null && /^\d/.test(item.text)))
        continue;
      const key = foldName(text).replace(/\d+/g, "#");
      const seen = places.get(key) ?? [];
      places.set(key, seen);
      const same = seen.find(({ y }) => Math.abs(y - line.y) <= SAME_PLACE);
      if (same === undefined) seen.push({ y: line.y, lines: [line] });
      else same.lines.push(line);
    }
  }
  const repeated = new Set<TextLine>();
  for (const seen of places.values())
    for (const { lines } of seen)
      if (new Set(lines.map(({ page }) => page)).size >= Math.max(2, pages.length / 2))
        for (const line of lines) repeated.add(line);
  for (const lines of pages)
    for (const edge of [fromTop(lines, repeated), fromTop([...lines].reverse(), repeated)])
      for (const line of edge) running.add(line);
  return running;
}

/** In letter heights: running lines stand at least so far from what is between them. */
const APART = 2;

/** The repeated lines at one edge of a page, up to the last one that stands apart from the rest. */
function fromTop(lines: readonly TextLine[], repeated: ReadonlySet<TextLine>): TextLine[] {
  let edge = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (!repeated.has(line)) break;
    const next = lines[at + 1];
    const size = line.items[0]?.size ?? 1;
    if (next === undefined || Math.abs(next.y - line.y) > APART * size) edge = at + 1;
  }
  return lines.slice(0, edge);
}
