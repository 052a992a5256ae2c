import { readXlsx } from "hucre";
import { expect, it } from "vitest";
import { openWorkbook } from "../../server/evidence/reopen/office.ts";
import { writeSheets } from "../../server/evidence/tables/sheets.ts";

it("a workbook of sheets has days, numbers and sums as such, below the lines above its table", async () => {
  const bytes = await writeSheets([
    {
      name: "Сводка",
      above: [["Период", "2026"], []],
      columns: [
        { heading: "Показатель", kind: "text", width: 20 },
        { heading: "День", kind: "day", width: 12 },
        { heading: "Сумма", kind: "money", width: 16 },
      ],
      rows: [
        ["=1+1", "2026-11-30", "1500.50"],
        ["пусто", "", ""],
      ],
    },
    { name: "Записи", above: [], columns: [], rows: [] },
  ]);
  expect(openWorkbook(Buffer.from(bytes), "summary.xlsx")).toBeDefined();
  const { sheets } = await readXlsx(Buffer.from(bytes));
  expect(sheets.map(({ name }) => name)).toEqual(["Сводка", "Записи"]);
  expect(sheets[0]?.pageSetup).toMatchObject({
    ...{ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    printTitlesRow: "$3:$3",
  });
  const rows = sheets[0]?.rows ?? [];
  expect(rows[0]?.slice(0, 2)).toEqual(["Период", "2026"]);
  expect(rows[3]).toEqual(["=1+1", new Date("2026-11-30T00:00:00Z"), 1500.5]);
  expect(rows[4]?.[0]).toBe("пусто");
});
