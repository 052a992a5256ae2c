import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditExtract } from "../../server/audit/extract.ts";
import { AUDIT_EXTRACT, CHECKPOINT_LABEL } from "../../server/evidence/audit-extract.ts";
import { startBag } from "../../server/evidence/bag/write.ts";
import { addContents } from "../../server/evidence/contents.ts";
import { PAGE_WORDS } from "../../server/evidence/texts/verify-page/page-texts.ts";
import { verifyBag } from "../../server/evidence/verify.ts";
import { VERIFY_PAGE, verifyPage } from "../../server/evidence/verify-page/verify-page.ts";
import { someExtract } from "../support/audit-extract.ts";
import { bytesOf, inMemory, SENDER, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";

interface Checked {
  readonly faults: readonly {
    readonly code: string;
    readonly path: string;
    readonly to?: string;
  }[];
  readonly fingerprint: string | null;
  readonly signature: string;
  readonly files: number;
  readonly info: Readonly<Record<string, string>>;
  readonly audited: number | null;
}
interface Checker {
  checkPackage(
    files: readonly { readonly path: string; bytes(): Promise<Uint8Array> }[],
  ): Promise<Checked>;
  plainFingerprint(text: string): string | null;
}

const root = join(mkdtempSync(join(tmpdir(), "verify-page-")), "bag");
const signer = someSigner();
let files: Map<string, Buffer>;
let checker: Checker;

beforeAll(async () => {
  // The very file that stands in the page; it is JavaScript for browsers.
  const path = new URL("../../server/evidence/verify-page/checker.mjs", import.meta.url).href;
  checker = (await import(path)) as Checker;
  const bag = startBag(root);
  const events = [
    { from: "victim", to: "first", amount: 100_000n, stolen: "R1" },
    { from: "first", to: "second", amount: 60_000n },
  ];
  await addContents(bag, caseFacts(events), "kk", { sender: SENDER });
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
afterAll(() => rmSync(join(root, ".."), { recursive: true }));

const inBrowser = (all: ReadonlyMap<string, Buffer>) =>
  checker.checkPackage([...all].map(([path, bytes]) => ({ path, bytes: async () => bytes })));
const copyWith = (change: (copy: Map<string, Buffer>) => void) => {
  const copy = new Map(files);
  change(copy);
  return copy;
};
/** The list of the tag files as its files are now, signed with the package's own key. */
const signedAnew = (copy: Map<string, Buffer>) => {
  const lines = String(copy.get("tagmanifest-sha256.txt"))
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
      const path = line.replace(/^\S+\s+/, "");
      const bytes = copy.get(path);
      if (bytes === undefined) return [];
      return [`${createHash("sha256").update(bytes).digest("hex")}  ${path}`];
    });
  const list = Buffer.from(`${lines.join("\n")}\n`);
  copy.set("tagmanifest-sha256.txt", list);
  copy.set("tagmanifest-sha256.txt.sig", signer.sign(list));
};
/** What the page says, and that `verify` finds a fault as well. */
const faultsOf = async (all: ReadonlyMap<string, Buffer>) => {
  const { faults } = await inBrowser(all);
  const { intact } = await verifyBag(inMemory(all));
  expect(intact).toBe(faults.length === 0);
  return faults.map(({ code, path, to }) => [code, path, to].filter(Boolean).join(" "));
};

describe("the checker of verify.html", () => {
  it("accepts what was exported, with the fingerprint that verify prints", async () => {
    expect(await inBrowser(files)).toMatchObject({
      faults: [],
      signature: "valid",
      fingerprint: signer.fingerprint,
      files: files.size,
      info: { "External-Identifier": "C1" },
    });
  });

  it("finds any single byte that was changed, as verify does", async () => {
    const place = fc
      .constantFrom(...files.keys())
      .chain((path) =>
        fc.tuple(fc.constant(path), fc.nat((files.get(path)?.length ?? 1) - 1), fc.nat(254)),
      );
    await fc.assert(
      fc.asyncProperty(place, async ([path, at, mask]) => {
        const copy = copyWith((all) => {
          const bytes = Buffer.from(all.get(path) ?? []);
          bytes[at] = (bytes[at] ?? 0) ^ (mask + 1);
          all.set(path, bytes);
        });
        expect((await faultsOf(copy)).length).toBeGreaterThan(0);
      }),
      { numRuns: 250 },
    );
  });

  it("names every file that was changed, taken away, added or renamed", async () => {
    for (const path of files.keys()) {
      const taken = await faultsOf(copyWith((all) => all.delete(path)));
      const gone = path.endsWith(".sig") ? `unsigned ${path}` : `missing ${path}`;
      expect(taken, path).toContain(gone);
      if (!path.startsWith("data/")) continue;
      const bytes = files.get(path) ?? Buffer.alloc(0);
      const grown = copyWith((all) => all.set(path, Buffer.concat([bytes, Buffer.from(" ")])));
      expect(await faultsOf(grown)).toEqual([`changed ${path}`]);
      const renamed = copyWith((all) => {
        all.delete(path);
        all.set(`${path}.old`, bytes);
      });
      expect(await faultsOf(renamed)).toEqual([`renamed ${path} ${path}.old`]);
    }
    const add = (path: string) => faultsOf(copyWith((all) => all.set(path, Buffer.from("x"))));
    expect(await add("data/1-facts/more.csv")).toEqual(["extra data/1-facts/more.csv"]);
    expect(await add("letter.docx")).toEqual(["unknown-at-root letter.docx"]);
    expect(await add("data/readme.RU.txt")).toContain("bad-path data/readme.RU.txt");
    expect(await add("tagmanifest-sha256.txt.p7s")).toEqual([]);
  });

  it("says so of lists that are no lists, also where they are signed", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const signed = (name: string, change: (text: string) => string) =>
      copyWith((all) => {
        // Signed with the first key; only verify looks into it.
        all.delete(AUDIT_EXTRACT);
        all.set(name, Buffer.from(change(all.get(name)?.toString() ?? "")));
        all.set("signer.pub.pem", Buffer.from(publicKey.export({ type: "spki", format: "pem" })));
        const tags = [...all.keys()].filter((path) => !/^(data\/|tagmanifest)/.test(path));
        const lines = tags.map((path) => {
          const hash = createHash("sha256").update(all.get(path) ?? "");
          return `${hash.digest("hex")}  ${path}\n`;
        });
        const list = Buffer.from(lines.join(""));
        all.set("tagmanifest-sha256.txt", list);
        all.set("tagmanifest-sha256.txt.sig", sign(null, list, privateKey));
      });
    expect(await faultsOf(signed("bag-info.txt", (text) => text))).toEqual([]);
    const manifest = (more: string) => signed("manifest-sha256.txt", (text) => text + more);
    const zeros = "0".repeat(64);
    expect(await faultsOf(manifest("hello\n"))).toEqual(["malformed manifest-sha256.txt"]);
    for (const path of ["../secret", "data/../../x", "/etc/passwd", "data\\x", "C:/x", "data//x"])
      expect(await faultsOf(manifest(`${zeros}  ${path}\n`)), path).toEqual([`bad-path ${path}`]);
    expect(await faultsOf(manifest(`${zeros}  data/README.ru.txt\n`))).toContain(
      "listed-twice data/README.ru.txt",
    );
    const loose = signed("bagit.txt", (text) => text.replace("1.0", "0.97"));
    expect(await faultsOf(loose)).toContain("malformed bagit.txt");
    // A page that nobody signed is not vouched for by the package it lies in.
    const planted = signed("bag-info.txt", (text) => text);
    const list = (planted.get("tagmanifest-sha256.txt")?.toString() ?? "").replace(
      /^.* {2}verify\.html\n/m,
      "",
    );
    planted.set("tagmanifest-sha256.txt", Buffer.from(list));
    planted.set("tagmanifest-sha256.txt.sig", sign(null, Buffer.from(list), privateKey));
    expect(await faultsOf(planted)).toEqual(["not-listed verify.html"]);
  });

  it("follows the proofs of the audit extract, also where its bytes are listed and signed anew", async () => {
    expect((await inBrowser(files)).audited).toBe(3);
    const extract = JSON.parse(String(files.get(AUDIT_EXTRACT))) as AuditExtract;
    const [first, ...others] = extract.entries;
    const withFirst = (change: object) => ({
      ...extract,
      entries: [{ ...first, ...change }, ...others],
    });
    const entry = (change: object) => ({ entry: { ...first?.entry, ...change } });
    const forged: [made: unknown, seq: number | undefined][] = [
      [withFirst(entry({ who: "boris" })), 1],
      [withFirst({ index: 1 }), 1],
      [withFirst({ proof: [] }), 1],
      [withFirst({ proof: [...(first?.proof ?? []), "0".repeat(64)] }), 1],
      [{ ...extract, checkpoint: { ...extract.checkpoint, root: "0".repeat(64) } }, undefined],
      [{ ...extract, checkpoint: { ...extract.checkpoint, seq: 4 } }, undefined],
      [await someExtract(someSigner()), undefined],
      [{}, undefined],
    ];
    for (const [made, seq] of forged) {
      const all = copyWith((copy) => {
        copy.set(AUDIT_EXTRACT, Buffer.from(JSON.stringify(made)));
        signedAnew(copy);
      });
      expect((await inBrowser(all)).faults).toEqual([{ code: "audit", path: AUDIT_EXTRACT, seq }]);
      expect((await verifyBag(inMemory(all))).problems.map(({ code }) => code)).toEqual(["audit"]);
    }
    const without = copyWith((copy) => {
      copy.delete(AUDIT_EXTRACT);
      signedAnew(copy);
    });
    expect(await inBrowser(without)).toMatchObject({ faults: [], audited: null });
  });

  it("reads a fingerprint as people write it", () => {
    const grouped = signer.fingerprint.toUpperCase().replace(/(..)(?=.)/g, "$1:");
    expect(checker.plainFingerprint(` ${grouped} `)).toBe(signer.fingerprint);
    expect(checker.plainFingerprint(`SHA256:${signer.fingerprint}`)).toBe(signer.fingerprint);
    expect(checker.plainFingerprint("ab12")).toBe(null);
  });
});

describe("verify.html", () => {
  it("is one file that lets nothing else run and names no other address", async () => {
    const html = await verifyPage();
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:|unsafe-|\bimport\b.*from/);
    const scripts = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)];
    const hash = createHash("sha256").update(scripts[0]?.[1] ?? "");
    expect(html).toContain(`script-src 'sha256-${hash.digest("base64")}'`);
    expect(scripts).toHaveLength(1);
    expect(await verifyPage()).toBe(html);
  });

  it("has the words of the page in every language", () => {
    const keys = (words: object) => JSON.stringify(Object.keys(words));
    for (const words of Object.values(PAGE_WORDS)) {
      expect(keys(words.faults)).toBe(keys(PAGE_WORDS.en.faults));
      expect(keys(words.about)).toBe(keys(PAGE_WORDS.en.about));
    }
  });
});
