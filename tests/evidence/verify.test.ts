import { createPublicKey } from "node:crypto";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AUDIT_EXTRACT, CHECKPOINT_LABEL } from "../../server/evidence/audit-extract.ts";
import { openBagFiles, readWhole } from "../../server/evidence/bag/files.ts";
import { startBag } from "../../server/evidence/bag/write.ts";
import { addContents } from "../../server/evidence/contents.ts";
import { type KnownKey, namedKey } from "../../server/evidence/known-key.ts";
import { verdictLines } from "../../server/evidence/texts/verifying/verdict.ts";
import { verifyBag, verifyPackage } from "../../server/evidence/verify.ts";
import { VERIFY_PAGE, verifyPage } from "../../server/evidence/verify-page/verify-page.ts";
import { zipFolder } from "../../server/evidence/zip.ts";
import { someExtract } from "../support/audit-extract.ts";
import { bytesOf, inMemory, SENDER, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "evidence-verify-"));
const root = join(folder, "bag");
const signer = someSigner();
let files: Map<string, Buffer>;

beforeAll(async () => {
  const bag = startBag(root);
  const facts = caseFacts([
    { from: "victim", to: "first", amount: 100_000n, stolen: "R1" },
    { from: "first", to: "second", amount: 60_000n },
    { from: "second", to: "CASH", amount: 50_000n },
  ]);
  await addContents(bag, facts, "kk", { sender: SENDER });
  bag.tag(VERIFY_PAGE, await verifyPage());
  const extract = await someExtract(signer);
  bag.tag(AUDIT_EXTRACT, JSON.stringify(extract));
  const { seq, hash } = extract.checkpoint;
  const info = [
    ["External-Identifier", "C1"],
    [CHECKPOINT_LABEL, `${seq} ${hash}`],
  ] as const;
  await bag.finish(info, signer);
  files = bytesOf(root);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const codes = async (changed: ReadonlyMap<string, Buffer>) => {
  const { problems, intact } = await verifyBag(inMemory(changed));
  expect(intact).toBe(problems.length === 0);
  return problems.map((one) => `${one.code} ${one.path}`);
};
const changedCopy = (change: (copy: Map<string, Buffer>) => void) => {
  const copy = new Map(files);
  change(copy);
  return copy;
};

/** A place in the package: file and byte. */
const place = () =>
  fc
    .constantFrom(...files.keys())
    .chain((path) =>
      fc.tuple(
        fc.constant(path),
        fc.nat((files.get(path)?.length ?? 1) - 1),
        fc.integer({ min: 1, max: 255 }),
      ),
    );

describe("the description for machines", () => {
  it("names every file of the payload once, in the room it lies in", () => {
    type Part = { readonly "@id": string };
    const crate = JSON.parse(files.get("data/ro-crate-metadata.json")?.toString() ?? "") as {
      "@graph": { "@id": string; "@type": string; hasPart?: Part | Part[] }[];
    };
    const payload = [...files.keys()]
      .filter((path) => path.startsWith("data/") && !path.endsWith("ro-crate-metadata.json"))
      .map((path) => path.slice(5));
    const described = crate["@graph"]
      .filter((one) => one["@type"] === "File")
      .map((one) => one["@id"]);
    expect(described.sort()).toEqual(payload.sort());
    const parts = crate["@graph"]
      .flatMap((one) => [one.hasPart ?? []].flat())
      .map((one) => one["@id"]);
    expect(parts.filter((path) => !path.endsWith("/")).sort()).toEqual(payload);
    // A validator asks that whoever publishes, and the licence, are described in the graph.
    const whole = crate["@graph"].find((one) => one["@id"] === "./") as Record<string, unknown>;
    for (const [property, type] of [
      ["author", "Organization"],
      ["publisher", "Organization"],
      ["license", "CreativeWork"],
    ] as const)
      expect(
        crate["@graph"].find((one) => one["@id"] === (whole[property] as Part)["@id"]),
      ).toMatchObject({ "@type": type, name: expect.stringMatching(/./) });
  });
});

describe("verify", () => {
  it("accepts what was exported", async () => {
    expect(await codes(files)).toEqual([]);
    expect(await verifyPackage(root, await namedKey(signer.fingerprint, root))).toMatchObject({
      intact: true,
      signer: "known",
      problems: [],
    });
  });

  it("finds any single byte that was changed, and names the file", async () => {
    await fc.assert(
      fc.asyncProperty(place(), async ([path, at, mask]) => {
        const copy = changedCopy((all) => {
          const bytes = Buffer.from(all.get(path) ?? []);
          bytes[at] = (bytes[at] ?? 0) ^ mask;
          all.set(path, bytes);
        });
        const found = await codes(copy);
        expect(found.length).toBeGreaterThan(0);
        // What the tag manifest and its signature do not agree on is told of the signature.
        const named = path.startsWith("tagmanifest") ? /tagmanifest|signer|bag|manifest/ : path;
        expect(
          found.some((one) => (typeof named === "string" ? one.endsWith(named) : named.test(one))),
        ).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  it("finds any file cut short or grown", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files.keys()), fc.boolean(), async (path, grow) => {
        const bytes = files.get(path) ?? Buffer.alloc(0);
        const copy = changedCopy((all) =>
          all.set(path, grow ? Buffer.concat([bytes, Buffer.from("\n")]) : bytes.subarray(0, -1)),
        );
        expect((await codes(copy)).length).toBeGreaterThan(0);
      }),
      { numRuns: 120 },
    );
  });

  it("names every file taken away", async () => {
    for (const path of files.keys()) {
      const found = await codes(changedCopy((all) => all.delete(path)));
      const expected =
        path === "tagmanifest-sha256.txt" || path.endsWith(".sig") ? "unsigned" : `missing ${path}`;
      expect(
        found.some((one) => one.startsWith(expected)),
        path,
      ).toBe(true);
    }
  });

  it("names every file added, inside data and at the root", async () => {
    const add = (path: string) => codes(changedCopy((all) => all.set(path, Buffer.from("x"))));
    expect(await add("data/1-facts/more.csv")).toEqual(["extra data/1-facts/more.csv"]);
    expect(await add("letter.docx")).toEqual(["unknown-at-root letter.docx"]);
    expect(await add("fetch.txt")).toEqual(["unknown-at-root fetch.txt"]);
    expect(await add("meta/x.txt")).toEqual(["unknown-at-root meta/x.txt"]);
    expect((await add("manifest-md5.txt")).length).toBeGreaterThan(0);
    expect(await add("data/readme.RU.txt")).toContain("bad-path data/readme.RU.txt");
    expect(await add("tagmanifest-sha256.txt.p7s")).toEqual([]);
  });

  it("is not taken in by a package signed anew with a key out of it, once the key is known", async () => {
    const other = someSigner();
    const forged = join(folder, "forged");
    const bag = startBag(forged);
    await addContents(
      bag,
      caseFacts([{ from: "victim", to: "other", amount: 1n, stolen: "R1" }]),
      "ru",
      { sender: SENDER },
    );
    await bag.finish([["External-Identifier", "C1"]], other);
    expect(await verifyPackage(forged)).toMatchObject({ intact: true, signer: "unknown" });
    const key = await namedKey(signer.fingerprint, forged);
    const found = await verifyPackage(forged, key);
    expect(found).toMatchObject({ intact: true, signer: "other" });
    expect(found.problems.map((one) => one.code)).toEqual(["wrong-key"]);
    const elsewhere = await verifyPackage(forged, { ...key, from: "office", required: false });
    expect(elsewhere).toMatchObject({ intact: true, signer: "other", problems: [] });
  });

  it("knows a key by its fingerprint as people write it, and by a file with the public key", async () => {
    const grouped = signer.fingerprint.toUpperCase().replace(/(..)(?=.)/g, "$1:");
    const pem = join(folder, "office.pub.pem");
    writeFileSync(pem, signer.publicKey);
    const der = join(folder, "office.pub.der");
    writeFileSync(der, createPublicKey(signer.publicKey).export({ type: "spki", format: "der" }));
    for (const text of [grouped, `SHA256:${signer.fingerprint}`, pem, der])
      expect((await namedKey(text, root)).fingerprint).toBe(signer.fingerprint);
    await expect(namedKey(join(root, "signer.pub.pem"), root)).rejects.toMatchObject({
      code: "key-of-package",
    });
    for (const text of ["ab12", join(root, "nothing.pem"), join(root, "bagit.txt")])
      await expect(namedKey(text, join(folder, "elsewhere"))).rejects.toMatchObject({
        code: "bad-key",
      });
  });

  it("says of every result whether the package is intact and whose key it is, in three languages", async () => {
    const named = await namedKey(signer.fingerprint, root);
    const other = { ...named, fingerprint: "0".repeat(64) };
    const office = { from: "office", required: false } as const;
    const lines = async (key: KnownKey | null, language: "ru" | "kk" | "en") =>
      verdictLines(await verifyPackage(root, key), { key, folder: "/data", language }).slice(-2);
    const one = signer.fingerprint;
    expect(await lines(null, "en")).toEqual([
      `intact: ${files.size} files, signed by ${one}`,
      expect.stringContaining("cannot say whose key this is"),
    ]);
    expect((await lines(named, "en"))[1]).toBe("This is the key you named.");
    expect((await lines({ ...named, ...office }, "en"))[1]).toContain("the key of the office");
    expect((await lines({ ...other, ...office }, "en"))[1]).toContain("NOT the key of the office");
    expect(await lines(other, "en")).toEqual([
      `intact, but signed by another key: ${one}`,
      expect.stringContaining("NOT the key you named"),
    ]);
    expect((await lines(other, "ru"))[1]).toContain("НЕ тот ключ");
    expect((await lines(other, "kk"))[1]).toContain("кілт ЕМЕС");
    const broken = await verifyBag(
      inMemory(changedCopy((all) => all.delete("data/README.ru.txt"))),
      named,
    );
    const about = { key: named, folder: "/data" };
    expect(verdictLines(broken, { ...about, language: "ru" })).toEqual([
      expect.stringContaining("data/README.ru.txt: файла нет"),
      "ИЗМЕНЁН ИЛИ НЕПОЛОН: нарушений 1",
    ]);
    expect(verdictLines(broken, { ...about, language: "en" }).at(-1)).toBe("NOT intact: 1 faults");
  });

  it("refuses links, also to the very same bytes", async () => {
    const copy = join(folder, "linked");
    const zip = await zipFolder(root, "bag");
    writeFileSync(join(folder, "bag.zip"), await buffer(zip));
    const bag = await openBagFiles(root);
    for (const file of bag.files) {
      const target = join(copy, file.path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, await readWhole(file));
    }
    expect((await verifyPackage(copy)).intact).toBe(true);
    const secret = join(folder, "transfers.csv");
    renameSync(join(copy, "data/1-facts/transfers.csv"), secret);
    symlinkSync(secret, join(copy, "data/1-facts/transfers.csv"));
    const found = await verifyPackage(copy);
    expect(found.problems.map((one) => one.code).sort()).toEqual(["bad-path", "missing"]);
  });

  it("follows no path out of the package that a manifest names", async () => {
    for (const path of [
      "../secret",
      "data/../../secret",
      "/etc/passwd",
      "~/x",
      "data\\x",
      "C:/x",
      "data//x",
    ]) {
      const copy = changedCopy((all) => {
        const list = all.get("manifest-sha256.txt")?.toString() ?? "";
        all.set("manifest-sha256.txt", Buffer.from(`${list}${"0".repeat(64)}  ${path}\n`));
      });
      expect(
        (await codes(copy)).some((one) => one.startsWith("bad-path")),
        path,
      ).toBe(true);
    }
  });

  it("says so where a file is listed twice, bagit.txt is written loosely or a manifest line is no line", async () => {
    const edit = (name: string, change: (text: string) => string) =>
      codes(
        changedCopy((all) => all.set(name, Buffer.from(change(all.get(name)?.toString() ?? "")))),
      );
    expect(await edit("manifest-sha256.txt", (text) => text + text)).toContain(
      "listed-twice data/README.ru.txt",
    );
    expect(await edit("bagit.txt", (text) => text.replace("Version: ", "Version : "))).toContain(
      "malformed bagit.txt",
    );
    expect(await edit("bagit.txt", (text) => `\ufeff${text}`)).toContain("malformed bagit.txt");
    expect(await edit("bagit.txt", (text) => text.replace("1.0", "0.97"))).toContain(
      "malformed bagit.txt",
    );
    expect(await edit("manifest-sha256.txt", (text) => `${text}hello\n`)).toContain(
      "malformed manifest-sha256.txt",
    );
  });
});

describe("verify of a ZIP", () => {
  let zip: Buffer;
  const verifyZip = async (bytes: Buffer) => {
    const path = join(folder, "changed.zip");
    writeFileSync(path, bytes);
    return verifyPackage(path);
  };
  beforeAll(async () => {
    zip = await buffer(await zipFolder(root, "evidence-C1"));
  });

  it("accepts the package in its one folder", async () => {
    expect(await verifyZip(zip)).toMatchObject({ intact: true });
  });

  it("never takes changed content for valid, whatever byte of the archive was changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(zip.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const changed = Buffer.from(zip);
          changed[at] = (changed[at] ?? 0) ^ mask;
          const path = join(folder, "changed.zip");
          writeFileSync(path, changed);
          const found = await verifyPackage(path).catch(() => null);
          if (found === null || !found.intact) return;
          // A date or a remark of the archive itself: what is unpacked is the same to the byte.
          const bag = await openBagFiles(path);
          for (const file of bag.files)
            expect((await readWhole(file)).equals(files.get(file.path) ?? Buffer.alloc(0))).toBe(
              true,
            );
          expect(bag.files.length).toBe(files.size);
          bag.close();
        },
      ),
      { numRuns: 120 },
    );
  });

  it("names entries that climb out of the archive", async () => {
    const name = "evidence-C1/data/README.ru.txt";
    const climbing = "../../../../tmp/data/README.xx";
    expect(climbing.length).toBe(name.length);
    const changed = Buffer.from(zip.toString("latin1").replaceAll(name, climbing), "latin1");
    const found = await verifyZip(changed);
    expect(found.problems.map((one) => `${one.code} ${one.path}`)).toContain(
      `bad-path ${climbing}`,
    );
  });

  it("explains a file that is no archive", async () => {
    await expect(verifyZip(Buffer.from("hello"))).rejects.toThrow("not a ZIP");
    await expect(verifyZip(zip.subarray(0, zip.length >> 1))).rejects.toThrow("not a ZIP");
  });
});
