import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { isUserError, type UserError } from "../../../errors/user-error.ts";
import { ASK_AGAIN, brokenFile } from "../broken-file.ts";
import type { Budget } from "./budget.ts";
import { harmlessName, isSystemLitter, memberName } from "./member-names.ts";

export interface Member {
  readonly name: string;
  /** Where it was unpacked to; null beside a problem. */
  readonly path: string | null;
  readonly problem: UserError | null;
}

/** True for a zip that is one Office document, which is a file and not a folder. */
export async function isOfficeZip(archive: string, path: string): Promise<boolean> {
  const zip = await openZip(archive, path);
  try {
    let seen = 0;
    for await (const entry of zip.eachEntry()) {
      const name = rawName(entry).toString("latin1").replaceAll("\\", "/");
      if (/^\/?\[Content_Types\]\.xml$/i.test(name) || name === "mimetype") return true;
      if (++seen > 1_000) break;
    }
    return false;
  } catch (error) {
    throw damaged(archive, error);
  } finally {
    zip.close();
  }
}

/**
 * Unpacks each member to a path of `place`'s choosing. A member that is encrypted or damaged comes
 * out as a problem and the others go on; an archive that is a bomb or no archive throws.
 */
export async function* unpackZip(
  archive: string,
  path: string,
  budget: Budget,
  place: () => string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Member> {
  const zip = await openZip(archive, path);
  const names = new Map<string, number>();
  try {
    for await (const entry of zip.eachEntry()) {
      signal?.throwIfAborted();
      const label = harmlessName(
        memberName(rawName(entry), entry.generalPurposeBitFlag, entry.extraFields),
      );
      if (/[\\/]$/.test(rawName(entry).toString("latin1")) || isSystemLitter(label)) continue;
      budget.countFile(archive);
      const seen = (names.get(label) ?? 0) + 1;
      names.set(label, seen);
      const name = `${archive}/${label}${seen > 1 ? ` (${seen})` : ""}`;
      const to = place();
      try {
        await unpackMember(zip, entry, name, to, budget, signal);
        yield { name, path: to, problem: null };
      } catch (error) {
        if (signal?.aborted || (isUserError(error) && error.code === "zip-bomb")) throw error;
        yield { name, path: null, problem: isUserError(error) ? error : damaged(name, error) };
      }
    }
  } catch (error) {
    if (signal?.aborted || isUserError(error)) throw error;
    throw damaged(archive, error);
  } finally {
    zip.close();
  }
}

/** With decodeStrings off the name is a Buffer, whatever the type says. */
function rawName(entry: Entry): Buffer {
  return entry.fileName as unknown as Buffer;
}

async function openZip(archive: string, path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
  } catch (error) {
    throw damaged(archive, error);
  }
}

async function unpackMember(
  zip: ZipFile,
  entry: Entry,
  name: string,
  to: string,
  budget: Budget,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (entry.isEncrypted()) {
    throw brokenFile(
      name,
      "zip-encrypted",
      "it is protected by a password.",
      "Unpack it yourself and load what is in it.",
    );
  }
  if (!entry.canDecodeFileData()) {
    throw brokenFile(
      name,
      "zip-method-unknown",
      `it is packed by method ${entry.compressionMethod}, which is not read here.`,
      "Unpack it yourself and load what is in it.",
    );
  }
  let sum = 0;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
  });
  const source = await zip.openReadStreamPromise(entry);
  const meter = budget.meter(name, entry.compressedSize);
  await pipeline(source, meter, check, createWriteStream(to, { mode: 0o600 }), {
    ...(signal ? { signal } : {}),
  });
  if (sum !== entry.crc32) throw damaged(name, new Error("checksum does not match"));
}

function damaged(file: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return brokenFile(
    file,
    "zip-damaged",
    `the archive is damaged or cut off (${why.slice(0, 120)}).`,
    ASK_AGAIN,
    cause,
  );
}
