import { type AlignmentStyle, type CellStyle, type CellValue, writeXlsx } from "hucre";
import { dayNumber } from "../../time/day.ts";
import { DAY } from "../../time/instant.ts";
import { MONEY, numberCell, textCell } from "./workbook.ts";

/** A workbook of several sheets whose days, numbers and sums a spreadsheet can reckon with. */

/** A day is YYYY-MM-DD, a sum decimal text; an empty text is an empty cell. */
type CellKind = "text" | "day" | "number" | "money";

export interface SheetColumn {
  readonly heading: string;
  readonly kind: CellKind;
  /** In characters. */
  readonly width: number;
}

export interface TableSheet {
  /** At most 31 letters, without []:*?/\ */
  readonly name: string;
  /**
   * Lines above the table: a word and what it says. A time is given as a clock shows it, in UTC.
   */
  readonly above: readonly (readonly (string | Date)[])[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
}

const FORMATS: Readonly<Record<CellKind, string | null>> = {
  text: null,
  day: "dd.mm.yyyy",
  number: "#,##0",
  money: MONEY,
};

const TIME = "dd.mm.yyyy hh:mm";

/** A long text stands in lines of its own column, and none runs into the next one. */
const WITHIN = { vertical: "top", wrapText: true } as const;
/** The name of the usual letters; without it a bold one is of another kind. */
const FONT = "Calibri";
/** Lines above the table run on to the right: their columns are those of the table. */
const BESIDE: CellStyle = { alignment: { wrapText: false, horizontal: "left" } };
const TITLE: CellStyle = { font: { name: FONT, bold: true, size: 14 } };
const HEADING: CellStyle = {
  font: { name: FONT, bold: true, size: 11 },
  border: { bottom: { style: "thin" } },
};
/** Days at the left and figures a little off the right edge, so that neighbours stay apart. */
const PLACES: Readonly<Record<CellKind, AlignmentStyle>> = {
  ...{ text: {}, day: { horizontal: "left" } },
  ...{ number: { horizontal: "right", indent: 1 }, money: { horizontal: "right", indent: 1 } },
};
/** Points: a line of the usual letters. Not every program finds out how high a row has to be. */
const LINE = 15;
/** Characters of a page that lies on its side, where they can be read. */
const PAGE = 190;

export async function writeSheets(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    namedRanges: sheets.map(printTitles),
    sheets: sheets.map(({ name, above, columns, rows }) => ({
      name,
      columns: columns.map(({ kind, width }) => {
        const numFmt = FORMATS[kind];
        const alignment = { ...WITHIN, ...PLACES[kind] };
        return { width, style: { alignment, ...(numFmt !== null && { numFmt }) } };
      }),
      rowDefs: new Map(
        [columns.map(({ heading }) => heading), ...rows].map((row, at) => {
          const lines = row.map((text, place) => linesIn(text, columns[place]));
          return [above.length + at, { height: LINE * Math.max(1, ...lines) }] as const;
        }),
      ),
      rows: [
        ...above.map((line) => line.map((one) => (one instanceof Date ? one : textCell(one)))),
        columns.map(({ heading }) => textCell(heading)),
        ...rows.map((row) => row.map((text, at) => cellOf(columns[at]?.kind ?? "text", text))),
      ],
      cells: new Map<`${number},${number}`, { readonly style: CellStyle }>([
        ...above.flatMap((line, row) =>
          line.map((value, at) => {
            const style: CellStyle = { ...BESIDE, ...(row === 0 && TITLE) };
            const time = value instanceof Date ? { numFmt: TIME } : {};
            return [`${row},${at}`, { style: { ...style, ...time } }] as const;
          }),
        ),
        ...columns.map(({ kind }, at) => {
          const style = { ...HEADING, alignment: { ...WITHIN, ...PLACES[kind] } };
          return [`${above.length},${at}`, { style }] as const;
        }),
      ]),
      freezePane: { rows: above.length + 1 },
      // Printed across, a wide table on several pages side by side, each with the first column.
      pageSetup: {
        ...{ paperSize: "a4", orientation: "landscape", fitToPage: true },
        ...{ fitToWidth: Math.ceil(widthOf(columns) / PAGE), fitToHeight: 0 },
      } as const,
      headerFooter: { oddFooter: "&C&P / &N" },
      autoFilter: {
        range: `A${above.length + 1}:${letterOf(columns.length)}${above.length + 1 + rows.length}`,
      },
    })),
  });
}

function cellOf(kind: CellKind, text: string): CellValue {
  if (text === "") return null;
  if (kind === "text") return textCell(text);
  if (kind !== "day") return numberCell(text);
  const day = dayNumber(text);
  return day === null ? textCell(text) : new Date(day * DAY);
}

/**
 * The parts that stand on each page: the headings and the first column. A name with a space is quoted
 * (ECMA-376 part 1, 18.2.5); the writer's own way leaves it bare, and Excel then mends the file.
 */
function printTitles({ name, above }: TableSheet) {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const row = above.length + 1;
  const range = `${sheet}!$A:$A,${sheet}!$${row}:$${row}`;
  return { name: "_xlnm.Print_Titles", range, scope: name };
}

function widthOf(columns: readonly SheetColumn[]): number {
  return columns.reduce((all, { width }) => all + width, 0);
}

/** Lines of a text in its column; figures and days have one. */
function linesIn(text: string, column: SheetColumn | undefined): number {
  if (column === undefined || column.kind !== "text") return 1;
  return text.split("\n").reduce((all, line) => all + wrapped(line, column.width), 0);
}

function wrapped(line: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of line.split(" ")) {
    const joined = used === 0 ? word.length : used + 1 + word.length;
    if (joined <= width) used = joined;
    else {
      lines += (used === 0 ? 0 : 1) + Math.ceil(word.length / width) - 1;
      used = word.length % width || width;
    }
  }
  return lines;
}

/** "A" is the first column; a table here has fewer than 27. */
function letterOf(column: number): string {
  return String.fromCharCode(64 + column);
}
