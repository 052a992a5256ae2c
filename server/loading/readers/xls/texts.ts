import iconv from "iconv-lite";

/**
 * Reads texts from a record and its continuations ([MS-XLS] 2.5.293). A text cut by the end of a
 * record says again, in the first byte of the next, whether its characters take one byte or two.
 */
export function textReader(parts: readonly Buffer[]) {
  let part = 0;
  let at = 0;

  const current = (): Buffer => {
    const buffer = parts[part];
    if (buffer === undefined) throw new RangeError("a text runs over the end of its record");
    return buffer;
  };
  const settle = () => {
    while (part < parts.length && at >= (parts[part]?.length ?? 0)) {
      part++;
      at = 0;
    }
  };
  const bytes = (count: number): Buffer => {
    settle();
    const buffer = current();
    if (at + count > buffer.length)
      throw new RangeError("a number is cut by the end of its record");
    at += count;
    return buffer.subarray(at - count, at);
  };
  const skip = (count: number) => {
    let left = count;
    while (left > 0) {
      settle();
      const step = Math.min(left, current().length - at);
      at += step;
      left -= step;
    }
  };
  const characters = (count: number, firstWide: boolean): string => {
    let wide = firstWide;
    let left = count;
    let text = "";
    while (left > 0) {
      if (at >= current().length) {
        part++;
        at = 0;
        wide = (current().readUInt8(0) & 1) === 1;
        at = 1;
      }
      const width = wide ? 2 : 1;
      const here = Math.min(left, Math.floor((current().length - at) / width));
      if (here === 0) throw new RangeError("a character is cut in two");
      // One-byte characters are the lower halves of UTF-16 ones, that is Latin-1.
      text += current().toString(wide ? "utf16le" : "latin1", at, at + here * width);
      at += here * width;
      left -= here;
    }
    return text;
  };

  const flagged = (count: number): string => {
    const flags = bytes(1).readUInt8(0);
    const runs = flags & 8 ? bytes(2).readUInt16LE(0) : 0;
    const phonetic = flags & 4 ? bytes(4).readUInt32LE(0) : 0;
    const text = characters(count, (flags & 1) === 1);
    skip(runs * 4 + phonetic);
    return text;
  };

  return {
    u32: () => bytes(4).readUInt32LE(0),
    skip,
    /** A text with its length in two bytes. */
    long: (): string => flagged(bytes(2).readUInt16LE(0)),
    /** A text with its length in one byte. */
    short: (): string => flagged(bytes(1).readUInt8(0)),
    atEnd: (): boolean => {
      settle();
      return part >= parts.length;
    },
  };
}

/** Texts of Excel 5 and 95 are bytes in the workbook's code page. */
export function codePageDecoder(codePage: number): (bytes: Buffer) => string {
  const name = codePage === 1251 ? "rk1048" : codePage === 1200 ? "utf-16le" : `cp${codePage}`;
  const encoding = iconv.encodingExists(name) ? name : codePage === 32769 ? "win1252" : "rk1048";
  return (bytes) => iconv.decode(bytes, encoding);
}
