import { isAscii } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import iconv from "iconv-lite";
import type { InputFile, ReadOptions } from "../record/input-file.ts";
import { detectEncoding, type Encoding } from "./encoding.ts";

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 64 * 1024;

/** The file's first 64 KiB, from which every reader judges whether the file is its own. */
export async function readHead(file: InputFile): Promise<Buffer> {
  const handle = await open(file.path, "r");
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * The file as text, piece by piece, byte order mark removed. The encoding is judged on the first
 * piece that is not plain ASCII. So a file whose first Cyrillic letter comes late is read right,
 * and no file is read twice. Pieces end anywhere, but never inside a letter.
 */
export async function* readText(file: InputFile, options: ReadOptions): AsyncGenerator<Piece> {
  let decoder: Decoder | null = null;
  let encoding: Encoding = "utf-8";
  let read = 0;
  const stream = createReadStream(file.path, {
    highWaterMark: CHUNK_BYTES,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (decoder === null) {
      const found = detectEncoding(chunk);
      if (found !== null) [decoder, encoding] = [createDecoder(found), found];
    }
    const text = decoder === null ? chunk.toString("latin1") : decoder.write(chunk);
    const marked = read === 0 && text.startsWith("\ufeff");
    yield { text: marked ? text.slice(1) : text, encoding, marked };
    read += chunk.length;
    options.onBytes?.(read);
  }
  const left = decoder?.end() ?? "";
  if (left !== "") yield { text: left, encoding, marked: false };
}

/** A piece of the file's text and the encoding it was read in so far. */
interface Piece {
  readonly text: string;
  readonly encoding: Encoding;
  /** It is the first piece, and a byte order mark stood before it. */
  readonly marked: boolean;
}

interface Decoder {
  write(chunk: Buffer): string;
  end(): string | undefined;
}

function createDecoder(encoding: Encoding): Decoder {
  return encoding === "utf-8"
    ? createUtf8Decoder()
    : iconv.getDecoder(encoding, { stripBOM: false });
}

/**
 * As StringDecoder, but a piece of plain ASCII stays a one-byte string, which is cheaper to cut up.
 */
function createUtf8Decoder(): Decoder {
  let carried: Buffer = Buffer.alloc(0);
  return {
    write(chunk) {
      const whole = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
      const cut = whole.length - unfinished(whole);
      carried = Buffer.from(whole.subarray(cut));
      const ready = whole.subarray(0, cut);
      return isAscii(ready) ? ready.toString("latin1") : ready.toString("utf8");
    },
    end: () => carried.toString("utf8"),
  };
}

/** Bytes at the end that start a letter whose rest has not come yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
