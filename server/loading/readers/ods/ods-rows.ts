import type { XmlEvents } from "../../../xml/guarded.ts";
import { tableRow } from "../broken-row.ts";
import { TABLE_LIMITS } from "../limits.ts";
import type { TableEvent } from "../table-events.ts";
import { mergeFiller } from "../xlsx/fill-merged.ts";
import type { Merge } from "../xlsx/merges.ts";
import { tooMuch } from "../xlsx/xlsx-workbook.ts";
import { type CellValue, cellText, isNumber, statedValue } from "./ods-values.ts";

type Attributes = Readonly<Record<string, string>>;

/** Rows and columns a sheet of LibreOffice can have. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Spaces that one element may stand for (`text:c`). */
const MOST_SPACES = 1_000;

/** What stands inside a cell without being its text: notes, drawings, former versions. */
const ASIDE = new Set(["annotation", "shapes", "frame", "g", "ruby-text", "tracked-changes"]);

interface OpenCell {
  readonly value: CellValue;
  readonly columns: number;
  readonly across: number;
  readonly down: number;
  /** Paragraphs so far; the last one is being written. */
  readonly paragraphs: string[];
}

/**
 * Makes tables and rows of the elements of an OpenDocument spreadsheet (part 3, chapter 9). A row
 * or cell that says how often it is repeated comes so often, unless it is empty.
 */
export function rowsOfSpreadsheet(file: string, take: (event: TableEvent) => void): XmlEvents {
  const hiddenStyles = new Set<string>();
  let style = "";
  let sheet = { name: "", hidden: false, told: false, isLink: false };
  let row = 0;
  let repeatRow = 1;
  let hiddenRow = false;
  let column = 0;
  let cells: string[] = [];
  let numbers: boolean[] = [];
  let tooWide = false;
  let merges: Merge[] = [];
  let merged = mergeFiller();
  let cell: OpenCell | null = null;
  let inParagraph = 0;
  let aside = 0;

  const write = (text: string) => {
    if (cell === null || inParagraph === 0 || aside > 0) return;
    const last = cell.paragraphs.length - 1;
    const longer = (cell.paragraphs[last] ?? "") + text;
    if (longer.length > TABLE_LIMITS.cellCharacters)
      throw tooMuch(file, `letters in one cell of row ${row + 1}`);
    cell.paragraphs[last] = longer;
  };

  const endCell = ({ value, columns, across, down, paragraphs }: OpenCell) => {
    const text = cellText(value, paragraphs.join("\n").trim());
    if (text !== "") {
      for (let at = column; at < column + columns; at++) {
        if (at >= TABLE_LIMITS.columns) {
          tooWide = true;
          break;
        }
        while (cells.length < at) cells.push("");
        cells[at] = text;
        if (isNumber(value)) numbers[at] = true;
      }
      if (down > 1)
        merges.push({
          top: row,
          bottom: row + down - 1,
          left: column,
          right: column + across - 1,
        });
    }
    column = Math.min(MOST_COLUMNS, column + columns);
  };

  const endRow = () => {
    if (sheet.isLink) return;
    if (!sheet.told) {
      sheet.told = true;
      take({ kind: "table", name: sheet.name, hidden: sheet.hidden });
    }
    merged.add(merges);
    merges = [];
    const isEmpty = cells.length === 0 && !tooWide;
    for (let again = 0; again < repeatRow && row < MOST_ROWS; again++, row++) {
      const filled = [...cells];
      merged.fill(row, filled, numbers);
      if (isEmpty && filled.length === 0 && again > 0) {
        row += repeatRow - again;
        break;
      }
      const read = tableRow({ sheet: sheet.name, row: row + 1 }, filled, tooWide);
      take({ kind: "row", row: hiddenRow ? { ...read, hidden: true } : read });
    }
  };

  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    style: (at) => {
      style = at["style:family"] === "table" ? (at["style:name"] ?? "") : "";
    },
    "table-properties": (at) => {
      if (style !== "" && at["table:display"] === "false") hiddenStyles.add(style);
    },
    table: (at) => {
      const hidden = hiddenStyles.has(at["table:style-name"] ?? "");
      sheet = { name: at["table:name"] ?? "", hidden, told: false, isLink: false };
      row = 0;
      merged = mergeFiller();
    },
    // The copy of another file's sheet that formulas point to; it is no part of this file.
    "table-source": () => {
      sheet.isLink = true;
    },
    "table-row": (at) => {
      repeatRow = countOf(at["table:number-rows-repeated"], MOST_ROWS);
      hiddenRow = /^(collapse|filter)$/.test(at["table:visibility"] ?? "");
      column = 0;
      cells = [];
      numbers = [];
      tooWide = false;
    },
    "table-cell": (at) => {
      cell = {
        value: statedValue(at),
        columns: countOf(at["table:number-columns-repeated"], MOST_COLUMNS),
        across: countOf(at["table:number-columns-spanned"], MOST_COLUMNS),
        down: countOf(at["table:number-rows-spanned"], MOST_ROWS),
        paragraphs: [],
      };
    },
    "covered-table-cell": (at) => {
      column += countOf(at["table:number-columns-repeated"], MOST_COLUMNS);
    },
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
    "table-row": endRow,
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

function countOf(text: string | undefined, most: number): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
}
