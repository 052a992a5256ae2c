import { Transform } from "node:stream";
import { UserError } from "../../../errors/user-error.ts";
import type { UnpackLimits } from "./unpacking-limits.ts";

/** Counts what one given path unpacks to; shared by all archives nested in it. */
export interface Budget {
  readonly limits: UnpackLimits;
  /** An archive of this many bytes was given (not one out of another archive). */
  addPacked(bytes: number): void;
  /** One more file; throws when there are too many. */
  countFile(archive: string): void;
  /**
   * A stream that passes bytes on and throws once they are too many in all or for `packed` bytes of
   * the archive.
   */
  meter(member: string, packed: number): Transform;
}

export function newBudget(limits: UnpackLimits, freeBytes: number): Budget {
  let files = 0;
  let bytes = 0;
  let packedInAll = 0;
  const most = Math.min(limits.bytes, freeBytes);
  return {
    limits,
    addPacked(archiveBytes) {
      packedInAll += archiveBytes;
    },
    countFile(archive) {
      files++;
      if (files > limits.files) throw bomb(archive, `it holds more than ${limits.files} files`);
    },
    meter(member, packed) {
      let own = 0;
      return new Transform({
        transform(chunk: Buffer, _encoding, done) {
          own += chunk.length;
          bytes += chunk.length;
          const tooDense =
            (own > limits.ratioFrom && own > packed * limits.ratio) ||
            (bytes > 4 * limits.ratioFrom && bytes > packedInAll * limits.ratio);
          if (tooDense) {
            done(bomb(member, `${packed} packed bytes unpack to more than ${own}`));
          } else if (bytes > most) {
            done(
              most === limits.bytes
                ? bomb(member, `it unpacks to more than ${most} bytes`)
                : noRoom(member),
            );
          } else {
            done(null, chunk);
          }
        },
      });
    },
  };
}

function bomb(file: string, what: string): UserError {
  return new UserError({
    code: "zip-bomb",
    message: `${file}: ${what}; that is no bank's answer but an attempt to fill the disk.`,
    remedy:
      "Do not open the file. Ask the sender what it is. If it is real, unpack it yourself and load the folder.",
    params: { file },
  });
}

function noRoom(file: string): UserError {
  return new UserError({
    code: "no-room-to-unpack",
    message: `${file}: there is not enough free disk to unpack it.`,
    remedy: "Free some disk, or set TMPDIR to a folder on a larger one, and load again.",
    params: { file },
  });
}
