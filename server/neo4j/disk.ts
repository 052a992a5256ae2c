import { statfs } from "node:fs/promises";
import { UserError } from "../errors/user-error.ts";

const MEBIBYTE = 1024 * 1024;

/** Below this much free space the server is not started: a new store takes about 200 MB. */
export const ROOM_TO_START = 512 * MEBIBYTE;
/**
 * Below this much the running server is stopped while it still can. On a full disk Neo4j fails
 * every statement, does not stop when asked, and needs room again to replay its log.
 */
export const RESERVE = 160 * MEBIBYTE;

/** Free bytes for this user on the disk of `folder`. */
export async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize;
}

/** UserError when the disk of `folder` has less than `bytes` free. */
export async function requireDiskSpace(
  folder: string,
  bytes: number = ROOM_TO_START,
): Promise<void> {
  const free = await freeBytes(folder);
  if (free < bytes) throw diskFull(folder, free, bytes);
}

export function diskFull(folder: string, free: number, needed: number): UserError {
  const [freeText, neededText] = [free, needed].map(
    (bytes) => `${Math.floor(bytes / MEBIBYTE)} MB`,
  );
  return new UserError({
    code: "disk-full",
    message: `The disk of ${folder} has ${freeText} free; ${neededText} are needed. What was saved is safe.`,
    remedy: "Free some space on that disk, or choose a data folder on another one with --data.",
    status: 507,
    params: { free, needed },
  });
}
