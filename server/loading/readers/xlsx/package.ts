import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { isUserError } from "../../../errors/user-error.ts";
import { ASK_AGAIN, brokenFile } from "../broken-file.ts";

/** An .xlsx as a bag of named parts (ECMA-376 part 2), each readable as a stream. */
export interface XlsxPackage {
  has(part: string): boolean;
  /**
   * Streams a part; a damaged or cut one throws UserError. `onShare` gets the share of the part
   * read, 0..1.
   */
  read(part: string, onShare?: (share: number) => void): AsyncGenerator<Buffer>;
  /** Bytes the part takes in the file. */
  size(part: string): number;
  close(): void;
}

/** Deflate cannot do better than 1030 : 1; rows of a real table stay under 100 : 1. */
const BOMB_RATIO = 300;
const BOMB_BYTES = 64 * 1024 * 1024;
const MOST_PARTS = 20_000;
/** A full sheet of a million rows stays under 4 GB. */
const LARGEST_PART = 8 * 2 ** 30;

export async function openPackage(
  file: string,
  path: string,
  signal?: AbortSignal,
): Promise<XlsxPackage> {
  const zip = await openZip(file, path);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      // With decodeStrings off the name is a Buffer, whatever the type says.
      const name = partName((entry.fileName as unknown as Buffer).toString("utf8"));
      entries.set(name.toLowerCase(), entry);
      if (entries.size > MOST_PARTS) throw bomb(file, `it holds more than ${MOST_PARTS} parts`);
      const tooDense =
        entry.uncompressedSize > BOMB_BYTES &&
        entry.uncompressedSize > entry.compressedSize * BOMB_RATIO;
      if (tooDense || entry.uncompressedSize > LARGEST_PART) {
        throw bomb(
          file,
          `its part ${name} would unpack to ${Math.round(entry.uncompressedSize / 2 ** 20)} MB`,
        );
      }
    }
  } catch (error) {
    zip.close();
    throw isUserError(error) ? error : damaged(file, error);
  }
  return {
    has: (part) => entries.has(part.toLowerCase()),
    size: (part) => entries.get(part.toLowerCase())?.compressedSize ?? 0,
    read: (part, onShare) => readPart(file, zip, entries.get(part.toLowerCase()), onShare, signal),
    close: () => zip.close(),
  };
}

function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "");
}

async function openZip(file: string, path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
  } catch (error) {
    throw damaged(file, error);
  }
}

async function* readPart(
  file: string,
  zip: ZipFile,
  entry: Entry | undefined,
  onShare: ((share: number) => void) | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  if (!entry) return;
  if (entry.isEncrypted()) {
    throw brokenFile(
      file,
      "xlsx-encrypted",
      "it is protected by a password.",
      "Open it in Excel, save without password.",
    );
  }
  let sum = 0;
  let read = 0;
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      sum = crc32(chunk, sum);
      read += chunk.length;
      yield chunk;
      onShare?.(entry.uncompressedSize === 0 ? 1 : read / entry.uncompressedSize);
    }
  } catch (error) {
    throw isUserError(error) || signal?.aborted ? error : damaged(file, error);
  }
  if (sum !== entry.crc32) throw damaged(file, new Error("checksum of a part does not match"));
}

function damaged(file: string, cause: unknown) {
  const why = cause instanceof Error ? cause.message : String(cause);
  return brokenFile(
    file,
    "xlsx-damaged",
    `the Excel file is damaged or cut off (${why.slice(0, 120)}).`,
    ASK_AGAIN,
    cause,
  );
}

function bomb(file: string, what: string) {
  return brokenFile(
    file,
    "zip-bomb",
    `${what}; that is no table but an attempt to fill the memory.`,
    "Do not open the file. Ask the sender what it is.",
  );
}
