import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import type { InputFile, ReadOptions } from "../reading.ts";

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;

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

/** The file as text, piece by piece, byte order mark removed. */
export async function* readText(file: InputFile, options: ReadOptions): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let read = 0;
  const stream = createReadStream(file.path, {
    highWaterMark: CHUNK_BYTES,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    yield read === 0 && text.startsWith("\ufeff") ? text.slice(1) : text;
    read += chunk.length;
    options.onBytes?.(read);
  }
  const left = decoder.end();
  if (left !== "") yield left;
}
