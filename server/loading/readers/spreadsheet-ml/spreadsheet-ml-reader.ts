import type { XmlEvents } from "../../../xml/guarded.ts";
import type { InputFile, RawTable, ReadOptions, TableReader } from "../../record/input-file.ts";
import { tableRow } from "../broken-row.ts";
import { fileBytes } from "../file-bytes.ts";
import { TABLE_LIMITS } from "../reader-limits.ts";
import { eventsOfSheets } from "../sheet-events.ts";
import { type TableEvent, tablesOf } from "../table-events.ts";
import { mergeFiller } from "../xlsx/fill-merged.ts";
import type { Merge } from "../xlsx/merges.ts";
import { type NumberShape, numberText, PLAIN_NUMBER, shapeOfFormat } from "../xlsx/numbers.ts";
import { tooMuch } from "../xlsx/xlsx-workbook.ts";

/** SpreadsheetML of Excel 2003: one XML file with all sheets, often named .xls. */
export const spreadsheetMlReader: TableReader = {
  format: "spreadsheetml",
  recognises,
  tables: (file, options): AsyncIterable<RawTable> => tablesOf(events(file, options)),
};

function recognises(head: Buffer): boolean {
  const text = head.subarray(0, 16_384).toString("latin1").replaceAll("\0", "");
  return (
    /<(?:\w+:)?Workbook\b/.test(text) &&
    text.includes("urn:schemas-microsoft-com:office:spreadsheet")
  );
}

function events(file: InputFile, options: ReadOptions): AsyncIterable<readonly TableEvent[]> {
  const remedy = "Open it in Excel and save it as .xlsx.";
  const without = { code: "xlsx-damaged", remedy } as const;
  return eventsOfSheets(file, fileBytes(file, options), sheetEvents, without);
}

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

function sheetEvents(file: string, take: (event: TableEvent) => void): XmlEvents {
  const shapes = new Map<string, NumberShape>();
  let style = "";
  let sheet = "";
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let isNumber: boolean[] = [];
  let type = "";
  let value: string | null = null;
  let shape: NumberShape = PLAIN_NUMBER;
  let across = 0;
  let tooWide = false;
  let hidden = false;
  let merges: Merge[] = [];
  let merged = mergeFiller();

  const endCell = () => {
    if (value !== null && value !== "" && column >= TABLE_LIMITS.columns) tooWide = true;
    else if (value !== null && value !== "") {
      while (cells.length < column) cells.push("");
      cells[column] = cellText(value, type, shape);
      if (type === "Number" && shape.kind === "number") isNumber[column] = true;
    }
    column += across + 1;
  };

  const endRow = () => {
    merged.add(merges);
    merges = [];
    merged.fill(row - 1, cells, isNumber);
    const read = tableRow({ sheet, row }, cells, tooWide);
    take({ kind: "row", row: hidden ? { ...read, hidden } : read });
  };

  return {
    open(name, attributes) {
      const at = (wanted: string) => attribute(attributes, wanted);
      switch (name) {
        case "Style":
          style = at("ID");
          break;
        case "NumberFormat":
          shapes.set(style, shapeOfName(at("Format")));
          break;
        case "Worksheet":
          sheet = at("Name");
          row = 0;
          merged = mergeFiller();
          take({ kind: "table", name: sheet });
          break;
        case "Row": {
          const index = at("Index");
          row = index === "" ? row + 1 : Math.min(Number(index), MOST_ROWS);
          column = 0;
          cells = [];
          isNumber = [];
          tooWide = false;
          hidden = at("Hidden") === "1";
          break;
        }
        case "Cell": {
          if (at("Index") !== "") column = Math.max(0, Number(at("Index")) - 1);
          across = Math.min(MOST_COLUMNS, Number(at("MergeAcross") || "0"));
          const down = Number(at("MergeDown") || "0");
          if (down > 0)
            merges.push({
              top: row - 1,
              bottom: row - 1 + down,
              left: column,
              right: column + across,
            });
          shape = shapes.get(at("StyleID")) ?? PLAIN_NUMBER;
          value = null;
          type = "";
          break;
        }
        case "Data":
          value = "";
          type = at("Type");
          break;
      }
    },
    text(piece) {
      if (value === null) return;
      value += piece;
      if (value.length > TABLE_LIMITS.cellCharacters)
        throw tooMuch(file, `letters in one cell of row ${row}`);
    },
    close(name) {
      if (name === "Cell") {
        endCell();
        value = null;
      } else if (name === "Row") endRow();
    },
  };
}

function attribute(attributes: Readonly<Record<string, string>>, name: string): string {
  return attributes[`ss:${name}`] ?? attributes[name] ?? "";
}

const NAMED_DATES: Readonly<Record<string, string>> = {
  "General Date": "dd.mm.yyyy hh:mm",
  "Short Date": "dd.mm.yyyy",
  "Medium Date": "dd.mm.yyyy",
  "Long Date": "dd.mm.yyyy",
  "Short Time": "hh:mm",
  "Medium Time": "hh:mm",
  "Long Time": "hh:mm:ss",
};

function shapeOfName(format: string): NumberShape {
  const named = [
    "Fixed",
    "Standard",
    "Percent",
    "Scientific",
    "Currency",
    "Euro Currency",
    "Yes/No",
    "True/False",
    "On/Off",
    "@",
  ];
  return named.includes(format) ? PLAIN_NUMBER : shapeOfFormat(200, NAMED_DATES[format] ?? format);
}

function cellText(value: string, type: string, shape: NumberShape): string {
  if (type === "Number") return numberText(value, shape, false);
  if (type === "Boolean") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "DateTime") return value;
  const [day = "", time = ""] = value.trim().split("T");
  const clock = time.replace(/\.0+$/, "");
  if (/^(1899-12-3[01]|1904-01-01)$/.test(day)) return clock;
  return shape.kind === "date" && !shape.time && clock === "00:00:00"
    ? day
    : `${day} ${clock}`.trim();
}
