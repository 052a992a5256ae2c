import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** sha256 of a file's bytes, in hexadecimal: the id of the source. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, {
    highWaterMark: 1 << 20,
    ...(signal && { signal }),
  })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}
