import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { UserError } from "../../errors/user-error.ts";
import { ROOM_TO_START, requireDiskSpace } from "../../neo4j/disk.ts";
import { DAY } from "../../time/instant.ts";

/** A file that was uploaded and is not loaded yet, in a folder of its own under the data folder. */
const upload = z.object({
  id: z.uuid(),
  /** As the person's computer calls it, with folders. */
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Login of the person who sent it; nobody else may look into it or load it. */
  by: z.string(),
});
export interface Upload extends z.infer<typeof upload> {
  readonly path: string;
}

/** Uploads nobody loaded or dropped are removed after this long. */
const KEPT = 7 * DAY;

/** What uploads may take of the disk, in bytes. */
export interface UploadLimits {
  /** One upload. */
  readonly upload: number;
  /** All uploads of a person that wait to be loaded. */
  readonly waiting: number;
  /** How many uploads of a person may wait. */
  readonly count: number;
  /** What is left free for the database and everybody else. */
  readonly reserve: number;
}

const GIBIBYTE = 2 ** 30;
const LIMITS: UploadLimits = {
  upload: 32 * GIBIBYTE,
  waiting: 64 * GIBIBYTE,
  count: 2_000,
  reserve: ROOM_TO_START,
};
/** The free room of the disk is looked at each time so many bytes came. */
const LOOK_EVERY = 32 * 2 ** 20;
/** Starts with a dot, as no upload's own file does. */
const RECORD = ".upload.json";

/**
 * Streams a file to disk; a broken or cancelled upload leaves nothing, and so does one beyond the
 * limits.
 */
export async function receiveUpload(
  dataDir: string,
  { name, by }: Pick<Upload, "name" | "by">,
  stream: Readable,
  signal: AbortSignal,
  limits: UploadLimits = LIMITS,
): Promise<Upload> {
  await requireDiskSpace(dataDir, limits.reserve);
  const waiting = await uploadsOf(dataDir, by);
  if (waiting.length >= limits.count) throw tooManyWaiting(waiting.length);
  const taken = waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  const room = Math.min(limits.upload, limits.waiting - taken);
  const id = randomUUID();
  const folder = join(uploadsFolder(dataDir), id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  let looked = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > room) throw tooLarge(name, room);
      if (bytes - looked >= LOOK_EVERY) {
        looked = bytes;
        await requireDiskSpace(dataDir, limits.reserve);
      }
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
    const record = { id, name, bytes, sha256: hash.digest("hex"), by };
    await writeFile(join(folder, RECORD), JSON.stringify(record), { mode: 0o600 });
    return { ...record, path: join(folder, fileNameOf(name)) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw noRoom(name, error);
    throw error;
  }
}

/** An upload of this person; another's is as little there as one that was never sent. */
export async function findUpload(dataDir: string, id: string, by: string): Promise<Upload> {
  if (!z.uuid().safeParse(id).success) throw unknownUpload();
  const found = await readUpload(join(uploadsFolder(dataDir), id));
  if (found?.by !== by) throw unknownUpload();
  return found;
}

async function readUpload(folder: string): Promise<Upload | undefined> {
  try {
    const record = upload.parse(JSON.parse(await readFile(join(folder, RECORD), "utf8")));
    return { ...record, path: join(folder, fileNameOf(record.name)) };
  } catch {
    return undefined;
  }
}

/** What this person uploaded and neither loaded nor dropped, by name. */
export async function uploadsOf(dataDir: string, by: string): Promise<Upload[]> {
  const names = await readdir(uploadsFolder(dataDir)).catch(() => []);
  const found = await Promise.all(
    names.map((name) => readUpload(join(uploadsFolder(dataDir), name))),
  );
  return found
    .filter((one) => one?.by === by)
    .filter((one) => one !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function forgetUpload(dataDir: string, { id }: Pick<Upload, "id">): Promise<void> {
  await rm(join(uploadsFolder(dataDir), id), { recursive: true, force: true });
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

function tooManyWaiting(count: number): UserError {
  return new UserError({
    code: "uploads-too-many",
    message: `${count} files you uploaded wait to be loaded already.`,
    remedy: "Load or drop some of them, or put the files into one zip.",
    status: 429,
    params: { count },
  });
}

function tooLarge(name: string, room: number): UserError {
  return new UserError({
    code: "upload-too-large",
    message: `${name} is larger than what may still be uploaded (${Math.floor(room / 2 ** 20)} MB).`,
    remedy: "Load it with the command line on the machine itself, or load what waits first.",
    status: 413,
    params: { megabytes: Math.floor(room / 2 ** 20) },
  });
}
