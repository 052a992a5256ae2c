import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { csvFor, readCsv, writeCsv } from "../../contract/csv.ts";
import { documentLanguage } from "../../contract/document-language.ts";
import { packFacts } from "../../server/evidence/pack.ts";
import { recomputeBag } from "../../server/evidence/recompute.ts";
import { WITHHELD } from "../../server/evidence/tables/withheld-kinds.ts";
import { withheldTable } from "../../server/evidence/tables/withheld-tables.ts";
import { METHOD_WORDS } from "../../server/evidence/texts/method/method-texts.ts";
import { bytesOf, inMemory, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "withheld-"));
afterAll(() => rmSync(folder, { recursive: true }));

const own = caseFacts([
  { id: "T1", from: "victim", to: "first", amount: 100_000n, stolen: "R1" },
  { id: "T2", from: "first", to: "second", amount: 60_000n },
]);
const [file] = own.sources;
/** A finding that cites one transfer of the package, and two that are not in it. */
const facts = {
  ...own,
  sources: file ? [{ ...file, rowsRead: 500, rowsRefused: 7 }] : [],
  transfers: own.transfers.map((one) => ({ ...one, sourceId: file?.sha256 ?? "" })),
  findings: [
    {
      runId: "run-1",
      account: "first",
      role: "collector",
      score: 9,
      points: 9,
      rank: 1,
      oneIn: 100,
      cluster: null,
      reasons: [
        {
          family: "night" as const,
          code: "woken",
          params: {},
          points: 9,
          oneIn: 100,
          transferIds: ["T1", "other 1", "other-2"],
          transferCount: 3,
          innocent: "salary",
        },
      ],
      against: [],
    },
  ],
};

describe("what a package withholds", () => {
  it("is said with the reason and the number, in each language", () => {
    for (const language of documentLanguage.options) {
      const rows = readCsv(writeCsv(withheldTable(facts, language), csvFor(language))) ?? [];
      expect(rows.map((row) => [row.code, Number(row.how_many)])).toEqual([
        ["rows-of-files", 491],
        ["unread-rows", 7],
        ["other-transfers", 3],
        ["other-movements", 0],
        ["cited-transfers", 2],
        ["other-rules", 0],
        ["withdrawn-claims", 1],
        ["empty-drafts", 0],
        ["removed-files", 0],
        ["notes", 2],
      ]);
      for (const [at, code] of WITHHELD.entries())
        expect(rows[at]).toMatchObject(METHOD_WORDS[language].withheld[code]);
    }
  });

  it("covers every transfer that a reason cites, or recompute names it", async () => {
    const target = mkdtempSync(join(folder, "cited"));
    const options = { language: "en", at: 0, by: "tester", office: null } as const;
    await packFacts(target, facts, options, someSigner());
    const files = bytesOf(target);
    for (const one of documentLanguage.options) {
      const method = files.get(`data/2-calculation/method.${one}.txt`)?.toString();
      expect(method).toBe(METHOD_WORDS[one].tracing("fifo"));
    }
    const table = (path: string) => readCsv(files.get(`data/${path}`)?.toString() ?? "");
    expect(table("withheld.csv")).toHaveLength(WITHHELD.length);
    expect(table("3-indicators/withheld-transfers.csv")).toEqual([
      { transfer_id: "other 1", run: "run-1", account: "first", code: "woken" },
      { transfer_id: "other-2", run: "run-1", account: "first", code: "woken" },
    ]);
    expect((await recomputeBag(inMemory(files))).faults).toEqual([]);
    const name = "data/3-indicators/withheld-transfers.csv";
    const text = files.get(name)?.toString() ?? "";
    files.set(name, Buffer.from(text.replace(/other-2.*\r\n/, "")));
    expect((await recomputeBag(inMemory(files))).faults).toEqual([
      "A reason cites transfer other-2, which is neither here nor listed as withheld.",
    ]);
  });
});
