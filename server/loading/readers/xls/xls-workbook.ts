import { type NumberShape, shapeOfFormat } from "../xlsx/numbers.ts";
import {
  type BiffRecord,
  FORMAT_5,
  nextOffset,
  RECORD,
  recordAt,
  withContinuations,
} from "./records.ts";
import { codePageDecoder, textReader } from "./texts.ts";

export interface XlsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly offset: number;
}

export interface XlsWorkbook {
  readonly sheets: readonly XlsSheet[];
  readonly strings: readonly string[];
  readonly shapes: readonly NumberShape[];
  readonly epoch1904: boolean;
  /** Reads a text inside a cell's record from `at`, length first. */
  readonly cellText: (parts: readonly Buffer[], at: number) => string;
}

/** Reasons for which a workbook is refused rather than damaged. */
export class Unreadable extends Error {
  readonly code: "encrypted" | "too-old";
  constructor(code: "encrypted" | "too-old") {
    super(code);
    this.code = code;
  }
}

const BIFF8 = 0x0600;
const BIFF5 = 0x0500;
const WORKSHEET = 0;

/** The globals of the stream: everything but the cells. */
export function readWorkbook(stream: Buffer): XlsWorkbook {
  const first = recordAt(stream, 0);
  const version =
    first?.id === RECORD.beginOfFile && first.data.length >= 4 ? first.data.readUInt16LE(0) : 0;
  if (version !== BIFF8 && version !== BIFF5) throw new Unreadable("too-old");
  const isNew = version === BIFF8;
  let decode = codePageDecoder(1251);
  let epoch1904 = false;
  const sheets: XlsSheet[] = [];
  const strings: string[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];

  const bytesText = (data: Buffer, at: number, width: 1 | 2): string => {
    const length = width === 1 ? data.readUInt8(at) : data.readUInt16LE(at);
    return decode(data.subarray(at + width, at + width + length));
  };

  const take = (record: BiffRecord): number => {
    const { id, data } = record;
    switch (id) {
      case RECORD.filePassword:
        throw new Unreadable("encrypted");
      case RECORD.codePage:
        decode = codePageDecoder(data.readUInt16LE(0));
        break;
      case RECORD.dateMode:
        epoch1904 = data.readUInt16LE(0) === 1;
        break;
      case RECORD.format:
      case FORMAT_5:
        if (isNew) codes.set(data.readUInt16LE(0), textReader([data.subarray(2)]).long());
        else
          codes.set(
            id === FORMAT_5 ? codes.size : data.readUInt16LE(0),
            bytesText(data, id === FORMAT_5 ? 0 : 2, 1),
          );
        break;
      case RECORD.extendedFormat:
        formats.push(data.readUInt16LE(2));
        break;
      case RECORD.boundSheet: {
        const name = isNew ? textReader([data.subarray(6)]).short() : bytesText(data, 6, 1);
        const kind = data.readUInt8(5);
        if (kind === WORKSHEET)
          sheets.push({
            name,
            hidden: (data.readUInt8(4) & 3) !== 0,
            offset: data.readUInt32LE(0),
          });
        break;
      }
      case RECORD.sharedStrings: {
        const { parts, next } = withContinuations(stream, record);
        readStrings(parts, strings);
        return next;
      }
    }
    return nextOffset(record);
  };

  let offset = 0;
  for (let record = recordAt(stream, 0); record !== null; record = recordAt(stream, offset)) {
    if (record.id === RECORD.endOfFile) {
      return {
        sheets,
        strings,
        epoch1904,
        shapes: formats.map((format) => shapeOfFormat(format, codes.get(format))),
        cellText: (parts, at) =>
          isNew
            ? textReader([(parts[0] ?? Buffer.alloc(0)).subarray(at), ...parts.slice(1)]).long()
            : bytesText(parts[0] ?? Buffer.alloc(0), at, 2),
      };
    }
    offset = take(record);
  }
  throw new RangeError("the workbook has no end");
}

/** More than a workbook of this kind with a hundred full sheets of names has. */
const MOST_TEXTS = 4_000_000;

function readStrings(parts: readonly Buffer[], into: string[]): void {
  const reader = textReader(parts);
  reader.skip(4);
  const count = reader.u32();
  if (count > MOST_TEXTS) throw new RangeError("it names more texts than its sheets can hold");
  for (let index = 0; index < count && !reader.atEnd(); index++) into.push(reader.long());
  if (into.length < count) throw new RangeError("the table of texts is cut off");
}
