import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expandInputs } from "../../server/loading/readers/containers/expand.ts";
import { harmlessName, memberName } from "../../server/loading/readers/containers/member-names.ts";
import type { UnpackLimits } from "../../server/loading/readers/containers/unpacking-limits.ts";
import { refusalOf, writeInput, writeZip } from "../support/reading.ts";
import { writeWorkbook } from "../support/workbook.ts";

let folder: string;
let given: string;
let unpacked: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "containers-"));
  given = join(folder, "given");
  unpacked = join(folder, "unpacked");
  await mkdir(given);
  await mkdir(unpacked);
});
afterEach(() => rm(folder, { recursive: true }));

/** Name → content, or the code of the problem. */
async function seen(paths: readonly string[], limits: Partial<UnpackLimits> = {}) {
  const files = await expandInputs(paths, unpacked, { limits });
  return Promise.all(
    files.map(async ({ name, path, problem }) => [
      name,
      problem ? problem.code : await readFile(path, "utf8"),
    ]),
  );
}

describe("folders and archives of any mix", () => {
  it("gives every file once, in the order of names, without litter", async () => {
    await mkdir(join(given, "b"));
    await mkdir(join(given, ".git"));
    await writeFile(join(given, ".git", "x.csv"), "no");
    await writeFile(join(given, "b", "2.csv"), "two");
    await writeFile(join(given, "~$1.xlsx"), "lock");
    await writeFile(join(given, "a.csv"), "one");
    await writeFile(join(given, "c.csv.gz"), gzipSync("three"));
    await writeZip(join(given, "d.zip"), {
      "__MACOSX/._x.csv": "no",
      "m/4.csv": "four",
      "m/": "",
      "5.csv": "five",
    });
    await symlink(given, join(given, "loop"));
    await symlink(join(given, "nowhere"), join(given, "gone.csv"));
    expect(await seen([given])).toEqual([
      ["given/a.csv", "one"],
      ["given/b/2.csv", "two"],
      ["given/c.csv.gz/c.csv", "three"],
      ["given/d.zip/m/4.csv", "four"],
      ["given/d.zip/5.csv", "five"],
    ]);
  });

  it("opens archives in archives, and takes a workbook for one file", async () => {
    const book = await writeWorkbook(given, "книга.xlsx", { sheets: { A: "<sheetData/>" } });
    const inner = await writeZip(join(given, "inner.zip"), { "x.csv": "x" });
    const outer = await writeZip(join(given, "outer.zip"), {
      "inner.zip": await readFile(inner.path),
      "книга.xlsx": await readFile(book.path),
      "y.csv.gz": gzipSync(gzipSync("y")),
    });
    const files = await expandInputs([outer.path, book.path], unpacked);
    expect(files.map(({ name }) => name)).toEqual([
      "outer.zip/inner.zip/x.csv",
      "outer.zip/книга.xlsx",
      "outer.zip/y.csv.gz/y.csv/y.csv",
      "книга.xlsx",
    ]);
  });

  it("leaves no unpacked archive behind, only the files in it", async () => {
    const inner = await writeZip(join(given, "inner.zip"), { "x.csv": "x" });
    const outer = await writeZip(join(given, "outer.zip"), {
      "inner.zip": await readFile(inner.path),
    });
    await expandInputs([outer.path], unpacked);
    expect(await readdir(unpacked)).toHaveLength(1);
    expect(existsSync(inner.path)).toBe(true);
  });

  it("says at once that a path is wrong, before anything is unpacked", async () => {
    const zip = await writeZip(join(given, "a.zip"), { "x.csv": "x" });
    const refusal = await refusalOf(() =>
      expandInputs([zip.path, join(given, "nope.csv")], unpacked),
    );
    expect(refusal.code).toBe("file-not-found");
    expect(await readdir(unpacked)).toEqual([]);
  });

  it("stops when asked to", async () => {
    const zip = await writeZip(join(given, "a.zip"), { "x.csv": "x" });
    await expect(
      expandInputs([zip.path], unpacked, { signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  });
});

describe("names of members", () => {
  it("are read in the code page of whoever packed them", () => {
    const name = "Выписка по счёту.csv";
    expect(memberName(Buffer.from(name), 0x0800, [])).toBe(name);
    expect(memberName(Buffer.from(name), 0, [])).toBe(name);
    expect(memberName(iconv.encode(name, "cp866"), 0, [])).toBe(name);
    expect(memberName(iconv.encode(name, "windows-1251"), 0, [])).toBe(name);
    const unicode = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from(name)]);
    expect(memberName(Buffer.from("?.csv"), 0, [{ id: 0x7075, data: unicode }])).toBe(name);
  });

  it("cannot lead out of the folder or hide what they are", () => {
    expect(harmlessName("../../etc/passwd")).toBe("etc/passwd");
    expect(harmlessName("C:\\Users\\a\\..\\b.csv")).toBe("Users/a/b.csv");
    expect(harmlessName("/a//./b\u0000\u202e.csv")).toBe("a/b.csv");
    expect(harmlessName("..")).toBe("unnamed");
  });

  it("stay apart when two members have the same one", async () => {
    const zip = await writeZip(join(given, "same.zip"), { "a.csv": "1", "b.csv": "2" });
    const bytes = await readFile(zip.path);
    for (let at = bytes.indexOf("b.csv"); at >= 0; at = bytes.indexOf("b.csv", at + 1))
      bytes.write("a.csv", at);
    await writeFile(zip.path, bytes);
    expect(await seen([zip.path])).toEqual([
      ["same.zip/a.csv", "1"],
      ["same.zip/a.csv (2)", "2"],
    ]);
  });

  it("never decide where bytes are written", async () => {
    const zip = await writeZip(join(given, "slip.zip"), { "xx/xx/evil.csv": "evil" });
    const bytes = await readFile(zip.path);
    for (let at = bytes.indexOf("xx/xx/"); at >= 0; at = bytes.indexOf("xx/xx/", at + 1))
      bytes.write("../../", at);
    await writeFile(zip.path, bytes);
    expect(await seen([zip.path])).toEqual([["slip.zip/evil.csv", "evil"]]);
    expect(await readdir(folder)).toEqual(["given", "unpacked"]);
  });
});

describe("archives that are not what they say", () => {
  it("a member that unpacks to far more than it should is stopped early, and nothing of the archive is believed", async () => {
    const zeros = Buffer.alloc(80 * 2 ** 20);
    await writeZip(join(given, "bomb.zip"), { "a.csv": "harmless", "bomb.csv": zeros });
    await writeFile(join(given, "ok.csv"), "ok");
    const before = process.memoryUsage().rss;
    expect(await seen([given])).toEqual([
      ["given/bomb.zip", "zip-bomb"],
      ["given/ok.csv", "ok"],
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20);
  });

  it("a gz bomb too, and many small members that are one together", async () => {
    const gz = await writeInput(given, "a.csv.gz", gzipSync(Buffer.alloc(2 ** 21)));
    const members = Object.fromEntries(
      Array.from({ length: 7 }, (_, i) => [`${i}.csv`, Buffer.alloc(900_000)]),
    );
    const many = await writeZip(join(given, "many.zip"), members);
    expect(await seen([gz.path, many.path], { ratioFrom: 2 ** 20 })).toEqual([
      ["a.csv.gz", "zip-bomb"],
      ["many.zip", "zip-bomb"],
    ]);
  });

  it("too many files, too many bytes, too many archives in each other", async () => {
    const three = await writeZip(join(given, "three.zip"), { a: "1", b: "2", c: "3" });
    expect(await seen([three.path], { files: 2 })).toEqual([["three.zip", "zip-bomb"]]);
    expect(await seen([three.path], { bytes: 2 })).toEqual([["three.zip", "zip-bomb"]]);
    let nested: Uint8Array = Buffer.from("x");
    for (let depth = 0; depth < 5; depth++) nested = gzipSync(nested);
    const deep = await writeInput(given, "deep.gz", nested);
    expect((await seen([deep.path]))[0]?.[1]).toBe("archives-too-deep");
  });

  it("a damaged member is named and the others are read", async () => {
    const zip = await writeZip(
      join(given, "hurt.zip"),
      { "a.csv": "aaaa", "b.csv": "bbbb" },
      false,
    );
    const bytes = await readFile(zip.path);
    bytes.write("aaxa", bytes.indexOf("aaaa"));
    await writeFile(zip.path, bytes);
    expect(await seen([zip.path])).toEqual([
      ["hurt.zip/a.csv", "zip-damaged"],
      ["hurt.zip/b.csv", "bbbb"],
    ]);
  });

  it("an encrypted member is named with what to do", async () => {
    const zip = await writeZip(join(given, "secret.zip"), { "a.csv": "aaaa" });
    const bytes = await readFile(zip.path);
    const central = bytes.indexOf("PK\x01\x02");
    bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
    await writeFile(zip.path, bytes);
    expect(await seen([zip.path])).toEqual([["secret.zip/a.csv", "zip-encrypted"]]);
  });

  it("cut in the middle, or of a kind nobody reads here", async () => {
    const zip = await writeZip(join(given, "cut.zip"), { "a.csv": "a".repeat(1_000) }, false);
    const cut = await writeInput(given, "cut.zip", (await readFile(zip.path)).subarray(0, 600));
    const gz = await writeInput(given, "cut.gz", gzipSync("b".repeat(1_000)).subarray(0, 20));
    const rar = await writeInput(given, "a.rar", "Rar!\x1a\x07\x00");
    expect(await seen([cut.path, gz.path, rar.path])).toEqual([
      ["cut.zip", "zip-damaged"],
      ["cut.gz", "gzip-damaged"],
      ["a.rar", "archive-not-read"],
    ]);
  });
});
