import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readItems } from "../../server/loading/reading/read-file.ts";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import { writeSpreadsheet } from "../support/ods.ts";
import { inputFile, writeInput } from "../support/reading.ts";
import { writeWorkbook } from "../support/workbook.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hidden-"));
});
afterAll(() => rm(folder, { recursive: true }));

const ROWS = [
  ["booked_at", "from_account", "to_account", "amount", "currency"],
  ["2026-03-04T09:05:07+05:00", "KZ86125KZT5004100100", "KZ36601A871001726091", "1500.50", "KZT"],
  ["2026-03-05T09:05:07+05:00", "KZ86125KZT5004100100", "KZ36601A871001726091", "2500.50", "KZT"],
];
const HIDDEN = 2;

const writers: Readonly<Record<string, () => Promise<InputFile>>> = {
  // Made with LibreOffice from the same rows.
  xls: () => inputFile(fileURLToPath(new URL("./files/hidden-row.xls", import.meta.url))),
  xlsx: () => {
    const rows = ROWS.map((cells, index) => {
      const hidden = index === HIDDEN ? ' hidden="1"' : "";
      const inner = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("");
      return `<row r="${index + 1}"${hidden}>${inner}</row>`;
    });
    return writeWorkbook(folder, "a.xlsx", {
      sheets: { A: `<sheetData>${rows.join("")}</sheetData>` },
    });
  },
  "SpreadsheetML 2003": () => {
    const rows = ROWS.map((cells, index) => {
      const inner = cells.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`);
      return `<Row${index === HIDDEN ? ' ss:Hidden="1"' : ""}>${inner.join("")}</Row>`;
    });
    return writeInput(
      folder,
      "a.xml",
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${rows.join("")}</Table></Worksheet></Workbook>`,
    );
  },
  ods: () => {
    const rows = ROWS.map((cells, index) => {
      const hidden = index === HIDDEN ? ' table:visibility="filter"' : "";
      const inner = cells.map(
        (cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`,
      );
      return `<table:table-row${hidden}>${inner.join("")}</table:table-row>`;
    });
    return writeSpreadsheet(folder, "a.ods", { sheets: { A: rows.join("") } });
  },
  html: () => {
    const rows = ROWS.map((cells, index) => {
      const hidden = index === HIDDEN ? ' style="height:0; display:none"' : "";
      return `<tr${hidden}>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    });
    return writeInput(folder, "a.html", `<html><table>${rows.join("")}</table></html>`);
  },
};

describe("a row the sender hid", () => {
  it.each(Object.entries(writers))(
    "is read from %s like the others, and said",
    async (_, write) => {
      const found = [];
      for await (const items of readItems(await write(), {}))
        for (const item of items)
          if (item.kind === "transfer")
            found.push([item.amount, item.warnings.some(({ code }) => code === "hidden-row")]);
      expect(found).toEqual([
        [150_050n, false],
        [250_050n, true],
      ]);
    },
  );
});
