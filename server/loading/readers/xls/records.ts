/** Records of a BIFF stream ([MS-XLS] 2.3): number, length, content. */
export interface BiffRecord {
  readonly id: number;
  readonly data: Buffer;
  readonly offset: number;
}

export const RECORD = {
  formula: 0x0006,
  endOfFile: 0x000a,
  dateMode: 0x0022,
  filePassword: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  extendedFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  sharedString: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  beginOfFile: 0x0809,
} as const;

/** FORMAT of Excel 5 has another number. */
export const FORMAT_5 = 0x001e;

/**
 * The record at `offset`; null at the end. Throws RangeError where a record runs over the end of
 * the stream.
 */
export function recordAt(stream: Buffer, offset: number): BiffRecord | null {
  if (offset + 4 > stream.length) return null;
  const id = stream.readUInt16LE(offset);
  const length = stream.readUInt16LE(offset + 2);
  if (offset + 4 + length > stream.length)
    throw new RangeError("a record runs over the end of the workbook");
  return { id, data: stream.subarray(offset + 4, offset + 4 + length), offset };
}

export function nextOffset(record: BiffRecord): number {
  return record.offset + 4 + record.data.length;
}

/** A record with the CONTINUE records behind it, and where the stream goes on. */
export function withContinuations(
  stream: Buffer,
  record: BiffRecord,
): { parts: Buffer[]; next: number } {
  const parts = [record.data];
  let next = nextOffset(record);
  for (
    let more = recordAt(stream, next);
    more?.id === RECORD.continue;
    more = recordAt(stream, next)
  ) {
    parts.push(more.data);
    next = nextOffset(more);
  }
  return { parts, next };
}
