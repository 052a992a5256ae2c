import type { Merge } from "../xlsx/merges.ts";
import { numberText, PLAIN_NUMBER } from "../xlsx/numbers.ts";
import { nextOffset, RECORD, recordAt, withContinuations } from "./records.ts";
import type { XlsWorkbook } from "./xls-workbook.ts";

export interface XlsCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** A plain number, not a date or text. */
  readonly isNumber: boolean;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** The cells of a sheet with any text, in the order of their records. */
export function* readCells(
  stream: Buffer,
  workbook: XlsWorkbook,
  offset: number,
): Generator<XlsCell> {
  let at = offset;
  let awaiting: { row: number; column: number } | null = null;
  // Charts and macros inside a sheet bring their own BOF … EOF.
  let depth = 0;
  for (let record = recordAt(stream, at); ; record = recordAt(stream, at)) {
    if (record === null) throw new RangeError("a sheet has no end");
    const { id, data } = record;
    at = nextOffset(record);
    if (id === RECORD.beginOfFile) depth++;
    else if (id === RECORD.endOfFile) {
      depth--;
      if (depth <= 0) return;
    }
    if (depth !== 1) continue;
    const place = () => ({ row: data.readUInt16LE(0), column: data.readUInt16LE(2) });
    const number = (value: number, row: number, column: number, format: number): XlsCell => {
      const shape = workbook.shapes[format] ?? PLAIN_NUMBER;
      return {
        row,
        column,
        // As a workbook's XML has it: a long whole number is no digits somebody wrote.
        text: numberText(
          Math.abs(value) < 1e15 ? String(value) : value.toExponential(),
          shape,
          workbook.epoch1904,
        ),
        isNumber: shape.kind === "number",
      };
    };
    const text = (value: string): XlsCell => ({ ...place(), text: value, isNumber: false });
    switch (id) {
      case RECORD.sharedString: {
        const found = workbook.strings[data.readUInt32LE(6)];
        if (found === undefined) throw new RangeError("a cell names a text that is not there");
        yield text(found);
        break;
      }
      case RECORD.label:
      case RECORD.richString: {
        const { parts, next } = withContinuations(stream, record);
        at = next;
        yield text(workbook.cellText(parts, 6));
        break;
      }
      case RECORD.number:
        yield number(
          data.readDoubleLE(6),
          data.readUInt16LE(0),
          data.readUInt16LE(2),
          data.readUInt16LE(4),
        );
        break;
      case RECORD.rk:
        yield number(
          rkNumber(data.readUInt32LE(6)),
          data.readUInt16LE(0),
          data.readUInt16LE(2),
          data.readUInt16LE(4),
        );
        break;
      case RECORD.multipleRk: {
        const { row, column } = place();
        for (let index = 0; 4 + (index + 1) * 6 + 2 <= data.length; index++) {
          const from = 4 + index * 6;
          yield number(
            rkNumber(data.readUInt32LE(from + 2)),
            row,
            column + index,
            data.readUInt16LE(from),
          );
        }
        break;
      }
      case RECORD.booleanOrError:
        yield text(
          data.readUInt8(7) === 1
            ? errorText(data.readUInt8(6))
            : data.readUInt8(6) === 1
              ? "TRUE"
              : "FALSE",
        );
        break;
      case RECORD.formula: {
        // Two bytes of ones in place of the exponent: the result is no number.
        if (data.readUInt16LE(12) !== 0xffff) {
          yield number(
            data.readDoubleLE(6),
            data.readUInt16LE(0),
            data.readUInt16LE(2),
            data.readUInt16LE(4),
          );
          break;
        }
        const kind = data.readUInt8(6);
        if (kind === 0) awaiting = place();
        else if (kind === 1) yield text(data.readUInt8(8) === 1 ? "TRUE" : "FALSE");
        else if (kind === 2) yield text(errorText(data.readUInt8(8)));
        break;
      }
      case RECORD.string: {
        const { parts, next } = withContinuations(stream, record);
        at = next;
        if (awaiting) yield { ...awaiting, text: workbook.cellText(parts, 0), isNumber: false };
        awaiting = null;
        break;
      }
    }
  }
}

/** What a sheet says of its rows beside their cells. */
export interface SheetLayout {
  readonly merges: readonly Merge[];
  /** Rows the sender hid, from 0. */
  readonly hiddenRows: ReadonlySet<number>;
}

/** The bit of a row's flags that says it is hidden ([MS-XLS] 2.4.221, fDyZero). */
const HIDDEN_ROW = 0x20;

/**
 * Merged blocks stand behind the cells; one pass over the sheet's records finds them and proves the
 * sheet whole.
 */
export function readSheetLayout(stream: Buffer, offset: number): SheetLayout {
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  let depth = 0;
  let at = offset;
  for (let record = recordAt(stream, at); ; record = recordAt(stream, at)) {
    if (record === null) throw new RangeError("a sheet has no end");
    at = nextOffset(record);
    if (record.id === RECORD.beginOfFile) depth++;
    else if (record.id === RECORD.endOfFile && --depth <= 0) break;
    const { data } = record;
    if (record.id === RECORD.row && data.length >= 16 && (data.readUInt32LE(12) & HIDDEN_ROW) !== 0)
      hiddenRows.add(data.readUInt16LE(0));
    if (record.id !== RECORD.mergedCells) continue;
    for (let from = 2; from + 8 <= data.length; from += 8) {
      const [top, bottom] = [data.readUInt16LE(from), data.readUInt16LE(from + 2)];
      merges.push({
        top,
        bottom,
        left: data.readUInt16LE(from + 4),
        right: data.readUInt16LE(from + 6),
      });
    }
  }
  merges.sort((a, b) => a.top - b.top || a.left - b.left);
  return { merges, hiddenRows };
}

function errorText(code: number): string {
  return ERRORS[code] ?? "#ERR!";
}

/** RK numbers ([MS-XLS] 2.5.217): 30 bits of an integer or of a double, perhaps a hundredfold. */
function rkNumber(rk: number): number {
  let value: number;
  if (rk & 2) value = (rk | 0) >> 2;
  else {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4);
    value = bytes.readDoubleLE(0);
  }
  return rk & 1 ? value / 100 : value;
}
