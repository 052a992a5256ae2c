import { foldName } from "../../../identity/names.ts";
import { PDF_LAYOUTS } from "./layouts/all-layouts.ts";
import type { PdfLayout } from "./pdf-layout.ts";
import { type TextLine, textOf } from "./pdf-lines.ts";
import { leadingDay } from "./pdf-values.ts";

/**
 * The layouts a file may be in, the likeliest first. A bank is known by what it prints above and
 * below its rows, never by rows: they name other banks.
 */
export function layoutsOf(lines: readonly TextLine[]): PdfLayout[] {
  const above = lines.slice(0, firstRow(lines)).map(textOf);
  const title = foldName(above.join(" "));
  const marked = [...above, ...atEdges(lines).map(textOf)].join("\n");
  return PDF_LAYOUTS.filter(({ title: words }) => words.test(title))
    .map((layout) => ({ layout, worth: worthOf(layout, marked, title) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth)
    .map(({ layout }) => layout);
}

/** The digits of the bank whose paper it is; null where nothing tells. */
export function bankOfPaper(lines: readonly TextLine[]): string | null {
  const text = lines.map(textOf).join("\n");
  const folded = foldName(text);
  const marked = PDF_LAYOUTS.find(({ marks }) => marks.test(text));
  return (marked ?? PDF_LAYOUTS.find(({ bankName }) => bankName.test(folded)))?.bank ?? null;
}

function worthOf({ marks, bankName }: PdfLayout, marked: string, title: string): number {
  return (marks.test(marked) ? 2 : 0) + (bankName.test(title) ? 1 : 0);
}

const EDGE = 3;

/** The first and last lines of each page. */
function atEdges(lines: readonly TextLine[]): TextLine[] {
  return lines.filter((line, at) => {
    const near = (other: TextLine | undefined) => other === undefined || other.page !== line.page;
    return !isRow(line) && (near(lines[at - EDGE]) || near(lines[at + EDGE]));
  });
}

function firstRow(lines: readonly TextLine[]): number {
  const at = lines.findIndex(isRow);
  return at === -1 ? lines.length : at;
}

const FEWEST_CELLS = 3;

function isRow({ items }: TextLine): boolean {
  return items.length >= FEWEST_CELLS && items.some(({ text }) => leadingDay(text)?.rest === "");
}
