import PizZip from "pizzip";
import { expect, it } from "vitest";
import { type Block, sumColumns } from "../../server/evidence/papers/blocks.ts";
import { writeDocx } from "../../server/evidence/papers/docx.ts";
import { paperPdf } from "../../server/evidence/papers/paper-pdf.ts";

const row = (...cells: string[]) => cells.map((text) => [{ text, blank: false }]);
const table: Extract<Block, { kind: "table" }> = {
  kind: "table",
  head: ["№", "Потерпевший", "Заявление", "Поступило", "Приостановить", "День"],
  rows: [
    row("1", "Ким Олег", "260048404117", "17 500,00 тенге", "0,00", "05.03.2026"),
    row("2", "Ли Вера", "260014594116", "1 234 567,89 доллара США", "−12,50", "06.03.2026"),
    row("", "Всего", "", "17 500,00 тенге", "", ""),
  ],
};

it("sums stand at the right of their column, in both formats; names, numbers and days do not", () => {
  expect(sumColumns(table)).toEqual([false, false, false, true, true, false]);
  const words = { ...table, rows: [row("1", "а", "б", "____", "17 500,00 тенге (всего)", "")] };
  expect(sumColumns(words)).toEqual(Array(6).fill(false));
  const paper = { title: "Запрос", draft: null, blocks: [table] };
  const xml = new PizZip(writeDocx(paper)).file("word/document.xml")?.asText() ?? "";
  // Two columns: their headings and three rows.
  expect(xml.split('<w:jc w:val="right"/>')).toHaveLength(1 + 2 * 4);
  const pdf = JSON.stringify(paperPdf(paper, "ru").content);
  expect(pdf.split('"alignment":"right"')).toHaveLength(1 + 2 * 4);
});
