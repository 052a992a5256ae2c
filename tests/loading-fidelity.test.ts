import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bankFormats } from "../fixtures/banks/formats.ts";
import { transferSet } from "../fixtures/banks/transfers.ts";
import { deviationsOf, summary } from "./support/fidelity.ts";

/** DG_FIDELITY=full reads all 5,000 transfers in every format; the gate reads the first 500. */
const COUNT = process.env.DG_FIDELITY === "full" ? 5_000 : 500;
const set = transferSet(COUNT);
const folder = mkdtempSync(join(tmpdir(), "fidelity-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the same transfers, read from what banks send", () => {
  for (const format of bankFormats())
    it(`${format.name}: every row and field as written`, { timeout: 120_000 }, async () => {
      const files = await format.write(set);
      expect(files.reduce((rows, file) => rows + file.rows.length, 0)).toBeGreaterThan(COUNT / 3);
      expect(summary(await deviationsOf(format, files, join(folder, format.name)))).toEqual([]);
    });
});
