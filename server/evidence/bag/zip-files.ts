import type { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl from "yauzl";
import { UserError } from "../../errors/user-error.ts";
import type { BagFile, BagFiles } from "./bag-files.ts";
import { pathTrick } from "./paths.ts";
import { type BagProblem, problem } from "./problems.ts";

/** Limits against archives made to fill memory or disk; an evidence package is far below them. */
const LIMITS = { entries: 100_000, bytes: 50_000_000_000, ratio: 1_000, ratioFrom: 50_000_000 };

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/** A bag inside a ZIP: all entries below one folder, whose name does not matter (RFC 8493 §4). */
export async function openZip(path: string): Promise<BagFiles> {
  const zip = await open(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
  const entries = await listEntries(zip);
  const problems: BagProblem[] = [];
  const found: { name: string; entry: yauzl.Entry }[] = [];
  for (const entry of entries) {
    const name = utf8(entry.fileName as unknown as Buffer);
    const folder = name.endsWith("/");
    const trick = pathTrick(folder ? name.slice(0, -1) : name);
    if (trick !== null) problems.push(problem("bad-path", name, trick));
    else if (isLink(entry)) problems.push(problem("bad-path", name, "is a link, not a file"));
    else if (!folder) found.push({ name, entry });
  }
  const root = commonFolder(found.map((one) => one.name));
  const seen = new Set<string>();
  const files = found.map(({ name, entry }): BagFile => {
    const inside = name.slice(root.length);
    if (seen.has(inside)) problems.push(problem("listed-twice", inside, "is in the archive twice"));
    seen.add(inside);
    return { path: inside, size: entry.uncompressedSize, open: () => openEntry(zip, entry) };
  });
  return { files, problems, close: () => zip.close() };
}

async function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.push(entry);
      bytes += entry.uncompressedSize;
      const swollen =
        entry.uncompressedSize > LIMITS.ratioFrom &&
        entry.uncompressedSize / (entry.compressedSize + 1) > LIMITS.ratio;
      if (entries.length > LIMITS.entries || bytes > LIMITS.bytes || swollen) reject(tooLarge());
      else zip.readEntry();
    });
    zip.on("end", resolve);
    zip.on("error", reject);
    zip.readEntry();
  });
  return entries;
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  );
}

function utf8(bytes: Buffer): string {
  return bytes.toString("utf8");
}

/** The Unix file type of an entry made on Unix. */
function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

/** "C1/" where every entry lies below C1, else "". */
function commonFolder(names: readonly string[]): string {
  const first = names[0];
  if (first === undefined || !first.includes("/")) return "";
  const folder = first.slice(0, first.indexOf("/") + 1);
  return folder !== "data/" && names.every((name) => name.startsWith(folder)) ? folder : "";
}

function tooLarge(): UserError {
  return new UserError({
    code: "package-too-large",
    message: "The archive unpacks to more than an evidence package can hold.",
    remedy: "Do not open it; ask the sender where it comes from.",
  });
}
