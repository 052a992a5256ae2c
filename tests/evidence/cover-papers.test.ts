import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentLanguage } from "../../contract/document-language.ts";
import { kindOf } from "../../server/evidence/cover/file-kinds.ts";
import { packFacts } from "../../server/evidence/pack.ts";
import { COVER_WORDS } from "../../server/evidence/texts/cover/cover-texts.ts";
import { bytesOf, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "cover-papers-"));
const signer = someSigner();
const office = { name: "Прокуратура города", signer: "Прокурор А. Б." };
const facts = caseFacts([
  { from: "victim", to: "first", amount: 100_000n, stolen: "R1" },
  { from: "first", to: "second", amount: 60_000n },
]);
afterAll(() => rmSync(folder, { recursive: true }));

const payloadOf = (files: ReadonlyMap<string, Buffer>) =>
  [...files].flatMap(([path, bytes]) =>
    path.startsWith("data/") ? [[path.slice(5), bytes] as const] : [],
  );
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const pdfWords = async (bytes: Buffer) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;
const together = (text: string) => text.replace(/\s/g, "");

describe.each(documentLanguage.options)("the papers about a package in %s", (language) => {
  let files: Map<string, Buffer>;
  const file = (name: string) => files.get(`data/${name}`) ?? Buffer.alloc(0);
  beforeAll(async () => {
    const target = mkdtempSync(join(folder, language));
    await packFacts(target, facts, { language, at: 0, by: "tester", office }, signer);
    files = bytesOf(target);
  }, 60_000);

  it("list every file with its length and hash, but the list and the letter", async () => {
    const text = together(await pdfWords(file("inventory.pdf")));
    const payload = payloadOf(files);
    const listed = payload.filter(([path]) => !/^(inventory|cover-letter)\./.test(path));
    for (const [path, bytes] of payload) {
      const entry = together(`${bytes.length}${sha256(bytes)}`);
      expect(text.includes(entry), path).toBe(listed.some(([one]) => one === path));
    }
    const of = COVER_WORDS[language];
    for (const [path] of listed) {
      const kind = kindOf(path);
      expect(kind, path).not.toBe(null);
      if (kind !== null) expect(text, path).toContain(together(of.kinds[kind]));
    }
  });

  it("state the fingerprint of the key and the hash of the list in the letter", async () => {
    const letter = together(await pdfWords(file("cover-letter.pdf")));
    expect(letter).toContain(signer.fingerprint);
    expect(letter).toContain(sha256(file("inventory.pdf")));
    expect(letter).toContain(together(office.name));
    expect(letter).toContain(together(COVER_WORDS[language].blanks.addressee ?? "?"));
    expect(file("cover-letter.docx").length).toBeGreaterThan(1_000);
  });
});
