import { createReadStream, createWriteStream } from "node:fs";
import { open, readdir, realpath, rm, stat, statfs } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { isUserError, UserError } from "../../../errors/user-error.ts";
import type { InputFile } from "../../record/input-file.ts";
import { ASK_AGAIN, brokenFile } from "../broken-file.ts";
import { type Budget, newBudget } from "./budget.ts";
import { harmlessName, isSystemLitter } from "./member-names.ts";
import { isOfficeZip, unpackZip } from "./unpack-zip.ts";
import { UNPACK_LIMITS, type UnpackLimits } from "./unpacking-limits.ts";

export interface ExpandOptions {
  readonly signal?: AbortSignal;
  readonly limits?: Partial<UnpackLimits>;
}

/**
 * The files behind the given paths, in a stable order. Folders are walked by name (hidden files and
 * system litter left out); zip and gz are unpacked into `unpackInto`, archives in archives too.
 * `unpackInto` exists and is removed by the caller when the files have been read. A path that does
 * not exist throws. An archive or member that cannot be unpacked comes out as an InputFile with its
 * `problem`, so that it is reported and the rest is loaded.
 */
export async function expandInputs(
  paths: readonly string[],
  unpackInto: string,
  options: ExpandOptions = {},
): Promise<InputFile[]> {
  for (const path of paths) await mustExist(path);
  const limits = { ...UNPACK_LIMITS, ...options.limits };
  const files: InputFile[] = [];
  let unpacked = 0;
  for (const path of paths) {
    const walk: Walk = {
      files,
      signal: options.signal,
      budget: newBudget(limits, await freeBytes(unpackInto)),
      place: () => join(unpackInto, `member-${++unpacked}`),
      seen: new Set(),
    };
    await addPath(path, basename(path), walk);
  }
  return files;
}

interface Walk {
  readonly files: InputFile[];
  readonly signal: AbortSignal | undefined;
  readonly budget: Budget;
  readonly place: () => string;
  /** Real paths of folders walked, against links that lead in circles. */
  readonly seen: Set<string>;
}

async function mustExist(path: string): Promise<void> {
  await stat(path).catch((cause: unknown) => {
    throw new UserError({
      code: "file-not-found",
      message: `${path} cannot be read.`,
      remedy: "Check the path and that the file may be read.",
      params: { file: path },
      cause,
    });
  });
}

/** Keeps a tenth of the free disk, at most 1 GiB, out of reach of unpacking. */
async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return free - Math.min(free / 10, 2 ** 30);
}

async function addPath(path: string, name: string, walk: Walk): Promise<void> {
  walk.signal?.throwIfAborted();
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return addFolder(path, name, walk);
  // A broken link, a pipe, a device: nothing a bank sends.
  if (!found?.isFile()) return;
  await addFile({ name, path, bytes: found.size }, 0, walk);
}

async function addFolder(path: string, name: string, walk: Walk): Promise<void> {
  const real = await realpath(path);
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  for (const entry of (await readdir(path)).sort()) {
    if (!isSystemLitter(entry)) await addPath(join(path, entry), `${name}/${entry}`, walk);
  }
}

/** `depth` = archives around the file. */
async function addFile(file: InputFile, depth: number, walk: Walk): Promise<void> {
  const before = walk.files.length;
  try {
    const container = await containerOf(file);
    if (container === null) {
      walk.files.push(file);
      return;
    }
    if (depth >= walk.budget.limits.depth) throw tooDeep(file.name, walk.budget.limits.depth);
    if (depth === 0) walk.budget.addPacked(file.bytes);
    if (container === "zip") await addZip(file, depth, walk);
    else await addGzip(file, depth, walk);
    if (depth > 0) await rm(file.path, { force: true });
  } catch (error) {
    if (!isUserError(error)) throw error;
    // Nothing out of a bomb is believed, not even what came before the fuse.
    if (error.code === "zip-bomb") walk.files.splice(before);
    walk.files.push({ ...file, problem: error });
  }
}

async function containerOf(file: InputFile): Promise<"zip" | "gzip" | null> {
  const head = await firstBytes(file.path);
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x1f, 0x8b, 0x08)) return "gzip";
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) {
    return (await isOfficeZip(file.name, file.path)) ? null : "zip";
  }
  const unread = starts(0x52, 0x61, 0x72, 0x21)
    ? "RAR"
    : starts(0x37, 0x7a, 0xbc, 0xaf)
      ? "7-Zip"
      : head.subarray(257, 262).toString("latin1") === "ustar"
        ? "tar"
        : null;
  if (unread === null) return null;
  const remedy = "Unpack it yourself and load the folder, or ask for a zip.";
  throw brokenFile(
    file.name,
    "archive-not-read",
    `it is a ${unread} archive, which is not read here.`,
    remedy,
  );
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function addZip(file: InputFile, depth: number, walk: Walk): Promise<void> {
  for await (const member of unpackZip(
    file.name,
    file.path,
    walk.budget,
    walk.place,
    walk.signal,
  )) {
    if (member.problem !== null || member.path === null) {
      walk.files.push({
        name: member.name,
        path: file.path,
        bytes: 0,
        ...(member.problem ? { problem: member.problem } : {}),
      });
      continue;
    }
    const { size } = await stat(member.path);
    await addFile({ name: member.name, path: member.path, bytes: size }, depth + 1, walk);
  }
}

async function addGzip(file: InputFile, depth: number, walk: Walk): Promise<void> {
  const inner = harmlessName(basename(file.name)).replace(/\.gz$/i, "") || "unnamed";
  const name = `${file.name}/${extname(inner) === ".tgz" ? inner.replace(/\.tgz$/i, ".tar") : inner}`;
  const to = walk.place();
  walk.budget.countFile(file.name);
  try {
    const steps = [
      createReadStream(file.path),
      createGunzip(),
      walk.budget.meter(file.name, file.bytes),
    ] as const;
    const options = walk.signal ? { signal: walk.signal } : {};
    await pipeline(...steps, createWriteStream(to, { mode: 0o600 }), options);
  } catch (error) {
    await rm(to, { force: true });
    if (walk.signal?.aborted || isUserError(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw brokenFile(
      file.name,
      "gzip-damaged",
      `the archive is damaged or cut off (${why}).`,
      ASK_AGAIN,
      error,
    );
  }
  const { size } = await stat(to);
  await addFile({ name, path: to, bytes: size }, depth + 1, walk);
}

function tooDeep(file: string, depth: number): UserError {
  const remedy = "Unpack the outer archives yourself and load the folder.";
  return brokenFile(file, "archives-too-deep", `it is an archive inside ${depth} others.`, remedy);
}
