import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { UserError } from "../../errors/user-error.ts";
import { requireDiskSpace } from "../../neo4j/disk.ts";

/** A file that was uploaded and is not loaded yet, in a folder of its own under the data folder. */
const upload = z.object({
  id: z.uuid(),
  /** As the person's computer calls it, with folders. */
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
});
export interface Upload extends z.infer<typeof upload> {
  readonly path: string;
}

/** Uploads nobody loaded or dropped are removed after this long. */
const KEPT = 7 * 24 * 3_600_000;

/** Streams a file to disk; a broken or cancelled upload leaves nothing. */
export async function receiveUpload(
  dataDir: string,
  name: string,
  stream: Readable,
  signal: AbortSignal,
): Promise<Upload> {
  await requireDiskSpace(dataDir);
  const id = randomUUID();
  const folder = join(uploadsFolder(dataDir), id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    await pipeline(
      stream,
      counted,
      createWriteStream(join(folder, fileNameOf(name)), { mode: 0o600 }),
      { signal },
    );
    const record = { id, name, bytes, sha256: hash.digest("hex") };
    await writeFile(join(folder, "upload.json"), JSON.stringify(record), { mode: 0o600 });
    return { ...record, path: join(folder, fileNameOf(name)) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw noRoom(name, error);
    throw error;
  }
}

export async function findUpload(dataDir: string, id: string): Promise<Upload> {
  if (!z.uuid().safeParse(id).success) throw unknownUpload();
  const folder = join(uploadsFolder(dataDir), id);
  try {
    const record = upload.parse(JSON.parse(await readFile(join(folder, "upload.json"), "utf8")));
    return { ...record, path: join(folder, fileNameOf(record.name)) };
  } catch {
    throw unknownUpload();
  }
}

export async function forgetUpload(dataDir: string, id: string): Promise<void> {
  const { id: known } = await findUpload(dataDir, id);
  await rm(join(uploadsFolder(dataDir), known), { recursive: true, force: true });
}

/** Removes what lies about for long, and halves of uploads a killed server left. */
export async function sweepUploads(dataDir: string, now: number): Promise<void> {
  for (const name of await readdir(uploadsFolder(dataDir)).catch(() => [])) {
    const folder = join(uploadsFolder(dataDir), name);
    const found = await stat(folder).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > KEPT)
      await rm(folder, { recursive: true, force: true });
  }
}

function uploadsFolder(dataDir: string): string {
  return join(dataDir, "uploads");
}

/**
 * The last part of the name, kept short; content decides what the file is, so its ending does not
 * matter.
 */
function fileNameOf(name: string): string {
  const last = basename(name.replaceAll("\\", "/")).replace(/[^\p{L}\p{N}._ -]+/gu, "-");
  return last.replace(/^\.+/, "").slice(-80) || "file";
}

function unknownUpload(): UserError {
  return new UserError({
    code: "upload-not-found",
    message: "This upload is not there any more.",
    remedy: "Drop the file into the page again.",
    status: 404,
  });
}

function noRoom(name: string, cause: unknown): UserError {
  return new UserError({
    code: "disk-full",
    message: `There was not enough room on the disk for ${name}.`,
    remedy: "Free some space on the disk of the data folder and upload the file again.",
    status: 507,
    cause,
  });
}
