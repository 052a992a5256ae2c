import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { UserError } from "../../errors/user-error.ts";

/** A file as it was when its hash was taken. */
export interface HashedFile {
  /** sha256 of its bytes, in hexadecimal: the id of the source. */
  readonly id: string;
  readonly bytes: number;
  /** Throws UserError "file-changed" where another file stands there by now, or it was written to. */
  unchanged(): Promise<void>;
}

/** Hashes a file before it is read: the rows must be those of the bytes that the id stands for. */
export async function hashFile(
  file: { readonly name: string; readonly path: string },
  signal?: AbortSignal,
): Promise<HashedFile> {
  const before = await stat(file.path);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file.path, {
    highWaterMark: 1 << 20,
    ...(signal && { signal }),
  })) {
    hash.update(chunk as Buffer);
  }
  return {
    id: hash.digest("hex"),
    bytes: before.size,
    unchanged: async () => {
      const now = await stat(file.path).catch(() => null);
      const same = now !== null && STAMPED.every((what) => now[what] === before[what]);
      if (!same) throw changed(file.name);
    },
  };
}

const STAMPED = ["size", "mtimeMs", "ino"] as const;

function changed(file: string): UserError {
  return new UserError({
    code: "file-changed",
    message: `${file} was replaced or written to while it was read; nothing of it was loaded.`,
    remedy: "Load the file again once nobody writes to it.",
    status: 409,
    params: { file },
  });
}
