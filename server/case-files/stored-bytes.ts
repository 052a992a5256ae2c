import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UserError } from "../errors/user-error.ts";
import { ROOM_TO_START, requireDiskSpace } from "../neo4j/disk.ts";

/** The bytes of case files: in the data folder, each under its own SHA-256 and nothing else. */

const MEBIBYTE = 1024 * 1024;
/** One file; scans of a whole volume fit. */
export const MOST_BYTES = 200 * MEBIBYTE;

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/** Takes a stream in, hashing while writing. Nothing, or too much, is a UserError. */
export async function storeBytes(
  dataDir: string,
  name: string,
  stream: Readable,
  { signal, most = MOST_BYTES }: { readonly signal?: AbortSignal; readonly most?: number } = {},
): Promise<StoredBytes> {
  const folder = join(dataDir, "case-files");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await requireDiskSpace(dataDir, ROOM_TO_START);
  const coming = join(folder, `.coming-${randomUUID()}`);
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > most) throw tooLarge(name, most);
      yield chunk;
    }
  };
  try {
    await pipeline(stream, counted, createWriteStream(coming, { mode: 0o600, flags: "wx" }), {
      ...(signal && { signal }),
    });
    if (bytes === 0) throw empty(name);
    const sha256 = hash.digest("hex");
    const target = pathOf(dataDir, sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    // The same bytes are the same file, whoever sends them.
    await rename(coming, target);
    return { sha256, bytes };
  } catch (error) {
    await rm(coming, { force: true });
    throw error;
  }
}

/** The path of bytes that are still what they were; else a UserError that names the file. */
export async function storedPath(
  dataDir: string,
  file: { readonly id: string; readonly name: string; readonly sha256: string },
): Promise<string> {
  const path = pathOf(dataDir, file.sha256);
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw damaged(file, "is missing");
    throw error;
  }
  if (hash.digest("hex") !== file.sha256) throw damaged(file, "has other bytes");
  return path;
}

/** Takes bytes off the disk; nobody needs them any more. */
export async function dropBytes(dataDir: string, sha256: string): Promise<void> {
  await rm(pathOf(dataDir, sha256), { force: true });
}

function pathOf(dataDir: string, sha256: string): string {
  return join(dataDir, "case-files", sha256.slice(0, 2), sha256);
}

function empty(name: string): UserError {
  return new UserError({
    code: "case-file-empty",
    message: `${name} is empty.`,
    remedy: "Choose the file that has the document in it.",
    params: { name },
  });
}

function tooLarge(name: string, most: number): UserError {
  const megabytes = Math.floor(most / MEBIBYTE);
  return new UserError({
    code: "case-file-too-large",
    status: 413,
    message: `${name} is larger than ${megabytes} MB.`,
    remedy: "Divide it, or scan it in a lower resolution.",
    params: { name, megabytes },
  });
}

function damaged(file: { readonly id: string; readonly name: string }, what: string): UserError {
  return new UserError({
    code: "case-file-damaged",
    status: 409,
    message: `The file ${file.id} (${file.name}) ${what} in the data folder: it is not what was put in.`,
    remedy:
      "Put the file in again from the original and take the damaged one out, with the reason.",
    params: { id: file.id, name: file.name },
  });
}
