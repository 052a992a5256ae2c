import type { HeadingCell, PrintedHeader } from "./pdf-header.ts";
import { type TextItem, type TextLine, wordsIn } from "./pdf-lines.ts";

/** From where to where a column reaches on the page, in points. */
export interface ColumnZone {
  readonly column: string;
  readonly x: number;
  readonly end: number;
}

/**
 * The columns' zones: between two headings the border is where the rows leave the widest empty
 * strip. Texts begin at a heading's left, numbers end at its right, kinds stand under its middle,
 * so no heading alone tells.
 */
export function zonesOf({ cells }: PrintedHeader, rows: readonly TextLine[]): ColumnZone[] {
  const filled = rows.flatMap(({ items }) => items);
  const borders = cells.slice(0, -1).map((cell, at) => {
    const next = cells[at + 1] as HeadingCell;
    return borderBetween(cell, next, filled);
  });
  return cells.map(({ column }, at) => ({
    column,
    x: borders[at - 1] ?? Number.NEGATIVE_INFINITY,
    end: borders[at] ?? Number.POSITIVE_INFINITY,
  }));
}

/** The middle of the least and then widest filled strip between two headings. */
function borderBetween(left: HeadingCell, right: HeadingCell, filled: readonly TextItem[]): number {
  const from = Math.floor((left.x + Math.min(left.end, right.x)) / 2);
  const to = Math.ceil((Math.max(left.end, right.x) + right.end) / 2);
  const counts = new Array<number>(Math.max(1, to - from)).fill(0);
  for (const { x, end } of filled) {
    const first = Math.max(from, Math.floor(x + 0.5));
    const last = Math.min(to - 1, Math.floor(end - 0.5));
    for (let at = first; at <= last; at += 1) counts[at - from] = (counts[at - from] ?? 0) + 1;
  }
  const least = Math.min(...counts);
  let [best, bestLength] = [0, 0];
  for (let at = 0; at < counts.length; at += 1) {
    if (counts[at] !== least) continue;
    let length = 0;
    while (counts[at + length] === least) length += 1;
    if (length > bestLength) [best, bestLength] = [at, length];
    at += length;
  }
  return from + best + bestLength / 2;
}

/** The pieces of a line, column by column; one that reaches over a border is cut between words. */
export function inColumns(line: TextLine, zones: readonly ColumnZone[]): Map<string, TextItem[]> {
  const cells = new Map<string, TextItem[]>();
  const put = (column: string, item: TextItem) => {
    cells.set(column, [...(cells.get(column) ?? []), item]);
  };
  for (const item of line.items) {
    const first = zoneAt(item.x + 0.5, zones);
    const last = zoneAt(item.end - 0.5, zones);
    if (first === undefined || last === undefined) continue;
    if (first === last) put(first.column, item);
    else for (const [column, part] of cutAtBorders(item, zones)) put(column, part);
  }
  return cells;
}

function zoneAt(x: number, zones: readonly ColumnZone[]): ColumnZone | undefined {
  return zones.find((zone) => x >= zone.x && x < zone.end) ?? zones.at(-1);
}

function cutAtBorders(item: TextItem, zones: readonly ColumnZone[]): [string, TextItem][] {
  const parts: [string, TextItem][] = [];
  for (const word of wordsIn(item)) {
    const zone = zoneAt((word.x + word.end) / 2, zones);
    if (zone === undefined) continue;
    const last = parts.at(-1);
    if (last?.[0] === zone.column)
      last[1] = { ...last[1], text: `${last[1].text} ${word.text}`, end: word.end };
    else parts.push([zone.column, word]);
  }
  return parts;
}
