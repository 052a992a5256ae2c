import { type CellValue, writeXlsx } from "hucre";
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

export async function writeSheets(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, above, columns, rows }) => ({
      name,
      columns: columns.map(({ kind, width }) => {
        const numFmt = FORMATS[kind];
        return numFmt === null ? { width } : { width, numFmt };
      }),
      rows: [
        ...above.map((line) => line.map((one) => (one instanceof Date ? one : textCell(one)))),
        columns.map(({ heading }) => textCell(heading)),
        ...rows.map((row) => row.map((text, at) => cellOf(columns[at]?.kind ?? "text", text))),
      ],
      cells: new Map(
        above.flatMap((line, row) =>
          line.flatMap((value, at) =>
            value instanceof Date ? [[`${row},${at}`, { style: { numFmt: TIME } }] as const] : [],
          ),
        ),
      ),
      freezePane: { rows: above.length + 1 },
      // Printed across, all columns on a page, the headings on each.
      pageSetup: {
        ...{ paperSize: "a4", orientation: "landscape", fitToPage: true },
        ...{ fitToWidth: 1, fitToHeight: 0 },
        printTitlesRow: `$${above.length + 1}:$${above.length + 1}`,
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

/** "A" is the first column; a table here has fewer than 27. */
function letterOf(column: number): string {
  return String.fromCharCode(64 + column);
}
