import { createReadStream } from "node:fs";
import type { InputFile, ReadOptions } from "../record/input-file.ts";

const CHUNK_BYTES = 64 * 1024;

/** The file's bytes in pieces, with the progress told, until the signal ends the reading. */
export async function* fileBytes(
  file: InputFile,
  { signal, onBytes }: ReadOptions,
  highWaterMark = CHUNK_BYTES,
): AsyncGenerator<Buffer> {
  let read = 0;
  const stream = createReadStream(file.path, { highWaterMark, ...(signal && { signal }) });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    read += chunk.length;
    onBytes?.(read);
    yield chunk;
  }
}
