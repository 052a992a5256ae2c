import { readItems } from "../apart/read-apart.ts";
import type { InputFile, ReadOptions } from "../record/input-file.ts";
import { noSourceCounts } from "../sources/row-counts.ts";

/**
 * Reads a file to its end and says what would become of its rows; nothing is written. "loaded" are
 * the acceptable ones.
 */
export async function tryFile(
  input: InputFile,
  options: ReadOptions,
  onProgress: (rows: number, bytes: number) => void,
) {
  const counts = noSourceCounts();
  let bytes = 0;
  const onBytes = (read: number) => {
    bytes = read;
  };
  for await (const items of readItems(input, { ...options, onBytes })) {
    options.signal?.throwIfAborted();
    for (const item of items) {
      if (item.kind === "skipped" || item.kind === "statement") continue;
      counts.read += 1;
      if (item.kind === "refused") counts.rejected += 1;
      else counts.loaded += 1;
      if ("warnings" in item) counts.warnings += item.warnings.length;
    }
    onProgress(counts.read, bytes);
  }
  return { ...counts, known: false, rejectedFile: null };
}
