import { expect, it } from "vitest";
import type { Block } from "../../server/evidence/papers/blocks.ts";
import { writeDocx } from "../../server/evidence/papers/docx.ts";
import { paperPdf } from "../../server/evidence/papers/paper-pdf.ts";
import { part } from "../support/written-papers.ts";

const run = (text: string) => [{ text, blank: false }];
const said = (text: string): Block => ({ kind: "paragraph", runs: run(text) });
const SIGNED_DAY = "«___» ______________ 20___ г.";
const SIGNED = [said(SIGNED_DAY), said("Подпись ____________________")];
const table = (rows: number): Block => ({
  ...{ kind: "table", head: ["№", "Файл"] },
  rows: Array.from({ length: rows }, (_, at) => [run(String(at + 1)), run(`файл-${at + 1}`)]),
});
const paper = (blocks: readonly Block[]) => ({ title: "x", draft: null, blocks });

/** The words of what stays on one page at the end of the PDF. */
function lastTogether(blocks: readonly Block[]): string {
  const { content } = paperPdf(paper(blocks), "ru");
  const last = Array.isArray(content) ? content.at(-1) : content;
  expect(last).toMatchObject({ unbreakable: true });
  return JSON.stringify(last);
}

/** The paragraphs of the Word document that stay on the page of the next one. */
function kept(blocks: readonly Block[]): string[] {
  const paragraphs = part(writeDocx(paper(blocks))).split("</w:p>");
  return paragraphs
    .filter((one) => one.includes("<w:keepNext/>"))
    .map((one) => one.replace(/<[^>]+>/g, ""));
}

it("a signature goes to the next page with the last rows of the table above it", () => {
  const blocks = [said("Истец: Сапарова."), table(22), ...SIGNED];
  expect(kept(blocks)).toEqual(["21", "файл-21", "22", "файл-22", "", SIGNED_DAY]);
  const last = lastTogether(blocks);
  for (const one of ["файл-21", "файл-22", "Подпись"]) expect(last).toContain(one);
  expect(last).not.toContain("файл-20");
  // Every row stands once.
  const whole = JSON.stringify(paperPdf(paper(blocks), "ru").content);
  expect(whole.match(/файл-\d+/g)).toHaveLength(22);
});

it("a signature goes to the next page with the sentences above it", () => {
  const sentences = ["Первое.", "Второе.", "Третье.", "Время указано в поясе UTC+5."];
  const blocks = [table(3), ...sentences.map(said), ...SIGNED];
  expect(kept(blocks)).toEqual([...sentences.slice(1), SIGNED_DAY]);
  const last = lastTogether(blocks);
  for (const one of ["Второе.", "UTC+5", "Подпись"]) expect(last).toContain(one);
  expect(last).not.toContain("Первое.");
});
