import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { SaxesParser } from "saxes";
import { afterAll, describe, expect, it } from "vitest";
import { cleanText } from "../../contract/clean-text.ts";
import { csvFor, inert } from "../../contract/csv.ts";
import { documentLanguage } from "../../contract/document-language.ts";
import { packFacts } from "../../server/evidence/pack.ts";
import { openWorkbook } from "../../server/evidence/reopen/office.ts";
import { reopenDocument } from "../../server/evidence/reopen/reopen.ts";
import { bytesOf, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";
import { HOSTILE_TEXTS, hostileFacts } from "../support/hostile-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "evidence-documents-"));
afterAll(() => rmSync(folder, { recursive: true }));

const facts = caseFacts([{ from: "v1", to: "d1:a", amount: 500_000n, stolen: "R1" }]);
const options = { language: "ru", at: 0, by: "tester\u0001", office: null } as const;
let packages = 0;

async function packageOf(text: string, language: "ru" | "kk" | "en" = "ru") {
  packages += 1;
  const target = join(folder, String(packages));
  mkdirSync(target);
  await packFacts(target, hostileFacts(facts, text), { ...options, language }, someSigner());
  return bytesOf(target);
}

describe("the documents of a package, whatever people and banks write", () => {
  it.each(HOSTILE_TEXTS)("hold no live formula and open in strict readers: %j", async (text) => {
    // The whole in every language once; the writers are the same for all texts.
    const languages = text === HOSTILE_TEXTS[0] ? documentLanguage.options : (["ru"] as const);
    for (const language of languages) {
      const files = await packageOf(text, language);
      const tables = [...files].filter(([path]) => path.endsWith(".csv"));
      expect(tables.length).toBeGreaterThan(9);
      for (const [path, bytes] of tables) {
        const csv = bytes.toString("utf8");
        expect(csv.charCodeAt(0), path).toBe(0xfeff);
        const { delimiter } = csvFor(language);
        const read = Papa.parse<string[]>(csv.slice(1), { delimiter, newline: "\r\n" });
        expect(read.errors, path).toEqual([]);
        expect(read.data.flat().filter((cell) => /^[\s\u00a0]*[=@＝]/.test(cell))).toEqual([]);
        expect(
          read.data.flat().filter((cell) => /^[+\t\r]|^-(?!\d+([.,]\d+)?$)./.test(cell)),
        ).toEqual([]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
        expect(csv).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }
      const book = await readXlsx(files.get("data/1-facts/transfers.xlsx") ?? Buffer.alloc(0));
      const rows = book.sheets[0]?.rows.slice(1).filter((row) => row[4]);
      const names = rows?.map((row) => row[5]);
      expect(new Set(names)).toEqual(new Set([cleanText(text).replace(/\r\n?/g, "\n")]));
      for (const [path, bytes] of files) {
        if (!path.endsWith(".svg")) continue;
        const parser = new SaxesParser();
        parser.on("error", (error) => expect.unreachable(`${path}: ${error.message}`));
        parser.write(bytes.toString("utf8")).close();
      }
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
      expect(files.get("bag-info.txt")?.toString()).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    }
  });

  it("keep a text to the letter where it is harmless", async () => {
    const files = await packageOf("Сейтқали; «Ко», 12.05");
    const rows = openWorkbook(files.get("data/1-facts/transfers.xlsx") ?? Buffer.alloc(0), "x");
    expect(rows[1]?.[5]).toBe("Сейтқали; «Ко», 12.05");
    expect(inert("Сейтқали; «Ко», 12.05")).toBe("Сейтқали; «Ко», 12.05");
  });
});

describe("a document that a reader could not open", () => {
  it("is noticed before anything is signed, and named", async () => {
    const files = await packageOf("Иванов");
    const damaged = (path: string, change: (bytes: Buffer) => Buffer) => {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`${path} is not in the package`);
      expect(() => reopenDocument(path, bytes)).not.toThrow();
      return () => reopenDocument(path, change(Buffer.from(bytes)));
    };
    const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 200);
    const flip = (bytes: Buffer) => {
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      return bytes;
    };
    const swap = (from: string, to: string) => (bytes: Buffer) =>
      Buffer.from(bytes.toString("utf8").replace(from, to));
    const claim = "data/2-calculation/claims/C1-1.pdf";
    const named = (path: string) => new RegExp(`${path}.*cannot be opened again`);
    for (const path of [claim, "data/2-calculation/flow-KZT.pdf", "data/1-facts/transfers.xlsx"]) {
      expect(damaged(path, cut), path).toThrow(named(path));
      expect(damaged(path, flip), path).toThrow(named(path));
    }
    const svg = "data/2-calculation/flow-KZT.svg";
    expect(damaged(svg, cut)).toThrow(named(svg));
    expect(damaged(svg, swap("Иванов", "\ufffe"))).toThrow(named(svg));
    const table = "data/1-facts/transfers.csv";
    expect(damaged(table, cut)).toThrow(named(table));
    expect(damaged(table, swap("Иванов", "=1+1"))).toThrow(named(table));
    expect(damaged("data/3-indicators/runs.json", cut)).toThrow("cannot be opened again");
    expect(() => reopenDocument("data/x.exe", Buffer.alloc(0))).toThrow("no reader");
  });
});
