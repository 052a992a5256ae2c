import type { XmlEvents } from "../../../xml/guarded.ts";
import { TABLE_LIMITS } from "../reader-limits.ts";
import type { TableEvent } from "../table-events.ts";
import { tooMuch } from "../xlsx/xlsx-workbook.ts";
import { type Extent, MOST_COLUMNS, MOST_ROWS, sheetRows } from "./ods-sheet.ts";
import { type CellValue, cellText, isNumber, statedValue } from "./ods-values.ts";

type Attributes = Readonly<Record<string, string>>;

/** Spaces that one element may stand for (`text:c`). */
const MOST_SPACES = 1_000;

/** What stands inside a cell without being its text: notes, drawings, former versions. */
const ASIDE = new Set(["annotation", "shapes", "frame", "g", "ruby-text", "tracked-changes"]);

interface OpenCell {
  readonly value: CellValue;
  readonly extent: Extent;
  /** Paragraphs so far; the last one is being written. */
  readonly paragraphs: string[];
}

/** Makes tables and rows of the elements of an OpenDocument spreadsheet (part 3, chapter 9). */
export function rowsOfSpreadsheet(file: string, take: (event: TableEvent) => void): XmlEvents {
  const rows = sheetRows(take);
  const hiddenStyles = new Set<string>();
  let style = "";
  let cell: OpenCell | null = null;
  let inParagraph = 0;
  let aside = 0;

  const write = (text: string) => {
    if (cell === null || inParagraph === 0 || aside > 0) return;
    const last = cell.paragraphs.length - 1;
    const longer = (cell.paragraphs[last] ?? "") + text;
    if (longer.length > TABLE_LIMITS.cellCharacters)
      throw tooMuch(file, `letters in one cell of row ${rows.number()}`);
    cell.paragraphs[last] = longer;
  };

  const endCell = ({ value, extent, paragraphs }: OpenCell) =>
    rows.cell(cellText(value, paragraphs.join("\n").trim()), isNumber(value), extent);

  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    style: (at) => {
      style = at["style:family"] === "table" ? (at["style:name"] ?? "") : "";
    },
    "table-properties": (at) => {
      if (style !== "" && at["table:display"] === "false") hiddenStyles.add(style);
    },
    table: (at) =>
      rows.startSheet(at["table:name"] ?? "", hiddenStyles.has(at["table:style-name"] ?? "")),
    "table-source": () => rows.isLink(),
    "table-row": (at) => {
      const repeat = countOf(at["table:number-rows-repeated"], MOST_ROWS);
      rows.startRow(repeat, /^(collapse|filter)$/.test(at["table:visibility"] ?? ""));
    },
    "table-cell": (at) => {
      cell = { value: statedValue(at), extent: extentOf(at), paragraphs: [] };
    },
    "covered-table-cell": (at) =>
      rows.skip(countOf(at["table:number-columns-repeated"], MOST_COLUMNS)),
    p: () => {
      if (cell === null || aside > 0) return;
      if (inParagraph++ === 0) cell.paragraphs.push("");
    },
    s: (at) => write(" ".repeat(countOf(at["text:c"], MOST_SPACES))),
    tab: () => write("\t"),
    "line-break": () => write("\n"),
  };

  const close: Readonly<Record<string, () => void>> = {
    style: () => {
      style = "";
    },
    p: () => {
      if (aside === 0 && inParagraph > 0) inParagraph--;
    },
    "table-cell": () => {
      if (cell !== null) endCell(cell);
      cell = null;
      inParagraph = 0;
    },
    "table-row": rows.endRow,
  };

  return {
    open(name, attributes) {
      if (ASIDE.has(name)) aside++;
      else if (aside === 0) open[name]?.(attributes);
    },
    text: write,
    close(name) {
      if (ASIDE.has(name)) aside--;
      else if (aside === 0) close[name]?.();
    },
  };
}

function extentOf(attributes: Attributes): Extent {
  return {
    columns: countOf(attributes["table:number-columns-repeated"], MOST_COLUMNS),
    across: countOf(attributes["table:number-columns-spanned"], MOST_COLUMNS),
    down: countOf(attributes["table:number-rows-spanned"], MOST_ROWS),
  };
}

function countOf(text: string | undefined, most: number): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
}
