import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArchive, writeArchive } from "../../server/backup/archive.ts";
import { FORMAT, filesOf, type Manifest } from "../../server/backup/manifest.ts";

let folder: string;
let identity: string;
let recipient: string;
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-archive-"));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fresh = async () => {
  number += 1;
  const path = join(folder, String(number));
  await mkdir(path);
  return path;
};

/** SHA-256 of no bytes. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Files of these contents with a manifest that describes them, changed as asked. */
async function backupOf(
  contents: ReadonlyMap<string, Uint8Array>,
  change: (manifest: Manifest) => Manifest = (manifest) => manifest,
): Promise<string> {
  const from = join(await fresh(), "state");
  await mkdir(from);
  await writeFile(join(from, "../outside"), "");
  for (const [name, content] of contents) {
    await mkdir(dirname(join(from, name)), { recursive: true });
    await writeFile(join(from, name), content);
  }
  const manifest: Manifest = {
    format: FORMAT,
    product: "0.1.0",
    neo4j: "5.26.30",
    migrations: [],
    madeAt: 0,
    madeBy: "tester",
    withKeys: false,
    facts: { nodes: 0, relationships: 0, money: [], audit: { seq: 0, hash: "", intact: true } },
    files: await filesOf(from),
  };
  const path = join(await fresh(), "a.tar.gz.age");
  await writeArchive(path, from, change(manifest), [recipient]);
  return path;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
const opened = async (path: string, key = identity) => readArchive(path, await fresh(), [key]);

const SOME = new Map([
  ["audit.jsonl", Buffer.from('{"seq":1}\n')],
  ["neo4j/data/databases/neo4j/store", Buffer.alloc(300_000, 7)],
  ["case-files/ab/Қазақша файл.pdf", Buffer.from([0, 255, 13, 10])],
  ["empty", Buffer.alloc(0)],
]);

describe("a backup file", () => {
  it("gives back every file, whatever its name and bytes", async () => {
    const part = fc.stringMatching(/^[\p{L}\d][\p{L}\d ._-]{0,20}$/u);
    const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
    const file = fc.tuple(name, fc.uint8Array({ maxLength: 70_000 }));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, { maxLength: 4, selector: ([n]) => n.split("/")[0] }),
        async (files) => {
          const path = await backupOf(new Map(files));
          const into = await fresh();
          const { files: listed } = await readArchive(path, into, [identity]);
          expect(await filesOf(into)).toEqual(listed);
          for (const [name, content] of files)
            expect(Buffer.compare(await readFile(join(into, name)), content)).toBe(0);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("is refused with one byte changed, wherever it is", async () => {
    const path = await backupOf(SOME);
    const whole = await readFile(path);
    expect(await codeOf(opened(path))).toBe("done");
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      await writeFile(path, changed);
      expect(await codeOf(opened(path)), `byte ${at} of ${whole.length}`).toMatch(/^backup-/);
    }
  });

  it("is refused cut off and with something added", async () => {
    const path = await backupOf(SOME);
    const whole = await readFile(path);
    for (const length of [0, 10, 150, whole.length - 1]) {
      await writeFile(path, whole.subarray(0, length));
      expect(await codeOf(opened(path)), `${length} bytes`).toMatch(/^backup-/);
    }
    await writeFile(path, Buffer.concat([whole, Buffer.from([0])]));
    expect(await codeOf(opened(path))).toMatch(/^backup-/);
  });

  it("opens with its own key only", async () => {
    const path = await backupOf(SOME);
    expect(await codeOf(opened(path, await generateX25519Identity()))).toBe("backup-other-key");
  });

  it("is refused where the manifest tells of other files than there are", async () => {
    const other = "0".repeat(64);
    const of = (change: (files: Manifest["files"]) => Manifest["files"]) =>
      backupOf(SOME, (manifest) => ({ ...manifest, files: change(manifest.files) }));
    const hashed = await of((files) => files.map((file) => ({ ...file, sha256: other })));
    expect(await codeOf(opened(hashed))).toBe("backup-damaged");
    const newer = await backupOf(SOME, (manifest) => ({ ...manifest, format: FORMAT + 1 }));
    expect(await codeOf(opened(newer))).toBe("backup-newer");
  });

  it("writes nothing outside its folder", async () => {
    const path = await backupOf(SOME, (manifest) => ({
      ...manifest,
      files: [...manifest.files, { name: "../outside", bytes: 0, sha256: EMPTY }],
    }));
    expect(await codeOf(opened(path))).toBe("backup-damaged");
  });
});
