import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BankFormat } from "../../fixtures/banks/format.ts";
import { bankFormats } from "../../fixtures/banks/formats.ts";
import { parties } from "../../fixtures/banks/parties.ts";
import { transferSet } from "../../fixtures/banks/transfers.ts";
import { hasValidIbanChecksum, looksLikeKzIban } from "../../server/identity/iban.ts";
import { expandInputs, recogniseFile } from "../../server/loading/reading/read-file.ts";
import { delivery } from "../support/deliveries.ts";
import { deviationsInFile, deviationsOf, store, summary } from "../support/fidelity.ts";

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
      const [first] = files;
      if (first === undefined) throw new Error("no file written");
      const recognised = await recogniseFile(await store(join(folder, format.name), first), {});
      expect(recognised).toMatchObject({ kind: "transfers", ready: true });
    });
});

describe("the accounts the transfers are between", () => {
  it("have numbers as Kazakh banks give them: twenty characters, check digits that fit, no two alike", () => {
    const { held, outside } = parties(1, 40);
    const numbers = [...held, ...outside].map(({ account }) => account ?? "");
    expect(
      numbers.filter((number) => !looksLikeKzIban(number) || !hasValidIbanChecksum(number)),
    ).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe("a delivery of archives within archives and folders", () => {
  it("is unpacked to its files, each read as written", async () => {
    const formats = bankFormats();
    const named = (name: string) => formats.find((format) => format.name === name) as BankFormat;
    const delivered = await delivery(set, named("official-ru"), named("canonical-csv"));
    const place = join(folder, "delivery");
    for (const { name, bytes } of delivered)
      await store(place, { name, bytes, rows: [], statements: [] });
    const inputs = await expandInputs([place], mkdtempSync(join(folder, "unpacked-")));
    expect(inputs).toHaveLength(delivered.length);
    const found = await Promise.all(
      delivered.map(async ({ name, holds }) => {
        const input = inputs.find((one) =>
          one.name.startsWith(`delivery/${name.replace(/\.gz$/, "")}`),
        );
        if (input === undefined)
          throw new Error(`nothing out of ${name}: ${inputs.map((one) => one.name).join(", ")}`);
        return deviationsInFile(holds.format, holds.file, input);
      }),
    );
    expect(summary(found.flat())).toEqual([]);
  });
});
