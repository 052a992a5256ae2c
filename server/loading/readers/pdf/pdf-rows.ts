import { foldName } from "../../../identity/names.ts";
import { type ColumnZone, inColumns, zonesOf } from "./pdf-columns.ts";
import type { HeadingCell, PrintedHeader } from "./pdf-header.ts";
import type { PdfLayout } from "./pdf-layout.ts";
import { type TextItem, type TextLine, textOf, wordsIn } from "./pdf-lines.ts";
import { isClock, leadingDay, showsMoney } from "./pdf-values.ts";

/** One operation as it is printed: the texts of its columns, lines joined. */
export interface PrintedRow {
  readonly page: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly raw: string;
}

export interface PrintedRows {
  readonly rows: readonly PrintedRow[];
  /** Lines of the table that belong to no row and show money: nothing is passed over. */
  readonly unread: readonly TextLine[];
  /** What stands below the last row, and above a header that is repeated on a page. */
  readonly after: readonly TextLine[];
}

/** In letter heights: what stands further below a row is no part of it. */
const APART = 2.4;
/** Points by which a gap must be the widest to tell where a row ends. */
const TELLING_GAP = 1.5;
const SLACK = 6;

interface Anchor {
  readonly at: number;
  readonly line: TextLine;
}

/** Reads the rows below a header; `lines` are those of its pages, running lines left out. */
export function readRows(
  lines: readonly TextLine[],
  header: PrintedHeader,
  layout: Pick<PdfLayout, "align" | "cutsWords">,
  isNoRow: (line: TextLine) => boolean,
): PrintedRows {
  const { body, tops } = withoutRepeatedHeaders(lines, header);
  const anchors = body.flatMap((line, at): Anchor[] => {
    const split = withDayApart(line, header.cells);
    return split === null ? [] : [{ at, line: split }];
  });
  const zones = zonesOf(
    header,
    anchors.map(({ line }) => line),
  );
  const limits = rightLimits(body, zones);
  const groups = groupsOf(body, anchors, layout, isNoRow);
  const taken = new Set(
    groups.flatMap(({ anchor, lines: own }) => [body[anchor.at] as TextLine, ...own]),
  );
  const lastAt = anchors.at(-1)?.at ?? -1;
  return {
    rows: groups.map(({ anchor, lines: own }) => rowOf(anchor, own, zones, layout, limits)),
    unread: body.slice(0, lastAt).filter((line) => !taken.has(line) && showsMoney(textOf(line))),
    after: [...tops, ...body.filter((line, at) => at > lastAt && !taken.has(line))],
  };
}

/**
 * The lines below a header; where it is repeated, it and what stands above it on its page are no
 * rows.
 */
function withoutRepeatedHeaders(lines: readonly TextLine[], header: PrintedHeader) {
  const heading = lines.slice(header.from, header.to).map((line) => foldName(textOf(line)));
  const below = lines.slice(header.to);
  const dropped = new Set<TextLine>();
  const tops: TextLine[] = [];
  if (heading.length > 0)
    below.forEach((line, at) => {
      if (!heading.every((text, row) => foldName(textOf(below[at + row] ?? EMPTY)) === text))
        return;
      for (const repeated of below.slice(at, at + heading.length)) dropped.add(repeated);
      for (let above = at - 1; below[above]?.page === line.page; above -= 1) {
        const top = below[above] as TextLine;
        if (top.items.some(({ text }) => leadingDay(text)?.rest === "") || dropped.has(top)) break;
        dropped.add(top);
        tops.push(top);
      }
    });
  return { body: below.filter((line) => !dropped.has(line)), tops };
}

const EMPTY: TextLine = { page: 0, y: 0, items: [] };

/**
 * The line with its day as a piece of its own, where a day stands under the heading of days. Such a
 * line begins a row or is its middle.
 */
function withDayApart(line: TextLine, cells: readonly HeadingCell[]): TextLine | null {
  const place = cells.findIndex(({ column }) => column === "date");
  const left = (cells[place - 1]?.end ?? Number.NEGATIVE_INFINITY) - SLACK;
  const right = cells[place + 1]?.x ?? Number.POSITIVE_INFINITY;
  const at = line.items.findIndex(
    ({ text, x }) => x > left && x < right && leadingDay(text) !== null,
  );
  const item = line.items[at];
  const found = item === undefined ? null : leadingDay(item.text);
  if (item === undefined || found === null) return null;
  if (found.rest === "") return line;
  const [day, rest] = cutItem(item, item.text.length - found.rest.length);
  return { ...line, items: [...line.items.slice(0, at), day, rest, ...line.items.slice(at + 1)] };
}

function cutItem(item: TextItem, at: number): [TextItem, TextItem] {
  const border = item.x + ((item.end - item.x) * at) / item.text.length;
  return [
    { ...item, text: item.text.slice(0, at).trim(), end: border },
    { ...item, text: item.text.slice(at).trim(), x: border },
  ];
}

interface Group {
  readonly anchor: Anchor;
  /** The row's lines but the anchor, from top to bottom. */
  readonly lines: readonly TextLine[];
}

/** Gives the lines between two days to the row above or below. */
function groupsOf(
  body: readonly TextLine[],
  anchors: readonly Anchor[],
  layout: Pick<PdfLayout, "align">,
  isNoRow: (line: TextLine) => boolean,
): Group[] {
  const gaps = anchors.map(({ at }, index) =>
    body.slice((anchors[index - 1]?.at ?? -1) + 1, at).filter((line) => !isNoRow(line)),
  );
  const align = alignmentIn(anchors, gaps) ?? layout.align;
  const border = borderIn(anchors, gaps);
  const above: TextLine[][] = anchors.map(() => []);
  const below: TextLine[][] = anchors.map(() => []);
  anchors.forEach(({ line }, index) => {
    const previous = anchors[index - 1];
    const between = gaps[index] ?? [];
    if (previous === undefined) {
      above[index] = align === "middle" ? nearAbove(between, line) : [];
      return;
    }
    const cut =
      tellingCut(previous.line, between, line) ??
      cutAtPage(previous.line, between, line, border) ??
      (align === "middle"
        ? Math.min(above[index - 1]?.length ?? 0, between.length)
        : between.length);
    below[index - 1] = attached(previous.line, between.slice(0, cut));
    above[index] = nearAbove(between.slice(cut), line);
  });
  const last = anchors.at(-1);
  if (last !== undefined) {
    const rest = body.slice(last.at + 1);
    const end = rest.findIndex(isNoRow);
    const near = attached(last.line, end === -1 ? rest : rest.slice(0, end));
    below[anchors.length - 1] =
      align === "middle" ? near.slice(0, above[anchors.length - 1]?.length ?? 0) : near;
  }
  return anchors.map((anchor, at) => ({
    anchor,
    lines: [...(above[at] ?? []), ...(below[at] ?? [])],
  }));
}

/**
 * Points between the gaps within rows and those between rows, a tenth of each left aside (a row
 * that a page cuts in two); null where none tells.
 */
function borderIn(
  anchors: readonly Anchor[],
  gaps: readonly (readonly TextLine[])[],
): number | null {
  const within: number[] = [];
  const between: number[] = [];
  for (let at = 1; at < anchors.length; at += 1) {
    const [upper, lower] = [anchors[at - 1]?.line, anchors[at]?.line];
    const lines = gaps[at] ?? [];
    if (upper === undefined || lower === undefined || lines.length === 0) continue;
    const cut = tellingCut(upper, lines, lower);
    if (cut === null) continue;
    gapsOf([upper, ...lines, lower]).forEach((gap, index) => {
      (index === cut ? between : within).push(gap);
    });
  }
  const [most, least] = [tenth(within).at(-1), tenth(between)[0]];
  return most !== undefined && least !== undefined && most < least ? (most + least) / 2 : null;
}

/** In order, without a tenth at either end. */
function tenth(numbers: readonly number[]): number[] {
  const aside = Math.floor(numbers.length / 10);
  const ordered = [...numbers].sort((one, other) => one - other);
  return ordered.slice(aside, ordered.length - aside);
}

/**
 * Where a page ends between two days. Lines at its foot that stand apart belong to the row below;
 * lines at the head of the next page that stand apart, to the row above.
 */
function cutAtPage(
  previous: TextLine,
  between: readonly TextLine[],
  next: TextLine,
  border: number | null,
): number | null {
  if (border === null || previous.page === next.page) return null;
  const atFoot = between.filter(({ page }) => page === previous.page);
  const near = gapsOf([previous, ...atFoot]).findIndex((gap) => gap > border);
  if (near !== -1) return near;
  const atHead = between.filter(({ page }) => page === next.page);
  const toNext = gapsOf([...atHead, next])
    .reverse()
    .findIndex((gap) => gap > border);
  return toNext === -1 ? between.length - atHead.length : between.length - toNext;
}

function gapsOf(lines: readonly TextLine[]): number[] {
  return lines.slice(1).map((line, at) => line.y - (lines[at] as TextLine).y);
}

/** Where days stand in their rows, judged by the rows whose ends the gaps tell; null: by none. */
function alignmentIn(
  anchors: readonly Anchor[],
  gaps: readonly (readonly TextLine[])[],
): PdfLayout["align"] | null {
  const votes = { top: 0, middle: 0 };
  for (let at = 1; at + 1 < anchors.length; at += 1) {
    const [before, here, after] = [anchors[at - 1], anchors[at], anchors[at + 1]];
    if (before === undefined || here === undefined || after === undefined) continue;
    const [over, under] = [gaps[at] ?? [], gaps[at + 1] ?? []];
    const first = tellingCut(before.line, over, here.line);
    const second = tellingCut(here.line, under, after.line);
    if (first === null || second === null) continue;
    const above = over.length - first;
    if (second > 0 && above === 0) votes.top += 1;
    else if (second > 0 && above > 0) votes.middle += 1;
  }
  if (votes.top === votes.middle) return null;
  return votes.top > votes.middle ? "top" : "middle";
}

/**
 * How many of the lines between two days belong to the row above, where one gap is the widest. Null
 * where none is, or a page ends between them.
 */
function tellingCut(
  previous: TextLine,
  between: readonly TextLine[],
  next: TextLine,
): number | null {
  if (between.length === 0) return 0;
  if (previous.page !== next.page) return null;
  const gaps = gapsOf([previous, ...between, next]);
  const widest = Math.max(...gaps);
  const at = gaps.indexOf(widest);
  const second = Math.max(...gaps.filter((_, index) => index !== at));
  return widest - second > TELLING_GAP ? at : null;
}

/** Lines that follow the row line by line, or go on at the top of the next page. */
function attached(anchor: TextLine, lines: readonly TextLine[]): TextLine[] {
  const taken: TextLine[] = [];
  let before = anchor;
  for (const line of lines) {
    if (line.page === before.page && isApart(before, line)) break;
    taken.push(line);
    before = line;
  }
  return taken;
}

function nearAbove(lines: readonly TextLine[], anchor: TextLine): TextLine[] {
  const taken: TextLine[] = [];
  let after = anchor;
  for (const line of [...lines].reverse()) {
    if (line.page === after.page && isApart(line, after)) break;
    taken.unshift(line);
    after = line;
  }
  return taken;
}

function isApart(upper: TextLine, lower: TextLine): boolean {
  const size = Math.max(upper.items[0]?.size ?? 1, lower.items[0]?.size ?? 1);
  return lower.y - upper.y > APART * size;
}

function rowOf(
  { line: anchor }: Anchor,
  others: readonly TextLine[],
  zones: readonly ColumnZone[],
  layout: Pick<PdfLayout, "cutsWords">,
  limits: ReadonlyMap<string, number>,
): PrintedRow {
  const lines = [...others, anchor].sort((one, other) => one.page - other.page || one.y - other.y);
  const texts = new Map<string, string>();
  const ends = new Map<string, number>();
  for (const line of lines) {
    for (const [column, items] of inColumns(line, zones)) {
      const text = items.map((item) => item.text).join(" ");
      const before = texts.get(column);
      const glue =
        layout.cutsWords === true && before !== undefined && items[0] !== undefined
          ? cutInTwo(before, ends.get(column) ?? 0, items[0], limits.get(column) ?? 0)
          : false;
      texts.set(column, before === undefined ? text : `${before}${glue ? "" : " "}${text}`);
      ends.set(column, items.at(-1)?.end ?? 0);
    }
  }
  moveClock(texts);
  return { page: anchor.page, cells: texts, raw: lines.map(textOf).join("\n") };
}

/** The first word of the next line would have fitted, so the line did not end between two words. */
function cutInTwo(before: string, end: number, next: TextItem, limit: number): boolean {
  const [word] = wordsIn(next);
  if (word === undefined || !/\p{L}$/u.test(before) || !/^\p{Ll}/u.test(word.text)) return false;
  return end + (word.end - word.x) + next.size * 0.3 < limit;
}

function rightLimits(
  lines: readonly TextLine[],
  zones: readonly ColumnZone[],
): Map<string, number> {
  const limits = new Map<string, number>();
  for (const line of lines)
    for (const [column, items] of inColumns(line, zones))
      limits.set(column, Math.max(limits.get(column) ?? 0, items.at(-1)?.end ?? 0));
  return limits;
}

/** "14.03.2026" and "15:52:33" below it stand in one column. */
function moveClock(texts: Map<string, string>): void {
  const day = texts.get("date");
  if (day === undefined) return;
  const clock = day.split(/\s+/).find(isClock);
  if (clock !== undefined && !texts.has("time")) texts.set("time", clock);
}
