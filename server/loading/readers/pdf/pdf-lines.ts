/** A piece of text as it stands on a page, in points; y grows downwards. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly size: number;
}

/** What stands at one height of a page, from left to right. */
export interface TextLine {
  readonly page: number;
  readonly y: number;
  readonly items: readonly TextItem[];
}

export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
}

/** Letters of one line may stand so far apart in height. */
const SAME_HEIGHT = 2.4;
/** In letter heights: a gap below this is within a word, one above the other is between cells. */
const WITHIN_WORD = 0.2;
export const BETWEEN_CELLS = 0.9;

/**
 * The lines of a page from top to bottom, letters joined into pieces of text. What is printed twice
 * at one place (bold by printing again) is taken once.
 */
export function linesOf(page: PdfPage): TextLine[] {
  const items = withoutDoubles(page.items).sort((one, other) => one.y - other.y || one.x - other.x);
  const lines: { y: number; items: TextItem[] }[] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line !== undefined && item.y - line.y <= SAME_HEIGHT) line.items.push(item);
    else lines.push({ y: item.y, items: [item] });
  }
  return lines.map((line) => ({ page: page.number, y: line.y, items: joined(line.items) }));
}

function withoutDoubles(items: readonly TextItem[]): TextItem[] {
  const seen = new Map<string, TextItem[]>();
  return items.filter((item) => {
    const same = seen.get(item.text) ?? [];
    if (same.some((other) => Math.abs(other.x - item.x) < 1 && Math.abs(other.y - item.y) < 1))
      return false;
    seen.set(item.text, [...same, item]);
    return true;
  });
}

/** Joins letters that touch, and words between which only a space fits. */
function joined(items: readonly TextItem[]): TextItem[] {
  const ordered = [...items].sort((one, other) => one.x - other.x);
  const pieces: TextItem[] = [];
  for (const item of ordered) {
    const last = pieces.at(-1);
    const gap = last === undefined ? 0 : (item.x - last.end) / Math.max(item.size, last.size);
    if (last === undefined || gap > WITHIN_WORD) pieces.push(item);
    else
      pieces[pieces.length - 1] = {
        ...last,
        text: last.text + item.text,
        end: Math.max(last.end, item.end),
      };
  }
  return pieces;
}

/** The words of a piece, each with the place it has if all letters were equally wide. */
export function wordsIn(item: TextItem): TextItem[] {
  const width = (item.end - item.x) / Math.max(1, item.text.length);
  return [...item.text.matchAll(/\S+/g)].map((match) => ({
    ...item,
    text: match[0],
    x: item.x + match.index * width,
    end: item.x + (match.index + match[0].length) * width,
  }));
}

/** Pieces between which a wide gap stands, each joined to one text. */
export function cellsOf(line: TextLine, apart = BETWEEN_CELLS): TextItem[] {
  const cells: TextItem[] = [];
  for (const item of line.items) {
    const last = cells.at(-1);
    if (last === undefined || (item.x - last.end) / item.size > apart) cells.push(item);
    else cells[cells.length - 1] = { ...last, text: `${last.text} ${item.text}`, end: item.end };
  }
  return cells;
}

/** The cells of several lines, one where they stand over one another; from left to right. */
export function columnsOver(lines: readonly TextLine[], apart = BETWEEN_CELLS): TextItem[] {
  const columns: TextItem[] = [];
  for (const line of lines) {
    for (const cell of cellsOf(line, apart)) {
      const at = columns.findIndex((other) => cell.x < other.end && other.x < cell.end);
      const above = columns[at];
      if (above === undefined) columns.push(cell);
      else
        columns[at] = {
          ...above,
          text: `${above.text} ${cell.text}`,
          x: Math.min(above.x, cell.x),
          end: Math.max(above.end, cell.end),
        };
    }
  }
  return columns.sort((one, other) => one.x - other.x);
}

export function textOf({ items }: TextLine): string {
  return items.map(({ text }) => text).join(" ");
}
