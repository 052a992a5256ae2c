import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The shared strings of a workbook by number, in bounded memory: the first ones in the heap, the
 * rest in a file.
 */
export interface StringTable {
  add(text: string): void;
  get(index: number): string | undefined;
  readonly length: number;
  close(): void;
}

/** About 60 MB of heap: 60,000 rows of the official form stay under it. */
const HEAP_CHARACTERS = 12_000_000;
const PAGE = 256 * 1024;
const PAGES_KEPT = 128;
const BLOCK = 1 << 16;
/** Short texts are written before their own objects weigh more than what they hold. */
const MOST_WAITING = 8_192;

export function stringTable(
  heapCharacters: number = HEAP_CHARACTERS,
  scratch: string = tmpdir(),
): StringTable {
  const inHeap: string[] = [];
  let left = heapCharacters;
  let spool: Spool | null = null;
  return {
    get length() {
      return inHeap.length + (spool?.length ?? 0);
    },
    add(text) {
      if (left > 0) {
        left -= text.length + 16;
        inHeap.push(text);
        return;
      }
      spool ??= openSpool(scratch);
      spool.add(text);
    },
    get: (index) => (index < inHeap.length ? inHeap[index] : spool?.get(index - inHeap.length)),
    close: () => spool?.close(),
  };
}

interface Spool {
  readonly length: number;
  add(text: string): void;
  get(index: number): string | undefined;
  close(): void;
}

/**
 * Strings one after another in a temporary file, read back by pages. Rows mention strings mostly in
 * the order of their first appearance, so a few pages serve nearly every look-up.
 */
function openSpool(root: string): Spool {
  const folder = mkdtempSync(join(root, "dropper-graph-strings-"));
  const file = openSync(join(folder, "strings"), "w+", 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    // Without a name from the start, so that not even a killed process leaves people's names
    // behind.
    remove();
  } catch {
    // Windows keeps an open file's name; close() removes it.
  }
  /** Where each text ends, in blocks, so that growing copies nothing. */
  const ends: Float64Array[] = [];
  let length = 0;
  let written = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const pages = new Map<number, Buffer>();

  const flush = () => {
    if (waitingBytes === 0) return;
    const block = Buffer.concat(waiting);
    for (let done = 0; done < block.length; )
      done += writeSync(file, block, done, block.length - done, written + done);
    written += block.length;
    waiting = [];
    waitingBytes = 0;
  };

  const endOf = (index: number) => ends[Math.floor(index / BLOCK)]?.[index % BLOCK] ?? 0;

  const page = (number: number): Buffer => {
    const kept = pages.get(number);
    if (kept) return kept;
    const buffer = Buffer.allocUnsafe(PAGE);
    const bytes = readSync(file, buffer, 0, PAGE, number * PAGE);
    if (pages.size >= PAGES_KEPT) pages.delete(pages.keys().next().value ?? number);
    pages.set(number, buffer.subarray(0, bytes));
    return buffer.subarray(0, bytes);
  };

  return {
    get length() {
      return length;
    },
    add(text) {
      if (text !== "") {
        const bytes = Buffer.from(text, "utf8");
        waiting.push(bytes);
        waitingBytes += bytes.length;
      }
      if (length % BLOCK === 0) ends.push(new Float64Array(BLOCK));
      (ends.at(-1) as Float64Array)[length % BLOCK] = written + waitingBytes;
      length += 1;
      if (waitingBytes >= PAGE || waiting.length >= MOST_WAITING) flush();
    },
    get(index) {
      if (index >= length) return undefined;
      flush();
      const start = index === 0 ? 0 : endOf(index - 1);
      const end = endOf(index);
      const first = Math.floor(start / PAGE);
      if (end <= (first + 1) * PAGE)
        return page(first).toString("utf8", start - first * PAGE, end - first * PAGE);
      const buffer = Buffer.allocUnsafe(end - start);
      readSync(file, buffer, 0, buffer.length, start);
      return buffer.toString("utf8");
    },
    close() {
      closeSync(file);
      remove();
    },
  };
}
