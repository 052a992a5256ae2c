import { appendFileSync, mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, encode } from "./exact-json.ts";
import { hash64 } from "./hash64.ts";

/**
 * Rows put aside by key, to be taken back key by key: in memory while they are few, in bucket files
 * when they are many.
 */
export interface Spool<Row> {
  /** Throws where the disk is full. */
  add(key: string, row: Row): void;
  /** All rows, a bucket at a time; rows of one key are in one bucket, in the order they came. */
  buckets(): AsyncIterable<readonly Row[]>;
  readonly size: number;
  close(): Promise<void>;
}

const BUCKETS = 128;
/** So many bytes of a source go to one bucket, which is read back whole. */
const BYTES_A_BUCKET = 8 * 1024 * 1024;
/**
 * Characters gathered for a bucket before they are written: no file is held open, and a row costs
 * no promise.
 */
const BLOCK = 64 * 1024;

/** For rows put aside while one of perhaps hundreds of sources is read: few in memory and few files. */
export function spoolOfSource(bytes: number, root: string | undefined): SpoolOptions {
  return {
    inMemory: 100,
    buckets: Math.min(Math.ceil(bytes / BYTES_A_BUCKET) || 1, BUCKETS),
    root,
  };
}

export interface SpoolOptions {
  /** Rows kept in memory before the files begin. */
  readonly inMemory?: number;
  /** Rows hold no bigint: plain JSON, several times faster. */
  readonly plain?: boolean;
  readonly buckets?: number;
  /** Folder the files go into; the system's own for such things where none is given. */
  readonly root?: string | undefined;
}

export function openSpool<Row>(options: SpoolOptions = {}): Spool<Row> {
  const { inMemory = 20_000, plain = false, buckets: count = BUCKETS, root = tmpdir() } = options;
  const [toText, fromText] = plain ? [JSON.stringify, JSON.parse] : [encode, decode];
  /** As texts of their own: a row's strings are cut from pieces of a file, and would keep those. */
  let rows: { key: string; text: string }[] = [];
  let size = 0;
  let folder: string | undefined;
  const blocks: (string | undefined)[] = [];
  const pathOf = (bucket: number) => join(folder ?? "", String(bucket));

  const write = (bucket: number) => {
    appendFileSync(pathOf(bucket), blocks[bucket] ?? "", { mode: 0o600 });
    blocks[bucket] = "";
  };
  const toDisk = (key: string, text: string) => {
    const bucket = hash64(key).low % count;
    const block = `${blocks[bucket] ?? ""}${text}\n`;
    blocks[bucket] = block;
    if (block.length >= BLOCK) write(bucket);
  };
  return {
    get size() {
      return size;
    },
    add: (key, row) => {
      size += 1;
      const text = toText(row);
      if (folder === undefined) {
        rows.push({ key, text });
        if (rows.length <= inMemory) return;
        folder = mkdtempSync(join(root, "dropper-graph-rows-"));
        for (const one of rows) toDisk(one.key, one.text);
        rows = [];
      } else toDisk(key, text);
    },
    buckets: async function* () {
      if (folder === undefined) {
        if (rows.length > 0) yield rows.map((one) => fromText(one.text) as Row);
        return;
      }
      for (const bucket of blocks.keys()) {
        if (blocks[bucket] === undefined) continue;
        write(bucket);
        const lines = (await readFile(pathOf(bucket), "utf8")).split("\n");
        lines.pop();
        yield lines.map((line) => fromText(line) as Row);
      }
    },
    close: async () => {
      rows = [];
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
