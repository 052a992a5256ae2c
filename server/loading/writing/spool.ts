import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { decode, encode } from "../pairs/telling.ts";
import { hash64 } from "./hashing.ts";

/** Rows put aside by key, to be taken back key by key: in memory while they are few, in bucket files when they are many. */
export interface Spool<Row> {
  add(key: string, row: Row): Promise<void>;
  /** All rows, a bucket at a time; rows of one key are in one bucket, in the order they came. */
  buckets(): AsyncIterable<readonly Row[]>;
  readonly size: number;
  /** Nothing more is added: no file is held open until the rows are taken back. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

const BUCKETS = 128;
/** So many bytes of a source go to one bucket, which is read back whole. */
const BYTES_A_BUCKET = 8 * 1024 * 1024;

/** For rows put aside while one of perhaps hundreds of sources is read: little memory, few files. */
export function spoolOfSource(bytes: number, root: string | undefined): SpoolOptions {
  return { inMemory: 100, buckets: Math.min(Math.ceil(bytes / BYTES_A_BUCKET) || 1, BUCKETS), root };
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
  const { inMemory = 20_000, plain = false, buckets = BUCKETS, root = tmpdir() } = options;
  const [toText, fromText] = plain ? [JSON.stringify, JSON.parse] : [encode, decode];
  let rows: { key: string; row: Row }[] = [];
  let size = 0;
  let folder: Promise<string> | undefined;
  const files: (WriteStream | undefined)[] = [];
  let tail = Promise.resolve();

  let failure: Error | undefined;
  const openBucket = (path: string): WriteStream => {
    const file = createWriteStream(path, { mode: 0o600 });
    // A full disk: told by the next step.
    file.on("error", (error) => {
      failure = error;
    });
    return file;
  };
  const toDisk = async (key: string, row: Row) => {
    const path = await folder;
    const bucket = hash64(key).low % buckets;
    if (failure !== undefined) throw failure;
    const file = files[bucket] ?? openBucket(join(path ?? "", String(bucket)));
    files[bucket] = file;
    if (!file.write(`${toText(row)}\n`)) await once(file, "drain");
  };
  const spill = async () => {
    folder = mkdtemp(join(root, "dropper-graph-rows-"));
    const all = rows;
    rows = [];
    for (const one of all) await toDisk(one.key, one.row);
  };
  const seal = async () => {
    await tail;
    for (const file of files) {
      if (file === undefined || file.writableEnded) continue;
      file.end();
      await finished(file);
    }
  };
  return {
    get size() {
      return size;
    },
    add: (key, row) => {
      size += 1;
      if (folder !== undefined) {
        // One after the other: rows of a key come back in the order they were given.
        tail = tail.then(() => toDisk(key, row));
        return tail;
      }
      rows.push({ key, row });
      if (rows.length > inMemory) tail = spill();
      return tail;
    },
    seal,
    buckets: async function* () {
      await seal();
      if (folder === undefined) {
        if (rows.length > 0) yield rows.map((one) => one.row);
        return;
      }
      for (const [bucket, file] of files.entries()) {
        if (file === undefined) continue;
        const bucketRows: Row[] = [];
        const lines = createInterface({ input: createReadStream(join(await folder, String(bucket))) });
        for await (const line of lines) bucketRows.push(fromText(line) as Row);
        yield bucketRows;
      }
    },
    close: async () => {
      await tail.catch(() => {});
      for (const file of files) file?.destroy();
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}
