import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import { refusedRows } from "../../server/loading/sources/refused-rows.ts";

describe("the warnings of a load", () => {
  it("are told kind by kind with the first row, and each stands in a file with what was done", async () => {
    const folder = await mkdtemp(join(tmpdir(), "warned-"));
    const rows = refusedRows(join(folder, "bank.csv"), "bank.csv", []);
    const digit = { code: "iin-check-digit", column: "ИИН", value: "=850101400121" };
    rows.warn({ row: 2 }, [digit, { code: "zone-assumed", column: "Дата", value: "01.03.2026" }]);
    rows.warn({ row: 5, sheet: "Март" }, [{ ...digit, value: "8501014001" }]);
    const { warned, warnedFile } = await rows.warned();
    expect(warned).toEqual([
      { ...digit, count: 2, row: "2" },
      { code: "zone-assumed", column: "Дата", value: "01.03.2026", count: 1, row: "2" },
    ]);
    const text = await readFile(warnedFile ?? "", "utf8");
    const table = readCsv(text);
    await rm(folder, { recursive: true });
    expect(table).toHaveLength(3);
    expect(table?.[2]).toMatchObject({ file: "bank.csv", row: "Март!5", column: "ИИН" });
    expect(table?.[0]?.done_en).toContain("check digit");
    expect(table?.[0]?.done_ru).toMatch(/ИИН/);
    // A spreadsheet runs nothing.
    expect(text).not.toMatch(/(^|;)=/m);
  });

  it("have no file where there is none, and name no more than a person can look through", async () => {
    const folder = await mkdtemp(join(tmpdir(), "warned-"));
    const none = await refusedRows(join(folder, "a.csv"), "a.csv", []).warned();
    expect(none).toEqual({ warned: [], warnedFile: null });
    expect(await readdir(folder)).toEqual([]);
    const rows = refusedRows(join(folder, "b.csv"), "b.csv", []);
    for (let row = 1; row <= 10_001; row += 1)
      rows.warn({ row }, [{ code: "currency-assumed", column: "", value: "" }]);
    const { warned, warnedFile } = await rows.warned();
    expect(warned[0]?.count).toBe(10_001);
    expect(readCsv(await readFile(warnedFile ?? "", "utf8"))).toHaveLength(10_000);
    await rm(folder, { recursive: true });
  });
});
