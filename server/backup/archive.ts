import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { extract, pack } from "tar-stream";
import { isUserError, UserError } from "../errors/user-error.ts";
import { FORMAT, type KeptFile, MANIFEST, type Manifest, manifestSchema } from "./manifest.ts";

/**
 * A backup is one file: tar, gzip, age (age-encryption.org/v1), so `age -d | tar -xz` opens it
 * without this program. Its first entry is the manifest. Every byte is under the authenticated
 * encryption: a changed, missing or added one is found.
 */

/** Reading ahead of the manifest ends here; a list of a million files is about 100 MB. */
const LONGEST_MANIFEST = 256 << 20;

/** Writes it whole and onto the disk; returns its size and SHA-256. */
export async function writeArchive(
  path: string,
  folder: string,
  manifest: Manifest,
  recipients: readonly string[],
): Promise<{ bytes: number; sha256: string }> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const plain = pack();
  const packing = packFiles(plain, folder, manifest).catch((error: Error) => plain.destroy(error));
  const zipped = Readable.from(plain).pipe(createGzip({ level: 1 }));
  plain.on("error", (error: Error) => zipped.destroy(error));
  const sealed = await encrypter.encrypt(
    Readable.toWeb(zipped) as unknown as Parameters<Encrypter["encrypt"]>[0] &
      ReadableStream<Uint8Array>,
  );
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
  await pipeline(Readable.fromWeb(sealed as unknown as ReadableStream), counted, target);
  await packing;
  await flush(path);
  return { bytes, sha256: hash.digest("hex") };
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function packFiles(
  plain: ReturnType<typeof pack>,
  folder: string,
  manifest: Manifest,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const text = JSON.stringify(manifest);
    plain.entry({ name: MANIFEST, mode: 0o600 }, text, (error) =>
      error ? reject(error) : resolve(),
    );
  });
  for (const { name, bytes } of manifest.files)
    await pipeline(
      createReadStream(join(folder, name), { highWaterMark: 1 << 18 }),
      plain.entry({ name, size: bytes, mode: 0o600 }),
    );
  plain.finalize();
}

/**
 * Unpacks a backup into an empty folder, each file checked against the manifest. UserErrors:
 * "backup-not-ours", "backup-other-key", "backup-newer", "backup-damaged". Files unpacked before
 * the fault are the caller's to remove.
 */
export async function readArchive(
  path: string,
  into: string,
  identities: readonly string[],
): Promise<Manifest> {
  await requireAge(path);
  try {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    const sealed = Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 18 }));
    const plain = await decrypter.decrypt(
      sealed as unknown as Parameters<Decrypter["decrypt"]>[0] &
        globalThis.ReadableStream<Uint8Array>,
    );
    const entries = extract();
    const flowing = pipeline(
      Readable.fromWeb(plain as unknown as ReadableStream),
      createGunzip(),
      entries,
    );
    flowing.catch(() => {});
    const manifest = await unpack(entries, into);
    await flowing;
    return manifest;
  } catch (error) {
    if (isUserError(error)) throw error;
    if (error instanceof Error && /no identity matched/i.test(error.message))
      throw new UserError({
        code: "backup-other-key",
        message: `${path} was encrypted to another key, or its head is damaged.`,
        remedy: "Name the key file of that time with --key, or take another backup.",
        cause: error,
      });
    throw damaged(path, error);
  }
}

const AGE = "age-encryption.org/v1\n";

async function requireAge(path: string): Promise<void> {
  const head = await open(path, "r").then(
    async (file) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
      await file.close();
      return buffer.toString("latin1", 0, bytesRead);
    },
    () => undefined,
  );
  if (head === AGE) return;
  throw new UserError({
    code: "backup-not-ours",
    message:
      head === undefined
        ? `There is no file ${path} that can be read.`
        : `${path} is no backup, or its first bytes are damaged.`,
    remedy: "Name a file that dropper-graph backup wrote; its name ends in .tar.gz.age.",
  });
}

async function unpack(entries: ReturnType<typeof extract>, into: string): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const left = new Map<string, KeptFile>();
  for await (const entry of entries) {
    const { name, type } = entry.header;
    const content = entry as AsyncIterable<Uint8Array>;
    if (manifest === undefined) {
      if (name !== MANIFEST) throw new Error(`the first entry is ${name}, not the manifest`);
      manifest = readManifest(await textOf(content));
      for (const file of manifest.files) left.set(file.name, file);
      continue;
    }
    const expected = left.get(name);
    if (expected === undefined || type !== "file")
      throw new Error(`${name} is not in the manifest`);
    left.delete(name);
    await unpackFile(content, join(into, name), expected);
  }
  if (manifest === undefined) throw new Error("it holds no manifest");
  const [lacking] = left.keys();
  if (lacking !== undefined) throw new Error(`${lacking} is missing`);
  return manifest;
}

async function textOf(entry: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of entry) {
    bytes += part.length;
    if (bytes > LONGEST_MANIFEST) throw new Error("its manifest is too long");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function readManifest(text: string): Manifest {
  const document: unknown = JSON.parse(text);
  const { format } = manifestSchema.pick({ format: true }).parse(document);
  if (format > FORMAT)
    throw new UserError({
      code: "backup-newer",
      message: `This backup has form ${format}; this version of the program reads up to ${FORMAT}.`,
      remedy: "Install the version that made it, or a newer one, and restore with that.",
    });
  const manifest = manifestSchema.parse(document);
  for (const { name } of manifest.files)
    if (name.startsWith("/") || name.split(/[\\/]/).includes("..") || name.includes("\0"))
      throw new Error(`the name ${name} leads out of the folder`);
  return manifest;
}

async function unpackFile(
  entry: AsyncIterable<Uint8Array>,
  path: string,
  expected: KeptFile,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(
    entry,
    async function* (parts: AsyncIterable<Uint8Array>) {
      for await (const part of parts) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    createWriteStream(path, { flags: "wx", mode: 0o600 }),
  );
  if (bytes !== expected.bytes || hash.digest("hex") !== expected.sha256)
    throw new Error(`${expected.name} differs from the manifest`);
}

function damaged(path: string, error: unknown): UserError {
  return new UserError({
    code: "backup-damaged",
    message: `${path} is damaged (${error instanceof Error ? error.message : String(error)}). Nothing was changed.`,
    remedy: "Take an older backup, or another copy of this one.",
    cause: error,
  });
}
